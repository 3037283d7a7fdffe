using Rootscope.Tests.Conventions;
using Rootscope.Web.Hosting;

namespace Rootscope.Hosts.Tests.Conventions;

/// <summary>The module map of the observatory in docs/architecture.md, folder by folder.</summary>
public class WebMapTests
{
    /// <summary>Each folder of the observatory with the folders it may use.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Settings"] = [],
        ["Language"] = [],
        ["Requests"] = [],
        ["Addresses"] = ["Language", "Requests"],
        ["Answering"] = ["Language", "Addresses"],
        ["Security"] = ["Settings", "Requests"],
        ["Assets"] = [],
        ["Figures"] = ["Language", "Requests", "Addresses", "Answering"],
        ["Figures.Tree"] = ["Language", "Addresses", "Answering", "Figures"],
        ["Figures.World"] = ["Language", "Addresses", "Answering", "Figures"],
        ["Sections"] = ["Figures"],
        ["Layout"] = ["Language", "Requests", "Addresses", "Answering", "Assets", "Sections"],
        ["Runs"] = ["Settings", "Language", "Requests", "Addresses", "Answering", "Security", "Figures"],
        ["Discussion.Writing"] = ["Language"],
        ["Discussion.Store"] = ["Discussion.Writing"],
        ["Discussion.Spam"] = ["Language", "Security", "Discussion.Writing", "Discussion.Store"],
        ["Discussion.Rights"] = ["Security", "Discussion.Writing", "Discussion.Store", "Discussion.Spam"],
        ["Discussion.Mail"] = ["Settings", "Language", "Discussion.Rights"],
        ["Discussion"] =
        [
            "Settings",
            "Language",
            "Requests",
            "Answering",
            "Security",
            "Runs",
            "Discussion.Writing",
            "Discussion.Store",
            "Discussion.Spam",
            "Discussion.Rights",
            "Discussion.Mail",
        ],
        ["Discussion.Pages"] =
        [
            "Settings",
            "Language",
            "Addresses",
            "Security",
            "Layout",
            "Discussion.Writing",
            "Discussion.Store",
            "Discussion.Spam",
            "Discussion.Rights",
            "Discussion.Mail",
            "Discussion",
        ],
        ["Imports"] = ["Settings", "Language", "Addresses", "Security", "Layout"],
        ["Moderation"] =
        [
            "Settings",
            "Language",
            "Addresses",
            "Security",
            "Discussion.Writing",
            "Discussion.Store",
            "Discussion",
            "Discussion.Pages",
        ],
        ["Api"] = ["Settings", "Language", "Requests", "Addresses", "Answering", "Security", "Figures", "Sections", "Runs"],
        ["Mcp"] = ["Requests", "Answering", "Runs", "Api"],
        ["Sections.Home"] =
        [
            "Language",
            "Addresses",
            "Answering",
            "Figures",
            "Figures.Tree",
            "Figures.World",
            "Sections",
            "Layout",
        ],
        ["Sections.Industries"] = ["Language", "Addresses", "Answering", "Figures", "Sections", "Layout"],
        ["Sections.WeakSpots"] = ["Language", "Addresses", "Answering", "Figures", "Sections", "Layout"],
        ["Sections.Upgrading"] = ["Language", "Addresses", "Answering", "Figures", "Sections", "Layout", "Discussion", "Discussion.Pages"],
        ["Sections.Planning"] = ["Language", "Addresses", "Answering", "Figures", "Sections", "Layout", "Discussion", "Discussion.Pages"],
        ["Sections.Technologies"] =
        [
            "Language",
            "Requests",
            "Addresses",
            "Answering",
            "Figures",
            "Sections",
            "Layout",
            "Discussion",
            "Discussion.Pages",
            "Sections.Industries",
            "Sections.WeakSpots",
        ],
        ["Sections.Regions"] =
        [
            "Language",
            "Addresses",
            "Answering",
            "Figures",
            "Figures.World",
            "Sections",
            "Layout",
            "Sections.Industries",
            "Sections.WeakSpots",
        ],
        ["Sections.Compare"] = ["Language", "Requests", "Addresses", "Answering", "Figures", "Sections", "Layout", "Runs", "Sections.Home"],
        ["Sections.Lab"] =
        [
            "Language",
            "Addresses",
            "Answering",
            "Figures",
            "Sections",
            "Layout",
            "Runs",
            "Discussion",
            "Discussion.Pages",
        ],
        ["Sections.Screening"] = ["Settings", "Language", "Addresses", "Answering", "Figures", "Security", "Sections"],
        ["Sections.Data"] = ["Language", "Addresses", "Answering", "Figures", "Sections", "Layout", "Imports", "Api", "Sections.Regions"],
        ["Sections.About"] = ["Language", "Addresses", "Figures", "Sections"],
        ["Sections.Search"] = ["Language", "Addresses", "Answering"],
    };

    private static readonly ModuleMap Map = new("Web", typeof(Observatory).Assembly, MayUse) { Composing = "Hosting" };

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
