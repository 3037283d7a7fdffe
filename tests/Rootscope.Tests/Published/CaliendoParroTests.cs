using Rootscope.Numerics;
using Rootscope.Shocks.Equilibrium.World;

namespace Rootscope.Tests.Published;

/// <summary>Caliendo and Parro (2015), "Estimates of the Trade and Welfare Effects of NAFTA", Review of Economic Studies 82(1): real wages after NAFTA's tariffs.</summary>
public class CaliendoParroTests
{
    /// <summary>The published figures have as many digits as this, in percent.</summary>
    private const double Digits = 5e-4;

    private static readonly Lazy<WorldOutcome> Nafta = new(SolveNafta);

    [Theory]
    [InlineData("MEX", 1.7153)]
    [InlineData("CAN", 0.3228)]
    [InlineData("USA", 0.1124)]
    public void Real_wages_change_as_published(string country, double percent) =>
        Assert.Equal(percent, 100 * Nafta.Value.RealWageChange(CaliendoParroData.Country(country)), Digits);

    [Theory]
    [InlineData("MEX", 0.0073)]
    [InlineData("CAN", -0.1101)]
    [InlineData("USA", 0.0741)]
    public void Income_based_welfare_is_that_of_an_independent_solver(string country, double percent) =>
        Assert.Equal(percent, 100 * Nafta.Value.WelfareChange(CaliendoParroData.Country(country)), Digits);

    private static WorldOutcome SolveNafta()
    {
        (WorldEconomy economy, CaliendoParroData data) = CaliendoParroData.Load();
        WorldOutcome balanced = WorldEquilibrium.Solve(economy, new WorldShock { CloseDeficits = true });
        Assert.Equal(SolveStatus.Converged, balanced.Status);
        WorldOutcome nafta = WorldEquilibrium.Solve(balanced.Economy, new WorldShock { Tariffs = data.NaftaTariffs() });
        Assert.Equal(SolveStatus.Converged, nafta.Status);
        return nafta;
    }
}
