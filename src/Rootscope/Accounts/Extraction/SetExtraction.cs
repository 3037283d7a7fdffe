using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Extraction;

/// <summary>Output lost in every sector when several sectors are extracted together, or all that one region delivers to another.</summary>
/// <remarks>
/// Losses of a set are less than the sum of its members' losses, because what they sell each other is lost once. Nothing is replaced. Unit:
/// the table's. Shape: n. Cost: a system of the size of the set and O(n) a member.
/// </remarks>
public static class SetExtraction
{
    /// <summary>Losses when the rows, the columns and the final demand of a set K are taken out: L_iK (L_KK)⁻¹ x_K.</summary>
    /// <remarks>Unit: the table's. Shape: n. Source: Dietzenbacher, van der Linden and Steenge (1993), for regions.</remarks>
    /// <param name="total">Total requirements.</param>
    /// <param name="sectors">Numbers of the sectors, each once.</param>
    public static double[] LossesOf(TotalRequirements total, ReadOnlySpan<SectorNumber> sectors)
    {
        ArgumentNullException.ThrowIfNull(total);
        return LossesOf(total, sectors.Integers());
    }

    /// <summary>Losses when a whole region is taken out. Unit: the table's. Shape: n.</summary>
    public static double[] LossesOfRegion(TotalRequirements total, RegionNumber region)
    {
        ArgumentNullException.ThrowIfNull(total);
        return LossesOf(total, SectorsOf(total.Table, region));
    }

    /// <summary>Losses when all that the sectors of one region deliver to another, inputs and final goods, is cut.</summary>
    /// <remarks>
    /// L_iK (I + A_Ks L_sK)⁻¹ E_Ks. The value added that the seller's region loses is its value added in these exports. Unit: the table's.
    /// Shape: n. Source: Los, Timmer and de Vries (2016).
    /// </remarks>
    /// <param name="total">Total requirements.</param>
    /// <param name="deliveries">Deliveries of the same table.</param>
    /// <param name="from">The region that sells.</param>
    /// <param name="to">The region that buys; may be the same.</param>
    public static double[] LossesOfDeliveries(TotalRequirements total, RegionalDeliveries deliveries, RegionNumber from, RegionNumber to)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(deliveries);
        int[] sellers = SectorsOf(total.Table, from);
        int size = sellers.Length;
        double[] rows = BlockSystem.Block(total.Direct.Values, total.Size, from * size, to * size, size);
        double[] capacitance = RowCut.Capacitance(total, sellers, rows, to * size);
        return RowCut.Losses(total, sellers, capacitance, [.. sellers.Select(k => deliveries.Of(new(k), to))]);
    }

    private static double[] LossesOf(TotalRequirements total, ReadOnlySpan<int> sectors)
    {
        Check(total, sectors);
        int m = sectors.Length;
        var block = new double[m * m];
        var output = new double[m];
        for (int a = 0; a < m; a++)
        {
            output[a] = total.Table.Output[sectors[a]];
            for (int b = 0; b < m; b++)
            {
                block[(a * m) + b] = total[new(sectors[a]), new(sectors[b])];
            }
        }

        return m == 0 ? new double[total.Size] : RowCut.Losses(total, sectors, block, output);
    }

    private static int[] SectorsOf(FlowTable table, int region)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(region);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(region, table.Sectors.Regions.Count);
        return [.. Enumerable.Range(table.Sectors.SectorOf(new(region), new(0)), table.Sectors.Industries.Count)];
    }

    private static void Check(TotalRequirements total, ReadOnlySpan<int> sectors)
    {
        var seen = new HashSet<int>();
        foreach (int k in sectors)
        {
            if (k < 0 || k >= total.Size || !seen.Add(k))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(sectors),
                    k,
                    $"Sectors are numbers from 0 to {total.Size - 1}, each given once."
                );
            }
        }
    }
}
