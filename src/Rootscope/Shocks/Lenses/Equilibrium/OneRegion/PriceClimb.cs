using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>The least prices that support a shock, from below; or the ceiling, where no finite prices do.</summary>
/// <remarks>
/// The map from prices to costs only grows, so that a point below its image is below the prices that are looked for. From such a point
/// Newton's step is taken while it stays below its image too, as it does where the map is convex: elasticities of at most 1. Where prices
/// push each other up by more than they are pushed, that step points down and there are no such prices near: the same step upwards, which
/// is again below its image, then reaches the ceiling, or the place where substitutes stop the rise. Where it points both ways, strides
/// along what is missed double as long as they stay below. Bounded by <see cref="MostSteps"/>. Sources:
/// Ortega and Rheinboldt (1970), Iterative Solution of Nonlinear Equations in Several Variables, 13.3; Berman and Plemmons (1994),
/// Nonnegative Matrices in the Mathematical Sciences, ch. 6. One instance a thread.
/// </remarks>
internal sealed class PriceClimb(RegionEconomy economy, PriceSystem prices)
{
    /// <summary>Steps, each of a factored matrix; twenty do nearly always.</summary>
    public const int MostSteps = 200;

    /// <summary>
    /// A log price of final use at which nothing is left: e^24 is 3·10^10 times the base price, so that all but 4·10⁻¹¹ is lost.
    /// </summary>
    public const double HighestFinalPrice = 24;

    /// <summary>Steps that reach the tolerance unless rounding stands before it.</summary>
    private const int EnoughSteps = 20;

    /// <summary>Steps after which prices that still rise are asked where that ends.</summary>
    private const int ManySteps = 100;

    /// <summary>In log points, for each log point of the highest price.</summary>
    private const double Rounding = 1e-10;

    /// <summary>Far out, bundles of easily replaced inputs are differences of large numbers: rounding times those, up to a limit.</summary>
    private const double RoundingOfOne = 1e-15;
    private const double MostRounding = 1e-6;

    private const int MostHalvings = 3;

    /// <summary>In log points: prices that are to rise by more are on their way to the ceiling, or to where substitutes end it.</summary>
    private const double LongestStep = 20;

    /// <summary>Steps that point the other way count as none up to this share of the longest.</summary>
    private const double OneWay = 1e-9;

    /// <summary>By how much rounding may put a point above its image, in log points.</summary>
    private const double Slack = 1e-12;

    private readonly double _power = HighestPower(economy.Elasticities, economy.Options.ExportsElasticity);
    private readonly PriceJacobian _jacobian = new(economy, prices);
    private readonly double[] _next = new double[economy.Size];
    private readonly double[] _step = new double[economy.Size];
    private readonly double[] _trial = new double[economy.Size];
    private readonly double[] _image = new double[economy.Size];

    /// <summary>Climbs from the base.</summary>
    /// <param name="home">Receives log prices of home output.</param>
    /// <param name="shock">The shock.</param>
    /// <param name="tolerance">Largest change at which prices count as settled.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public (bool Done, int Iterations, double Residual) Solve(
        double[] home,
        PriceShock shock,
        double tolerance,
        CancellationToken cancellation
    )
    {
        Array.Clear(home);
        prices.Reset();
        prices.Map(home, shock, _next);
        double residual = double.PositiveInfinity;
        double stride = 1;
        for (int step = 1; step <= MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            residual = 0;
            for (int i = 0; i < home.Length; i++)
            {
                _step[i] = _next[i] - home[i];
                residual = Math.Max(residual, Math.Abs(_step[i]));
            }

            if (!double.IsFinite(residual))
            {
                return (false, step, residual);
            }

            if (residual <= (step > EnoughSteps ? Math.Max(tolerance, RoundingAt(home)) : tolerance))
            {
                _next.CopyTo(home, 0);
                return (true, step, residual);
            }

            // What is looked for is higher still.
            if (prices.FinalIndex() >= HighestFinalPrice)
            {
                return (true, step, residual);
            }

            if (step == ManySteps && FollowRise(home, shock))
            {
                stride = 1;
            }
            else if (FindDirection(home, shock) && Newton(home, shock))
            {
                stride = 1;
            }
            else
            {
                stride = Stride(home, shock, stride) ? 2 * stride : 1;
            }
        }

        return (false, MostSteps, residual);
    }

    /// <summary>What rounding may leave of the change of prices as high as these, in log points.</summary>
    public double RoundingAt(ReadOnlySpan<double> home)
    {
        double highest = 0;
        foreach (double price in home)
        {
            highest = Math.Max(highest, Math.Abs(price));
        }

        return (Rounding * highest) + Math.Min(MostRounding, RoundingOfOne * AccurateExponentials.ExpMinusOne(_power * highest));
    }

    /// <summary>The largest elasticity less 1, at least 1.</summary>
    private static double HighestPower(NestElasticities elasticities, double exports) =>
        Math.Max(
            1,
            elasticities
                .DomesticImported.Concat(elasticities.AmongInputs)
                .Concat(elasticities.ValueAddedInputs)
                .Concat(elasticities.ProductInputs.Select(e => e ?? 0))
                .Append(exports)
                .Max() - 1
        );

    /// <summary>Whether prices at a point settle when each is pushed up, as they do at the least prices and not at others.</summary>
    public bool IsStable(double[] home, PriceShock shock)
    {
        prices.Map(home, shock, _next);
        _step.AsSpan().Fill(1);
        return _jacobian.Settle(home, _next, shock, _step) && Array.TrueForAll(_step, x => x > 0);
    }

    /// <summary>
    /// Newton's step from what the map misses, which is overwritten; turned round where it points down. False where it points both ways.
    /// </summary>
    private bool FindDirection(double[] home, PriceShock shock)
    {
        if (!_jacobian.Settle(home, _next, shock, _step))
        {
            return false;
        }

        double highest = 0;
        double lowest = 0;
        foreach (double x in _step)
        {
            highest = Math.Max(highest, x);
            lowest = Math.Min(lowest, x);
        }

        double largest = Math.Max(highest, -lowest);
        double smallest = Math.Min(highest, -lowest);
        if (!double.IsFinite(largest) || smallest > (OneWay * largest) + Slack)
        {
            return false;
        }

        double factor = lowest < -highest ? -LongestStep / largest : Math.Min(1, LongestStep / largest);
        for (int i = 0; i < _step.Length; i++)
        {
            _step[i] *= factor;
        }

        return true;
    }

    private bool Newton(double[] home, PriceShock shock)
    {
        double part = 1;
        for (int attempt = 0; attempt <= MostHalvings; attempt++, part *= 0.5)
        {
            for (int i = 0; i < home.Length; i++)
            {
                _trial[i] = Math.Clamp(home[i] + (part * _step[i]), home[i], PriceSystem.Ceiling);
            }

            if (IsBelowImage(shock) || (WithoutThoseAbove(home) && IsBelowImage(shock)))
            {
                Take(_trial, _image, home);
                return true;
            }
        }

        return false;
    }

    /// <summary>A stride along what the map misses; false where it went too far, and a plain step is taken.</summary>
    private bool Stride(double[] home, PriceShock shock, double stride)
    {
        for (int i = 0; i < home.Length; i++)
        {
            _trial[i] = Math.Min(PriceSystem.Ceiling, home[i] + (stride * (_next[i] - home[i])));
        }

        if (stride > 1 && !IsBelowImage(shock))
        {
            PlainStep(home, shock);
            return false;
        }

        if (stride <= 1)
        {
            prices.Map(_trial, shock, _image);
        }

        Take(_trial, _image, home);
        return true;
    }

    /// <summary>
    /// Takes prices that still rise, and at the ceiling hold each other there, to the ceiling: a rise by next to nothing a step, at a rate
    /// that does not fall, takes thousands of steps there. False where no set of them does.
    /// </summary>
    private bool FollowRise(double[] home, PriceShock shock)
    {
        int last = home.Length + 1;
        while (true)
        {
            int count = 0;
            for (int i = 0; i < home.Length; i++)
            {
                bool rises = _step[i] > 0 && (last > home.Length || _image[i] >= PriceSystem.Ceiling);
                _step[i] = rises ? _step[i] : 0;
                _trial[i] = rises ? PriceSystem.Ceiling : home[i];
                count += rises ? 1 : 0;
            }

            if (count == 0)
            {
                return false;
            }

            prices.Map(_trial, shock, _image);
            if (count == last)
            {
                Take(_trial, _image, home);
                return true;
            }

            last = count;
        }
    }

    private void PlainStep(double[] home, PriceShock shock)
    {
        _next.CopyTo(home, 0);
        prices.Map(home, shock, _next);
    }

    /// <summary>
    /// Takes prices that a step raised above their image, as those of what is easily replaced, to the image of where the step began, which
    /// is below their image after any step up; false where these are most of them.
    /// </summary>
    private bool WithoutThoseAbove(double[] home)
    {
        int above = 0;
        for (int i = 0; i < _trial.Length; i++)
        {
            if (!(_image[i] >= _trial[i]))
            {
                _trial[i] = Math.Max(home[i], _next[i]);
                above++;
            }
        }

        return 2 * above < _trial.Length;
    }

    private bool IsBelowImage(PriceShock shock)
    {
        prices.Map(_trial, shock, _image);
        for (int i = 0; i < _trial.Length; i++)
        {
            if (!(_image[i] >= _trial[i] - (Slack * Math.Max(1, Math.Abs(_trial[i])))))
            {
                return false;
            }
        }

        return true;
    }

    private void Take(double[] trial, double[] image, double[] home)
    {
        trial.CopyTo(home, 0);
        image.CopyTo(_next, 0);
    }
}
