using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Rootscope.Tests.Conventions;

/// <summary>The module map of Storage in docs/architecture.md, folder by folder.</summary>
public class StorageMapTests
{
    private const string Root = "Rootscope.Storage";

    /// <summary>What every format rests on, and nothing of another format.</summary>
    private static readonly string[] OnlyShared = ["Formats.Text", "Formats.Files", "Formats.Shared"];

    /// <summary>
    /// Each folder of Storage with the folders it may use. The root namespace holds what is embedded and the libraries that hosts open; it
    /// uses all folders and may be used by those that hand out embedded data.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Database"] = [],
        ["Codec"] = [],
        ["Downloads"] = [],
        ["Parts"] = [],
        ["Export"] = ["Codec", "Database"],
        ["Workspaces"] = ["Codec", "Database"],
        ["References"] = ["Formats.Files", "Formats.Lists"],
        ["Capital"] = ["References", "Formats.Files"],
        ["Scenarios"] = ["Formats.Text", "Formats.Files"],
        ["Formats.Text"] = [],
        ["Formats.Files"] = ["Formats.Text"],
        ["Formats.Shared"] = ["Formats.Text", "Formats.Files"],
        ["Formats.Bea"] = OnlyShared,
        ["Formats.Catalogue"] = OnlyShared,
        ["Formats.DataPackage"] = ["Formats.Text", "Formats.Files", "Formats.Shared", "Formats.Mapped", "Codec", "Export"],
        ["Formats.Eora"] = OnlyShared,
        ["Formats.Exiobase"] = OnlyShared,
        ["Formats.Figaro"] = OnlyShared,
        ["Formats.Gloria"] = OnlyShared,
        ["Formats.Icio"] = OnlyShared,
        ["Formats.Iot"] = OnlyShared,
        ["Formats.Lists"] = OnlyShared,
        ["Formats.Mapped"] = OnlyShared,
        ["Formats.Nbs"] = OnlyShared,
        ["Formats.Networks"] = OnlyShared,
        ["Formats.Parquet"] = ["Formats.Files", "Formats.Shared", "Codec", "Database", "Export"],
        ["Formats.Pymrio"] = ["Formats.Files", "Formats.Shared", "Codec", "Export"],
        ["Formats.Trade"] = ["Formats.Trade.Codes", "Formats.Text", "Formats.Files", "Formats.Shared", "Database"],
        ["Formats.Trade.Codes"] = [],
        ["Formats.Screening"] = OnlyShared,
        ["Screening"] = ["Downloads", "Export", "Formats.Files", "Formats.Screening", "Workspaces"],
        ["Formats.Wiod2013"] = OnlyShared,
        ["Formats.Wiod2016"] = OnlyShared,
    };

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Repository.Storage).Build();

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_storage_uses_only_those_it_may(string folder)
    {
        // The list of formats knows every format, and so none of them may know the list.
        string[] forbidden =
        [
            .. MayUse.Keys.Append("Formats").Except(MayUse[folder]).Where(f => f != folder).Select(f => $@"Rootscope\.Storage\.{f}"),
        ];
        string[] broken =
        [
            .. Types()
                .That()
                .ResideInNamespaceMatching($@"^Rootscope\.Storage\.{folder}$")
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching($"^({string.Join('|', forbidden)})$"))
                .WithoutRequiringPositiveResults()
                .Evaluate(Architecture)
                .Where(r => !r.Passed)
                .Select(r => r.Description),
        ];
        Repository.Forbid($"{folder} may use {string.Join(", ", MayUse[folder].DefaultIfEmpty("nothing"))} and nothing else:", broken);
    }

    [Fact]
    public void Every_folder_of_storage_stands_on_the_map() =>
        Repository.Forbid(
            "Put these folders on the map, here and in docs/architecture.md:",
            Repository
                .Storage.GetTypes()
                .Select(t => t.Namespace)
                .OfType<string>()
                .Where(n => n.StartsWith(Root + ".", StringComparison.Ordinal))
                .Select(n => n[(Root.Length + 1)..])
                .Distinct(StringComparer.Ordinal)
                .Where(f => f != "Formats" && !MayUse.ContainsKey(f))
        );

    [Fact]
    public void The_map_of_storage_in_the_documentation_is_the_one_that_is_tested()
    {
        string page = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "docs", "architecture.md"));
        Repository.Forbid(
            "docs/architecture.md has no such row:",
            MayUse
                .Select(f =>
                    $"| `{Path(f.Key)}` | {(f.Value.Length == 0 ? "nothing" : string.Join(", ", f.Value.Select(u => $"`{Path(u)}`")))} |"
                )
                .Where(row => !page.Contains(row, StringComparison.Ordinal))
        );

        static string Path(string folder) => "Storage/" + folder.Replace('.', '/');
    }
}
