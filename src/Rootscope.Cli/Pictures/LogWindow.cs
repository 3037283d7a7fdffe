namespace Rootscope.Cli.Pictures;

/// <summary>The part of a plane of shares that a picture shows.</summary>
/// <param name="Left">Decimal logarithm of the least share on the horizontal axis.</param>
/// <param name="Right">That of the largest.</param>
/// <param name="Bottom">That of the least share on the vertical axis.</param>
/// <param name="Top">That of the largest.</param>
internal sealed record LogWindow(double Left, double Right, double Bottom, double Top)
{
    /// <summary>Empty space around the points. Unit: decades.</summary>
    private const double Room = 0.08;

    /// <summary>
    /// At most this share of the points is left outside at the low end of each axis, so that a few tiny ones do not squeeze all others
    /// together.
    /// </summary>
    private const double Outside = 0.03;

    private const double LeastSpan = 0.5;

    /// <summary>The window of some points, all above 0; the first of them, which are to be named, are all inside.</summary>
    public static LogWindow Of(IReadOnlyList<(double X, double Y)> points, int named)
    {
        (double left, double right) = Range([.. points.Select(p => p.X)], named);
        (double bottom, double top) = Range([.. points.Select(p => p.Y)], named);
        return new LogWindow(left, right, bottom, top);
    }

    /// <summary>Whether a point is inside.</summary>
    public bool Holds(double x, double y) => Between(Left, Math.Log10(x), Right) && Between(Bottom, Math.Log10(y), Top);

    private static bool Between(double low, double value, double high) => low <= value && value <= high;

    private static (double Low, double High) Range(double[] shares, int named)
    {
        if (shares.Length == 0)
        {
            return (-2, 0);
        }

        double low = Math.Log10(
            Math.Min(shares.Order().ElementAt((int)(Outside * shares.Length)), shares.Take(named).DefaultIfEmpty(double.MaxValue).Min())
        );
        double high = Math.Log10(shares.Max());
        double missing = Math.Max(0, LeastSpan - (high - low)) / 2;
        return (low - missing - Room, high + missing + Room);
    }
}
