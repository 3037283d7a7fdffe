using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>How a solve for prices ended.</summary>
internal readonly record struct PriceSolution(CutStatus Status, double FinalLogPrice, int Iterations, double Residual);

/// <summary>Finds the fixed point of a <see cref="PriceSystem"/>.</summary>
/// <remarks>
/// Accelerated first; where that does not settle, or ends at prices that only a balance on edge holds, <see cref="PriceClimb"/> from the
/// base upwards, which ends at the least fixed point or at the ceiling. One instance a thread.
/// </remarks>
internal sealed class PriceSolver(RegionEconomy economy)
{
    private const int AcceleratedIterations = 300;

    /// <summary>Iterations that reach the tolerance unless rounding stands before it.</summary>
    private const int EnoughIterations = 60;

    /// <summary>Prices that rise by this many log points more than the shock pushes them may be others than the least.</summary>
    private const double HighPrice = 1;

    /// <summary>A shock that is smaller than this is solved to the tolerance relative to it, in log points.</summary>
    private const double SmallShock = 0.1;

    private readonly AndersonAcceleration _acceleration = new(economy.Size);
    private readonly double[] _home = new double[economy.Size];
    private readonly double[] _next = new double[economy.Size];
    private PriceClimb? _climb;
    private double _tolerance = economy.Options.Tolerance;

    public PriceSystem Prices { get; } = new(economy);

    /// <summary>Log prices of home output after <see cref="Solve"/>.</summary>
    public ReadOnlySpan<double> Home => _home;

    /// <summary>Solves for the prices of a shock.</summary>
    /// <param name="shock">What happens to prices.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <param name="fromLast">Whether to start where the last solve ended, close to which the solution is expected, instead of at the
    /// base.</param>
    public PriceSolution Solve(PriceShock shock, CancellationToken cancellation, bool fromLast = false)
    {
        if (!fromLast)
        {
            Array.Clear(_home);
            Prices.Reset();
        }

        _tolerance = economy.Options.Tolerance * Math.Min(1, shock.Size / SmallShock);
        int most = Math.Min(AcceleratedIterations, economy.Options.MostIterations);
        (bool done, int used, double residual) = Accelerate(shock, most, cancellation);
        if (!done || MayBeOthers(shock))
        {
            if (!done || !Climb.IsStable(_home, shock))
            {
                (done, int more, residual) = Climb.Solve(_home, shock, _tolerance, cancellation);
                used += more;
            }
        }

        if (!done)
        {
            return new PriceSolution(CutStatus.NotConverged, double.NaN, used, residual);
        }

        double index = Prices.FinalIndex();
        bool collapsed = index >= PriceClimb.HighestFinalPrice || Divergence.ReachesFinalDemand(economy, _home);
        return new PriceSolution(collapsed ? CutStatus.Collapse : CutStatus.Ok, index, used, residual);
    }

    /// <summary>Made when it is first needed: it has matrices of its own.</summary>
    private PriceClimb Climb => _climb ??= new PriceClimb(economy, Prices);

    /// <summary>Whether prices are so high that they may solve the equations without being the least that do.</summary>
    private bool MayBeOthers(PriceShock shock)
    {
        double highest = 0;
        foreach (double price in _home)
        {
            highest = Math.Max(highest, price);
        }

        return highest > shock.Size + HighPrice;
    }

    private (bool Done, int Iterations, double Residual) Accelerate(PriceShock shock, int most, CancellationToken cancellation)
    {
        _acceleration.Reset();
        double residual = double.PositiveInfinity;
        for (int iteration = 1; iteration <= most; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Sweep(shock, iteration, out residual))
            {
                return (true, iteration, residual);
            }

            // A price at the ceiling, or a wild extrapolation, is settled by the monotone iteration.
            if (!(residual < PriceSystem.Ceiling && _next.Max() < PriceSystem.Ceiling))
            {
                return (false, iteration, residual);
            }

            _acceleration.Step(_home, _next);
        }

        return (false, most, residual);
    }

    /// <summary>One sweep from the home prices; true where they have settled, and are then the last.</summary>
    private bool Sweep(PriceShock shock, int iteration, out double residual)
    {
        Prices.Map(_home, shock, _next);
        residual = LargestChange();
        bool settled = residual <= (iteration > EnoughIterations ? Math.Max(_tolerance, Climb.RoundingAt(_home)) : _tolerance);
        if (settled)
        {
            _next.CopyTo(_home, 0);
        }

        return settled;
    }

    private double LargestChange()
    {
        double largest = 0;
        for (int i = 0; i < _home.Length; i++)
        {
            double change = Math.Abs(_next[i] - _home[i]);
            largest = change > largest || double.IsNaN(change) ? change : largest;
        }

        return largest;
    }
}
