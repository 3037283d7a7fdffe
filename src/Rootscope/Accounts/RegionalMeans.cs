using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>What a measure of sectors is for a region as a whole.</summary>
public static class RegionalMeans
{
    /// <summary>Means of a measure by region, each sector weighted by its output. Unit: the measure's. Shape: regions.</summary>
    /// <remarks>Null for a region without output.</remarks>
    public static IReadOnlyList<double?> OutputWeighted(FlowTable table, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(table);
        var sums = new double[table.Sectors.Regions.Count];
        var weights = new double[sums.Length];
        for (int i = 0; i < table.Size; i++)
        {
            int region = table.Sectors.RegionNumberOf(new(i));
            sums[region] += table.Output[i] * values[i];
            weights[region] += table.Output[i];
        }

        return [.. sums.Zip(weights, (sum, weight) => weight == 0 ? (double?)null : sum / weight)];
    }
}
