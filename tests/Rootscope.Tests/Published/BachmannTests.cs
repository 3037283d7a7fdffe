using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Tests.Published;

/// <summary>
/// Bachmann et al. (2022), "What if? The economic effects for Germany of a stop of energy imports from Russia", ECONtribute Policy Brief
/// 28: output made of energy E with a share a and of everything else, Y = (a^(1/s) E^((s−1)/s) + (1−a)^(1/s) X^((s−1)/s))^(s/(s−1)), when E
/// falls to a(1−d) and X stays.
/// </summary>
public class BachmannTests
{
    /// <summary>The figures are printed to 1e-3 percent.</summary>
    private const double Digits = 6e-4;

    [Theory]
    [InlineData(0.04, 0.10, 0.04, -1.569)]
    [InlineData(0.012, 0.30, 0.1, -2.751)]
    [InlineData(0.04, 0.10, 1, -0.421)]
    [InlineData(0.012, 0.30, 1, -0.427)]
    public void The_loss_of_energy_is_the_formulas(double share, double fall, double elasticity, double percent) =>
        Assert.Equal(percent, 100 * Change(share, fall, elasticity), Digits);

    [Theory]
    [InlineData(0.04, 0.10, 0.04, -1.395)]
    [InlineData(0.012, 0.30, 0.1, -1.697)]
    public void Falls_in_logs_are_another_reading(double share, double logFall, double elasticity, double percent) =>
        Assert.Equal(percent, 100 * Change(share, 1 - Math.Exp(-logFall), elasticity), Digits);

    /// <summary>
    /// Without substitution output falls as energy does, by 10% and 30%; at elasticities near 0 the engine is at the formula on the way
    /// there.
    /// </summary>
    [Theory]
    [InlineData(0.04, 0.10, 0.02)]
    [InlineData(0.04, 0.10, 0.01)]
    [InlineData(0.012, 0.30, 0.02)]
    public void Near_no_substitution_the_engine_is_at_the_formula(double share, double fall, double elasticity)
    {
        double power = (elasticity - 1) / elasticity;
        double formula = Math.Pow((share * Math.Pow(1 - fall, power)) + 1 - share, 1 / power) - 1;
        Assert.Equal(formula, Change(share, fall, elasticity), 1e-9);
        Assert.InRange(-formula, 0.4 * fall, fall);
    }

    [Fact]
    public void The_loss_is_a_steep_curve_of_the_elasticity_and_its_points_are_single_solves()
    {
        double[] values = [0.02, 0.04, 0.1, 0.3, 1, 3];
        IReadOnlyList<SweepPoint<WorldOutcome>> curve = ElasticitySweep.Of(
            TwoInputs(0.04, 1),
            Cut(0.1),
            Nest.FinalDemand,
            values,
            threads: 2,
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal(values, curve.Select(p => p.Value));
        double[] losses = [.. curve.Select(p => -p.Outcome.WelfareChange(new(0)))];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[0] > 5 * losses[4], $"{losses[0]:R} at 0.02, {losses[4]:R} at 1");
        Assert.Equal(losses[1], -Change(0.04, 0.1, 0.04));
    }

    private static double Change(double share, double fall, double elasticity)
    {
        WorldOutcome outcome = WorldEquilibrium.Solve(TwoInputs(share, elasticity), Cut(fall));
        Assert.Equal(SolveStatus.Converged, outcome.Status);
        return outcome.WelfareChange(new(0));
    }

    private static WorldShock Cut(double fall) => new() { Cuts = [new WorldCut(new(0), new(0), fall, SupplyScope.Domestic)] };

    /// <summary>
    /// One region whose final use is made of two products, each made by a factor of its own that cannot move: the production function of
    /// the paper.
    /// </summary>
    private static WorldEconomy TwoInputs(double share, double elasticity) =>
        new()
        {
            Regions = ["DEU"],
            Products = ["energy", "everything else"],
            TradeShares = [1, 1],
            Tariffs = [0, 0],
            InputShares = new double[4],
            ValueAddedShares = [1, 1],
            FinalShares = [share, 1 - share],
            ValueAdded = [1],
            Deficits = [0],
            Elasticities = new WorldElasticities([1, 1], [1, 1], [2, 2], elasticity),
            Factors = FactorMobility.Fixed,
        };
}
