using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium.World;

/// <summary>A world economy after a shock, relative to the base.</summary>
/// <remarks>Figures are to be used only where <see cref="Status"/> is converged. Hats are new over old; the numeraire is world value added.</remarks>
public sealed record WorldOutcome
{
    /// <summary>Whether wages, prices and spending fit each other.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Iterations over wages.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest gap between a region's factor income and its wage. Unit: log points.</summary>
    public required double Residual { get; init; }

    /// <summary>Buyers left without any origin of a product that they need, as "product in region"; the status is then infeasible.</summary>
    public required IReadOnlyList<string> Infeasible { get; init; }

    /// <summary>Price of the factor, by region. Unit: ratio to the base.</summary>
    public required double[] Wages { get; init; }

    /// <summary>Price of final demand, by region. Unit: ratio to the base.</summary>
    public required double[] FinalPrices { get; init; }

    /// <summary>Price of each product to users [n·N + j]. Unit: ratio to the base.</summary>
    public required double[] Prices { get; init; }

    /// <summary>Spending on each product [n·N + j], tariffs included. Unit: money.</summary>
    public required double[] Spending { get; init; }

    /// <summary>Income before the shock and after, by region: value added, tariff revenue and deficit. Unit: money.</summary>
    public required (double[] Before, double[] After) Income { get; init; }

    /// <summary>The economy after the shock as a new base: shares, tariffs, value added and deficits.</summary>
    public required WorldEconomy Economy { get; init; }

    /// <summary>Change of the real wage of a region. Unit: share.</summary>
    public double RealWageChange(int region) => (Wages[region] / FinalPrices[region]) - 1;

    /// <summary>Change of real income, tariff revenue and deficit included, of a region. Unit: share.</summary>
    public double WelfareChange(int region) => (Income.After[region] / Income.Before[region] / FinalPrices[region]) - 1;
}
