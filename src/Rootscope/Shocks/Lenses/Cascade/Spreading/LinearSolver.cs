namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>Solves y = b + J y for a channel's slope J by BiCGSTAB, without ever forming J.</summary>
/// <remarks>
/// Source: van der Vorst, "Bi-CGSTAB" (SIAM Journal on Scientific and Statistical Computing 13, 1992), algorithm of section 3.
/// </remarks>
internal sealed class LinearSolver(int size)
{
    private const int MostIterations = 200;

    /// <summary>Relative residual at which a solution is good enough: the plain steps after it take off the rest.</summary>
    private const double Tolerance = 1e-13;

    private readonly double[] _r = new double[size];
    private readonly double[] _shadow = new double[size];
    private readonly double[] _p = new double[size];
    private readonly double[] _v = new double[size];
    private readonly double[] _t = new double[size];

    /// <summary>y ← the solution, as far as it is found.</summary>
    /// <returns>Products with the slope.</returns>
    public int Solve(
        ICascadeChannel channel,
        ReadOnlySpan<bool> isFree,
        ReadOnlySpan<double> b,
        Span<double> y,
        CancellationToken cancellation
    )
    {
        y.Clear();
        b.CopyTo(_r);
        b.CopyTo(_shadow);
        b.CopyTo(_p);
        double rho = Dot(_shadow, _r);
        double wanted = Tolerance * Math.Sqrt(rho);
        int products = 0;
        for (int i = 0; i < MostIterations && Math.Sqrt(Dot(_r, _r)) > wanted; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Product(channel, isFree, _p, _v);
            double alpha = rho / Dot(_shadow, _v);
            Add(_r, -alpha, _v);
            Product(channel, isFree, _r, _t);
            products += 2;
            double omega = Dot(_t, _t) is > 0 and var tt ? Dot(_t, _r) / tt : 0;
            Add(y, alpha, _p);
            Add(y, omega, _r);
            Add(_r, -omega, _t);
            double before = rho;
            rho = Dot(_shadow, _r);
            if (!double.IsFinite(alpha) || omega == 0 || rho == 0)
            {
                break;
            }

            double beta = rho / before * (alpha / omega);
            for (int k = 0; k < size; k++)
            {
                _p[k] = _r[k] + (beta * (_p[k] - (omega * _v[k])));
            }
        }

        return products;
    }

    private static void Product(ICascadeChannel channel, ReadOnlySpan<bool> isFree, ReadOnlySpan<double> x, Span<double> result)
    {
        channel.Apply(x, result, isFree);
        for (int k = 0; k < result.Length; k++)
        {
            result[k] = x[k] - result[k];
        }
    }

    private static void Add(Span<double> to, double factor, ReadOnlySpan<double> what)
    {
        for (int k = 0; k < to.Length; k++)
        {
            to[k] += factor * what[k];
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }
}
