using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;
using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>A world economy after a shock, relative to the base.</summary>
/// <remarks>
/// Figures are to be used only where <see cref="Status"/> is converged. Hats are new over old; the numeraire is world value added.
/// </remarks>
public sealed class WorldOutcome
{
    private readonly WorldSolution _solution;
    private readonly Lazy<WorldEconomy> _after;

    internal WorldOutcome(WorldModel model, WorldChange change, WorldSolution solution)
    {
        Model = model;
        Change = change;
        _solution = solution;
        FactorPrices = Array.ConvertAll(solution.LogFactor, Math.Exp);
        Wages = AverageFactorPrices(model, FactorPrices);
        FinalPrices = Array.ConvertAll(solution.FinalPrice, Math.Exp);
        Prices = Array.ConvertAll(solution.Price, Math.Exp);
        _after = new Lazy<WorldEconomy>(() => PostShockShares.Of(model, change, solution, Wages));
    }

    /// <summary>Whether factor prices, prices and spending fit each other.</summary>
    public SolveStatus Status => _solution.Status;

    /// <summary>Iterations over factor prices.</summary>
    public int Iterations => _solution.Iterations;

    /// <summary>Largest gap between what a factor is paid and what it earns. Unit: log points.</summary>
    public double Residual => _solution.Residual;

    /// <summary>
    /// Buyers left without a way to have a product that they need, as "product in region"; the status is then infeasible.
    /// </summary>
    public IReadOnlyList<string> Infeasible => [.. InfeasibleBuyers.Select(b => $"{b.Product} in {b.Region}")];

    /// <summary>The same buyers, each with the reason.</summary>
    public IReadOnlyList<InfeasibleBuyer> InfeasibleBuyers => [.. Change.Infeasible, .. _solution.Unbounded];

    /// <summary>
    /// Price of the factors of a region: of its one factor, or of what all its fixed factors earn. Unit: ratio to the base.
    /// </summary>
    public double[] Wages { get; }

    /// <summary>
    /// Price of each factor: by region where factors are mobile, by industry [n·N + k] where they are fixed. Unit: ratio to the base.
    /// </summary>
    public double[] FactorPrices { get; }

    /// <summary>Price of final demand, by region. Unit: ratio to the base.</summary>
    public double[] FinalPrices { get; }

    /// <summary>Price of each product to users [n·N + j]. Unit: ratio to the base.</summary>
    public double[] Prices { get; }

    /// <summary>Spending on each product [n·N + j], tariffs included. Unit: money.</summary>
    public double[] Spending => _solution.Spending;

    /// <summary>Sales of each industry [n·N + k], tariffs excluded. Unit: money.</summary>
    public double[] Sales => _solution.Sales;

    /// <summary>Income before the shock and after, by region: value added, tariff revenue and deficit. Unit: money.</summary>
    public (double[] Before, double[] After) Income => (Model.BaseIncome, _solution.Income);

    /// <summary>The economy before the shock.</summary>
    public WorldEconomy Base => Model.Economy;

    /// <summary>
    /// The economy after the shock as a new base: shares, tariffs, value added and deficits. Made when it is first asked for.
    /// </summary>
    public WorldEconomy Economy => _after.Value;

    internal WorldModel Model { get; }

    internal WorldChange Change { get; }

    internal WorldSolution Solution => _solution;

    /// <summary>Change of the real wage of a region: its factors' price over the price of its final demand. Unit: share.</summary>
    public double RealWageChange(RegionNumber region) => (Wages[region] / FinalPrices[region]) - 1;

    /// <summary>Change of real income, tariff revenue and deficit included, of a region. Unit: share.</summary>
    public double WelfareChange(RegionNumber region) => (Income.After[region] / Income.Before[region] / FinalPrices[region]) - 1;

    /// <summary>What a solve of a similar shock to the same economy begins from.</summary>
    /// <exception cref="ArgumentException">The outcome is of an economy of another shape.</exception>
    internal WorldStart? Start(WorldModel model, string parameter)
    {
        if (model.Factors != Model.Factors || model.Cells != Model.Cells)
        {
            throw new ArgumentException(
                $"The outcome to start from has {Model.Cells} sectors and {Model.Factors} factors, the economy {model.Cells} and "
                    + $"{model.Factors}.",
                parameter
            );
        }

        return Status == SolveStatus.Converged ? new WorldStart(_solution.LogFactor, _solution.Price, _solution.Spending) : null;
    }

    private static double[] AverageFactorPrices(WorldModel model, double[] prices)
    {
        if (model.Factors == model.Regions)
        {
            return prices;
        }

        var earned = new double[model.Regions];
        var before = new double[model.Regions];
        for (int cell = 0; cell < model.Cells; cell++)
        {
            earned[cell / model.Products] += prices[cell] * model.FactorIncome[cell];
            before[cell / model.Products] += model.FactorIncome[cell];
        }

        return [.. earned.Select((e, region) => before[region] > 0 ? e / before[region] : 1)];
    }
}
