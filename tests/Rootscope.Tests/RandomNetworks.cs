using CsCheck;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;

namespace Rootscope.Tests;

/// <summary>Small random networks with ratings, for laws that every network obeys.</summary>
internal static class RandomNetworks
{
    private const int MostFirms = 14;
    private const int Sectors = 4;

    private static readonly string[] Codes = ["S0", "S1", "S2", "S3"];

    public static readonly Gen<(SupplyNetwork Network, EssentialityMatrix Ratings)> Any =
        from n in Gen.Int[1, MostFirms]
        from sectors in Gen.Int[0, Sectors - 1].Array[n]
        from cells in Gen.Select(Gen.Double[0, 1], Gen.Double[0.01, 100]).Array[n * n]
        from totals in Gen.Select(Gen.Double[0, 1], Gen.Double[1, 3], Gen.Double[1, 3]).Array[n]
        from ratings in Gen.Byte[0, 2].Array[Sectors * Sectors]
        select (Network(n, sectors, cells, totals), new EssentialityMatrix("made", "made", Codes, Codes, ratings));

    /// <summary>The same network with firms in another order and money in another unit.</summary>
    public static SupplyNetwork Changed(SupplyNetwork network, int[] order, double unit)
    {
        var place = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        (List<int> from, List<int> to, List<double> values) = ([], [], []);
        for (int f = network.Count - 1; f >= 0; f--)
        {
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                from.Add(place[f]);
                to.Add(place[network.CustomersOf(new(f))[e]]);
                values.Add(network.SalesOf(new(f))[e] * unit);
            }
        }

        FirmList firms = network.Firms;
        var list = new FirmList(
            new FirmListParts
            {
                Ids = [.. order.Select(f => firms.Ids[f])],
                Sectors = [.. order.Select(f => firms.Sectors.CodeOf(new(f)))],
                Revenue = [.. order.Select(f => (firms.RevenueOf(new(f)) ?? double.NaN) * unit)],
                Costs = [.. order.Select(f => (firms.CostsOf(new(f)) ?? double.NaN) * unit)],
            }
        );
        return SupplyNetwork.Of(list, [.. from], [.. to], [.. values]);
    }

    private static SupplyNetwork Network(
        int n,
        int[] sectors,
        (double Chance, double Value)[] cells,
        (double Known, double Sales, double Inputs)[] totals
    )
    {
        (List<int> from, List<int> to, List<double> values) = ([], [], []);
        var sold = new double[n];
        var bought = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                (double chance, double value) = cells[(i * n) + j];
                if (i != j && chance < 0.25)
                {
                    from.Add(i);
                    to.Add(j);
                    values.Add(value);
                    sold[i] += value;
                    bought[j] += value;
                }
            }
        }

        var firms = new FirmList(
            new FirmListParts
            {
                Ids = [.. Enumerable.Range(0, n).Select(i => $"f{i:00}")],
                Sectors = [.. sectors.Select(s => Codes[s])],
                Revenue = [.. totals.Select((t, i) => t.Known < 0.5 ? double.NaN : sold[i] * t.Sales)],
                Costs = [.. totals.Select((t, i) => t.Known < 0.5 ? double.NaN : bought[i] * t.Inputs)],
            }
        );
        return SupplyNetwork.Of(firms, [.. from], [.. to], [.. values]);
    }
}
