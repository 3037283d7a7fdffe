namespace Rootscope.Numerics;

/// <summary>Speeds up a fixed-point iteration x ← g(x) by mixing its last few steps.</summary>
/// <remarks>
/// Walker and Ni (2011), SIAM Journal on Numerical Analysis 49(4), type II with a window of five, the least-squares problem by its normal
/// equations with a small ridge. When the residual grows, the history is dropped and a plain step is taken, so that a contracting map is
/// never slowed down for long. One instance a thread; <see cref="Reset"/> before each use.
/// </remarks>
internal sealed class AndersonAcceleration
{
    private const int Window = 5;
    private const double Ridge = 1e-14;
    private const double GrowthThatRestarts = 2;

    private readonly int _n;
    private readonly double[] _lastX;
    private readonly double[] _lastF;
    private readonly double[] _f;
    private readonly double[][] _dx;
    private readonly double[][] _df;
    private readonly double[] _gram = new double[Window * Window];
    private readonly double[] _right = new double[Window];
    private int _stored;
    private int _next;
    private bool _hasLast;
    private double _lastNorm;

    public AndersonAcceleration(int n)
    {
        _n = n;
        _lastX = new double[n];
        _lastF = new double[n];
        _f = new double[n];
        _dx = [.. Enumerable.Range(0, Window).Select(_ => new double[n])];
        _df = [.. Enumerable.Range(0, Window).Select(_ => new double[n])];
    }

    public void Reset()
    {
        _stored = 0;
        _next = 0;
        _hasLast = false;
        _lastNorm = double.PositiveInfinity;
    }

    /// <summary>
    /// Turns to a map with nearly the same derivatives: what past steps say of them is kept, and serves from the first step on.
    /// </summary>
    public void Resume()
    {
        _hasLast = false;
        _lastNorm = double.PositiveInfinity;
    }

    /// <summary>Takes over what past steps of another map of that size say, whose derivatives are nearly the same.</summary>
    public void Resume(AndersonAcceleration other)
    {
        Resume();
        (_stored, _next) = (other._stored, other._next);
        for (int k = 0; k < _stored; k++)
        {
            other._dx[k].CopyTo(_dx[k], 0);
            other._df[k].CopyTo(_df[k], 0);
        }
    }

    /// <summary>Replaces <paramref name="x"/> by the next iterate, given g(x) in <paramref name="gx"/>.</summary>
    public void Step(Span<double> x, ReadOnlySpan<double> gx)
    {
        double norm = 0;
        for (int i = 0; i < _n; i++)
        {
            _f[i] = gx[i] - x[i];
            norm += _f[i] * _f[i];
        }

        bool worse = norm > GrowthThatRestarts * GrowthThatRestarts * _lastNorm;
        if (worse)
        {
            _stored = 0;
            _next = 0;
        }
        else if (_hasLast)
        {
            Remember(x);
        }

        x.CopyTo(_lastX);
        _f.CopyTo(_lastF, 0);
        _hasLast = true;
        _lastNorm = norm;
        gx.CopyTo(x);
        if (_stored > 0 && SolveWeights())
        {
            for (int k = 0; k < _stored; k++)
            {
                DenseKernels.AddScaled(x, -_right[k], _dx[k]);
                DenseKernels.AddScaled(x, -_right[k], _df[k]);
            }
        }
    }

    private void Remember(ReadOnlySpan<double> x)
    {
        double[] dx = _dx[_next];
        double[] df = _df[_next];
        for (int i = 0; i < _n; i++)
        {
            dx[i] = x[i] - _lastX[i];
            df[i] = _f[i] - _lastF[i];
        }

        _next = (_next + 1) % Window;
        _stored = Math.Min(_stored + 1, Window);
    }

    /// <summary>Solves the normal equations by Cholesky; false where the history is degenerate.</summary>
    private bool SolveWeights()
    {
        int m = _stored;
        double trace = 0;
        for (int a = 0; a < m; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                _gram[(a * Window) + b] = DenseKernels.Dot(_df[a], _df[b]);
            }

            trace += _gram[(a * Window) + a];
            _right[a] = DenseKernels.Dot(_df[a], _f);
        }

        for (int a = 0; a < m; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = _gram[(a * Window) + b] + (a == b ? Ridge * trace : 0);
                for (int k = 0; k < b; k++)
                {
                    sum -= _gram[(a * Window) + k] * _gram[(b * Window) + k];
                }

                if (a == b)
                {
                    if (!(sum > 0))
                    {
                        return false;
                    }

                    _gram[(a * Window) + a] = Math.Sqrt(sum);
                }
                else
                {
                    _gram[(a * Window) + b] = sum / _gram[(b * Window) + b];
                }
            }
        }

        Substitute(m);
        return true;
    }

    private void Substitute(int m)
    {
        for (int a = 0; a < m; a++)
        {
            for (int k = 0; k < a; k++)
            {
                _right[a] -= _gram[(a * Window) + k] * _right[k];
            }

            _right[a] /= _gram[(a * Window) + a];
        }

        for (int a = m - 1; a >= 0; a--)
        {
            for (int k = a + 1; k < m; k++)
            {
                _right[a] -= _gram[(k * Window) + a] * _right[k];
            }

            _right[a] /= _gram[(a * Window) + a];
        }
    }
}
