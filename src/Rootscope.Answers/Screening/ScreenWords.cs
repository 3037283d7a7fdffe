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
    public static OptionWords<Verdict> Verdicts { get; } =
        new(("true-match", Verdict.TrueMatch), ("false-positive", Verdict.FalsePositive), ("escalate", Verdict.Escalate));
}
