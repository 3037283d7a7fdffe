namespace Rootscope.Shocks.Lenses.Cascade.Risk;

/// <summary>How unequally systemic risk is spread over firms.</summary>
/// <param name="Highest">The largest index, a share of all weight.</param>
/// <param name="Median">The index in the middle, a share of all weight.</param>
/// <param name="Top">How many firms the riskiest hundredth is; at least one. Unit: firms.</param>
/// <param name="TopShare">Their part of the sum of all indices, a share; null where that sum is zero.</param>
/// <param name="AboveTenth">Number of firms with an index above 0.1. Unit: firms.</param>
/// <param name="AboveHundredth">Number of firms with an index above 0.01. Unit: firms.</param>
public sealed record RiskConcentration(double Highest, double Median, int Top, double? TopShare, int AboveTenth, int AboveHundredth)
{
    /// <summary>Measures the indices of some firms, at least one.</summary>
    /// <param name="indices">Their indices, shares of all weight.</param>
    public static RiskConcentration Of(IReadOnlyList<double> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfZero(indices.Count, nameof(indices));
        double[] sorted = [.. indices.OrderDescending()];
        int top = Math.Max(1, sorted.Length / 100);
        double sum = sorted.Sum();
        return new RiskConcentration(
            sorted[0],
            sorted[sorted.Length / 2],
            top,
            sum > 0 ? sorted.Take(top).Sum() / sum : null,
            sorted.Count(i => i > 0.1),
            sorted.Count(i => i > 0.01)
        );
    }
}
