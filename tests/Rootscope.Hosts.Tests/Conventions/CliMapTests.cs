using Rootscope.Cli;
using Rootscope.Tests.Conventions;

namespace Rootscope.Hosts.Tests.Conventions;

/// <summary>The module map of the command line in docs/architecture.md, folder by folder.</summary>
public class CliMapTests
{
    /// <summary>
    /// Each folder of the command line with the folders it may use. The namespace itself holds what composes the commands.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Pictures"] = [],
        ["Options"] = [],
        ["Output"] = ["Pictures", "Options"],
        ["Trade"] = ["Options", "Output"],
        ["Completion"] = ["Options"],
        ["Accounts"] = ["Pictures", "Options", "Output"],
        ["Catalogue"] = ["Options", "Output"],
        ["Complexity"] = ["Pictures", "Options", "Output", "Trade"],
        ["Data"] = ["Options", "Output", "Trade"],
        ["Dependence"] = ["Pictures", "Options", "Output", "Trade"],
        ["Merge"] = ["Options", "Output"],
        ["Network"] = ["Pictures", "Options", "Output"],
        ["Roots"] = ["Pictures", "Options", "Output"],
        ["Screen"] = ["Options", "Output"],
        ["Shock"] = ["Pictures", "Options", "Output"],
        ["Site"] = [],
        ["Tool"] = ["Options", "Output", "Completion"],
        ["WeakSpots"] = ["Pictures", "Options", "Output", "Trade"],
        ["Upgrading"] = ["Pictures", "Options", "Output", "Trade"],
        ["Planning"] = ["Pictures", "Options", "Output"],
        ["Brief"] = ["Pictures", "Options", "Output", "Trade"],
    };

    private static readonly ModuleMap Map = new("Cli", typeof(Application).Assembly, MayUse);

    [Fact]
    public void A_folder_uses_only_those_it_may() => Repository.Forbid("The map does not allow:", Map.Broken());

    [Fact]
    public void Every_folder_stands_on_the_map_below_those_it_uses() =>
        Repository.Forbid("Put these in their place, here and in docs/architecture.md:", [.. Map.Missing(), .. Map.Rings()]);

    [Fact]
    public void The_map_allows_nothing_that_is_not_used() =>
        Repository.Forbid("Nothing uses these any more; take them off the map, here and in docs/architecture.md:", Map.Idle());

    [Fact]
    public void The_map_in_the_documentation_is_the_one_that_is_tested() =>
        Repository.Forbid(
            "docs/architecture.md has no such row:",
            Map.Unwritten(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")))
        );
}
