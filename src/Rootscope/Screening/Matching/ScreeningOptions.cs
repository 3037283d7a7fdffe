using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;

namespace Rootscope.Screening.Matching;

/// <summary>How names are looked for.</summary>
public sealed record ScreeningOptions
{
    /// <summary>The least score of a hit: share above 0 and at most 1.</summary>
    public double Threshold { get; init; } = NameScore.DefaultThreshold;

    /// <summary>The most hits that are given for a name, best first: a count of records, at least 1.</summary>
    public int MostHits { get; init; } = 20;

    /// <summary>
    /// What the names are of: records of other kinds are left out, those whose kind the list does not say are not. Unknown: all.
    /// </summary>
    public RecordKind Kind { get; init; }
}
