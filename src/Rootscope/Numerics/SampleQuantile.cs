namespace Rootscope.Numerics;

/// <summary>Quantiles of a sample.</summary>
internal static class SampleQuantile
{
    /// <summary>
    /// Between the two nearest values, in proportion: type 7 of Hyndman and Fan (1996). The sample ascends and has a value.
    /// </summary>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        return at > below ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
