using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;

namespace Rootscope.Screening.Calibration;

/// <summary>What a threshold gives on labelled pairs.</summary>
/// <param name="Threshold">The least score of a match.</param>
/// <param name="TruePositives">Pairs that match and are found.</param>
/// <param name="FalsePositives">Pairs that are found and do not match.</param>
/// <param name="FalseNegatives">Pairs that match and are not found.</param>
internal readonly record struct ThresholdPoint(double Threshold, int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>Share of what is found that matches; 1 where nothing is found.</summary>
    public double Precision => TruePositives + FalsePositives == 0 ? 1 : (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>Share of what matches that is found; 1 where nothing matches.</summary>
    public double Recall => TruePositives + FalseNegatives == 0 ? 1 : (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => TruePositives == 0 ? 0 : 2.0 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);
}

/// <summary>Labelled pairs with their scores.</summary>
internal sealed class ThresholdSweep
{
    private readonly (LabelledPair Pair, double Score)[] _scored;

    /// <summary>Scores the pairs.</summary>
    public ThresholdSweep(IEnumerable<LabelledPair> pairs) =>
        _scored = [.. pairs.Select(p => (p, NameScore.Of(ScreeningName.Of(p.Query), ScreeningName.Of(p.Listed)).Value))];

    /// <summary>The pairs with their scores.</summary>
    public IReadOnlyList<(LabelledPair Pair, double Score)> Scored => _scored;

    /// <summary>What a threshold gives.</summary>
    public ThresholdPoint At(double threshold) =>
        new(
            threshold,
            _scored.Count(s => s.Pair.IsMatch && s.Score >= threshold),
            _scored.Count(s => !s.Pair.IsMatch && s.Score >= threshold),
            _scored.Count(s => s.Pair.IsMatch && s.Score < threshold)
        );
}
