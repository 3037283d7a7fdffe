using System.Buffers;
using System.Collections.Frozen;

namespace Rootscope.Storage.Workspaces;

/// <summary>Which names an imported table may have.</summary>
public static class TableNames
{
    private const int Longest = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    /// <summary>
    /// Words that are commands or their verbs, now or as designed, or of addresses of the observatory: a table so called could never be
    /// named where one may stand.
    /// </summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new[]
        {
            "accounts",
            "add",
            "admin",
            "aggregate",
            "audit",
            "balance",
            "ban",
            "bash",
            "blacklist",
            "capital",
            "catalogue",
            "check",
            "cluster",
            "compare",
            "completion",
            "complexity",
            "concordances",
            "create",
            "cut",
            "data",
            "decide",
            "decompose",
            "dependence",
            "diff",
            "doctor",
            "draw",
            "ensemble",
            "explain",
            "export",
            "export-comments",
            "exposure",
            "file",
            "fish",
            "generate",
            "get",
            "help",
            "import",
            "import-comments",
            "link",
            "list",
            "lists",
            "mcp",
            "merge",
            "name",
            "network",
            "new",
            "owners",
            "paths",
            "plan",
            "brief",
            "powershell",
            "reconstruct",
            "remove",
            "risk",
            "root",
            "roots",
            "run",
            "screen",
            "serve",
            "shock",
            "show",
            "status",
            "supply-cut",
            "tariff",
            "upgrade",
            "uplift",
            "validate",
            "version",
            "weakspots",
            "worker",
            "zsh",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name for a new table, as a sentence that says what to do; null where nothing is.</summary>
    /// <param name="name">The name.</param>
    public static string? FaultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > Longest || name.AsSpan().IndexOfAnyExcept(Allowed) >= 0 || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return $"'{name}' cannot be a table's name: use up to {Longest} letters, digits, '-', '_' and '.', a letter or digit first.";
        }

        if (Reserved.Contains(name))
        {
            return $"'{name}' is a word of the command line and cannot be a table's name. Take another, such as '{name}-2020'.";
        }

        return EmbeddedTables.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? $"'{name}' is an embedded table and cannot be replaced. Take another name, such as '{name}-own'."
            : null;
    }
}
