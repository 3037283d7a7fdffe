using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;

namespace Rootscope.Answers.Screening;

/// <summary>Words for kinds and verdicts, the same on every face.</summary>
internal static class ScreenWords
{
    /// <summary>How many names a sentence tells.</summary>
    private const int Named = 3;

    /// <summary>What names are of.</summary>
    public static OptionWords<RecordKind> Kinds => ScreenQuestion.KindWords;

    /// <summary>What can be decided.</summary>
    public static OptionWords<Verdict> Verdicts { get; } = new([.. Enum.GetValues<Verdict>().Select(v => (VerdictWords.Of(v), v))]);

    /// <summary>Whether a match was decided to be the same one, for the record as it is.</summary>
    public static bool IsTrue(ScreenMatch match) => Is(match, Verdict.TrueMatch);

    /// <summary>Whether a match was decided to be somebody else, for the record as it is.</summary>
    public static bool IsFalse(ScreenMatch match) => Is(match, Verdict.FalsePositive);

    /// <summary>By what a name counts as listed.</summary>
    public static string Counts(string name, ScreenMatch match) =>
        $"{name} counts as {match.Hit.Name.Text} ({match.Hit.List.Name} {match.Hit.Record.Id}, score "
        + $"{match.Hit.Score.ToString("0.00", CultureInfo.InvariantCulture)}, "
        + $"{(IsTrue(match) ? "decided to be the same" : "accepted without a decision")}).";

    /// <summary>Which names wait for a decision.</summary>
    public static string Waiting(IReadOnlyList<string> undecided) =>
        $"{undecided.Count.ToString(CultureInfo.InvariantCulture)} {(undecided.Count == 1 ? "name has" : "names have")} a match that "
        + $"nobody decided about and {(undecided.Count == 1 ? "counts" : "count")} for nothing: "
        + $"{string.Join(", ", undecided.Take(Named))}{(undecided.Count > Named ? ", …" : string.Empty)}. Decide, or accept matches "
        + "as they are.";

    /// <summary>What a broken log of decisions means, behind an article.</summary>
    public static string Broken(LogFault fault) =>
        $"log of decisions is broken at line {fault.Line.ToString(CultureInfo.InvariantCulture)} ({fault.What}): no decision counts until "
        + "it is restored.";

    private static bool Is(ScreenMatch match, Verdict verdict) => match.State == DecisionState.Decided && match.Latest!.Verdict == verdict;
}
