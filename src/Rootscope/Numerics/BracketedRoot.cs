namespace Rootscope.Numerics;

/// <summary>Where a continuous function crosses zero between two points of opposite sign.</summary>
/// <remarks>
/// Brent (1973), Algorithms for Minimization without Derivatives, ch. 4: inverse quadratic interpolation or the secant where they stay well
/// inside the bracket, halving otherwise. A value that is not a number ends the search.
/// </remarks>
internal static class BracketedRoot
{
    private const int MostEvaluations = 200;

    /// <summary>Finds a root.</summary>
    /// <param name="function">The function.</param>
    /// <param name="a">One end, with its value <paramref name="fa"/>.</param>
    /// <param name="fa">The value there.</param>
    /// <param name="b">The other end; the closer one to the root by guess.</param>
    /// <param name="fb">The value there, of the other sign.</param>
    /// <param name="small">A value this close to zero is one.</param>
    /// <param name="width">Half of the width at which the bracket is a point.</param>
    /// <returns>The last point that was evaluated and its value.</returns>
    public static (double At, double Value) Find(
        Func<double, double> function,
        double a,
        double fa,
        double b,
        double fb,
        double small,
        double width
    )
    {
        double c = a,
            fc = fa;
        double step = b - a,
            before = step;
        for (int evaluation = 0; evaluation < MostEvaluations; evaluation++)
        {
            if (Math.Abs(fc) < Math.Abs(fb))
            {
                (a, b, c) = (b, c, b);
                (fa, fb, fc) = (fb, fc, fb);
            }

            double half = 0.5 * (c - b);
            if (Math.Abs(fb) <= small || Math.Abs(half) <= width)
            {
                break;
            }

            (step, before) = Step(a, fa, b, fb, c, fc, half, step, before, width);
            a = b;
            fa = fb;
            b += Math.Abs(step) > width ? step : Math.CopySign(width, half);
            fb = function(b);
            if (double.IsNaN(fb))
            {
                break;
            }

            if (fb > 0 == fc > 0)
            {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }

        return (b, fb);
    }

    private static (double Step, double Before) Step(
        double a,
        double fa,
        double b,
        double fb,
        double c,
        double fc,
        double half,
        double step,
        double before,
        double width
    )
    {
        if (Math.Abs(before) < width || Math.Abs(fa) <= Math.Abs(fb))
        {
            return (half, half);
        }

        double s = fb / fa;
        double p = 2 * half * s;
        double q = 1 - s;
        if (a != c)
        {
            double r = fb / fc;
            double t = fa / fc;
            p = s * ((2 * half * t * (t - r)) - ((b - a) * (r - 1)));
            q = (t - 1) * (r - 1) * (s - 1);
        }

        (p, q) = p > 0 ? (p, -q) : (-p, q);
        bool inside = 2 * p < Math.Min((3 * half * q) - Math.Abs(width * q), Math.Abs(before * q));
        return inside ? (p / q, step) : (half, half);
    }
}
