using Rootscope.Networks;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>The shares by which losses travel, in a <see cref="FirmOrder"/>.</summary>
internal static class CascadeShares
{
    /// <summary>
    /// Λ of missing inputs: groups of one essential sector each, then one group of all important inputs; the end of each is marked.
    /// </summary>
    /// <remarks>An essential input counts by its share of what is bought of its sector, an important one by its share of all that is bought
    /// in the network; both are scaled by purchases over costs where costs are known and above zero.</remarks>
    public static (int[] Start, int[] Inputs, double[] Shares) Inputs(SupplyNetwork network, FirmOrder order, byte[] ratings, bool useCosts)
    {
        ReadOnlySpan<int> sectors = network.Firms.Sectors.Numbers;
        int sectorCount = network.Firms.Sectors.Codes.Count;
        var start = new int[network.Count + 1];
        for (int r = 0; r < network.Count; r++)
        {
            int firm = order.FirmOf[r];
            int count = 0;
            foreach (int supplier in network.SuppliersOf(new(firm)))
            {
                count += ratings[(sectors[supplier] * sectorCount) + sectors[firm]] > 0 ? 1 : 0;
            }

            start[r + 1] = start[r] + count;
        }

        var inputs = new int[start[^1]];
        var shares = new double[start[^1]];
        long[] keys = [];
        double[] values = [];
        for (int r = 0; r < network.Count; r++)
        {
            int firm = order.FirmOf[r];
            ReadOnlySpan<int> suppliers = network.SuppliersAt(firm);
            if (keys.Length < suppliers.Length)
            {
                (keys, values) = (new long[suppliers.Length * 2], new double[suppliers.Length * 2]);
            }

            for (int e = 0; e < suppliers.Length; e++)
            {
                // Essential sectors in order, then important inputs, then the rest, which counts in the sum alone; by place within.
                int sector = sectors[suppliers[e]];
                long group = ratings[(sector * sectorCount) + sectors[firm]] switch
                {
                    2 => sector,
                    1 => sectorCount,
                    _ => sectorCount + 1,
                };
                (keys[e], values[e]) = ((group << 32) | (uint)order.RankOf[suppliers[e]], network.PurchasesOf(new(firm))[e]);
            }

            Array.Sort(keys, values, 0, suppliers.Length);
            double purchases = Sum(values.AsSpan(0, suppliers.Length));
            double scale = useCosts && network.Firms.CostsOf(new(firm)) is > 0 and var costs ? purchases / costs : 1;
            int length = start[r + 1] - start[r];
            Fill(
                keys.AsSpan(0, length),
                values,
                sectorCount,
                purchases,
                scale,
                inputs.AsSpan(start[r], length),
                shares.AsSpan(start[r], length)
            );
        }

        return (start, inputs, shares);
    }

    /// <summary>
    /// Λ of lost sales, each customer's share of all sales, or of the sales in the network where no more is known; and the latter.
    /// </summary>
    public static (int[] Start, int[] Outlets, double[] Shares, double[] Sales) Outlets(
        SupplyNetwork network,
        FirmOrder order,
        bool useRevenue
    )
    {
        var start = new int[network.Count + 1];
        var outlets = new int[network.EdgeCount];
        var shares = new double[network.EdgeCount];
        var sales = new double[network.Count];
        for (int r = 0; r < network.Count; r++)
        {
            int firm = order.FirmOf[r];
            ReadOnlySpan<int> customers = network.CustomersAt(firm);
            start[r + 1] = start[r] + customers.Length;
            Span<double> sold = shares.AsSpan(start[r], customers.Length);
            network.SalesOf(new(firm)).CopyTo(sold);
            for (int e = 0; e < customers.Length; e++)
            {
                outlets[start[r] + e] = order.RankOf[customers[e]];
            }

            // Summed in the order of places, so that the order of the source changes no bit.
            outlets.AsSpan(start[r], customers.Length).Sort(sold);
            sales[r] = Sum(sold);
            double all = useRevenue && network.Firms.RevenueOf(new(firm)) is > 0 and var revenue ? revenue : sales[r];
            foreach (ref double share in sold)
            {
                share /= all;
            }
        }

        return (start, outlets, shares, sales);
    }

    /// <summary>Who has whom in a list: the transpose of a pattern, ascending.</summary>
    public static (int[] Start, int[] Of) Reversed(int[] start, int[] list)
    {
        int n = start.Length - 1;
        var reversedStart = new int[n + 1];
        foreach (int entry in list)
        {
            reversedStart[(entry & ~CascadeGraph.LastOfGroup) + 1]++;
        }

        for (int i = 0; i < n; i++)
        {
            reversedStart[i + 1] += reversedStart[i];
        }

        var next = reversedStart.AsSpan(0, n).ToArray();
        var of = new int[list.Length];
        for (int i = 0; i < n; i++)
        {
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                of[next[list[e] & ~CascadeGraph.LastOfGroup]++] = i;
            }
        }

        return (reversedStart, of);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static void Fill(
        ReadOnlySpan<long> keys,
        double[] values,
        int important,
        double purchases,
        double scale,
        Span<int> inputs,
        Span<double> shares
    )
    {
        for (int first = 0, next; first < keys.Length; first = next)
        {
            long group = keys[first] >> 32;
            double sum = 0;
            for (next = first; next < keys.Length && keys[next] >> 32 == group; next++)
            {
                sum += values[next];
            }

            double all = group == important ? purchases : sum;
            for (int e = first; e < next; e++)
            {
                inputs[e] = (int)(uint)keys[e];
                shares[e] = values[e] / all * scale;
            }

            inputs[next - 1] |= CascadeGraph.LastOfGroup;
        }
    }
}
