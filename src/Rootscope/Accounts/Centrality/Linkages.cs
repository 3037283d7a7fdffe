namespace Rootscope.Accounts.Centrality;

/// <summary>How strongly a sector is tied to its suppliers (backward) and to its buyers (forward).</summary>
/// <remarks>
/// Direct linkages are <see cref="DirectRequirements.ColumnSums"/> and <see cref="DirectAllocation.RowSums"/> (Chenery and Watanabe 1958).
/// Total ones count all tiers. Forward linkages exist in two readings: row sums of the Ghosh inverse, used here by name, and Rasmussen's
/// row sums of L, which weigh every sector's final demand alike. By power series; no inverse. Shape: n.
/// </remarks>
public static class Linkages
{
    /// <summary>Total backward linkage, 1'L. Unit: ratio, at least 1. Source: Hirschman (1958); Rasmussen (1956).</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Backward(DirectRequirements direct) => Multipliers.Output(direct);

    /// <summary>
    /// Total forward linkage, G1, from the sales side. Unit: ratio, at least 1. Source: Jones (1976); Miller and Lahr (2001).
    /// </summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Forward(DirectAllocation allocation) => ProductionStages.Upstreamness(allocation);

    /// <summary>
    /// Rasmussen's forward linkage, L1: output of a sector when final demand for every sector grows by one unit. Unit: ratio.
    /// </summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] LeontiefForward(DirectRequirements direct)
    {
        ArgumentNullException.ThrowIfNull(direct);
        return RequirementsSeries.SumOfOnes(direct.Table, direct.Values, byRow: true).ToArray();
    }

    /// <summary>
    /// Power of dispersion, n (1'L)_j / (1'L1): a sector's pull over the average one's. Unit: ratio, 1 on average. Source: Rasmussen
    /// (1956).
    /// </summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] PowerOfDispersion(DirectRequirements direct) => OverMean(Backward(direct));

    /// <summary>Sensitivity of dispersion, n (L1)_i / (1'L1). Unit: ratio, 1 on average. Source: Rasmussen (1956).</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] SensitivityOfDispersion(DirectRequirements direct) => OverMean(LeontiefForward(direct));

    /// <summary>Total forward linkage over the average one's, n (G1)_i / (1'G1). Unit: ratio, 1 on average. Source: Jones (1976).</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] NormalisedForward(DirectAllocation allocation) => OverMean(Forward(allocation));

    /// <summary>
    /// The smaller of power and sensitivity of dispersion: above 1 marks a key sector. Unit: ratio. Source: Rasmussen (1956); Hirschman
    /// (1958).
    /// </summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] KeySectors(DirectRequirements direct) =>
        [.. PowerOfDispersion(direct).Zip(SensitivityOfDispersion(direct), Math.Min)];

    private static double[] OverMean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return [.. values.Select(v => values.Length * v / sum)];
    }
}
