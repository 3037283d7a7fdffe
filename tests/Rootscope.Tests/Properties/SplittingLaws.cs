using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Properties;

/// <summary>What splitting sectors by weights keeps, and what composing concordances does.</summary>
public class SplittingLaws
{
    /// <summary>Weights that sum to 1 within rounding, and sums in another order.</summary>
    private const double Tolerance = 1e-12;

    private static readonly Gen<(FlowTable Table, Concordance Industries, Concordance Regions)> Split =
        from table in RandomTables.Any
        from industries in Weights(table.Sectors.Industries.Count, 3)
        from regions in Weights(table.Sectors.Regions.Count, table.HasImports ? 1 : 2)
        select (
            table,
            Of("industries", [.. table.Sectors.Industries.Select(i => i.Code)], industries),
            Of("regions", [.. table.Sectors.Regions.Select(r => r.Code)], regions)
        );

    private static readonly Gen<(Concordance A, Concordance B, Concordance C)> Chain =
        from a in Weights(4, 5)
        from b in Weights(5, 4)
        from c in Weights(4, 3)
        select (Dense("a", "s", "t", a, 5), Dense("b", "t", "u", b, 4), Dense("c", "u", "v", c, 3));

    [Fact]
    public void Rows_and_columns_keep_their_identities() =>
        Split.ForAll(it =>
        {
            TableBalance balance = TableBalance.Of(TableAggregation.Aggregate(it.Table, it.Regions, it.Industries));
            Assert.True(balance.RowError <= Tolerance);
            Assert.True(balance.ColumnError <= Tolerance);
        });

    [Fact]
    public void Adding_the_parts_together_again_gives_the_whole() =>
        Split.ForAll(it =>
        {
            FlowTable parts = TableAggregation.Aggregate(it.Table, it.Regions, it.Industries);
            FlowTable whole = TableAggregation.Aggregate(parts, Back(it.Regions), Back(it.Industries));
            Assert.Equal(it.Table.Sectors.Industries.Select(i => i.Code), whole.Sectors.Industries.Select(i => i.Code));
            Close.Equal(it.Table.Flows, whole.Flows, Tolerance);
            Close.Equal(it.Table.FinalDemand, whole.FinalDemand, Tolerance);
            Close.Equal(it.Table.ValueAdded, whole.ValueAdded, Tolerance);
            Close.Equal(it.Table.Output, whole.Output, Tolerance);
            Close.Equal(it.Table.Imports, whole.Imports, Tolerance);
        });

    [Fact]
    public void Composition_is_associative() =>
        Chain.ForAll(it =>
        {
            Concordance left = it.A.Then(it.B).Then(it.C);
            Concordance right = it.A.Then(it.B.Then(it.C));
            Assert.Equal(left.Targets, right.Targets);
            Assert.Equal(Sorted(left).Select(l => (l.From, l.To)), Sorted(right).Select(l => (l.From, l.To)));
            Close.Equal(Sorted(left).Select(l => l.Weight).ToArray(), Sorted(right).Select(l => l.Weight).ToArray(), Tolerance);
        });

    [Fact]
    public void Identity_composes_to_the_same_links() =>
        Chain.ForAll(it =>
        {
            Assert.Equal(it.A.Links, Concordance.Identity(it.A.Sources).Then(it.A).Links);
            Assert.Equal(it.A.Links, it.A.Then(Concordance.Identity(it.A.Targets)).Links);
        });

    [Fact]
    public void Aggregating_twice_is_aggregating_by_the_composition() =>
        Split.ForAll(it =>
        {
            Concordance groups = Concordance.Of("groups", it.Industries.Targets.Select((t, i) => (t, i % 2 == 0 ? "even" : "odd")));
            FlowTable twice = TableAggregation.Aggregate(
                TableAggregation.Aggregate(it.Table, industries: it.Industries),
                industries: groups
            );
            FlowTable once = TableAggregation.Aggregate(it.Table, industries: it.Industries.Then(groups));
            Assert.Equal(twice.Sectors.Industries, once.Sectors.Industries);
            Close.Equal(twice.Flows, once.Flows, Tolerance);
            Close.Equal(twice.Output, once.Output, Tolerance);
        });

    private static IEnumerable<ConcordanceLink> Sorted(Concordance concordance) =>
        concordance.Links.OrderBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To, StringComparer.Ordinal);

    /// <summary>For each of n codes up to <paramref name="most"/> positive figures that sum to 1.</summary>
    private static Gen<double[][]> Weights(int n, int most) =>
        Gen.Double[0.05, 1].Array[1, most].Select(w => w.Select(x => x / w.Sum()).ToArray()).Array[n];

    private static Concordance Of(string name, string[] codes, double[][] weights) =>
        Concordance.Of(name, codes.SelectMany((c, k) => weights[k].Select((w, p) => new ConcordanceLink(c, $"{c}.{p}", w))));

    private static Concordance Back(Concordance split) => Concordance.Of("back", split.Links.Select(l => (l.To, l.From)));

    /// <summary>
    /// Code k goes to targets k, k + 1, … around a circle; every target of the circle also has a code of its own, so that chains are
    /// complete.
    /// </summary>
    private static Concordance Dense(string name, string from, string to, double[][] weights, int targets) =>
        Concordance.Of(
            name,
            weights
                .SelectMany((parts, k) => parts.Select((w, p) => new ConcordanceLink($"{from}{k}", $"{to}{(k + p) % targets}", w)))
                .GroupBy(l => (l.From, l.To))
                .Select(g => new ConcordanceLink(g.Key.From, g.Key.To, g.Sum(l => l.Weight)))
        );
}
