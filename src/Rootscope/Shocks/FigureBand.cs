using Rootscope.Numerics;

namespace Rootscope.Shocks;

/// <summary>A figure over draws, or over the networks of an ensemble: its middle, and the range that holds nine tenths of them.</summary>
/// <param name="Low">Where a twentieth of the draws lie below. Unit: the figure's. Null where none has the figure.</param>
/// <param name="Median">The middle. Unit: the figure's. Null where none has the figure.</param>
/// <param name="High">Where a twentieth of the draws lie above. Unit: the figure's. Null where none has the figure.</param>
/// <param name="Draws">Number of draws that have the figure; the others are left out. Unit: draws.</param>
public sealed record FigureBand(double? Low, double? Median, double? High, int Draws)
{
    private const double Tail = 0.05;

    /// <summary>The band of a figure.</summary>
    /// <param name="values">The figure in each draw, in its unit; null where it has none.</param>
    public static FigureBand Of(IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.OfType<double>().Order()];
        double? At(double share) => sorted.Length > 0 ? SampleQuantile.Of(sorted, share) : null;
        return new FigureBand(At(Tail), At(0.5), At(1 - Tail), sorted.Length);
    }
}
