namespace Rootscope.Tests.Conventions;

/// <summary>Decisions are numbered pages that name the alternatives and what the choice costs.</summary>
public class DecisionRecordTests
{
    private static readonly string[] Parts = ["Context", "Options", "Decision", "What gets worse"];

    [Fact]
    public void Records_are_numbered_without_gaps_or_repeats()
    {
        int[] numbers = [.. Records().Select(f => int.Parse(Path.GetFileName(f)[..4], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
    }

    [Fact]
    public void Every_record_has_context_options_decision_and_price() =>
        Repository.Forbid(
            "These records lack a part:",
            Records().SelectMany(f => Parts.Where(p => !HasPart(Text(f), p)).Select(p => $"{f}: {p}"))
        );

    [Fact]
    public void A_record_is_about_a_page_long() =>
        Repository.Forbid("Shorten these:", Records().Where(f => Text(f).Length > 4500).Select(f => $"{f}: {Text(f).Length} characters"));

    private static IEnumerable<string> Records() =>
        Repository.Files(".md").Where(f => f.StartsWith("docs/decisions/", StringComparison.Ordinal));

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static bool HasPart(string text, string part) =>
        text.Contains($"## {part}", StringComparison.Ordinal) || text.Contains($"**{part}.**", StringComparison.Ordinal);
}
