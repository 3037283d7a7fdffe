namespace Rootscope.Accounts;

/// <summary>One value a sector, summed as a series without an inverse, with a bound on its error.</summary>
/// <remarks>
/// The bound is a posteriori: drawn from the residual of the sum and from how much the coefficients contract, roundings included. It holds
/// for coefficients of any sign. Immutable.
/// </remarks>
public sealed class SeriesSum
{
    private readonly double[] _values;

    internal SeriesSum(double[] values, double? errorBound, int passes)
    {
        _values = values;
        ErrorBound = errorBound;
        Passes = passes;
    }

    /// <summary>The values. Unit: that of the measure. Shape: n.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>No value is farther from the exact one than this; null where no bound could be proved. Unit: that of the values.</summary>
    /// <remarks>
    /// It is null only where negative coefficients, or a spectral radius very near to 1, leave no contraction to argue from.
    /// </remarks>
    public double? ErrorBound { get; }

    /// <summary>How often the table was read.</summary>
    public int Passes { get; }

    /// <summary>The values as an array that the caller may keep.</summary>
    internal double[] ToArray() => _values;
}
