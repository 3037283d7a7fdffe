using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Tests.Golden;

/// <summary>
/// A ban of all tradables of the United States to China in the world of 1993 without deficits; figures of an independent solver.
/// </summary>
public class ExportBanTests
{
    /// <summary>The figures are printed to 1e-4 percent.</summary>
    private const double Digits = 6e-5;

    private static readonly Lazy<WorldEconomy> Balanced = new(() =>
        WorldEquilibrium.Solve(CaliendoParroData.Load().Economy, new WorldShock { CloseDeficits = true }).Economy
    );

    [Theory]
    [InlineData("CHN", -0.7174)]
    [InlineData("USA", -0.0228)]
    [InlineData("MEX", 0.0116)]
    public void A_ban_costs_what_the_independent_solver_says(string country, double percent)
    {
        WorldOutcome ban = WorldEquilibrium.Solve(
            Balanced.Value,
            new WorldShock { Banned = CaliendoParroData.Ban("CHN", "USA") },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(SolveStatus.Converged, ban.Status);
        Assert.Empty(ban.Infeasible);
        Assert.Equal(percent, 100 * ban.WelfareChange(new(CaliendoParroData.Country(country))), Digits);
    }

    [Theory]
    [InlineData(1.5, -0.4871)]
    [InlineData(10, -0.7067)]
    [InlineData(1e3, -0.7174)]
    public void Icebergs_converge_to_the_ban(double factor, double percent)
    {
        double[] costs = Array.ConvertAll(CaliendoParroData.Ban("CHN", "USA"), banned => banned ? factor : 1);
        WorldOutcome iceberg = WorldEquilibrium.Solve(
            Balanced.Value,
            new WorldShock { TradeCosts = costs },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(SolveStatus.Converged, iceberg.Status);
        Assert.Equal(percent, 100 * iceberg.WelfareChange(new(CaliendoParroData.Country("CHN"))), Digits);
    }
}
