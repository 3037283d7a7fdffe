using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Finds the scarcity price at which users make do with what a cut leaves of a product.</summary>
/// <remarks>
/// A bracketed solve for one number, the log price that users pay, around the price and quantity systems; each evaluation starts at the
/// prices and quantities of the last. Supply is solved to 1e-10 of itself. One instance a thread.
/// </remarks>
internal sealed class QuantityCut
{
    /// <summary>e^24 is 3·10^10 times the base price: a product that is not given up at that price is not given up.</summary>
    private const double HighestPrice = 24;

    private const double SupplyTolerance = 1e-10;
    private const double PriceTolerance = 1e-14;

    /// <summary>
    /// The elasticity that the first guess of the price supposes: demand that is harder to shift is shifted farther down the chain.
    /// </summary>
    private const double GuessedElasticity = 0.5;

    /// <summary>Supply is found to this much of itself, or no price achieves the cut: supply jumps over it.</summary>
    private const double LargestMiss = 1e-7;

    /// <summary>Stands for a price so high that no exports are left to pay for imports: higher than the one that is looked for.</summary>
    private const double Unpayable = -3;

    private readonly PriceSolver _solver;
    private readonly RationedQuantities _quantities;
    private PriceSolution _prices;
    private double _price;
    private int _iterations;
    private bool _failed;

    public QuantityCut(RegionEconomy economy, PriceSolver solver)
    {
        _solver = solver;
        _quantities = new RationedQuantities(economy);
    }

    /// <summary>Output by industry after <see cref="Solve"/>, in base prices.</summary>
    public ReadOnlySpan<double> Output => _quantities.Output;

    /// <summary>Solves a cut; the loss is that of real final spending.</summary>
    public (CutStatus Status, double Loss, int Iterations, double Residual) Solve(SupplyCut cut, CancellationToken cancellation)
    {
        _quantities.Reset();
        _failed = false;
        _iterations = 0;
        double before = Supply(cut, 0, fromLast: false, cancellation);
        double spendingBefore = _quantities.RealSpending;
        if (_failed)
        {
            return (CutStatus.NotConverged, double.NaN, _iterations, _prices.Residual);
        }

        if (before <= 0)
        {
            return (CutStatus.NoUse, 0, _iterations, 0);
        }

        double rise = -Math.Log(1 - cut.Share);
        double Excess(double price)
        {
            double supply = Supply(cut, price, fromLast: true, cancellation);
            return _failed ? double.NaN
                : supply > 0 ? Math.Log(supply / before) + rise
                : Unpayable;
        }

        if (rise > 0 && Search(Excess, rise) is var status && status != CutStatus.Ok)
        {
            return (status, double.NaN, _iterations, _prices.Residual);
        }

        return (CutStatus.Ok, 1 - (_quantities.RealSpending / spendingBefore), _iterations, _prices.Residual);
    }

    private CutStatus Search(Func<double, double> excess, double rise)
    {
        double low = 0,
            atLow = rise;
        double high = Math.Min(HighestPrice, rise / GuessedElasticity);
        double atHigh = excess(high);
        while (atHigh > 0 && high < HighestPrice)
        {
            (low, atLow) = (high, atHigh);
            high = Math.Min(HighestPrice, 2 * high);
            atHigh = excess(high);
        }

        if (atHigh > 0)
        {
            return CutStatus.NotRepresented;
        }

        if (_failed)
        {
            return CutStatus.NotConverged;
        }

        (double price, double value) = BracketedRoot.Find(excess, low, atLow, high, atHigh, SupplyTolerance, PriceTolerance);
        if (_failed || value == Unpayable)
        {
            return _failed ? CutStatus.NotConverged : CutStatus.NotRepresented;
        }

        // The search may have looked beyond its best price last.
        value = _price == price ? value : excess(price);
        return _failed ? CutStatus.NotConverged
            : Math.Abs(value) <= LargestMiss ? CutStatus.Ok
            : CutStatus.NotRepresented;
    }

    private double Supply(SupplyCut cut, double price, bool fromLast, CancellationToken cancellation)
    {
        PriceShock shock = PriceShock.OfScarcity(cut, price);
        _price = price;
        _prices = _solver.Solve(shock, cancellation, fromLast);
        _iterations += _prices.Iterations;
        if (_prices.Status == CutStatus.Collapse)
        {
            // No finite prices go with this scarcity: nobody can pay it, as where income does not reach.
            return 0;
        }

        _failed |= _prices.Status != CutStatus.Ok || !_quantities.Solve(_solver.Prices, _solver.Home, shock, cancellation);
        return _failed ? double.NaN
            : !_quantities.IsPayable ? 0
            : _quantities.SupplyOf(cut.Product, cut.Supply, _solver.Prices);
    }
}
