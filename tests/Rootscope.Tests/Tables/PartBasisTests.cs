using CsCheck;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;
using Rootscope.Tables.Splitting;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Tables;

/// <summary>Parts that no class of the reference is: classes lend their pattern, buyers are named, or the part is a slice.</summary>
public class PartBasisTests
{
    /// <summary>Of the largest output: what a split keeps of every total.</summary>
    private const double TotalsTolerance = 1e-9;

    private static readonly SplitPart Own = new("g0", "g0-own", "Own", ["s0"]);

    private static readonly SplitPart Lent = new("g0", "g0-lent", "Lent", ["s1", "s4"], 0.07, 0.1, 0.05) { Basis = PartBasis.Lent };

    private static readonly SplitPart Named = new("g1", "g1-named", "Named", ["s4"], 0.05)
    {
        Basis = PartBasis.Lent,
        Buyers = [new("s0", 3), new("s1", 1)],
    };

    private static readonly SplitPart Slice = new("g1", "g1-slice", "Slice", [], 0.11) { Basis = PartBasis.Carrier };

    private static readonly SplitPart[] Parts = [Own, Lent, Named, Slice];

    /// <summary>Two industries, a reference with three classes for each, and the way between them.</summary>
    private static readonly Gen<(FlowTable Table, FlowTable Reference, Concordance Way)> Pairs =
        from table in Economy(2, "g")
        from reference in Economy(6, "s")
        select (table, reference, Concordance.Of("threes", Enumerable.Range(0, 6).Select(i => ($"s{i}", $"g{i / 3}"))));

    [Fact]
    public void Every_total_is_kept_and_adding_the_parts_together_returns_the_table() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable split = TechnologySplit.Of(pair.Table, Parts, pair.Reference, pair.Way);
                Assert.Equal(pair.Table.Size + Parts.Length, split.Size);
                AssertSame(pair.Table, Together(split));
                Assert.All(split.Flows.ToArray(), z => Assert.True(z >= 0));
                TableBalance balance = TableBalance.Of(split);
                double largest = split.Output.ToArray().Max();
                Assert.All(balance.RowGaps.Concat(balance.ColumnGaps), gap => Assert.Equal(0, gap.Gap, TotalsTolerance * largest));
            },
            count: 60
        );

    [Fact]
    public void The_order_of_parts_does_not_matter() =>
        Gen.Select(Pairs, Gen.Int[0, 100])
            .ForAll(
                (pair, seed) =>
                {
                    SplitPart[] shuffled = [.. Parts];
                    new Random(seed).Shuffle(shuffled);
                    FlowTable one = TechnologySplit.Of(pair.Table, Parts, pair.Reference, pair.Way);
                    FlowTable other = TechnologySplit.Of(pair.Table, shuffled, pair.Reference, pair.Way);
                    AssertSame(one, TableAggregation.Aggregate(other, industries: Concordance.Identity(Codes(one))));
                },
                count: 40
            );

    [Fact]
    public void A_slice_takes_the_same_share_of_every_input_and_of_every_sale_at_home() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable split = TechnologySplit.Of(pair.Table, Parts, pair.Reference, pair.Way);
                int slice = split.Sectors.FindIndustry(Slice.Code);
                int[] all =
                [
                    .. Codes(split).Select((c, i) => (c, i)).Where(p => p.c.StartsWith("g1", StringComparison.Ordinal)).Select(p => p.i),
                ];
                double largest = split.Output.ToArray().Max();
                double bought = Enumerable.Range(0, split.Size).Sum(i => split.Flows[(i * split.Size) + slice]);
                double whole = Enumerable.Range(0, split.Size).Sum(i => all.Sum(j => split.Flows[(i * split.Size) + j]));
                Assert.Equal(Slice.OutputShare!.Value * whole, bought, TotalsTolerance * largest);
                double[] shares =
                [
                    .. Enumerable
                        .Range(0, split.Size)
                        .Select(j => split.Flows[(slice * split.Size) + j] / all.Sum(i => split.Flows[(i * split.Size) + j])),
                ];
                Assert.All(shares, s => Assert.Equal(shares[0], s, 1e-8));
            },
            count: 40
        );

    [Fact]
    public void A_class_that_lends_its_pattern_in_its_own_table_gives_a_slice_of_itself() =>
        Pairs.ForAll(
            pair =>
            {
                SplitPart lent = new("g1", "g1-part", "Part", ["g1"], 0.2) { Basis = PartBasis.Lent };
                SplitPart slice = lent with { References = [], Basis = PartBasis.Carrier };
                Concordance way = Concordance.Identity(Codes(pair.Table));
                AssertSame(
                    TechnologySplit.Of(pair.Table, [lent], pair.Table, way),
                    TechnologySplit.Of(pair.Table, [slice], pair.Table, way)
                );
            },
            count: 20
        );

    [Fact]
    public void Named_buyers_get_more_of_the_part_than_of_the_rest() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable split = TechnologySplit.Of(pair.Table, [Own, Named], pair.Reference, pair.Way);
                Assert.True(ShareTo(split, Named.Code, "g0") > ShareTo(split, "g1", "g0"));
            },
            count: 40
        );

    [Fact]
    public void Other_sizes_of_parts_can_be_drawn() =>
        Pairs.ForAll(
            pair =>
            {
                SplitFamily family = SplitFamily.Of(pair.Table, Parts, pair.Reference, pair.Way);
                AssertSame(family.Split(), family.At(new double[Parts.Length])!);
                FlowTable? larger = family.At([0, 0.5, 0.5, 0.5]);
                Assert.True(larger is null || larger.Output[larger.Sectors.FindIndustry(Slice.Code)] > 0.11 * pair.Table.Output[1]);
            },
            count: 20
        );

    [Fact]
    public void The_same_holds_region_by_region()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        FlowTable reference = EmbeddedTables.Read("usa-2017");
        Concordance way = ConcordanceLibrary.Read("bea2017-wiod2013");
        SplitPart[] parts =
        [
            new("c13", "c13-lent", "Lent", ["33399A"], 0.01) { Basis = PartBasis.Lent, Buyers = [new("336112"), new("3344")] },
            new("c14", "c14-slice", "Slice", [], 0.02) { Basis = PartBasis.Carrier },
        ];
        FlowTable split = RegionalSplit.Of(world, parts, reference, way);
        AssertSame(world, Together(split));
        Assert.True(ShareTo(split, "c13-lent", "c15") > ShareTo(split, "c13", "c15"));
        Assert.Equal(ShareTo(split, "c14", "c15"), ShareTo(split, "c14-slice", "c15"), 1e-3);
    }

    [Theory]
    [InlineData(PartBasis.Lent, "333242", null, "333242", "Give its outputShare")]
    [InlineData(PartBasis.Lent, "", 0.1, "333242", "Name at least one")]
    [InlineData(PartBasis.Lent, "333242", 0.1, "99", "buyer '99'")]
    [InlineData(PartBasis.Carrier, "333242", 0.1, "", "say what they are to it")]
    [InlineData(PartBasis.Carrier, "", 0.1, "333242", "names buyers")]
    [InlineData(PartBasis.Class, "333242", 0.1, "333242", "names buyers")]
    public void A_part_that_cannot_hold_is_refused_with_the_way_out(
        PartBasis basis,
        string reference,
        double? share,
        string buyer,
        string told
    )
    {
        SplitPart part = new("078", "part", "Part", reference.Length > 0 ? [reference] : [], share)
        {
            Basis = basis,
            Buyers = buyer.Length > 0 ? [new PartBuyer(buyer)] : [],
        };
        TableException e = Assert.Throws<TableException>(() =>
            TechnologySplit.Of(
                EmbeddedTables.Read("china-2020"),
                [part],
                EmbeddedTables.Read("usa-2017"),
                ConcordanceLibrary.Read("bea2017-nbs2020")
            )
        );
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
    }

    private static Gen<FlowTable> Economy(int n, string letter) =>
        from recipe in Gen.Double[0.05, 1].Array[n * n]
        from inputs in Gen.Double[0.1, 0.8].Array[n]
        from final in Gen.Double[1, 10].Array[n]
        from imported in Gen.Double[0.05, 0.6].Array[n]
        from exported in Gen.Double[0.01, 0.5].Array[n]
        select Called(RandomEconomies.Build(n, recipe, inputs, final, imported, exported), letter);

    private static FlowTable Called(FlowTable table, string letter) =>
        new(
            table.ToParts() with
            {
                Sectors = new SectorIndex(
                    table.Sectors.Regions,
                    [.. table.Sectors.Industries.Select((_, i) => new Industry($"{letter}{i}", $"{letter}{i}"))]
                ),
            }
        );

    private static IEnumerable<string> Codes(FlowTable table) => table.Sectors.Industries.Select(i => i.Code);

    private static FlowTable Together(FlowTable split) =>
        TableAggregation.Aggregate(split, industries: Concordance.Of("back", Codes(split).Select(c => (c, c.Split('-')[0]))));

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

    private static void AssertSame(FlowTable expected, FlowTable actual)
    {
        Assert.Equal(Codes(expected), Codes(actual));
        double tolerance = TotalsTolerance * expected.Output.ToArray().Max();
        AssertSame(expected.Flows, actual.Flows, tolerance);
        AssertSame(expected.FinalDemand, actual.FinalDemand, tolerance);
        AssertSame(expected.ValueAdded, actual.ValueAdded, tolerance);
        AssertSame(expected.Output, actual.Output, tolerance);
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
