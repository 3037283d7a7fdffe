using Rootscope.Answers;
using Rootscope.Tests.Conventions;

namespace Rootscope.Hosts.Tests.Conventions;

/// <summary>The module map of Answers in docs/architecture.md, folder by folder.</summary>
public class AnswersMapTests
{
    /// <summary>Each folder of Answers with the folders it may use. The namespace itself holds the analyst, who asks all of them.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Questions"] = [],
        ["Pieces"] = ["Questions"],
        ["Economies"] = ["Language", "Questions"],
        ["Reports"] = ["Language", "Questions", "Economies"],
        ["Accounts"] = ["Questions", "Economies", "Reports"],
        ["Trade"] = ["Questions", "Reports"],
        ["Tables"] = ["Reports"],
        ["Screening"] = ["Questions", "Reports"],
        ["Networks"] = ["Questions", "Pieces", "Economies", "Screening"],
        ["Scenarios"] = ["Questions", "Economies", "Reports", "Screening"],
        ["Roots"] = ["Questions", "Economies", "Reports"],
        ["Catalogue"] = ["Questions", "Economies", "Reports", "Roots"],
        ["Stake"] = ["Language", "Questions", "Economies", "Reports"],
        ["Validity"] = ["Questions", "Economies", "Reports", "Roots", "Stake"],
        ["Pictures"] = ["Questions", "Economies", "Reports", "Stake"],
        ["Pictures.Scenarios"] = ["Questions", "Reports", "Pictures"],
        ["WeakSpots"] = ["Language", "Questions", "Economies", "Reports", "Roots", "Stake", "Trade"],
        ["Upgrading"] = ["Language", "Questions", "Economies", "Reports", "Stake", "WeakSpots"],
        ["Planning"] = ["Language", "Questions", "Reports", "Stake", "WeakSpots", "Upgrading"],
        ["Briefs"] = ["Language", "Questions", "Economies", "Reports", "Stake", "Pictures", "WeakSpots", "Planning"],
    };

    private static readonly ModuleMap Map = new("Answers", typeof(Analyst).Assembly, MayUse)
    {
        UsedByAll = ["AnswerProgress", "EngineVersion"],
    };

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
