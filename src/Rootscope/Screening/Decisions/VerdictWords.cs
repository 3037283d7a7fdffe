namespace Rootscope.Screening.Decisions;

/// <summary>The word of a verdict: the same in data, in files, on the command line and on pages.</summary>
public static class VerdictWords
{
    /// <summary>The word.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.TrueMatch => "true-match",
            Verdict.FalsePositive => "false-positive",
            _ => "escalate",
        };
}
