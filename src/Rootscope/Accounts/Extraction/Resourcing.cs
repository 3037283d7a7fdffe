using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Extraction;

/// <summary>Where buyers turn to when a sector is extracted and the same product is bought from other regions.</summary>
public enum ResourcingShares
{
    /// <summary>To every other region in proportion to its output of the product.</summary>
    World,

    /// <summary>Each buyer to its own other suppliers, in proportion to what they sell it; to the world's where it has none.</summary>
    Buyer,
}

/// <summary>
/// Losses, and gains elsewhere, when a sector is extracted and what it sold is bought from the same product of other regions.
/// </summary>
/// <remarks>
/// <para>Row k of A and of final demand moves to the others. With world shares s (sum 1, s_k = 0) sector i loses
/// (l_ik − (Ls)_i) x_k / (l_kk − (Ls)_k); shares of each buyer move as many rows as there are regions and take a system of that
/// size.</para>
/// <para>Undefined on one region, and where no other region makes the product. Others gain, so that a total may be negative. Capacity is
/// taken to be free and products of different regions the same: an upper bound of what replacement can do. Unit: the table's.</para>
/// <para>Source: after Dietzenbacher, van Burken and Kondo (2019). Cost: O(n) a sector with world shares, O(n R²) with shares of the
/// buyer.</para>
/// </remarks>
public static class Resourcing
{
    /// <summary>
    /// Output lost in every sector, negative where one gains; null where nobody else makes the product. Unit: the table's. Shape: n.
    /// </summary>
    public static double[]? LossesOf(TotalRequirements total, SectorNumber extracted, ResourcingShares shares)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentOutOfRangeException.ThrowIfNegative(extracted.Value, nameof(extracted));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(extracted, total.Size);
        if (shares == ResourcingShares.Buyer)
        {
            return LossesOf(total, RegionalDeliveries.Of(total.Table), extracted);
        }

        int[] others = OthersOf(total.Table, extracted);
        double[]? world = WorldShares(total.Table, others);
        if (world is null)
        {
            return null;
        }

        var net = new double[total.Size];
        for (int i = 0; i < net.Length; i++)
        {
            net[i] = total[new(i), extracted];
            for (int t = 0; t < others.Length; t++)
            {
                net[i] -= world[t] * total[new(i), new(others[t])];
            }
        }

        double scale = total.Table.Output[extracted] / net[extracted];
        return [.. net.Select(cell => cell * scale)];
    }

    /// <summary>
    /// Output lost in the whole economy for the extraction of each sector in turn; null where nobody else makes the product. Unit: the
    /// table's. Shape: n.
    /// </summary>
    public static IReadOnlyList<double?> TotalsOf(
        TotalRequirements total,
        ResourcingShares shares,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(total);
        var totals = new double?[total.Size];
        RegionalDeliveries? deliveries = shares == ResourcingShares.Buyer ? RegionalDeliveries.Of(total.Table) : null;
        for (int k = 0; k < totals.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            totals[k] = deliveries is null ? WorldTotal(total, k) : LossesOf(total, deliveries, k)?.Sum();
        }

        return totals;
    }

    private static double? WorldTotal(TotalRequirements total, int k)
    {
        int[] others = OthersOf(total.Table, k);
        if (WorldShares(total.Table, others) is not { } shares)
        {
            return null;
        }

        double multiplier = total.Multipliers[k];
        double own = total[new(k), new(k)];
        for (int t = 0; t < others.Length; t++)
        {
            multiplier -= shares[t] * total.Multipliers[others[t]];
            own -= shares[t] * total[new(k), new(others[t])];
        }

        return multiplier * total.Table.Output[k] / own;
    }

    /// <summary>The row of the extracted sector is cut, and cuts of opposite sign put it into the rows of the others.</summary>
    private static double[]? LossesOf(TotalRequirements total, RegionalDeliveries deliveries, int extracted)
    {
        FlowTable table = total.Table;
        int n = total.Size;
        int[] others = OthersOf(table, extracted);
        if (WorldShares(table, others) is not { } world)
        {
            return null;
        }

        int[] sellers = [extracted, .. others];
        var rows = new double[sellers.Length * n];
        var cut = new double[sellers.Length];
        var purchases = new double[others.Length];
        ReadOnlySpan<double> direct = total.Direct.Values;
        for (int j = 0; j < n; j++)
        {
            double coefficient = direct[(extracted * n) + j];
            rows[j] = coefficient;
            Pick(direct, n, others, j, purchases);
            Spread(rows, n, j, coefficient, purchases, world);
            for (int a = 0; a < sellers.Length; a++)
            {
                cut[a] += rows[(a * n) + j] * table.Output[j];
            }
        }

        int regions = table.Sectors.Regions.Count;
        var final = new double[sellers.Length];
        for (int r = 0; r < regions; r++)
        {
            double demand = deliveries.Final[(extracted * regions) + r];
            final[0] = demand;
            Pick(deliveries.Final, regions, others, r, purchases);
            Spread(final, 1, 0, demand, purchases, world);
            for (int a = 0; a < sellers.Length; a++)
            {
                cut[a] += final[a];
            }
        }

        return RowCut.Losses(total, sellers, RowCut.Capacitance(total, sellers, rows, 0), cut);
    }

    /// <summary>What one buyer purchases of the others; a negative purchase, such as stock that is run down, counts as none.</summary>
    private static void Pick(ReadOnlySpan<double> matrix, int width, int[] others, int column, double[] purchases)
    {
        for (int t = 0; t < others.Length; t++)
        {
            purchases[t] = Math.Max(0, matrix[(others[t] * width) + column]);
        }
    }

    private static void Spread(double[] rows, int width, int column, double moved, double[] purchases, double[] world)
    {
        double sum = 0;
        foreach (double purchase in purchases)
        {
            sum += purchase;
        }

        for (int t = 0; t < purchases.Length; t++)
        {
            rows[((t + 1) * width) + column] = -moved * (sum > 0 ? purchases[t] / sum : world[t]);
        }
    }

    private static int[] OthersOf(FlowTable table, int sector)
    {
        int industries = table.Sectors.Industries.Count;
        return
        [
            .. Enumerable
                .Range(0, table.Sectors.Regions.Count)
                .Select(r => (r * industries) + (sector % industries))
                .Where(k => k != sector),
        ];
    }

    private static double[]? WorldShares(FlowTable table, int[] others)
    {
        double sum = 0;
        foreach (int k in others)
        {
            sum += table.Output[k];
        }

        return sum > 0 ? [.. others.Select(k => table.Output[k] / sum)] : null;
    }
}
