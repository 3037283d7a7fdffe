using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;

namespace Rootscope.Answers.Screening;

/// <summary>Words for kinds and verdicts, the same on every face.</summary>
internal static class ScreenWords
{
    /// <summary>What names are of.</summary>
    public static OptionWords<RecordKind> Kinds => ScreenQuestion.KindWords;

    /// <summary>What can be decided.</summary>
    public static OptionWords<Verdict> Verdicts { get; } = new([.. Enum.GetValues<Verdict>().Select(v => (VerdictWords.Of(v), v))]);

    /// <summary>Whether a match was decided to be the same one, for the record as it is.</summary>
    public static bool IsTrue(ScreenMatch match) => Is(match, Verdict.TrueMatch);

    /// <summary>Whether a match was decided to be somebody else, for the record as it is.</summary>
    public static bool IsFalse(ScreenMatch match) => Is(match, Verdict.FalsePositive);

    private static bool Is(ScreenMatch match, Verdict verdict) => match.State == DecisionState.Decided && match.Latest!.Verdict == verdict;
}
