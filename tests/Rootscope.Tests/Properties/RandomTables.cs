using CsCheck;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Random tables on which every model has a meaning.</summary>
internal static class RandomTables
{
    /// <summary>Closed tables of one to three regions and two to four industries; every column leaves value added.</summary>
    public static Gen<FlowTable> Closed { get; } =
        from regions in Gen.Int[1, 3]
        from industries in Gen.Int[2, 4]
        from flows in Gen.Double[0, 10].Array[regions * industries * regions * industries]
        from isZero in Gen.Bool.Array[regions * industries * regions * industries]
        from final in Gen.Double[0.1, 10].Array[regions * industries * regions]
        select Make(regions, industries, flows, isZero, final);

    /// <summary>One-region tables with exports, and imports in a column.</summary>
    public static Gen<FlowTable> Open { get; } =
        from n in Gen.Int[2, 6]
        from flows in Gen.Double[0, 10].Array[n * n]
        from home in Gen.Double[0.1, 10].Array[n]
        from exports in Gen.Double[0, 5].Array[n]
        from importShare in Gen.Double[0, 0.9].Array[n]
        select MakeOpen(n, flows, home, exports, importShare);

    /// <summary>Either kind.</summary>
    public static Gen<FlowTable> Any { get; } = Gen.OneOf(Closed, Open);

    /// <summary>
    /// Closed tables with what real ones have: a sector without output, which may buy all the same, and with several regions a negative
    /// final demand.
    /// </summary>
    public static Gen<FlowTable> Awkward { get; } =
        from table in Closed
        from silent in Gen.Int[0, table.Size - 1]
        from negative in Gen.Int[0, table.Size - 1]
        from buys in Gen.Bool
        select MakeAwkward(table, silent, negative, buys);

    /// <summary>A random order of n things.</summary>
    public static Gen<int[]> Order(int n) => Gen.Shuffle(Enumerable.Range(0, n).ToArray());

    private static FlowTable Make(int regions, int industries, double[] flows, bool[] isZero, double[] final)
    {
        double[] z = [.. flows.Zip(isZero, (f, zero) => zero ? 0 : f)];
        int n = regions * industries;
        KeepProductive(z, n, i => final.AsSpan(i * regions, regions).ToArray().Sum());
        return SmallTables.ManyRegions(
            [.. Enumerable.Range(0, regions).Select(r => $"R{r}")],
            [.. Enumerable.Range(0, industries).Select(i => $"i{i}")],
            z,
            final,
            ["F"]
        );
    }

    private static FlowTable MakeAwkward(FlowTable table, int silent, int negative, bool buys)
    {
        int n = table.Size;
        int regions = table.Sectors.Regions.Count;
        double[] z = table.Flows.ToArray();
        double[] final = table.FinalDemand.ToArray();
        if (regions > 1)
        {
            // The row sells less to sectors in the same proportion, so that the table stays productive.
            double before = final.AsSpan(negative * regions, regions).ToArray().Sum();
            final[negative * regions] = -0.3 * final[(negative * regions) + 1];
            double after = final.AsSpan(negative * regions, regions).ToArray().Sum();
            for (int j = 0; j < n; j++)
            {
                z[(negative * n) + j] *= after / before;
            }
        }

        for (int j = 0; j < n; j++)
        {
            z[(silent * n) + j] = 0;
            z[(j * n) + silent] *= buys ? 1 : 0;
        }

        final.AsSpan(silent * regions, regions).Clear();
        return SmallTables.ManyRegions(
            [.. table.Sectors.Regions.Select(r => r.Code)],
            [.. table.Sectors.Industries.Select(i => i.Code)],
            z,
            final,
            ["F"]
        );
    }

    private static FlowTable MakeOpen(int n, double[] flows, double[] home, double[] exports, double[] importShare)
    {
        double[] z = [.. flows];
        KeepProductive(z, n, i => home[i] + exports[i]);
        var final = new double[2 * n];
        var imports = new double[n];
        for (int i = 0; i < n; i++)
        {
            final[2 * i] = home[i];
            final[(2 * i) + 1] = exports[i];
            double uses = home[i];
            for (int j = 0; j < n; j++)
            {
                uses += z[(i * n) + j];
            }

            // Half of the share, so that output stays above the sales to sectors.
            imports[i] = importShare[i] / 2 * uses;
        }

        var parts = new FlowTableParts
        {
            Metadata = SmallTables.Metadata("open"),
            Sectors = new SectorIndex(
                [new Region("ONE", "One")],
                [.. Enumerable.Range(0, n).Select(i => new Industry($"i{i}", $"Industry {i}"))]
            ),
            FinalDemandCategories =
            [
                new FinalDemandCategory("C", "Consumption", FinalDemandKind.Households, new(0)),
                new FinalDemandCategory("EX", "Exports", FinalDemandKind.Exports, new(0)),
            ],
            ValueAddedCategories = [],
            Flows = z,
            FinalDemand = final,
            ValueAdded = [],
            Imports = imports,
        };
        return new FlowTable(parts);
    }

    /// <summary>Scales rows of sales down to 0.9 of final demand, so that A' has row sums, and A a spectral radius, well below 1.</summary>
    private static void KeepProductive(double[] z, int n, Func<int, double> finalOf)
    {
        for (int i = 0; i < n; i++)
        {
            double sales = 0;
            for (int j = 0; j < n; j++)
            {
                sales += z[(i * n) + j];
            }

            for (int j = 0; j < n; j++)
            {
                z[(i * n) + j] *= sales == 0 ? 0 : 0.9 * finalOf(i) / sales;
            }
        }
    }
}
