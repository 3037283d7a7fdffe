using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots;

public class TechnologyRankingTests
{
    private static readonly TechnologyCatalogue Catalogue = CatalogueLibrary.Read();
    private static readonly RootRanking China = RankingOf(EmbeddedTables.Read("china-2020"));

    [Fact]
    public void Every_technology_stands_once_with_the_row_of_its_carrier()
    {
        IReadOnlyList<TechnologyRow> rows = TechnologyRanking.Of(China, Catalogue);
        Assert.Equal(Catalogue.Technologies.ToHashSet(), rows.Select(r => r.Technology).ToHashSet());
        Assert.Equal(Catalogue.Technologies.Count, rows.Count);
        Assert.All(rows, r => Assert.Equal(r.Carrier!.Code, r.Root!.Code));
    }

    [Fact]
    public void Technologies_follow_the_ranking_of_their_carriers_and_share_its_ranks()
    {
        IReadOnlyList<TechnologyRow> rows = TechnologyRanking.Of(China, Catalogue);
        Assert.Equal(rows.OrderBy(r => r.Root!.Rank).Select(r => r.Root!.Rank), rows.Select(r => r.Root!.Rank));
        Assert.All(rows.GroupBy(r => r.Root!.Product), g => Assert.Single(g.Select(r => r.Rank).Distinct()));
        Assert.All(rows.GroupBy(r => r.Root!.Product), g => Assert.All(g, r => Assert.Equal(g.Count(), r.Sharing)));
        Assert.Equal(1, rows[0].Rank);
    }

    [Fact]
    public void In_a_table_of_an_unknown_classification_no_technology_is_represented()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        RootRanking foreign = RankingOf(table.With(table.Metadata with { Classification = "own" }));
        Assert.All(
            TechnologyRanking.Of(foreign, Catalogue),
            r => Assert.Equal((null, CutStatus.NotRepresented, 0), (r.Rank, r.Status, r.Sharing))
        );
    }

    [Fact]
    public void An_industry_has_the_area_of_the_core_technology_it_carries_most_purely()
    {
        IReadOnlyDictionary<string, string> areas = TechnologyRanking.AreasOf(EmbeddedTables.Read("usa-2017").Metadata, Catalogue);
        Assert.Equal("information", areas["333242"]);
        Assert.Equal("matter", areas["333517"]);
        Assert.False(areas.ContainsKey("311111"));
    }

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    [InlineData("world-2011")]
    public void Every_technology_is_carried_in_every_embedded_table(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        Assert.All(Catalogue.Technologies, t => Assert.NotNull(TechnologyRanking.CarrierOf(t, table, Catalogue)));
    }

    private static RootRanking RankingOf(FlowTable table) =>
        RootRanking.Of(
            table,
            new RootOptions
            {
                Capital = CapitalTreatment.Off,
                Lens = LensRegistry.Default.Named("first-order"),
                Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
            }
        );
}
