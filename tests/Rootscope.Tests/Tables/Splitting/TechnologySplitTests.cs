using CsCheck;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Splitting;

namespace Rootscope.Tests.Tables.Splitting;

public class TechnologySplitTests
{
    /// <summary>GRAS ends at 1e-13 of the largest sum; a parent's cell is the sum of several.</summary>
    private const double TotalsTolerance = 1e-9;

    /// <summary>A coarse table, its fine truth and a foreign reference with other figures.</summary>
    private static readonly Gen<(FlowTable Truth, FlowTable Foreign, Concordance Groups)> Pairs =
        from groups in Gen.Int[2, 3]
        let n = groups * 3
        from truth in Economy(n)
        from foreign in Economy(n)
        select (truth, foreign, Concordance.Of("threes", truth.Sectors.Industries.Select((s, i) => (s.Code, $"g{i / 3}"))));

    [Fact]
    public void Splitting_with_a_foreign_table_keeps_every_total() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable coarse = TableAggregation.Aggregate(pair.Truth, industries: pair.Groups);
                FlowTable split = TechnologySplit.Of(coarse, Parts(coarse, pair.Foreign, 0), pair.Foreign, pair.Groups);
                AssertSame(coarse, TableAggregation.Aggregate(split, industries: Back(coarse, split)), TotalsTolerance);
                Assert.True(split.Size > coarse.Size);
                Assert.All(split.Flows.ToArray(), z => Assert.True(z >= 0));
                Assert.All(split.FinalDemand.ToArray(), f => Assert.True(f >= 0));
            },
            count: 60
        );

    [Fact]
    public void The_order_of_splits_does_not_matter() =>
        Gen.Select(Pairs, Gen.Int[0, 100])
            .ForAll(
                (pair, seed) =>
                {
                    FlowTable coarse = TableAggregation.Aggregate(pair.Truth, industries: pair.Groups);
                    IReadOnlyList<SplitPart> parts = Parts(coarse, pair.Foreign, 0);
                    SplitPart[] shuffled = [.. parts];
                    new Random(seed).Shuffle(shuffled);
                    FlowTable one = TechnologySplit.Of(coarse, parts, pair.Foreign, pair.Groups);
                    FlowTable other = TechnologySplit.Of(coarse, shuffled, pair.Foreign, pair.Groups);
                    var order = Concordance.Identity(one.Sectors.Industries.Select(i => i.Code));
                    AssertSame(one, TableAggregation.Aggregate(other, industries: order), TotalsTolerance);
                },
                count: 40
            );

    [Fact]
    public void Splitting_in_separate_calls_in_any_order_gives_the_same_table() =>
        Gen.Select(Pairs, Gen.Int[0, 100])
            .ForAll(
                (pair, seed) =>
                {
                    FlowTable coarse = TableAggregation.Aggregate(pair.Truth, industries: pair.Groups);
                    SplitPart[] parts = [.. Parts(coarse, pair.Foreign, 0)];
                    FlowTable once = TechnologySplit.Of(coarse, parts, pair.Foreign, pair.Groups);
                    SplitPart[] shuffled = [.. parts];
                    new Random(seed).Shuffle(shuffled);
                    foreach (SplitPart[] order in (SplitPart[][])[parts, [.. parts.Reverse()], shuffled])
                    {
                        SplitFamily family = order
                            .Skip(1)
                            .Aggregate(
                                SplitFamily.Of(coarse, [order[0]], pair.Foreign, pair.Groups),
                                (splits, part) => splits.With([part])
                            );
                        FlowTable apart = TableAggregation.Aggregate(
                            family.Split(),
                            industries: Concordance.Identity(once.Sectors.Industries.Select(i => i.Code))
                        );
                        AssertSame(once, apart, TotalsTolerance);
                    }
                },
                count: 30
            );

    [Fact]
    public void A_bridge_made_from_the_table_itself_returns_the_table() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable coarse = TableAggregation.Aggregate(pair.Truth, industries: pair.Groups);
                double[] exports = TableTotals.Exports(pair.Truth);
                double[] all = TableTotals.Exports(coarse);
                SplitPart[] parts =
                [
                    .. pair.Truth.Sectors.Industries.Select(
                        (s, i) =>
                            new SplitPart(
                                $"g{i / 3}",
                                s.Code,
                                s.Name,
                                [s.Code],
                                pair.Truth.Output[i] / coarse.Output[i / 3],
                                pair.Truth.Imports[i] / coarse.Imports[i / 3],
                                exports[i] / all[i / 3]
                            )
                    ),
                ];
                FlowTable again = TechnologySplit.Of(coarse, parts, pair.Truth, pair.Groups);
                AssertSame(pair.Truth, again, 1e-8);
                AssertSame(coarse, TableAggregation.Aggregate(again, industries: pair.Groups), TotalsTolerance);
            },
            count: 60
        );

    [Fact]
    public void Without_a_reference_pattern_every_part_has_the_parents_recipe() =>
        Pairs.ForAll(
            pair =>
            {
                FlowTable coarse = TableAggregation.Aggregate(pair.Truth, industries: pair.Groups);
                FlowTable split = TechnologySplit.Of(
                    coarse,
                    Parts(coarse, pair.Foreign, 0),
                    pair.Foreign,
                    pair.Groups,
                    SplitPattern.OutputShares
                );
                int part = split.Sectors.FindIndustry("g0.0");
                double share = split.Output[part] / coarse.Output[0];
                for (int i = 0; i < split.Size; i++)
                {
                    int parent = coarse.Sectors.FindIndustry(split.Sectors.Industries[i].Code[..2]);
                    double input = Enumerable
                        .Range(0, split.Size)
                        .Where(s => split.Sectors.Industries[s].Code.StartsWith($"g{parent}", StringComparison.Ordinal))
                        .Sum(s => split.Flows[(s * split.Size) + part]);
                    Assert.Equal(share * coarse.Flows[parent * coarse.Size], input, 1e-8 * coarse.Output[0]);
                }
            },
            count: 20
        );

    [Fact]
    public void Shares_that_are_given_hold()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        FlowTable reference = EmbeddedTables.Read("usa-2017");
        Concordance toTable = ConcordanceLibrary.Read("bea2017-nbs2020");
        FlowTable split = TechnologySplit.Of(
            table,
            [new SplitPart("078", "078-semi", "Chip machines", ["333242"], 0.05, 0.3, 0.1)],
            reference,
            toTable
        );
        int parent = table.Sectors.FindIndustry("078");
        int part = split.Sectors.FindIndustry("078-semi");
        Assert.Equal(0.05, split.Output[part] / table.Output[parent], 1e-12);
        Assert.Equal(0.3, split.Imports[part] / table.Imports[parent], 1e-12);
        Assert.Equal(0.1, TableTotals.Exports(split)[part] / TableTotals.Exports(table)[parent], 1e-12);
        Assert.Equal("Manufacture of other special machinery, rest", split.Sectors.Industries[part + 1].Name);
        AssertSame(
            table,
            TableAggregation.Aggregate(
                split,
                industries: Concordance.Of("back", split.Sectors.Industries.Select(i => (i.Code, i.Code[..3])))
            ),
            TotalsTolerance
        );
    }

    [Theory]
    [InlineData("999", "333242", 0.1, null, "no industry '999'")]
    [InlineData("078", "999999", 0.1, null, "no industry '999999'")]
    [InlineData("079", "333242", 0.1, null, "belongs to '078'")]
    [InlineData("078", "333242", 1.2, null, "each must be above 0")]
    [InlineData("078", "333242", 0.001, 0.9, "lower its exportShare")]
    public void A_bridge_that_cannot_hold_is_refused_with_the_way_out(
        string parent,
        string code,
        double share,
        double? exports,
        string told
    )
    {
        SplitPart part = new(parent, "part", "Part", [code], share, null, exports);
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

    private static IReadOnlyList<SplitPart> Parts(FlowTable coarse, FlowTable foreign, int rest) =>
        [
            .. coarse.Sectors.Industries.SelectMany(
                (g, p) =>
                    Enumerable
                        .Range(0, 2 + rest)
                        .Select(t => new SplitPart(g.Code, $"{g.Code}.{t}", $"Part {t}", [foreign.Sectors.Industries[(p * 3) + t].Code]))
            ),
        ];

    private static Concordance Back(FlowTable coarse, FlowTable split) =>
        Concordance.Of(
            "back",
            split.Sectors.Industries.Select(i =>
                (i.Code, coarse.Sectors.Industries.First(g => i.Code.StartsWith(g.Code, StringComparison.Ordinal)).Code)
            )
        );

    private static Gen<FlowTable> Economy(int n) =>
        from recipe in Gen.Double[0.01, 1].Array[n * n]
        from inputs in Gen.Double[0.2, 0.7].Array[n]
        from final in Gen.Double[1, 10].Array[n]
        from imported in Gen.Double[0.05, 0.5].Array[n]
        from exported in Gen.Double[0.05, 1].Array[n]
        select RandomEconomies.Build(n, recipe, inputs, final, imported, exported);

    private static void AssertSame(FlowTable expected, FlowTable actual, double tolerance)
    {
        Assert.Equal(expected.Sectors.Industries.Select(i => i.Code), actual.Sectors.Industries.Select(i => i.Code));
        double scale = tolerance * Math.Max(1, expected.Output.ToArray().Max());
        AssertNear(expected.Flows, actual.Flows, scale);
        AssertNear(expected.FinalDemand, actual.FinalDemand, scale);
        AssertNear(expected.ValueAdded, actual.ValueAdded, scale);
        AssertNear(expected.Output, actual.Output, scale);
        AssertNear(expected.Imports, actual.Imports, scale);
    }

    private static void AssertNear(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double slack)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], slack);
        }
    }
}
