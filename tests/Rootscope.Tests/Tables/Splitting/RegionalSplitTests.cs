using CsCheck;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;
using Rootscope.Tables.Splitting;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Tables.Splitting;

public class RegionalSplitTests
{
    /// <summary>Of the largest output: what a split of many regions keeps of every total.</summary>
    private const double TotalsTolerance = 1e-9;

    private static readonly FlowTable World = EmbeddedTables.Read("world-2011");

    /// <summary>A table of two or three regions, a reference with two classes for each industry, and the way between them.</summary>
    private static Gen<(FlowTable Table, FlowTable Reference, Concordance Way)> Pairs { get; } =
        from table in RandomTables.Closed.Where(t => t.Sectors.Regions.Count > 1)
        let n = 2 * table.Sectors.Industries.Count
        from recipe in Gen.Double[0, 1].Array[n * n]
        from inputs in Gen.Double[0.1, 0.8].Array[n]
        from final in Gen.Double[0.1, 10].Array[n]
        from imported in Gen.Double[0.0, 0.6].Array[n]
        from exported in Gen.Double[0.01, 1].Array[n]
        select (
            table,
            RandomEconomies.Build(n, recipe, inputs, final, imported, exported),
            Concordance.Of("halves", Enumerable.Range(0, n).Select(k => ($"s{k}", $"i{k / 2}")))
        );

    [Fact]
    public void Adding_the_parts_together_returns_the_table() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable split = RegionalSplit.Of(pair.Table, Parts(), pair.Reference, pair.Way);
                Assert.Equal(pair.Table.Size + (2 * pair.Table.Sectors.Regions.Count), split.Size);
                AssertSame(pair.Table, Together(split), TotalsTolerance);
                TableBalance balance = TableBalance.Of(split);
                double largest = split.Output.ToArray().Max();
                Assert.All(balance.RowGaps.Concat(balance.ColumnGaps), gap => Assert.Equal(0, gap.Gap, TotalsTolerance * largest));
            },
            count: 40
        );

    [Fact]
    public void Neither_the_order_of_parts_nor_that_of_regions_matters() =>
        (from pair in Pairs from order in RandomTables.Order(pair.Table.Sectors.Regions.Count) select (pair, order)).ForAll(
            it =>
            {
                FlowTable once = RegionalSplit.Of(it.pair.Table, Parts(), it.pair.Reference, it.pair.Way);
                FlowTable turned = RegionalSplit.Of(it.pair.Table, [.. Parts().Reverse()], it.pair.Reference, it.pair.Way);
                var same = Concordance.Identity(once.Sectors.Industries.Select(i => i.Code));
                AssertSame(once, TableAggregation.Aggregate(turned, industries: same), TotalsTolerance);
                int[] industries = [.. Enumerable.Range(0, it.pair.Table.Sectors.Industries.Count)];
                FlowTable moved = RegionalSplit.Of(
                    TableRelabelling.Reorder(it.pair.Table, it.order, industries),
                    Parts(),
                    it.pair.Reference,
                    it.pair.Way
                );
                for (int s = 0; s < once.Size; s++)
                {
                    int at = SectorOf(moved, once, s);
                    Assert.Equal(once.Output[s], moved.Output[at], TotalsTolerance * once.Output.ToArray().Max());
                    for (int b = 0; b < once.Size; b++)
                    {
                        double there = moved.Flows[(at * once.Size) + SectorOf(moved, once, b)];
                        Assert.Equal(once.Flows[(s * once.Size) + b], there, TotalsTolerance * once.Output.ToArray().Max());
                    }
                }
            },
            count: 20
        );

    [Fact]
    public void Sizes_may_differ_by_region() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable split = RegionalSplit.Of(
                    pair.Table,
                    Parts(),
                    pair.Reference,
                    pair.Way,
                    (region, part) => part with { OutputShare = 0.1 * (region + 1) }
                );
                for (int r = 0; r < split.Sectors.Regions.Count; r++)
                {
                    double whole = pair.Table.Output[pair.Table.Sectors.SectorOf(new(r), new(0))];
                    Assert.Equal(
                        0.1 * (r + 1) * whole,
                        split.Output[split.Sectors.SectorOf(new(r), split.Sectors.FindIndustry("i0-a"))],
                        1e-12 * whole
                    );
                }

                AssertSame(pair.Table, Together(split), TotalsTolerance);
            },
            count: 20
        );

    [Fact]
    public void The_world_is_split_into_its_technologies_with_every_total_kept()
    {
        TechnologyBridge bridge = BridgeLibrary.For(World)!;
        FlowTable split = BridgeLibrary.Split(World, bridge);
        int parts = bridge.Parts.Count(p => !p.IsWhole);
        Assert.InRange(parts, 20, 40);
        Assert.Equal(World.Size + (parts * World.Sectors.Regions.Count), split.Size);
        AssertSame(World, Together(split), TotalsTolerance);

        // Chip tools go to makers of chips far more than machinery as a whole does, in whatever country they are.
        string tools = bridge.Find("semi_equipment")!.Value.Part.Split.Code;
        Assert.Equal("c13-semiconductor-machinery", tools);
        Assert.True(ShareTo(split, tools, "c14") > 2 * ShareTo(split, "c13", "c14"));

        // Economies have published shares: the Netherlands make many times more chip tools, of their machinery, than France.
        double ShareIn(string country) =>
            split.Output[split.Sectors.SectorOf(split.Sectors.FindRegion(country), split.Sectors.FindIndustry(tools))]
            / World.Output[World.Sectors.SectorOf(World.Sectors.FindRegion(country), World.Sectors.FindIndustry("c13"))];
        Assert.True(ShareIn("NLD") > 20 * ShareIn("FRA"));
        Assert.True(ShareIn("JPN") > 20 * ShareIn("FRA"));
    }

    [Fact]
    public void A_table_of_one_region_or_with_a_column_of_imports_is_refused()
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        ModelException e = Assert.Throws<ModelException>(() =>
            RegionalSplit.Of(china, Parts(), china, Concordance.Identity(china.Sectors.Industries.Select(i => i.Code)))
        );
        Assert.Contains("many regions", e.Message, StringComparison.Ordinal);
    }

    private static SplitPart[] Parts() => [new("i0", "i0-a", "A", ["s0"]), new("i1", "i1-a", "B", ["s3"])];

    private static FlowTable Together(FlowTable split) =>
        TableAggregation.Aggregate(
            split,
            industries: Concordance.Of("back", split.Sectors.Industries.Select(i => (i.Code, i.Code.Split('-')[0])))
        );

    private static int SectorOf(FlowTable table, FlowTable order, int sector) =>
        table.Sectors.SectorOf(
            table.Sectors.FindRegion(order.Sectors.RegionOf(new(sector)).Code),
            table.Sectors.FindIndustry(order.Sectors.IndustryOf(new(sector)).Code)
        );

    /// <summary>The share of what industries of all regions buy of a product that one industry and its parts buy.</summary>
    private static double ShareTo(FlowTable table, string seller, string buyer)
    {
        double all = 0;
        double found = 0;
        for (int r = 0; r < table.Sectors.Regions.Count; r++)
        {
            ReadOnlySpan<double> sales = table.SalesOf(table.Sectors.SectorOf(new(r), table.Sectors.FindIndustry(seller)));
            for (int b = 0; b < sales.Length; b++)
            {
                all += sales[b];
                found += table.Sectors.IndustryOf(new(b)).Code.Split('-')[0] == buyer ? sales[b] : 0;
            }
        }

        return found / all;
    }

    private static void AssertSame(FlowTable expected, FlowTable actual, double tolerance)
    {
        Assert.Equal(expected.Sectors.Industries.Select(i => i.Code), actual.Sectors.Industries.Select(i => i.Code));
        double largest = expected.Output.ToArray().Max();
        AssertSame(expected.Flows, actual.Flows, tolerance * largest);
        AssertSame(expected.FinalDemand, actual.FinalDemand, tolerance * largest);
        AssertSame(expected.ValueAdded, actual.ValueAdded, tolerance * largest);
        AssertSame(expected.Output, actual.Output, tolerance * largest);
    }

    private static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"[{i}]: {expected[i]:R} and {actual[i]:R}");
        }
    }
}
