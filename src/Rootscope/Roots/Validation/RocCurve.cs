using Rootscope.Numerics;

namespace Rootscope.Roots.Validation;

/// <summary>How well a score tells positives from negatives: the area under the receiver operating characteristic.</summary>
internal static class RocCurve
{
    /// <summary>The chance that a positive drawn at random scores above a negative drawn at random; a tie counts one half.</summary>
    /// <param name="scores">One score an item; larger means more likely positive. Infinities are allowed: ranked first, or last.</param>
    /// <param name="labels">Whether the item is positive, in the same order.</param>
    /// <returns>Unit: share between 0 and 1; 0.5 is no better than chance. Null where there is no positive or no negative.</returns>
    /// <remarks>
    /// Source: Mann and Whitney (1947); Hanley and McNeil, "The meaning and use of the area under a receiver operating characteristic
    /// (ROC) curve", Radiology 143 (1982). Computed in whole halves of pairs, so the result is exact. Cost: one sort.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static double? Area(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ScoreLevels levels = ScoreLevels.Of(scores, labels);
        return levels.Area(levels.Positives, levels.Negatives);
    }

    /// <summary>
    /// A bootstrap interval of <see cref="Area"/>: positives and negatives are drawn anew, each from their own, with replacement.
    /// </summary>
    /// <param name="scores">One score an item; larger means more likely positive.</param>
    /// <param name="labels">Whether the item is positive, in the same order.</param>
    /// <param name="options">Seed, number of draws and width of the band.</param>
    /// <param name="cancellation">Stops between draws.</param>
    /// <returns>Unit: share between 0 and 1. Null where there is no positive or no negative.</returns>
    /// <remarks>
    /// Percentile interval of a stratified bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13). It says how
    /// far the area rests on which items the list happened to name; it knows nothing of errors in the scores. Draw i uses stream i of
    /// the seed, so the order of work never matters. Cost: draws times items.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static RocInterval? Interval(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> labels,
        BootstrapOptions options,
        CancellationToken cancellation = default
    )
    {
        BootstrapOptions.Check(options);
        ScoreLevels levels = ScoreLevels.Of(scores, labels);
        if (levels.Area(levels.Positives, levels.Negatives) is null)
        {
            return null;
        }

        var areas = new double[options.Draws];
        for (int draw = 0; draw < areas.Length; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            RandomStream random = RandomStream.Of(options.Seed, draw);
            int[] positives = Resample(levels.Positives, random);
            areas[draw] = levels.Area(positives, Resample(levels.Negatives, random))!.Value;
        }

        Array.Sort(areas);
        double tail = (1 - options.Band) / 2;
        return new RocInterval(SampleQuantile.Of(areas, tail), SampleQuantile.Of(areas, 1 - tail));
    }

    private static int[] Resample(int[] items, RandomStream random)
    {
        var drawn = new int[items.Length];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = items[random.NextIndex(items.Length)];
        }

        return drawn;
    }
}

/// <summary>A band around an area under the curve.</summary>
/// <param name="Low">Lower end. Unit: share.</param>
/// <param name="High">Upper end. Unit: share.</param>
internal sealed record RocInterval(double Low, double High);

/// <summary>How a bootstrap is drawn.</summary>
public sealed record BootstrapOptions
{
    /// <summary>The least number of draws of which the ends of a band can be told.</summary>
    public const int FewestDraws = 100;

    private const double NarrowestBand = 0.5;
    private const double WidestBand = 0.999;

    /// <summary>The seed; the same seed gives the same interval.</summary>
    public required long Seed { get; init; }

    /// <summary>Number of draws, at least <see cref="FewestDraws"/>.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Width of the band. Unit: share of the draws inside, between 0.5 and 0.999.</summary>
    public double Band { get; init; } = 0.9;

    internal static void Check(BootstrapOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Draws < FewestDraws)
        {
            throw new ArgumentException($"A bootstrap needs at least {FewestDraws} draws, not {options.Draws}.", nameof(options));
        }

        if (options.Band is not (>= NarrowestBand and <= WidestBand))
        {
            throw new ArgumentException(
                $"The band holds a share of draws from {NarrowestBand} to {WidestBand}, not {options.Band}.",
                nameof(options)
            );
        }
    }
}
