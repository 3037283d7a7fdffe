using System.Reflection;

namespace Rootscope.Hosts.Tests.Conventions;

/// <summary>The module map of one project: each folder with the folders that it may use, as docs/architecture.md has it.</summary>
/// <param name="project">The project's word in the documentation.</param>
/// <param name="assembly">Its assembly.</param>
/// <param name="mayUse">Each folder, dots for slashes, with those it may use.</param>
internal sealed class ModuleMap(string project, Assembly assembly, IReadOnlyDictionary<string, string[]> mayUse)
{
    private readonly string _root = $"Rootscope.{project}";

    /// <summary>Types of the root namespace that every folder may use; the others of it compose, and no folder knows them.</summary>
    public IReadOnlyList<string> UsedByAll { get; init; } = [];

    /// <summary>
    /// The folder that composes the others: it may use all of them, and none uses it; null where the root namespace does that.
    /// </summary>
    public string? Composing { get; init; }

    /// <summary>Every use of one folder by another, and of what composes by a folder, with the types that meet.</summary>
    private IEnumerable<(string From, string To, string Types)> Uses =>
        from use in AssemblyUses.Of(assembly, _root)
        let pair = (From: FolderOf(use.From), To: FolderOf(use.To))
        where
            pair.From != pair.To
            && pair.From.Length > 0
            && pair.From != Composing
            && !(pair.To.Length == 0 && UsedByAll.Contains(use.To.Name))
        select (pair.From, pair.To, $"{use.From.Name} uses {use.To.Name}");

    /// <summary>Uses that the map does not allow.</summary>
    public IEnumerable<string> Broken() =>
        Uses.Where(u => !mayUse.GetValueOrDefault(u.From, []).Contains(u.To))
            .Select(u => $"{Shown(u.From)} -> {Shown(u.To)}: {u.Types}")
            .Distinct(StringComparer.Ordinal);

    /// <summary>Uses on the map that nothing in the sources needs any more.</summary>
    public IEnumerable<string> Idle()
    {
        HashSet<(string, string)> used = [.. Uses.Select(u => (u.From, u.To))];
        return from folder in mayUse
            from target in folder.Value
            where !used.Contains((folder.Key, target))
            select $"{Shown(folder.Key)} -> {Shown(target)}";
    }

    /// <summary>Folders that are not on the map, and folders of the map that are not there.</summary>
    public IEnumerable<string> Missing()
    {
        HashSet<string> there = [.. AssemblyUses.Types(assembly, _root).Select(FolderOf).Where(f => f.Length > 0 && f != Composing)];
        return there.Except(mayUse.Keys).Concat(mayUse.Keys.Except(there)).Select(Shown);
    }

    /// <summary>
    /// Folders that use one another in a ring. The map itself cannot hold one: every folder stands below those it may use.
    /// </summary>
    public IEnumerable<string> Rings()
    {
        HashSet<string> above = [];
        foreach ((string folder, string[] used) in mayUse)
        {
            foreach (string later in used.Where(u => !above.Contains(u)))
            {
                yield return $"{Shown(folder)} stands above {Shown(later)}, which it uses";
            }

            above.Add(folder);
        }
    }

    /// <summary>Rows of the map that a page lacks.</summary>
    public IEnumerable<string> Unwritten(string page) =>
        mayUse
            .Select(f =>
                $"| `{Shown(f.Key)}` | {(f.Value.Length == 0 ? "nothing" : string.Join(", ", f.Value.Select(u => $"`{Shown(u)}`")))} |"
            )
            .Where(row => !page.Contains(row, StringComparison.Ordinal));

    private string FolderOf(UsedType type) => type.Space == _root ? string.Empty : type.Space[(_root.Length + 1)..];

    private string Shown(string folder) => folder.Length == 0 ? project : $"{project}/{folder.Replace('.', '/')}";
}
