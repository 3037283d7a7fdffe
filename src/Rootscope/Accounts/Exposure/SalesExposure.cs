using Rootscope.Accounts.Trade;

namespace Rootscope.Accounts.Exposure;

/// <summary>Where the output of a sector goes: at face value, through its buyers' buyers, and to whose final use in the end.</summary>
/// <remarks>
/// Unit: share. Shape: n × regions, row-major; null where a sector sells less than a millionth of its output to sectors, or has no output.
/// Source: Baldwin, Freeman and Theodorakopoulos (2022, 2023), in the forms that public re-implementations use; the allocation model of
/// Ghosh (1958). Cost: one pass over L.
/// </remarks>
public static class SalesExposure
{
    /// <summary>
    /// Rows of G − I over their sum: by region, the sectors whose output depends on this one's through all tiers. Unit: share. Shape: n ×
    /// regions.
    /// </summary>
    public static IReadOnlyList<double?> LookThroughByRegion(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        double[] own = InputExposure.OwnTiers(total);
        return ByRegion(total, (k, j) => (k == j ? own[k] : total[new(k), new(j)]) * total.Table.Output[j], overSum: true);
    }

    /// <summary>
    /// The share of output that sectors of each region buy directly, B; the rest is final use. Unit: share. Shape: n × regions.
    /// </summary>
    public static IReadOnlyList<double?> FaceValueByRegion(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return ByRegion(total, (k, j) => total.Direct.Values[(k * total.Size) + j] * total.Table.Output[j], overSum: false);
    }

    /// <summary>
    /// The share of output that is finally used in each region, (L Y)_ks / x_k; sums to 1 over regions. Unit: share. Shape: n × regions.
    /// </summary>
    public static IReadOnlyList<double?> FinalUseByRegion(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        int regions = total.Table.Sectors.Regions.Count;
        double[] output = Footprints.OutputFor(total, RegionalDeliveries.Of(total.Table));
        return [.. output.Select((o, at) => total.Table.Output[at / regions] == 0 ? (double?)null : o / total.Table.Output[at / regions])];
    }

    private static double?[] ByRegion(TotalRequirements total, Func<int, int, double> flow, bool overSum)
    {
        int n = total.Size;
        int regions = total.Table.Sectors.Regions.Count;
        var shares = new double?[n * regions];
        var sums = new double[regions];
        for (int k = 0; k < n; k++)
        {
            Array.Clear(sums);
            double all = 0;
            for (int j = 0; j < n; j++)
            {
                double value = flow(k, j);
                sums[total.Table.Sectors.RegionNumberOf(new(j))] += value;
                all += value;
            }

            double output = total.Table.Output[k];
            double over = overSum ? (all < InputExposure.FewestInputs * output ? 0 : all) : output;
            for (int r = 0; r < regions; r++)
            {
                shares[(k * regions) + r] = over == 0 ? null : sums[r] / over;
            }
        }

        return shares;
    }
}
