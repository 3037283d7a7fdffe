using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>How a solve for prices ended.</summary>
internal readonly record struct PriceSolution(CutStatus Status, double FinalLogPrice, int Iterations, double Residual);

/// <summary>Finds the fixed point of a <see cref="PriceSystem"/>.</summary>
/// <remarks>
/// Accelerated first; where that does not settle, the plain map from the base upwards, which is monotone and so ends at the least fixed
/// point or at the ceiling. One instance a thread.
/// </remarks>
internal sealed class PriceSolver(RegionEconomy economy)
{
    private const int AcceleratedIterations = 300;

    private readonly AndersonAcceleration _acceleration = new(economy.Size);
    private readonly double[] _home = new double[economy.Size];
    private readonly double[] _next = new double[economy.Size];
    private readonly double[] _trial = new double[economy.Size];
    private readonly double[] _image = new double[economy.Size];

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

        int most = Math.Min(AcceleratedIterations, economy.Options.MostIterations);
        (bool done, int used, double residual) = Accelerate(shock, most, cancellation);
        if (!done)
        {
            (done, int more, residual) = Climb(shock, economy.Options.MostIterations, cancellation);
            used += more;
        }

        if (!done)
        {
            return new PriceSolution(CutStatus.NotConverged, double.NaN, used, residual);
        }

        bool collapsed = Divergence.ReachesFinalDemand(economy, _home);
        return new PriceSolution(collapsed ? CutStatus.Collapse : CutStatus.Ok, Prices.FinalIndex(), used, residual);
    }

    private (bool Done, int Iterations, double Residual) Accelerate(PriceShock shock, int most, CancellationToken cancellation)
    {
        _acceleration.Reset();
        double residual = double.PositiveInfinity;
        for (int iteration = 1; iteration <= most; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Sweep(shock, out residual))
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

    /// <summary>The plain map from the base upwards, in strides that double as long as they stay below their own image.</summary>
    /// <remarks>
    /// The map is monotone, and a point below its image is below the fixed point: so every stride that is taken stays on the way up, and
    /// slow growth without bound reaches the ceiling in a few of them.
    /// </remarks>
    private (bool Done, int Iterations, double Residual) Climb(PriceShock shock, int most, CancellationToken cancellation)
    {
        Array.Clear(_home);
        double residual = double.PositiveInfinity;
        double stride = 1;
        for (int iteration = 1; iteration <= most; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Sweep(shock, out residual))
            {
                return (true, iteration, residual);
            }

            for (int i = 0; i < _home.Length; i++)
            {
                _trial[i] = Math.Min(PriceSystem.Ceiling, _home[i] + (stride * (_next[i] - _home[i])));
            }

            Prices.Map(_trial, shock, _image);
            bool below = true;
            for (int i = 0; i < _trial.Length && below; i++)
            {
                below = _image[i] >= _trial[i];
            }

            (below ? _trial : _next).CopyTo(_home, 0);
            stride = below ? 2 * stride : 1;
        }

        return (false, most, residual);
    }

    /// <summary>One sweep from the home prices; true where they have settled, and are then the last.</summary>
    private bool Sweep(PriceShock shock, out double residual)
    {
        Prices.Map(_home, shock, _next);
        residual = LargestChange();
        bool settled = residual <= economy.Options.Tolerance;
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
