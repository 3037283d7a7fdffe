using System.Runtime.InteropServices;
using Rootscope.Numerics;
using Rootscope.Roots.Measures;

namespace Rootscope.Roots.Bands;

/// <summary>A figure over draws: its middle, and the range that holds nine tenths of them.</summary>
/// <param name="Low">Where a twentieth of the draws lie below. Unit: the figure's. Null where the figure is not finite there.</param>
/// <param name="Median">The middle draw. Unit: the figure's.</param>
/// <param name="High">Where a twentieth of the draws lie above. Unit: the figure's.</param>
/// <param name="Defined">Share of draws that have the figure; the others are left out. Unit: share.</param>
public sealed record Band(double? Low, double? Median, double? High, double Defined)
{
    /// <summary>High less low. Unit: the figure's; null where either is.</summary>
    public double? Width => High - Low;

    /// <summary>The band of a figure; no draw has it where all are null.</summary>
    internal static Band Of(ReadOnlySpan<double?> draws)
    {
        var values = new List<double>(draws.Length);
        foreach (double? draw in draws)
        {
            if (draw is { } value)
            {
                values.Add(value);
            }
        }

        values.Sort();
        double defined = draws.Length > 0 ? (double)values.Count / draws.Length : 0;
        return new Band(Quantile(values, 0.05), Quantile(values, 0.5), Quantile(values, 0.95), defined);
    }

    /// <summary>Null where there is no draw, or an end of the band is not finite.</summary>
    private static double? Quantile(List<double> sorted, double share) =>
        sorted.Count > 0 && SampleQuantile.Of(CollectionsMarshal.AsSpan(sorted), share) is var value && double.IsFinite(value)
            ? value
            : null;
}

/// <summary>What one source does to a figure when it alone is drawn: a bar of the tornado.</summary>
/// <param name="Source">The source.</param>
/// <param name="Band">The figure when only that source is drawn.</param>
/// <param name="VarianceShare">Its variance over the sum of the variances of all sources drawn alone. Unit: share; null where nothing
/// varies.</param>
public sealed record SourceSpread(BandSource Source, Band Band, double? VarianceShare);

/// <summary>The bands of one product.</summary>
/// <param name="Point">The point figures, with the rank among the products that were asked for.</param>
/// <param name="Measures">
/// Every measure that draws give a band of, in the order of <see cref="RootMeasures.WithBands"/>, each in its own unit.
/// </param>
/// <param name="ValueAtStake">Loss in money. Unit: the table's money.</param>
/// <param name="Measure">What the ranking is sorted by, in its own unit; one of the others, or reach or output.</param>
/// <param name="Rank">Place in the ranking. Unit: ranks.</param>
/// <param name="RankShare">Share of draws in which the rank holds: the place is within a tenth of the list of that of the point figures.
/// Unit: share of draws.</param>
/// <param name="Sources">What each source does to the measure, the widest first; empty where sources were not drawn alone.</param>
public sealed record RootBand(
    RootRow Point,
    IReadOnlyList<Band> Measures,
    Band ValueAtStake,
    Band Measure,
    Band Rank,
    double RankShare,
    IReadOnlyList<SourceSpread> Sources
)
{
    /// <summary>Money lost per unit of money of supply cut. Unit: ratio.</summary>
    public Band Leverage => Of(RootMeasures.Leverage);

    /// <summary>What is lost. Unit: share of real final spending or of value added.</summary>
    public Band Loss => Of(RootMeasures.Loss);

    /// <summary>Loss less first-order loss. Unit: share.</summary>
    public Band Excess => Of(RootMeasures.Excess);

    /// <summary>Loss in logs over what size says. Unit: ratio.</summary>
    public Band Gap => Of(RootMeasures.Gap);

    /// <summary>The band of a measure, in the measure's unit.</summary>
    /// <param name="measure">A measure that draws give a band of.</param>
    /// <exception cref="ArgumentException">Draws give no band of it.</exception>
    public Band Of(RootMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        int at = RootMeasures.WithBands.ToList().IndexOf(measure);
        return at >= 0 ? Measures[at] : throw new ArgumentException($"Draws give no band of '{measure}'.", nameof(measure));
    }
}
