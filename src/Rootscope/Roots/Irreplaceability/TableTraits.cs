using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Roots.Irreplaceability;

/// <summary>The traits that a table itself tells of its products: exports, value added, investment and imports.</summary>
public static class TableTraits
{
    /// <summary>The values of each trait by industry; null where nothing is made, supplied or used.</summary>
    /// <param name="table">The table.</param>
    /// <param name="region">Number of the region whose economy is meant; null for all regions together.</param>
    public static IReadOnlyDictionary<ProductTrait, double?[]> Of(FlowTable table, RegionNumber? region)
    {
        int n = table.Sectors.Industries.Count;
        var sums = new Sums(n);
        foreach (int r in region is { } one ? [one] : Enumerable.Range(0, table.Sectors.Regions.Count))
        {
            sums.Add(RegionalView.Of(table, new(r)));
        }

        double[] supply = [.. sums.Output.Zip(sums.Imports, (x, m) => x + m)];
        double[] use = [.. supply.Zip(sums.Exports, (s, e) => s - e)];
        double?[] imports = [.. Ratio(sums.Imports, use).Select(m => m is { } share ? Math.Clamp(share, 0, 1) : (double?)null)];
        return new Dictionary<ProductTrait, double?[]>
        {
            [ProductTrait.Exports] = Ratio(sums.Exports, sums.Output),
            [ProductTrait.ValueAdded] = Ratio(sums.ValueAdded, sums.Output),
            [ProductTrait.CapitalGoods] = Ratio(sums.Invested, supply),
            [ProductTrait.Imports] = imports,
        };
    }

    private static double?[] Ratio(double[] part, double[] whole) => [.. part.Zip(whole, (p, w) => w > 0 ? p / w : (double?)null)];

    private sealed class Sums(int n)
    {
        public double[] Output { get; } = new double[n];

        public double[] ValueAdded { get; } = new double[n];

        public double[] Exports { get; } = new double[n];

        public double[] Invested { get; } = new double[n];

        public double[] Imports { get; } = new double[n];

        public void Add(FlowTable region)
        {
            Add(Output, region.Output);
            Add(ValueAdded, TableTotals.ValueAdded(region));
            Add(Exports, TableTotals.Exports(region));
            Add(Invested, TableTotals.FinalDemand(region, c => c.Kind == FinalDemandKind.FixedCapital));
            if (region.HasImports)
            {
                Add(Imports, region.Imports);
            }
        }

        private static void Add(double[] sum, ReadOnlySpan<double> values)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i];
            }
        }
    }
}
