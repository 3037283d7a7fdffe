using CsCheck;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of docs/methods/world-equilibrium.md.</summary>
public class WorldEquilibriumLaws
{
    /// <summary>Wages are solved to 1e-11 in logs; prices and spending to 1e-13.</summary>
    private const double SolverTolerance = 1e-9;

    private static readonly Gen<WorldEconomy> Worlds =
        from regions in Gen.Int[2, 4]
        from products in Gen.Int[1, 4]
        from flows in Gen.Double[0.01, 1].Array[regions * products * regions * products]
        from final in Gen.Double[0.2, 8].Array[regions * products * regions]
        from va in Gen.Double[0, 1.5]
        from among in Gen.Double[0, 1.5]
        from origins in Gen.Double[0.5, 5]
        from demand in Gen.Double[0.3, 1.5]
        select WorldCalibration.Of(Table(regions, products, flows, final), ElasticitySet.Uniform("random", va, among, origins, demand));

    [Fact]
    public void No_shock_no_change() =>
        Worlds.ForAll(
            world =>
            {
                WorldOutcome outcome = Solve(world, new WorldShock());
                for (int region = 0; region < world.Regions.Count; region++)
                {
                    Assert.Equal(1, outcome.Wages[region], SolverTolerance);
                    Assert.Equal(0, outcome.WelfareChange(new(region)), SolverTolerance);
                }
            },
            count: 40
        );

    [Fact]
    public void World_2011_calibrates_to_an_equilibrium()
    {
        var world = WorldCalibration.Of(EmbeddedTables.Read("world-2011"), ElasticitySets.Read("long-run"));
        WorldOutcome outcome = Solve(world, new WorldShock());
        Assert.All(outcome.Wages, w => Assert.Equal(1, w, SolverTolerance));
        Assert.Equal(0, world.Deficits.Sum() / world.ValueAdded.Sum(), SolverTolerance);
    }

    [Fact]
    public void Hulten_the_world_gains_the_sales_of_what_gets_more_productive() =>
        Worlds.ForAll(
            world =>
            {
                const double Step = 1e-5;
                int cell = world.Regions.Count * world.Products.Count / 2;
                double[] productivity = [.. Enumerable.Repeat(1.0, world.Regions.Count * world.Products.Count)];
                productivity[cell] = Math.Exp(Step);
                WorldOutcome outcome = Solve(world, new WorldShock { Productivity = productivity });
                double gain = 0;
                for (int region = 0; region < world.Regions.Count; region++)
                {
                    gain += outcome.Income.Before[region] * Math.Log(1 + outcome.WelfareChange(new(region))) / Step;
                }

                double sales = SalesOf(world, cell);
                Assert.True(Math.Abs(gain - sales) <= 1e-3 * sales, $"gain {gain:R}, sales {sales:R}");
            },
            count: 40
        );

    [Fact]
    public void Bans_are_the_limit_of_icebergs() =>
        Worlds
            .Where(w => w.Elasticities.Origins[0] > 1.5 && w.Regions.Count > 2)
            .ForAll(
                world =>
                {
                    // With two regions, or with deficits that must be paid, a ban may leave no equilibrium at all.
                    bool[] banned = [.. Enumerable.Range(0, world.TradeShares.Length).Select(c => c == 1)];
                    double ban = Solve(world, new WorldShock { Banned = banned, CloseDeficits = true }).WelfareChange(new(0));
                    double[] losses =
                    [
                        .. new[] { 2, 1e3, 1e12 }.Select(factor =>
                            Solve(
                                    world,
                                    new WorldShock { TradeCosts = Array.ConvertAll(banned, b => b ? factor : 1), CloseDeficits = true }
                                )
                                .WelfareChange(new(0))
                        ),
                    ];
                    Assert.Equal(ban, losses[2], 1e-5);
                    Assert.True(Math.Abs(losses[0] - ban) >= Math.Abs(losses[1] - ban) - SolverTolerance);
                },
                count: 25
            );

    [Fact]
    public void A_tariff_moves_the_terms_of_trade_but_the_world_as_a_whole_loses() =>
        Worlds
            .Where(w => w.Elasticities.Origins[0] > 0.8)
            .ForAll(
                world =>
                {
                    double[] tariffs = new double[world.TradeShares.Length];
                    tariffs[1] = 0.3;
                    WorldOutcome outcome = Solve(world, new WorldShock { Tariffs = tariffs });
                    double weighted = 0;
                    for (int region = 0; region < world.Regions.Count; region++)
                    {
                        weighted += outcome.Income.Before[region] * outcome.WelfareChange(new(region));
                    }

                    Assert.True(weighted <= 1e-4 * world.ValueAdded.Sum(), $"the world gains {weighted:R}");
                },
                count: 25
            );

    [Fact]
    public void A_buyer_without_any_origin_is_named()
    {
        WorldEconomy world = Worlds.Single(w => w.Regions.Count > 2, "fidHZmJX_br2");
        int r = world.Regions.Count;
        bool[] banned = [.. Enumerable.Range(0, world.TradeShares.Length).Select(c => c / r == 1)];
        WorldOutcome outcome = WorldEquilibrium.Solve(world, new WorldShock { Banned = banned }, TestContext.Current.CancellationToken);
        Assert.Equal(SolveStatus.Infeasible, outcome.Status);
        Assert.Equal([$"{world.Products[0]} in {world.Regions[1]}"], outcome.Infeasible);
    }

    [Fact]
    public void A_table_of_one_region_is_refused() =>
        Assert.Throws<ModelException>(() => WorldCalibration.Of(EmbeddedTables.Read("china-2020"), ElasticitySets.Read("long-run")));

    private static WorldOutcome Solve(WorldEconomy world, WorldShock shock)
    {
        WorldOutcome outcome = WorldEquilibrium.Solve(world, shock);
        Assert.True(outcome.Status == SolveStatus.Converged, $"{outcome.Status} after {outcome.Iterations}, residual {outcome.Residual:R}");
        return outcome;
    }

    /// <summary>Sales in the base, from spending that solves the base.</summary>
    private static double SalesOf(WorldEconomy world, int cell)
    {
        int n = world.Products.Count;
        int r = world.Regions.Count;
        WorldOutcome still = Solve(world, new WorldShock());
        return Enumerable
            .Range(0, r)
            .Sum(buyer => still.Spending[(buyer * n) + (cell % n)] * world.TradeShares[((((cell % n) * r) + buyer) * r) + (cell / n)]);
    }

    private static FlowTable Table(int regions, int products, double[] flows, double[] final)
    {
        int size = regions * products;
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = RandomEconomies.Metadata,
                Sectors = new SectorIndex(
                    [.. Enumerable.Range(0, regions).Select(i => new Region($"R{i}", $"Region {i}"))],
                    [.. Enumerable.Range(0, products).Select(i => new Industry($"s{i}", $"Sector {i}"))]
                ),
                FinalDemandCategories =
                [
                    .. Enumerable
                        .Range(0, regions)
                        .Select(i => new FinalDemandCategory($"C{i}", "Consumption", FinalDemandKind.Households, new(i))),
                ],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = [.. final.Take(size * regions)],
                ValueAdded = [],
            }
        );
    }
}
