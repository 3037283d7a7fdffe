using CsCheck;
using Rootscope.Tables;

namespace Rootscope.Tests;

/// <summary>Random one-region tables whose identities hold exactly by construction.</summary>
internal static class RandomEconomies
{
    /// <summary>Closed tables: no imports, no exports.</summary>
    public static readonly Gen<FlowTable> Closed = Of(open: false);

    /// <summary>Open tables with imports, exports and balanced trade.</summary>
    public static readonly Gen<FlowTable> Open = Of(open: true);

    public static Gen<FlowTable> Of(bool open) =>
        from n in Gen.Int[2, 7]
        from recipe in Gen.Double[0, 1].Array[n * n]
        from inputs in Gen.Double[0.1, 0.8].Array[n]
        from final in Gen.Double[0.1, 10].Array[n]
        from imported in Gen.Double[0.0, 0.6].Array[n]
        from exported in Gen.Double[0.01, 1].Array[n]
        select Build(n, recipe, inputs, final, open ? imported : new double[n], open ? exported : new double[n]);

    /// <summary>From requirements, final use, import shares of home use and the composition of exports to a balanced table.</summary>
    public static FlowTable Build(
        int n,
        double[] recipe,
        double[] inputShare,
        double[] final,
        double[] importShare,
        double[] exportWeight,
        double scale = 1
    )
    {
        var a = new double[n * n];
        for (int j = 0; j < n; j++)
        {
            double sum = Enumerable.Range(0, n).Sum(i => recipe[(i * n) + j]);
            for (int i = 0; i < n; i++)
            {
                a[(i * n) + j] = sum > 0 ? inputShare[j] * recipe[(i * n) + j] / sum : 0;
            }
        }

        (double[] x, double[] exports) = Solve(n, a, final, importShare, exportWeight);
        var flows = new double[n * n];
        var use = (double[])final.Clone();
        for (int c = 0; c < flows.Length; c++)
        {
            flows[c] = a[c] * x[c % n] * scale;
            use[c / n] += a[c] * x[c % n];
        }

        double[] imports = [.. Enumerable.Range(0, n).Select(i => importShare[i] * use[i] * scale)];
        bool open = imports.Any(m => m > 0);
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata,
                Sectors = new SectorIndex(
                    [new Region("AAA", "Land A")],
                    [.. Enumerable.Range(0, n).Select(i => new Industry($"s{i}", $"Sector {i}"))]
                ),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("C", "Consumption", FinalDemandKind.Households, new(0)),
                    new FinalDemandCategory("EX", "Exports", FinalDemandKind.Exports, new(0)),
                ],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = [.. Enumerable.Range(0, n).SelectMany(i => new[] { final[i] * scale, exports[i] * scale })],
                ValueAdded = [],
                Output = [.. x.Select(v => v * scale)],
                Imports = open ? imports : null,
            }
        );
    }

    public static TableMetadata Metadata { get; } =
        new()
        {
            Id = "random",
            Title = "Random economy",
            Year = 2020,
            Currency = "XXX",
            UnitScale = 1,
            Unit = "units",
            Prices = "base",
            Source = "generated",
            Licence = "none",
            Classification = "own",
        };

    /// <summary>The same table with its industries in another order.</summary>
    public static FlowTable Permute(FlowTable table, int[] order)
    {
        int n = table.Size;
        int k = table.FinalDemandCategories.Count;
        var flows = new double[n * n];
        var final = new double[n * k];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] = table.Flows[(order[i] * n) + order[j]];
            }

            table.FinalDemandFor(new(order[i])).CopyTo(final.AsSpan(i * k));
        }

        double[] output = table.Output.ToArray();
        double[] imports = table.Imports.ToArray();
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = table.Metadata,
                Sectors = new SectorIndex(table.Sectors.Regions, [.. order.Select(i => table.Sectors.Industries[i])]),
                FinalDemandCategories = table.FinalDemandCategories,
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
                Output = [.. order.Select(i => output[i])],
                Imports = table.HasImports ? [.. order.Select(i => imports[i])] : null,
            }
        );
    }

    // Output and exports such that exports are worth what imports are.
    private static (double[] Output, double[] Exports) Solve(int n, double[] a, double[] final, double[] importShare, double[] exportWeight)
    {
        var x = new double[n];
        var exports = new double[n];
        double weights = exportWeight.Sum();
        for (int pass = 0; pass < 4000; pass++)
        {
            double imports = 0;
            double change = 0;
            var next = new double[n];
            for (int i = 0; i < n; i++)
            {
                double use = final[i];
                for (int j = 0; j < n; j++)
                {
                    use += a[(i * n) + j] * x[j];
                }

                imports += importShare[i] * use;
                next[i] = (1 - importShare[i]) * use;
            }

            for (int i = 0; i < n; i++)
            {
                exports[i] = weights > 0 ? imports * exportWeight[i] / weights : 0;
                next[i] += exports[i];
                change = Math.Max(change, Math.Abs(next[i] - x[i]));
                x[i] = next[i];
            }

            if (change < 1e-15)
            {
                break;
            }
        }

        return (x, exports);
    }
}
