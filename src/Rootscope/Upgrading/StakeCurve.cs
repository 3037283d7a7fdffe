namespace Rootscope.Upgrading;

/// <summary>
/// What is at stake between the cuts that it is solved at: a monotone cubic in log stake over the log odds of the cut.
/// </summary>
/// <remarks>
/// On that scale losses are nearly straight at both ends: they grow like the square of a small cut, and on and on as what is left goes to
/// nothing. Slopes at nodes by Fritsch and Carlson (1980), <em>SIAM Journal on Numerical Analysis</em> 17:238, so that the curve rises
/// wherever its nodes do. Below the first node the square of the cut; beyond the last its own figure, as nothing is solved there.
/// </remarks>
internal sealed class StakeCurve
{
    private readonly StakePoint[] _points;
    private readonly double[] _odds;
    private readonly double[] _logs;
    private readonly double[] _slopes;

    private StakeCurve(StakePoint[] points)
    {
        _points = points;
        _odds = [.. points.Select(p => Math.Log(p.Cut / (1 - p.Cut)))];
        _logs = [.. points.Select(p => Math.Log(p.AtStake))];
        _slopes = SlopesOf(_odds, _logs);
    }

    /// <summary>The curve through points; null where none is above 0.</summary>
    /// <param name="points">By ascending cut, each above 0 and below 1.</param>
    public static StakeCurve? Of(IReadOnlyList<StakePoint> points)
    {
        StakePoint[] known = [.. points.Where(p => p.AtStake > 0)];
        return known.Length > 0 ? new StakeCurve(known) : null;
    }

    /// <summary>What is at stake with a cut. Unit: share of a year's final spending.</summary>
    /// <param name="cut">Share of the base year's imports.</param>
    public double At(double cut)
    {
        StakePoint first = _points[0];
        if (cut <= first.Cut)
        {
            return cut <= 0 ? 0 : first.AtStake * (cut / first.Cut) * (cut / first.Cut);
        }

        if (cut >= _points[^1].Cut)
        {
            return _points[^1].AtStake;
        }

        int upper = 1;
        while (_points[upper].Cut < cut)
        {
            upper++;
        }

        // A node is what was solved, to the last bit.
        return _points[upper].Cut == cut ? _points[upper].AtStake : Math.Exp(Between(upper, Math.Log(cut / (1 - cut))));
    }

    /// <summary>How far the economy is from its base at a cut, straight between nodes. Unit: share.</summary>
    /// <param name="cut">Share of the base year's imports.</param>
    public double StrainAt(double cut)
    {
        int upper = 0;
        while (upper < _points.Length - 1 && _points[upper].Cut < cut)
        {
            upper++;
        }

        (StakePoint low, StakePoint high) = (upper == 0 ? default : _points[upper - 1], _points[upper]);
        return cut >= high.Cut ? high.Strain : low.Strain + ((high.Strain - low.Strain) * (cut - low.Cut) / (high.Cut - low.Cut));
    }

    /// <summary>Cubic Hermite on the piece that ends at a node.</summary>
    private double Between(int upper, double odds)
    {
        double width = _odds[upper] - _odds[upper - 1];
        double t = (odds - _odds[upper - 1]) / width;
        double s = 1 - t;
        return (_logs[upper - 1] * s * s * (1 + (2 * t)))
            + (_logs[upper] * t * t * (1 + (2 * s)))
            + (width * s * t * ((_slopes[upper - 1] * s) - (_slopes[upper] * t)));
    }

    private static double[] SlopesOf(double[] x, double[] y)
    {
        int last = x.Length - 1;
        double[] slopes = new double[x.Length];
        if (last < 1)
        {
            return slopes;
        }

        double Secant(int i) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        slopes[0] = Secant(0);
        slopes[last] = Secant(last - 1);
        for (int i = 1; i < last; i++)
        {
            (double before, double after) = (Secant(i - 1), Secant(i));
            (double left, double right) = (x[i] - x[i - 1], x[i + 1] - x[i]);

            // The weighted harmonic mean of both secants; flat where they differ in sign.
            slopes[i] = before * after > 0 ? 3 * (left + right) / ((((2 * right) + left) / before) + ((right + (2 * left)) / after)) : 0;
        }

        return slopes;
    }
}
