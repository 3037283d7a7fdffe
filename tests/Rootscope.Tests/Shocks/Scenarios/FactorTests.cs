using Rootscope.Shocks;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Shocks.Scenarios;

/// <summary>What a scenario says of factors, and of several shocks to one flow.</summary>
public class FactorTests
{
    private static readonly SupplyCutShock Cut = new()
    {
        Products = [new ScenarioProduct("s2")],
        Region = "A",
        Share = 0.3,
        Supply = SupplyScope.Domestic,
    };

    [Fact(Timeout = 30_000)]
    public async Task Factors_that_stay_cost_more_than_factors_that_move()
    {
        await Task.Yield();
        LensResult mobile = Run(ScenarioCases.World, FactorMobility.Mobile, TestContext.Current.CancellationToken);
        LensResult stay = Run(ScenarioCases.World, FactorMobility.Fixed, TestContext.Current.CancellationToken);
        Assert.Equal((ScenarioStatus.Ok, ScenarioStatus.Ok), (mobile.Status, stay.Status));
        Assert.True(
            stay.Figures.Regions.Sum(r => r.Money) > 1.001 * mobile.Figures.Regions.Sum(r => r.Money),
            $"{stay.Figures.Regions.Sum(r => r.Money):R} against {mobile.Figures.Regions.Sum(r => r.Money):R}"
        );
        Assert.Contains(stay.Figures.Notes, note => note.StartsWith("Factors stay", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_table_of_one_region_refuses_them()
    {
        await Task.Yield();
        FlowTable table = RandomEconomies.Build(2, [0, 1, 1, 0], [0.3, 0.3], [4, 6], [0.1, 0.1], [1, 1]);
        SupplyCutShock cut = Cut with { Products = [new ScenarioProduct("s1")], Region = "AAA" };
        Scenario scenario = ScenarioCases.Scenario(table, cut) with { Factors = FactorMobility.Fixed };
        LensResult result = ScenarioRun
            .Of(scenario, table, [ScenarioCases.Lens("equilibrium")], null, TestContext.Current.CancellationToken)
            .Lenses[0];
        Assert.Equal(ScenarioStatus.NotRepresented, result.Status);
        Assert.All(result.Unrepresented, u => Assert.Contains("take a table of many regions", u.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void They_are_part_of_what_a_scenario_is()
    {
        Scenario mobile = ScenarioCases.Scenario(ScenarioCases.World, Cut);
        Assert.NotEqual(mobile.ContentHash, (mobile with { Factors = FactorMobility.Fixed }).ContentHash);
    }

    /// <summary>Two tariffs on one flow are one of the sum, under every lens that takes them.</summary>
    [Theory]
    [InlineData("first-order")]
    [InlineData("equilibrium")]
    public void Rates_on_one_flow_add_up(string lens)
    {
        TariffShock quarter = new()
        {
            Products = [new ScenarioProduct("s2")],
            From = ["B"],
            To = ["A"],
            Rate = 0.25,
        };
        RegionOutcome[] twice = ScenarioCases.Run(ScenarioCases.World, [quarter, quarter], lens);
        RegionOutcome[] once = ScenarioCases.Run(ScenarioCases.World, quarter with { Rate = 0.5 }, lens);
        Assert.All(twice.Zip(once), pair => Assert.Equal(pair.Second.Loss, pair.First.Loss, 1e-12));
    }

    /// <summary>One definition of terms of trade: weighted means of logs, as the accounts of a world have it.</summary>
    [Fact(Timeout = 30_000)]
    public async Task Terms_of_trade_are_the_geometric_index_of_the_accounts()
    {
        await Task.Yield();
        FlowTable table = ScenarioCases.World;
        RegionOutcome[] told = ScenarioCases.Run(table, Cut, "equilibrium");
        WorldEconomy economy = WorldCalibration.Of(table, ScenarioCases.Elasticities);
        var productivity = new double[economy.Regions.Count * economy.Products.Count];
        Array.Fill(productivity, 1);
        productivity[1] = 1 - Cut.Share;
        WorldOutcome outcome = WorldEquilibrium.Solve(
            economy,
            new WorldShock { Productivity = productivity },
            TestContext.Current.CancellationToken
        );
        var accounts = Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes.WorldAccounts.Of(outcome, TestContext.Current.CancellationToken);
        Assert.All(told, r => Assert.Equal(accounts.Regions[r.Region].TermsOfTradeIndex!.Value, r.TermsOfTradeChange!.Value, 1e-9));
    }

    private static LensResult Run(FlowTable table, FactorMobility factors, CancellationToken cancellation) =>
        ScenarioRun
            .Of(
                ScenarioCases.Scenario(table, Cut) with
                {
                    Factors = factors,
                },
                table,
                [ScenarioCases.Lens("equilibrium")],
                null,
                cancellation
            )
            .Lenses[0];
}
