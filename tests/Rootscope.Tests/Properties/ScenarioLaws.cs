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

namespace Rootscope.Tests.Properties;

/// <summary>The laws of docs/methods/scenarios.md.</summary>
public class ScenarioLaws
{
    /// <summary>Prices are solved to 1e-12 in logs, wages to 1e-11.</summary>
    private const double SolverTolerance = 1e-8;

    private static readonly ElasticitySet Elasticities = ElasticitySet.Uniform("laws", 0.5, 0.3, 2, 0.9);

    private static readonly Gen<FlowTable> Worlds =
        from flows in Gen.Double[0.01, 1].Array[81]
        from final in Gen.Double[0.5, 8].Array[27]
        select SmallTables.ManyRegions(["A", "B", "C"], ["s1", "s2", "s3"], flows, final, ["C"]);

    private static readonly Lazy<FlowTable> World = new(() => Worlds.Single(_ => true, "0001GQWXRbQ2"));

    public static TheoryData<string, string, bool> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, bool>();
            foreach (IShockKind kind in ShockKinds.All)
            {
                foreach (ILens lens in LensRegistry.Default.All)
                {
                    pairs.Add(kind.Word, lens.Word, true);
                    pairs.Add(kind.Word, lens.Word, false);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_kind_meets_a_lens_without_figures_or_a_reason(string kind, string lens, bool manyRegions)
    {
        FlowTable table = manyRegions ? World.Value : EmbeddedTables.Read("china-2020");
        ILens one = LensRegistry.Default.All.Single(l => l.Word == lens);
        LensResult result = ScenarioRun
            .Of(Scenario(table, ShockOf(kind, table)), table, [one], progress: null, TestContext.Current.CancellationToken)
            .Lenses[0];
        if (result.Unrepresented.Count > 0)
        {
            Assert.All(result.Unrepresented, u => Assert.EndsWith(".", u.Reason, StringComparison.Ordinal));
            Assert.Contains(result.Status, new[] { ScenarioStatus.NotRepresented, ScenarioStatus.Partial });
        }

        Assert.Equal(result.Status != ScenarioStatus.NotRepresented, result.HasFigures);
        Assert.Equal(result.HasFigures ? table.Sectors.Regions.Count : 0, result.Figures.Regions.Count);
        Assert.All(result.Figures.Regions, r => Assert.True(double.IsFinite(r.Loss) && double.IsFinite(r.Base)));
        Assert.All(result.Figures.Sectors, s => Assert.True(double.IsFinite(s.OutputMoney ?? 0) && double.IsFinite(s.CostChange ?? 0)));
        bool isLater = kind is "blacklist" or "capital";
        Assert.True(!isLater || result.Unrepresented.Single().Reason.Contains("not yet represented by any lens", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SupplyScope.Domestic, 0.5)]
    [InlineData(SupplyScope.Imported, 0.8)]
    [InlineData(SupplyScope.All, 0.7)]
    public void In_one_region_a_supply_cut_is_the_cut_of_the_root_ranking(SupplyScope supply, double share)
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        ElasticitySet set = ElasticitySets.Read("short-run");
        int product = table.Sectors.FindIndustry("094");
        var cut = new SupplyCut(product, share, supply);
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
            1 - Math.Pow(1 - share, lens.ElasticityOf(product, supply)),
            result.Lenses[0].Figures.Regions[0].Loss,
            SolverTolerance
        );
        Assert.Equal(
            lens.Solve(cut, TestContext.Current.CancellationToken).Loss!.Value,
            result.Lenses[3].Figures.Regions[0].Loss,
            SolverTolerance
        );
        if (supply == SupplyScope.Imported)
        {
            Assert.Equal(ScenarioStatus.NotRepresented, result.Lenses[1].Status);
            return;
        }

        // Net of own use both count the same value added; the accounts of the ranking cut home output where all supply is meant.
        var extraction = new ExtractionCuts(table, OwnUseTreatment.Net, TestContext.Current.CancellationToken);
        Assert.Equal(extraction.Solve(cut).Loss!.Value, result.Lenses[1].Figures.Regions[0].Loss, SolverTolerance);
        Assert.Equal(supply == SupplyScope.All ? ScenarioStatus.Partial : ScenarioStatus.Ok, result.Lenses[1].Status);
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
                    0
                );
                double gain = regions.Sum(r => r.Base * Math.Log(1 - r.Loss));
                double sales = table.Output[table.Sectors.SectorOf(1, 1)] * Math.Log(1 + Growth);
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
                    0
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
                double first = Run(table, shock, 0).Sum(r => r.Money);
                double equilibrium = Run(table, shock, 3).Sum(r => r.Money);
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
                foreach (int lens in new[] { 1, 3 })
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
                    .Cut(table.Sectors.SectorOf(0, 0), 1, 0.6)
                    .Cut(table.Sectors.SectorOf(0, 2), 1, 0.6);
                double[] losses = cuts.Losses();
                LensResult result = ScenarioRun.Of(Scenario(table, shock), table, [LensRegistry.Default.All[1]]).Lenses[0];
                Assert.All(result.Figures.Sectors, s => Assert.Equal(losses[s.Sector], -s.OutputMoney!.Value, SolverTolerance));
            },
            count: 30
        );

    [Fact]
    public void A_ban_that_nothing_can_replace_names_its_buyers()
    {
        FlowTable table = World.Value;
        var ban = new BanShock
        {
            Products = [new ScenarioProduct("s2")],
            From = ["A"],
            To = ["C"],
        };
        var rigid = ElasticitySet.Uniform("rigid", 0.5, 0.3, 0.8, 0.9);
        LensResult essential = ScenarioRun
            .Of(Scenario(table, ban) with { Elasticities = rigid }, table, [LensRegistry.Default.All[3]])
            .Lenses[0];
        Assert.Equal(ScenarioStatus.Infeasible, essential.Status);
        Assert.False(essential.HasFigures);
        Assert.Contains("s2 in C", Assert.Single(essential.Figures.Infeasible), StringComparison.Ordinal);
        Assert.Contains("0.8", essential.Figures.Infeasible[0], StringComparison.Ordinal);
        LensResult byOtherWays = ScenarioRun
            .Of(Scenario(table, ban with { OutsidePrice = 10 }) with { Elasticities = rigid }, table, [LensRegistry.Default.All[3]])
            .Lenses[0];
        LensResult part = ScenarioRun
            .Of(Scenario(table, ban with { Share = 0.9 }) with { Elasticities = rigid }, table, [LensRegistry.Default.All[3]])
            .Lenses[0];
        Assert.Equal(ScenarioStatus.Ok, part.Status);
        Assert.Equal(part.Figures.Regions[2].Loss, byOtherWays.Figures.Regions[2].Loss, SolverTolerance);
        Assert.Contains(part.Figures.Notes, n => n.Contains("those who withhold it may gain", StringComparison.Ordinal));
    }

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
                        3
                    )
                )
                {
                    Assert.Equal(Math.Log(1 - region.Loss), region.Parts!.Sum, SolverTolerance);
                }
            },
            count: 10
        );

    [Fact]
    public void Uplifts_are_told_apart_downstream_and_upstream()
    {
        FlowTable table = World.Value;
        LensResult result = ScenarioRun
            .Of(
                Scenario(
                    table,
                    new UpliftShock
                    {
                        Products = [new ScenarioProduct("s1")],
                        Region = "A",
                        Productivity = 0.2,
                    }
                ),
                table,
                [LensRegistry.Default.All[3]]
            )
            .Lenses[0];
        LiftedSector[] downstream = [.. result.Figures.Lifted.Where(l => l.Direction == LiftDirection.Downstream)];
        Assert.Equal(table.Size - 1, downstream.Length);
        Assert.Equal(table.Size - 1, result.Figures.Lifted.Count(l => l.Direction == LiftDirection.Upstream));
        Assert.All(downstream.Where(l => table.Sectors.RegionNumberOf(l.Sector) == 0), l => Assert.True(l.Change > 0));
        Assert.True(result.Figures.Regions[0].Loss < 0);
    }

    [Fact]
    public void A_sweep_is_the_same_bits_on_any_number_of_threads()
    {
        FlowTable table = World.Value;
        Scenario scenario = Scenario(
            table,
            new BanShock
            {
                Products = [new ScenarioProduct("s1")],
                From = ["A"],
                To = ["B"],
                Share = 0.9,
            }
        );
        Assert.Equal(Nest.DomesticImported, ScenarioSweep.NestOf(scenario, table));
        double[] values = [0.5, 1, 2, 8];
        IReadOnlyList<SweepPoint> one = ScenarioSweep.Of(
            scenario,
            table,
            LensRegistry.Default.All[3],
            Nest.DomesticImported,
            values,
            1,
            progress: null,
            TestContext.Current.CancellationToken
        );
        IReadOnlyList<SweepPoint> many = ScenarioSweep.Of(
            scenario,
            table,
            LensRegistry.Default.All[3],
            Nest.DomesticImported,
            values,
            4,
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(one, many);
        double?[] losses = [.. one.Where(p => p.Region == 1).Select(p => p.Loss)];
        Assert.Equal(losses.OrderDescending(), losses);
    }

    [Fact]
    public void The_hash_is_of_what_shapes_figures()
    {
        FlowTable table = World.Value;
        var ban = new BanShock
        {
            Products = [new ScenarioProduct("s1"), new ScenarioProduct("s2")],
            From = ["A", "B"],
            To = ["C"],
        };
        string hash = Scenario(table, ban).ContentHash;
        Assert.Equal(hash, (Scenario(table, ban with { From = ["B", "A"], Note = "another" }) with { Name = "another name" }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban with { Share = 0.5 }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban with { Timing = new ShockTiming(1, 0) }).ContentHash);
        Assert.NotEqual(hash, (Scenario(table, ban) with { Elasticities = ElasticitySets.Read("long-run") }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban, ban).ContentHash);
    }

    [Fact]
    public void Carriers_that_contradict_each_other_are_refused()
    {
        FlowTable table = World.Value;
        UpliftShock Of(string technology, double share) =>
            new()
            {
                Products = [new ScenarioProduct("s1", technology, technology, share)],
                Region = "A",
                Productivity = 0.1,
            };
        Assert.Contains(
            "two ways",
            Assert.Throws<ModelException>(() => ScenarioTable.Of(Scenario(table, Of("t", 0.1), Of("t", 0.2)), table)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "sum to 1.2",
            Assert.Throws<ModelException>(() => ScenarioTable.Of(Scenario(table, Of("t", 0.6), Of("u", 0.6)), table)).Message,
            StringComparison.Ordinal
        );
    }

    private static RegionOutcome[] Run(FlowTable table, IShock shock, int lens) => Run(table, [shock], lens);

    private static RegionOutcome[] Run(FlowTable table, IShock[] shocks, int lens)
    {
        LensResult result = ScenarioRun.Of(Scenario(table, shocks), table, [LensRegistry.Default.All[lens]]).Lenses[0];
        Assert.True(
            result.Figures.Status == ScenarioStatus.Ok,
            $"{result.Status} after {result.Figures.Iterations}, residual {result.Figures.Residual:R}"
        );
        return [.. result.Figures.Regions];
    }

    private static Scenario Scenario(FlowTable table, params IShock[] shocks) =>
        new()
        {
            Name = "law",
            Table = table.Metadata.Id,
            Shocks = shocks,
            Elasticities = Elasticities,
        };

    private static IShock ShockOf(string kind, FlowTable table)
    {
        bool many = table.Sectors.Regions.Count > 1;
        string own = table.Sectors.Regions[0].Code;
        string other = many ? table.Sectors.Regions[1].Code : ScenarioTable.AbroadWord;
        ScenarioProduct[] products = [new ScenarioProduct(table.Sectors.Industries[1].Code)];
        return kind switch
        {
            "ban" => new BanShock
            {
                Products = products,
                From = [other],
                To = [own],
                Share = 0.5,
            },
            "tariff" => new TariffShock
            {
                Products = products,
                From = [other],
                To = [own],
                Rate = 0.25,
            },
            "supply_cut" => new SupplyCutShock
            {
                Products = products,
                Region = own,
                Share = 0.5,
            },
            "uplift" => new UpliftShock
            {
                Products = products,
                Region = own,
                Productivity = 0.2,
            },
            "blacklist" => new BlacklistShock
            {
                Firms = ["Example Instruments"],
                List = "csl",
                Scope = "both",
            },
            "capital" => new CapitalShock
            {
                Targets = ["logic_chips"],
                Region = own,
                Investment = -0.3,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Give this kind a shock here, so that every lens meets it."),
        };
    }
}
