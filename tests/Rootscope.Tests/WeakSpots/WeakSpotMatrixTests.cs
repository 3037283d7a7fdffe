using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.WeakSpots;

namespace Rootscope.Tests.WeakSpots;

public class WeakSpotMatrixTests
{
    private static readonly TechnologyCatalogue Catalogue = CatalogueLibrary.Read();

    [Theory]
    [InlineData(true, true, false, new[] { Corner.BuildNow })]
    [InlineData(true, false, true, new[] { Corner.Partner })]
    [InlineData(true, false, false, new[] { Corner.Stockpile })]
    [InlineData(true, false, null, new[] { Corner.Partner, Corner.Stockpile })]
    [InlineData(true, null, true, new[] { Corner.BuildNow, Corner.Partner })]
    [InlineData(true, null, false, new[] { Corner.BuildNow, Corner.Stockpile })]
    [InlineData(true, null, null, new[] { Corner.BuildNow, Corner.Partner, Corner.Stockpile })]
    [InlineData(false, null, true, new[] { Corner.Watch })]
    [InlineData(null, true, true, new Corner[0])]
    public void A_corner_is_decided_only_as_far_as_the_figures_go(bool? isDependent, bool? isFeasible, bool? isHigh, Corner[] corners) =>
        Assert.Equal(corners, WeakSpotMatrix.CornersOf(isDependent, isFeasible, isHigh));

    [Fact]
    public void What_stands_on_a_technology_is_its_own_loss_and_what_its_buyers_need_of_it()
    {
        RootRanking ranking = Ranking();
        IReadOnlyList<TechnologyRow> rows = TechnologyRanking.Of(ranking, Catalogue);
        IReadOnlyDictionary<string, double> scores = BuildOrder.Of(ranking, rows, Catalogue);
        Dictionary<string, TechnologyRow> byId = rows.Where(r => r.Root?.Loss is not null)
            .ToDictionary(r => r.Technology.Id, StringComparer.Ordinal);
        Assert.Equal(byId.Keys.Order(StringComparer.Ordinal), scores.Keys.Order(StringComparer.Ordinal));
        var direct = Rootscope.Accounts.DirectRequirements.Of(ranking.Table, Rootscope.Accounts.InputOrigin.All);
        foreach ((string id, double score) in scores)
        {
            // The fixed point, written anew: s = b + W s.
            TechnologyRow row = byId[id];
            double purity = TechnologyProduct.PurityOf(row.Carrier!.Grade);
            double expected = row.Root!.Loss!.Value * purity;
            expected += Catalogue
                .Links.Where(l => l.Upstream.Id == id && byId.ContainsKey(l.Downstream.Id))
                .Sum(l =>
                    Math.Max(0, direct.Values[(row.Root.Product * direct.Size) + byId[l.Downstream.Id].Root!.Product])
                    * purity
                    * scores[l.Downstream.Id]
                );
            Assert.Equal(expected, score, 1e-12);
        }
    }

    [Fact]
    public void What_is_at_stake_with_a_technology_is_its_carriers_row_whatever_else_is_cut_and_orders_the_building()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        FlowTable table = RegionalView.Of(world, world.Sectors.FindRegion("DEU"));
        double[] years = [.. Enumerable.Range(0, table.Size).Select(i => 1 + (0.1 * i))];
        var inputs = new StakeInputs(table, table, years, new double[table.Size]);
        var options = new StakeOptions
        {
            Supply = SupplyScope.Imported,
            Elasticities = new HorizonElasticities(
                ElasticitySets.Read("short-run"),
                ElasticitySets.Read("medium-run"),
                ElasticitySets.Read("long-run")
            ),
        };
        IReadOnlyList<IndustryNumber> carriers = TechnologyStake.CarriersIn(table, Catalogue, bridge: null);
        Assert.InRange(carriers.Count, 5, table.Size - 1);
        var some = StakeRanking.Of(inputs, options, carriers);
        Dictionary<string, StakeRow> all = StakeRanking.Of(inputs, options).Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        IReadOnlyDictionary<string, TechnologyStake> stakes = TechnologyStake.Of(some, bands: null, Catalogue, bridge: null);
        Assert.All(
            stakes.Values.Where(s => s.Carrier is not null),
            s => Assert.Equal((all[s.Carrier!.Code].AtStakeShare, all[s.Carrier.Code].Status), (s.AtStakeShare, s.Status))
        );
        Assert.All(stakes.Values.Where(s => s.Carrier is null), s => Assert.Equal(CutStatus.NotRepresented, s.Status));
        IReadOnlyDictionary<string, double> scores = BuildOrder.Of(some, stakes, Catalogue);
        var direct = Rootscope.Accounts.DirectRequirements.Of(table, Rootscope.Accounts.InputOrigin.All);
        foreach ((string id, double score) in scores)
        {
            TechnologyStake stake = stakes[id];
            double purity = TechnologyProduct.PurityOf(stake.Carrier!.Grade);
            double expected =
                (stake.AtStakeShare!.Value * purity)
                + Catalogue
                    .Links.Where(l => l.Upstream.Id == id && scores.ContainsKey(l.Downstream.Id))
                    .Sum(l =>
                        Math.Max(0, direct.Values[(stake.Product!.Value * direct.Size) + stakes[l.Downstream.Id].Product!.Value])
                        * purity
                        * scores[l.Downstream.Id]
                    );
            Assert.Equal(expected, score, 1e-12);
        }

        var rollUp = new TechnologyRollUp("DEU", Dependence(), Catalogue, FactLibrary.Holdings(), trade: null);
        IReadOnlyList<WeakSpot> spots = WeakSpotMatrix.Of(
            Catalogue,
            rollUp.Of,
            _ => TechnologyFeasibility.Of("DEU", [], []),
            new WeakSpotContext(new Dictionary<string, InputOrigins>()) { Stake = some }
        );
        double[] weights = [.. spots.Select(s => s.Weight).OfType<double>().Order()];
        Assert.All(spots, s => Assert.Equal(s.Weight >= weights[weights.Length / 2], s.RestsMuch ?? false));
        WeakSpot[] order = [.. spots.Where(s => s.BuildFirst is not null)];
        Assert.NotEmpty(order);
        Assert.Equal(
            order.OrderByDescending(s => scores[s.Technology.Id]).Select(s => s.Technology.Id),
            order.Select(s => s.Technology.Id)
        );
    }

    [Fact]
    public void The_order_of_building_holds_dependent_technologies_alone_and_falls_with_what_stands_on_them()
    {
        var rollUp = new TechnologyRollUp("CHN", Dependence(), Catalogue, FactLibrary.Holdings(), trade: null);
        IReadOnlyList<WeakSpot> spots = WeakSpotMatrix.Of(
            Catalogue,
            rollUp.Of,
            _ => TechnologyFeasibility.Of("CHN", [], []),
            new WeakSpotContext(new Dictionary<string, InputOrigins>()) { Ranking = Ranking() }
        );
        WeakSpot[] order = [.. spots.Where(s => s.BuildFirst is not null)];
        Assert.Equal(Enumerable.Range(1, order.Length), order.Select(s => s.BuildFirst!.Value));
        Assert.All(order, s => Assert.True(s.Dependence.IsDependent));
        Assert.Equal(order.OrderByDescending(s => s.Supported).Select(s => s.Technology.Id), order.Select(s => s.Technology.Id));
        Assert.Equal(Catalogue.Technologies.Count, spots.Count);
        Assert.Contains(order, s => s.Technology.Id == "semi_equipment");
        Assert.DoesNotContain(order, s => s.Technology.Id == "rare_earth_magnets");
        Assert.All(spots, s => Assert.Null(s.Feasibility.Score));
    }

    [Fact]
    public void In_a_table_that_carries_no_technology_nothing_has_a_place_and_dependence_is_judged_all_the_same()
    {
        Rootscope.Tables.FlowTable table = EmbeddedTables.Read("china-2020");
        RootRanking ranking = RootRanking.Of(table.With(table.Metadata with { Classification = "own" }), Options);
        var rollUp = new TechnologyRollUp("CHN", Dependence(), Catalogue, FactLibrary.Holdings(), trade: null);
        IReadOnlyList<WeakSpot> spots = WeakSpotMatrix.Of(
            Catalogue,
            rollUp.Of,
            _ => TechnologyFeasibility.Of("CHN", [], []),
            new WeakSpotContext(new Dictionary<string, InputOrigins>()) { Ranking = ranking }
        );
        Assert.Equal(Catalogue.Technologies.Count, spots.Count);
        Assert.All(spots, s => Assert.Null(s.BuildFirst));
        Assert.Contains(spots, s => s.Dependence.IsDependent == true);
    }

    private static Rootscope.Dependence.Rules.DependenceRule Dependence() => DependenceRules.Read("geodep");

    private static RootOptions Options =>
        new()
        {
            Lens = LensRegistry.Default.Named("first-order"),
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
        };

    private static RootRanking Ranking() => RootRanking.Of(EmbeddedTables.Read("china-2020"), Options);
}
