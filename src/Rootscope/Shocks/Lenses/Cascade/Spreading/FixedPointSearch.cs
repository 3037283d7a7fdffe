namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>The smallest losses that satisfy the equations of a channel, from below.</summary>
/// <remarks>
/// Newton's method: the map only grows and is, piece by piece, convex, so that a step along its slope from below stays below the solution
/// (Etessami and Yannakakis, "Recursive Markov chains", Journal of the ACM 56, 2009, section 6; for a maximum of sums it is the policy
/// iteration of Howard 1960). Where it is not convex, as when a market is used up, a step may go too far: it is taken only if the map still
/// grows there, else replacement is held, else plain steps go on. Linear systems are solved by BiCGSTAB (van der Vorst 1992).
/// </remarks>
internal sealed class FixedPointSearch
{
    /// <summary>Plain steps between two along the slope.</summary>
    private const int PlainSteps = 4;

    /// <summary>
    /// How far the map may fall below a point that is still taken for one from which it grows: the rounding of a sum of shares.
    /// </summary>
    private const double Rounding = 1e-14;

    private readonly ICascadeChannel _channel;
    private readonly double[] _losses;
    private readonly double[] _next;
    private readonly double[] _tried;
    private readonly double[] _change;
    private readonly double[] _residual;
    private readonly bool[] _isFree;
    private readonly LinearSolver _solver;

    public FixedPointSearch(ICascadeChannel channel, ReadOnlySpan<double> losses)
    {
        _channel = channel;
        int n = losses.Length;
        _losses = losses.ToArray();
        (_next, _tried, _change, _residual, _isFree) = (new double[n], new double[n], new double[n], new double[n], new bool[n]);
        _solver = new LinearSolver(n);
    }

    public ReadOnlySpan<double> Losses => _losses;

    /// <summary>Passes over the network so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Largest growth of a loss in one plain step from <see cref="Losses"/>.</summary>
    public double Residual { get; private set; }

    /// <summary>Searches until the residual is within a tolerance; false where the steps are used up first.</summary>
    public bool Run(double tolerance, int mostSteps, CancellationToken cancellation)
    {
        while (true)
        {
            for (int plain = 0; plain < PlainSteps; plain++)
            {
                cancellation.ThrowIfCancellationRequested();
                Residual = PlainStep();
                if (Residual <= tolerance)
                {
                    return true;
                }

                if (Steps >= mostSteps)
                {
                    return false;
                }
            }

            _ = AlongTheSlope(followMarkets: true, cancellation) || AlongTheSlope(followMarkets: false, cancellation);
        }
    }

    private double PlainStep()
    {
        double most = 0;
        _channel.Step(_losses, _next);
        Steps++;
        for (int r = 0; r < _losses.Length; r++)
        {
            if (_next[r] > _losses[r])
            {
                most = Math.Max(most, _next[r] - _losses[r]);
                _losses[r] = _next[r];
            }
        }

        return most;
    }

    /// <summary>Solves change = residual + slope · change and goes there; false where the map does not grow there.</summary>
    private bool AlongTheSlope(bool followMarkets, CancellationToken cancellation)
    {
        _channel.Step(_losses, _next);
        _channel.Linearise(_losses, _next, _isFree, followMarkets);
        for (int r = 0; r < _losses.Length; r++)
        {
            _residual[r] = _isFree[r] ? Math.Max(0, _next[r] - _losses[r]) : 0;
        }

        Steps += 1 + _solver.Solve(_channel, _isFree, _residual, _change, cancellation);
        bool grows = true;
        for (int r = 0; r < _losses.Length; r++)
        {
            grows &= double.IsFinite(_change[r]) && _change[r] >= -Rounding;
            _tried[r] = Math.Clamp(_losses[r] + Math.Max(0, _change[r]), _losses[r], 1);
        }

        if (!grows)
        {
            return false;
        }

        _channel.Step(_tried, _next);
        Steps++;
        for (int r = 0; r < _losses.Length; r++)
        {
            grows &= _next[r] >= _tried[r] - Rounding;
        }

        if (grows)
        {
            _tried.CopyTo(_losses, 0);
        }

        return grows;
    }
}
