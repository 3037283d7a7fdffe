using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

namespace Rootscope.Tests.Published;

/// <summary>
/// Caliendo and Parro (2015), "Estimates of the Trade and Welfare Effects of NAFTA", Review of Economic Studies 82(1): real wages after
/// NAFTA's tariffs.
/// </summary>
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
        Assert.Equal(percent, 100 * Nafta.Value.RealWageChange(new(CaliendoParroData.Country(country))), Digits);

    [Theory]
    [InlineData("MEX", 0.0073)]
    [InlineData("CAN", -0.1101)]
    [InlineData("USA", 0.0741)]
    public void Income_based_welfare_is_that_of_an_independent_solver(string country, double percent) =>
        Assert.Equal(percent, 100 * Nafta.Value.WelfareChange(new(CaliendoParroData.Country(country))), Digits);

    /// <summary>Table 2 of the paper is printed to 0.01 percent; our base differs from theirs by what their program rounds.</summary>
    private const double TableDigits = 0.016;

    [Theory]
    [InlineData("MEX", 1.31, -0.41, 1.72)]
    [InlineData("CAN", -0.06, -0.11, 0.04)]
    [InlineData("USA", 0.08, 0.04, 0.04)]
    public void First_order_welfare_and_its_two_parts_are_those_of_table_2(
        string country,
        double total,
        double termsOfTrade,
        double volumeOfTrade
    )
    {
        RegionAccount account = WorldAccounts.Of(Nafta.Value).Regions[CaliendoParroData.Country(country)];
        Assert.Equal(termsOfTrade, 100 * account.TermsOfTrade, TableDigits);
        Assert.Equal(volumeOfTrade, 100 * account.VolumeOfTrade, TableDigits);
        Assert.Equal(total, 100 * account.FirstOrderWelfare, TableDigits);
    }

    /// <summary>The terms-of-trade parts of an independent solver, printed to 1e-3 percent.</summary>
    [Theory]
    [InlineData("MEX", -0.422)]
    [InlineData("CAN", -0.108)]
    [InlineData("USA", 0.044)]
    public void Terms_of_trade_are_those_of_an_independent_solver(string country, double percent) =>
        Assert.Equal(percent, 100 * WorldAccounts.Of(Nafta.Value).Regions[CaliendoParroData.Country(country)].TermsOfTrade, Digits);

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
