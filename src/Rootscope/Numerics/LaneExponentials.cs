using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics;

/// <summary>
/// e^x − 1 and ln(1 + x), four numbers at a time, by additions, multiplications and divisions alone: the same bits on every processor.
/// </summary>
/// <remarks>
/// e^x − 1 = 2^k (e^r − 1) + (2^k − 1) with |r| ≤ ln 2 / 2 and the Taylor series of e^r − 1; ln(1 + x) by 2 artanh(f / (2 + f)) with 1 + x
/// = 2^k (1 + f) and the rounding of 1 + x made good. Within 2 units in the last place (tested), exactly 0 at 0; x beyond ±708 counts as
/// ±708, and −1 and less as the last number above −1. Source of the reductions: Muller, Elementary Functions, 3rd ed., chapters 5 and 11.
/// </remarks>
internal static class LaneExponentials
{
    /// <summary>Numbers taken at a time; spans are multiples of it.</summary>
    public const int Width = 4;

    private const double Beyond = 708;
    private const double NothingLeft = -1 + 1.2e-16;

    /// <summary>1.5 · 2^52: added to a small whole number, its last bits are the number.</summary>
    private const double WholeBits = 6755399441055744.0;

    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>y = e^(factor · x) − 1.</summary>
    public static void ExpMinusOne(ReadOnlySpan<double> x, double factor, Span<double> y)
    {
        Debug.Assert(x.Length == y.Length && x.Length % Width == 0);
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(y);
        Vector256<double> f = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)x.Length; i += Width)
        {
            ExpMinusOne(f * Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>e^x − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpMinusOne(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-Beyond)), Vector256.Create(Beyond));
        Vector256<double> whole = (x * Vector256.Create(1 / 0.6931471805599453)) + Vector256.Create(WholeBits);
        Vector256<double> k = whole - Vector256.Create(WholeBits);
        Vector256<double> r = x - (k * Vector256.Create(LogTwoHigh)) - (k * Vector256.Create(LogTwoLow));
        Vector256<double> scale = (Vector256.ShiftLeft(whole.AsInt64(), 52) + Vector256.Create(1023L << 52)).AsDouble();
        Vector256<double> p = Vector256.Create(1 / 6227020800.0);
        p = (p * r) + Vector256.Create(1 / 479001600.0);
        p = (p * r) + Vector256.Create(1 / 39916800.0);
        p = (p * r) + Vector256.Create(1 / 3628800.0);
        p = (p * r) + Vector256.Create(1 / 362880.0);
        p = (p * r) + Vector256.Create(1 / 40320.0);
        p = (p * r) + Vector256.Create(1 / 5040.0);
        p = (p * r) + Vector256.Create(1 / 720.0);
        p = (p * r) + Vector256.Create(1 / 120.0);
        p = (p * r) + Vector256.Create(1 / 24.0);
        p = (p * r) + Vector256.Create(1 / 6.0);
        p = (p * r) + Vector256.Create(0.5);
        p = (p * r * r) + r;
        return (scale * p) + (scale - Vector256<double>.One);
    }

    /// <summary>ln(1 + x).</summary>
    public static Vector256<double> LogOnePlus(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Create(NothingLeft));
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> u = x + one;
        Vector256<double> lost = (x - (u - one)) / u;
        Vector256<long> bits = u.AsInt64();
        Vector256<long> exponent = Vector256.ShiftRightLogical(bits.AsUInt64(), 52).AsInt64() - Vector256.Create(1023L);
        Vector256<double> m = ((bits & Vector256.Create((1L << 52) - 1)) | Vector256.Create(1023L << 52)).AsDouble();
        Vector256<double> high = Vector256.GreaterThan(m, Vector256.Create(1.4142135623730951));
        m = Vector256.ConditionalSelect(high, m * Vector256.Create(0.5), m);
        exponent -= high.AsInt64(); // true is −1
        Vector256<double> k = (exponent + Vector256.Create(WholeBits).AsInt64()).AsDouble() - Vector256.Create(WholeBits);
        Vector256<double> f = m - one;
        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> q = Vector256.Create(1 / 21.0);
        q = (q * z) + Vector256.Create(1 / 19.0);
        q = (q * z) + Vector256.Create(1 / 17.0);
        q = (q * z) + Vector256.Create(1 / 15.0);
        q = (q * z) + Vector256.Create(1 / 13.0);
        q = (q * z) + Vector256.Create(1 / 11.0);
        q = (q * z) + Vector256.Create(1 / 9.0);
        q = (q * z) + Vector256.Create(1 / 7.0);
        q = (q * z) + Vector256.Create(1 / 5.0);
        q = (q * z) + Vector256.Create(1 / 3.0);

        // 2 artanh(s) = f − s (f − 2 z q): f is exact, so that only the small rest is rounded.
        Vector256<double> logarithm = f - (s * (f - (Vector256.Create(2.0) * z * q)));
        return (k * Vector256.Create(LogTwoHigh)) + (logarithm + (lost + (k * Vector256.Create(LogTwoLow))));
    }
}
