using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Rootscope.Tests.Conventions;

/// <summary>The module map of docs/architecture.md, folder by folder.</summary>
public class ModuleMapTests
{
    /// <summary>Each folder of the library with the folders it may use. The root namespace holds the errors that all may raise.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Tables"] = ["Numerics"],
        ["Accounts"] = ["Numerics", "Tables"],
        ["Catalogue"] = ["Numerics", "Tables"],
        ["Networks"] = ["Numerics", "Tables"],
        ["Shocks"] = ["Numerics", "Tables", "Accounts", "Catalogue", "Networks"],
        ["Complexity"] = ["Numerics", "Tables", "Accounts", "Catalogue", "Networks"],
        ["Dependence"] = ["Numerics", "Tables", "Accounts", "Catalogue", "Networks"],
        ["Screening"] = [],
        ["Roots"] = ["Numerics", "Tables", "Accounts", "Catalogue", "Networks", "Shocks"],
        ["WeakSpots"] =
        [
            "Numerics",
            "Tables",
            "Accounts",
            "Catalogue",
            "Networks",
            "Shocks",
            "Dependence",
            "Complexity",
            "Roots",
            "Upgrading",
        ],
        ["Upgrading"] = ["Numerics", "Tables"],
        ["Planning"] = ["Numerics", "Upgrading"],
    };

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Repository.Library, Repository.Storage).Build();

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_before_it(string folder)
    {
        string[] forbidden = [.. MayUse.Keys.Except(MayUse[folder]).Where(f => f != folder).Select(f => $@"Rootscope\.{f}(\..+)?")];
        string[] broken =
        [
            .. Types()
                .That()
                .ResideInNamespaceMatching($@"^Rootscope\.{folder}(\..+)?$")
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
    public void Every_folder_of_the_library_stands_on_the_map() =>
        Repository.Forbid(
            "Put these folders on the map, here and in docs/architecture.md:",
            Repository
                .Library.GetTypes()
                .Select(t => t.Namespace)
                .OfType<string>()
                .Where(n => n.StartsWith("Rootscope.", StringComparison.Ordinal))
                .Select(n => n.Split('.')[1])
                .Distinct(StringComparer.Ordinal)
                .Where(f => !MayUse.ContainsKey(f))
        );

    [Fact]
    public void The_map_in_the_documentation_is_the_one_that_is_tested()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        Repository.Forbid(
            "docs/architecture.md has no such row:",
            MayUse
                .Select(f => $"| `{f.Key}` | {(f.Value.Length == 0 ? "nothing" : string.Join(", ", f.Value.Select(u => $"`{u}`")))} |")
                .Where(row => !page.Contains(row, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_main_nouns_of_the_documentation_are_public_and_there()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        string[] named =
        [
            .. page.Split("## The main nouns")[1]
                .Split("\n## ")[0]
                .Split('`')
                .Where(p => p.StartsWith("Rootscope.", StringComparison.Ordinal)),
        ];
        Assert.True(named.Length >= 8, $"only {named.Length} nouns were found");
        Repository.Forbid(
            "docs/architecture.md names these, which are not public types:",
            named.Where(n => (Repository.Library.GetType(n) ?? Repository.Storage.GetType(n)) is not { IsPublic: true })
        );
    }

    [Fact]
    public void What_stands_at_the_root_of_the_library_is_named_in_the_documentation()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        Repository.Forbid(
            "docs/architecture.md does not name these, which every folder uses:",
            Repository
                .Library.GetExportedTypes()
                .Where(t => t is { Namespace: "Rootscope", IsNested: false })
                .Select(t => t.Name)
                .Where(n => !page.Contains($"`{n}`", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_library_rests_on_the_base_class_library_alone() =>
        Repository.Forbid(
            "The library refers to:",
            Repository.Library.GetReferencedAssemblies().Select(a => a.Name!).Where(a => !a.StartsWith("System.", StringComparison.Ordinal))
        );

    [Fact]
    public void Storage_does_not_know_the_command_line() =>
        Repository.Forbid(
            "Storage refers to:",
            Repository
                .Storage.GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(a => a is "rootscope" or "System.CommandLine" or "Spectre.Console" or "System.Console")
        );

    [Fact]
    public void The_library_reads_no_file_no_clock_and_no_environment() =>
        Repository.Forbid(
            "These do (give them what they need instead):",
            Types()
                .That()
                .ResideInAssembly(Repository.Library)
                .Should()
                .NotDependOnAnyTypesThat()
                .HaveFullNameMatching(
                    @"^System\.(IO\.(File|Directory|FileStream|StreamReader|StreamWriter)|"
                        + @"Random|Environment|Console|Net\..+|Threading\.Timer|Diagnostics\.(Stopwatch|Process))$"
                )
                .Evaluate(Architecture)
                .Where(r => !r.Passed)
                .Select(r => r.Description)
        );
}
