using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots;

public class RigidCascadeTests
{
    [Fact]
    public void Every_buyer_of_a_buyer_stops()
    {
        // s1 sells to s2, s2 to s3; s4 stands alone.
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0, 2, 0, 0 },
                { 0, 0, 3, 0 },
                { 0, 0, 0, 0 },
                { 0, 0, 0, 0 },
            },
            [8, 7, 10, 10]
        );
        var cascade = RigidCascade.Of(table);
        double[] valueAdded = TableTotals.ValueAdded(table);
        double total = valueAdded.Sum();
        Assert.Equal((valueAdded[0] + valueAdded[1] + valueAdded[2]) / total, cascade.Reach[0], 1e-12);
        Assert.Equal((valueAdded[1] + valueAdded[2]) / total, cascade.Reach[1], 1e-12);
        Assert.Equal(valueAdded[3] / total, cascade.Reach[3], 1e-12);
        Assert.True(cascade.CanRank);
        Assert.Null(cascade.Refusal);
    }

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void On_a_real_table_everything_reaches_everything_and_the_ranking_is_refused(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        var cascade = RigidCascade.Of(table);
        Assert.False(cascade.CanRank);
        Assert.Contains("everything reaches everything", cascade.Refusal, StringComparison.Ordinal);
        var options = new RootOptions { Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") } };
        MeasureValues measure = Assert.Single(
            ValidityMeasures.Of(RootRanking.Of(table, options, [new IndustryNumber(0)])),
            m => m.Name == "rigid-cascade"
        );
        Assert.Equal(cascade.Refusal, measure.Refusal);
    }

    [Fact]
    public void Under_the_cascade_lens_shares_rank_and_essential_inputs_are_refused_with_the_reason()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        var options = new RootOptions
        {
            Lens = LensRegistry.Default.Named("cascade"),
            Cut = 0.4,
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
        };
        var ranking = RootRanking.Of(table, options, threads: 2, progress: null, TestContext.Current.CancellationToken);
        Assert.All(
            ranking.Rows,
            r =>
                Assert.True(
                    r.Loss is > 0 and <= 0.4 && r.Gap is null && r.Elasticity is { } e && Math.Abs((e * 0.4) - r.Loss.Value) < 1e-12
                )
        );
        Assert.Equal(ranking.Rows.Select(r => (r.Code, r.Loss)), RootRanking.Of(table, options).Rows.Select(r => (r.Code, r.Loss)));
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        RootOptions essential = options with { Essentiality = EssentialityMatrix.Uniform(InputRating.Essential, codes) };
        Assert.Contains(
            "everything reaches everything",
            Assert.Throws<ModelException>(() => RootRanking.Of(table, essential)).Message,
            StringComparison.Ordinal
        );

        // One product alone is no ranking.
        Assert.True(
            RootRanking.Of(table, essential, [new IndustryNumber(93)]).Rows[0].Loss > ranking.Rows.Single(r => r.Product == 93).Loss
        );
    }

    [Fact]
    public void Losses_are_refused_as_a_ranking_where_half_of_them_are_about_the_largest()
    {
        Assert.Null(RigidCascade.RefusalOf([0.9, 0.8, 0.5, 0.3, 0.1, 0.1]));
        Assert.Null(RigidCascade.RefusalOf([0, 0, 0, 0, 0, 0]));
        Assert.Contains("67% of products", RigidCascade.RefusalOf([0.9, 0.88, 0.85, 0.82, 0.1, 0.1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Reach_is_refused_as_a_ranking_where_everything_reaches_everything()
    {
        Assert.Null(RigidCascade.RefusalOfReach([1, 0.9, 0.5, 0.3, 0.1, 0.1]));
        Assert.Null(RigidCascade.RefusalOfReach([0, 0, 0, 0, 0, 0]));

        // Everyone buys the same of everyone, and nobody can do without: all shrink together.
        const int Size = 6;
        FlowTable table = RandomEconomies.Build(
            Size,
            [.. Enumerable.Repeat(1.0, Size * Size)],
            [.. Enumerable.Repeat(0.7, Size)],
            [.. Enumerable.Repeat(1.0, Size)],
            new double[Size],
            new double[Size]
        );
        var options = new RootOptions
        {
            Sort = RootMeasures.Reach,
            Capital = CapitalTreatment.Off,
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySet.Uniform("rigid", 0.05, 0.05, 1, 0.05) },
        };
        Assert.Contains(
            "everything reaches everything",
            Assert.Throws<ModelException>(() => RootRanking.Of(table, options)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(Size, RootRanking.Of(table, options with { Sort = RootMeasures.Leverage }).Rows.Count);
        FlowTable china = EmbeddedTables.Read("china-2020");
        Assert.Equal(
            china.Size,
            RootRanking
                .Of(
                    china,
                    options with
                    {
                        Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
                    },
                    threads: 2
                )
                .Rows.Count
        );
    }

    [Fact]
    public void A_refused_measure_has_no_score()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        var labels = ExpertLabels.Of(
            table.Sectors.Industries,
            "nbs2020",
            [new ExpertMention("here", "list", "item", "nbs2020", "094", PurityGrade.A)]
        );
        var measure = new MeasureValues("void", [.. Enumerable.Repeat<double?>(1, table.Size)], Refusal: "all are the same");
        ValidityRow row = Assert.Single(
            ValidityTable.Of([measure], labels, new BootstrapOptions { Seed = 1 }, TestContext.Current.CancellationToken)
        );
        Assert.Equal(ValidityStatus.Refused, row.Status);
        Assert.Null(row.Area);
    }
}
