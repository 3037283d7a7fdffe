using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Kinds.Uplifts;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Lenses.Extraction;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;
using static Rootscope.Tests.Properties.ScenarioCases;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of docs/methods/scenarios.md.</summary>
public class ScenarioLaws
{
    [Theory]
    [InlineData(SupplyScope.Domestic, 0.5)]
    [InlineData(SupplyScope.Imported, 0.8)]
    [InlineData(SupplyScope.All, 0.7)]
    public void In_one_region_a_supply_cut_is_the_cut_of_the_root_ranking(SupplyScope supply, double share)
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        ElasticitySet set = ElasticitySets.Read("short-run");
        int product = table.Sectors.FindIndustry("094");
        var cut = new SupplyCut(new(product), share, supply);
        var lens = new EquilibriumCuts(RegionEconomy.Of(table, new EquilibriumOptions { Elasticities = set }));
        var shock = new SupplyCutShock
        {
            Products = [new ScenarioProduct("094")],
            Region = "CHN",
            Share = share,
            Supply = supply,
        };
        ScenarioResult result = ScenarioRun.Of(
            Scenario(table, shock) with
            {
                Elasticities = set,
            },
            table,
            LensRegistry.Default.All,
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            1 - Math.Pow(1 - share, lens.ElasticityOf(new(product), supply)),
            result.Lenses[0].Figures.Regions[0].Loss,
            SolverTolerance
        );
        Assert.Equal(
            lens.Solve(cut, TestContext.Current.CancellationToken).Loss!.Value,
            result.Lenses.Single(l => l.Lens.Word == "equilibrium").Figures.Regions[0].Loss,
            SolverTolerance
        );
        if (supply == SupplyScope.Imported)
        {
            Assert.Equal(ScenarioStatus.NotRepresented, result.Lenses.Single(l => l.Lens.Word == "extraction").Status);
            return;
        }

        // Net of own use both count the same value added; the accounts of the ranking cut home output where all supply is meant.
        var extraction = new ExtractionCuts(table, OwnUseTreatment.Net, TestContext.Current.CancellationToken);
        Assert.Equal(
            extraction.Solve(cut).Loss!.Value,
            result.Lenses.Single(l => l.Lens.Word == "extraction").Figures.Regions[0].Loss,
            SolverTolerance
        );
        Assert.Equal(
            supply == SupplyScope.All ? ScenarioStatus.Partial : ScenarioStatus.Ok,
            result.Lenses.Single(l => l.Lens.Word == "extraction").Status
        );
    }

    [Fact]
    public void To_first_order_the_world_loses_the_sales_of_what_gets_less_productive() =>
        Worlds.ForAll(
            table =>
            {
                const double Growth = 0.25;
                RegionOutcome[] regions = Run(
                    table,
                    new UpliftShock
                    {
                        Products = [new ScenarioProduct("s2")],
                        Region = "B",
                        Productivity = Growth,
                    },
                    "first-order"
                );
                double gain = regions.Sum(r => r.Base * Math.Log(1 - r.Loss));
                double sales = table.Output[table.Sectors.SectorOf(new(1), new(1))] * Math.Log(1 + Growth);
                Assert.True(Math.Abs(gain - sales) <= 1e-9 * sales, $"gain {gain:R}, sales {sales:R}");
            },
            count: 30
        );

    [Fact]
    public void To_first_order_a_tariff_costs_the_world_nothing() =>
        Worlds.ForAll(
            table =>
            {
                RegionOutcome[] regions = Run(
                    table,
                    new TariffShock
                    {
                        Products = [new ScenarioProduct("s1")],
                        From = ["A"],
                        To = ["B"],
                        Rate = 0.1,
                    },
                    "first-order"
                );
                Assert.Equal(0, regions.Sum(r => r.Base * Math.Log(1 - r.Loss)) / regions.Sum(r => r.Base), 1e-12);
            },
            count: 30
        );

    [Fact]
    public void Small_shocks_cost_the_world_what_the_first_order_says() =>
        Worlds.ForAll(
            table =>
            {
                var shock = new BanShock
                {
                    Products = [new ScenarioProduct("s1")],
                    From = ["A"],
                    To = ["B", "C"],
                    Share = 1e-5,
                };
                double first = Run(table, shock, "first-order").Sum(r => r.Money);
                double equilibrium = Run(table, shock, "equilibrium").Sum(r => r.Money);
                Assert.True(Math.Abs(first - equilibrium) <= 1e-3 * first, $"first order {first:R}, equilibrium {equilibrium:R}");
            },
            count: 15
        );

    [Fact]
    public void A_split_changes_nothing_but_names() =>
        Worlds.ForAll(
            table =>
            {
                // Cutting a whole industry, with and without a part of it under a name of its own.
                var whole = new SupplyCutShock
                {
                    Products = [new ScenarioProduct("s1")],
                    Region = "A",
                    Share = 0.4,
                };
                var idle = new UpliftShock
                {
                    Products = [new ScenarioProduct("s1", "chips", "Chips", 0.2)],
                    Region = "A",
                    Productivity = 1e-14,
                };
                foreach (string lens in new[] { "extraction", "equilibrium" })
                {
                    RegionOutcome[] before = Run(table, whole, lens);
                    RegionOutcome[] after = Run(table, [whole, idle], lens);
                    Assert.All(before.Zip(after), p => Assert.Equal(p.First.Loss, p.Second.Loss, SolverTolerance));
                }
            },
            count: 15
        );

    [Fact]
    public void Extraction_of_banned_deliveries_is_that_of_the_accounts() =>
        Worlds.ForAll(
            table =>
            {
                var shock = new BanShock
                {
                    Products = [new ScenarioProduct("s1"), new ScenarioProduct("s3")],
                    From = ["A"],
                    To = ["B"],
                    Share = 0.6,
                };
                SuccessiveCuts cuts = SuccessiveCuts
                    .Before(TotalRequirements.Of(table, InputOrigin.Domestic))
                    .Cut(table.Sectors.SectorOf(new(0), new(0)), new RegionNumber(1), 0.6)
                    .Cut(table.Sectors.SectorOf(new(0), new(2)), new RegionNumber(1), 0.6);
                double[] losses = cuts.Losses();
                LensResult result = ScenarioRun.Of(Scenario(table, shock), table, [Lens("extraction")]).Lenses[0];
                Assert.All(result.Figures.Sectors, s => Assert.Equal(losses[s.Sector], -s.OutputMoney!.Value, SolverTolerance));
            },
            count: 30
        );

    [Fact]
    public void The_parts_of_a_loss_add_up() =>
        Worlds.ForAll(
            table =>
            {
                foreach (
                    RegionOutcome region in Run(
                        table,
                        new BanShock
                        {
                            Products = [new ScenarioProduct("s1")],
                            From = ["A"],
                            To = ["B"],
                            Share = 0.5,
                        },
                        "equilibrium"
                    )
                )
                {
                    Assert.Equal(Math.Log(1 - region.Loss), region.Parts!.Sum, SolverTolerance);
                }
            },
            count: 10
        );
}
