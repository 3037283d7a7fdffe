namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>Rationing by size: the largest order is served first, in whole; equal ones in the order of buyers, final ones last.</summary>
internal sealed class LargestOrders(DailyFlows flows)
{
    private readonly double[]?[] _served = new double[flows.Sellers][];

    /// <summary>Whether a seller serves its orders by size on this day.</summary>
    public bool Sets(int seller) => _served[seller] is not null;

    /// <summary>Share of a sector's order that is served.</summary>
    public double ServedOf(int seller, int buyer) => _served[seller]![buyer];

    /// <summary>Share of a region's final order that is served; null where the seller does not serve by size.</summary>
    public double? ServedFinalOf(int seller, int region) => _served[seller]?[flows.Buyers + region];

    /// <summary>Serves the orders of every seller who makes less than is ordered.</summary>
    public void Set(
        ParallelOptions parallel,
        double[] made,
        double[] demand,
        double[] rebuilding,
        Func<int, int, int, double> orderOf,
        Func<int, int, double> finalOrderOf,
        double[] servedRest
    ) =>
        Parallel.For(
            0,
            flows.Sellers,
            parallel,
            seller =>
            {
                _served[seller] = null;
                if (made[seller] >= demand[seller])
                {
                    return;
                }

                double[] orders = new double[flows.Buyers + flows.Regions + 1];
                for (int buyer = 0; buyer < flows.Buyers; buyer++)
                {
                    foreach (int input in flows.InputsOf(seller / flows.Origins))
                    {
                        double flow = flows.RowOf(input, seller % flows.Origins)[buyer];
                        orders[buyer] += flow > 0 ? flow * orderOf(input, seller, buyer) : 0;
                    }
                }

                for (int region = 0; region < flows.Regions; region++)
                {
                    orders[flows.Buyers + region] = Math.Max(0, finalOrderOf(seller, region));
                }

                orders[^1] = rebuilding[seller];
                _served[seller] = Fill(orders, (1 + made[seller]) * flows.Output[seller]);
                servedRest[seller] = _served[seller]![^1];
            }
        );

    private static double[] Fill(double[] orders, double made)
    {
        int[] bySize = [.. Enumerable.Range(0, orders.Length)];
        Array.Sort(bySize, (a, b) => orders[a] != orders[b] ? orders[b].CompareTo(orders[a]) : a.CompareTo(b));
        double[] served = new double[orders.Length];
        foreach (int order in bySize)
        {
            double part = orders[order] > 0 ? Math.Min(1, made / orders[order]) : 1;
            served[order] = Math.Max(0, part);
            made -= orders[order] * served[order];
        }

        return served;
    }
}
