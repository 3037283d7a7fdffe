using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Validation;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots;

public class RigidCascadeTests
{
    [Fact]
    public void Every_buyer_of_a_buyer_stops()
    {
        // s1 sells to s2, s2 to s3; s4 stands alone.
        FlowTable table = SmallTables.Closed(new double[,] { { 0, 2, 0, 0 }, { 0, 0, 3, 0 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } }, [8, 7, 10, 10]);
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
        MeasureValues measure = Assert.Single(ValidityMeasures.Of(RootRanking.Of(table, options, [0])), m => m.Name == "rigid-cascade");
        Assert.Equal(cascade.Refusal, measure.Refusal);
    }

    [Fact]
    public void A_refused_measure_has_no_score()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        var labels = ExpertLabels.Of(table.Sectors.Industries, "nbs2020", [new ExpertMention("here", "list", "item", "nbs2020", "094", PurityGrade.A)]);
        var measure = new MeasureValues("void", [.. Enumerable.Repeat<double?>(1, table.Size)], Refusal: "all are the same");
        ValidityRow row = Assert.Single(ValidityTable.Of([measure], labels, new BootstrapOptions { Seed = 1 }, TestContext.Current.CancellationToken));
        Assert.Equal(ValidityStatus.Refused, row.Status);
        Assert.Null(row.Area);
    }
}
