using Rootscope.Numerics;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>
/// The ban of all tradables of the United States to China, written as a scenario: what the solver gives directly, and what an independent
/// solver gave.
/// </summary>
public class ScenarioGoldenTests
{
    private const int Tradables = 20;

    /// <summary>The figures are printed to 1e-4 percent.</summary>
    private const double Digits = 6e-5;

    [Fact]
    public void A_scenario_gives_what_the_solver_gives()
    {
        WorldEconomy balanced = WorldEquilibrium
            .Solve(CaliendoParroData.Load().Economy, new WorldShock { CloseDeficits = true }, TestContext.Current.CancellationToken)
            .Economy;
        var ban = new BanShock
        {
            Products = [.. balanced.Products.Take(Tradables).Select(p => new ScenarioProduct(p))],
            From = ["USA"],
            To = ["CHN"],
        };
        ScenarioTable names = NamesOf(balanced, ban);
        LensFigures figures = EquilibriumLens
            .WorldFrom((_, _) => new WorldScenario(balanced))
            .Solve(names, ban.ChangesIn(names), ElasticitySet.Uniform("unused", 1, 1, 1, 1), TestContext.Current.CancellationToken);
        WorldOutcome direct = WorldEquilibrium.Solve(
            balanced,
            new WorldShock { Banned = CaliendoParroData.Ban("CHN", "USA") },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(SolveStatus.Converged, direct.Status);
        Assert.Equal(ScenarioStatus.Ok, figures.Status);
        Assert.All(figures.Regions, r => Assert.Equal(-direct.WelfareChange(r.Region), r.Loss, 1e-12));
        Assert.Equal(0.7174, 100 * figures.Regions[CaliendoParroData.Country("CHN")].Loss, Digits);
        Assert.Equal(0.0228, 100 * figures.Regions[CaliendoParroData.Country("USA")].Loss, Digits);
        Assert.Equal(-0.0116, 100 * figures.Regions[CaliendoParroData.Country("MEX")].Loss, Digits);
        Assert.True(figures.Regions[CaliendoParroData.Country("CHN")].ImportsChange < 0);
    }

    /// <summary>A table that has the names of the world, so that shocks find their numbers.</summary>
    private static ScenarioTable NamesOf(WorldEconomy world, IShock shock)
    {
        int size = world.Regions.Count * world.Products.Count;
        FlowTable table = SmallTables.ManyRegions(
            [.. world.Regions],
            [.. world.Products],
            new double[size * size],
            [.. Enumerable.Repeat(1.0, size * world.Regions.Count)],
            ["C"]
        );
        var scenario = new Scenario
        {
            Name = "names",
            Table = "small",
            Shocks = [shock],
            Elasticities = ElasticitySet.Uniform("none", 1, 1, 2, 1),
        };
        return ScenarioTable.Of(scenario, table);
    }
}
