using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics.Dense;

/// <summary>
/// Steps on short rows, each element by one fused multiplication and addition, so that the width of registers changes no bit.
/// </summary>
internal static unsafe class FusedRows
{
    private const int Lanes = 4;

    /// <summary>target −= factor · source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(double* target, double factor, double* source, int count)
    {
        Vector256<double> f = Vector256.Create(-factor);
        int c = 0;
        for (; c <= count - Lanes; c += Lanes)
        {
            Vector256.FusedMultiplyAdd(f, Vector256.Load(source + c), Vector256.Load(target + c)).Store(target + c);
        }

        for (; c < count; c++)
        {
            target[c] = Subtract(target[c], factor, source[c]);
        }
    }

    /// <summary>
    /// target −= Σ over k, in order, of factors_k times row k of the source, which starts at the same column as the target.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractAll(double* target, double* factors, double* source, nint stride, int depth, int count)
    {
        const int Block = 4 * Lanes;
        int c = 0;
        for (; c <= count - Block; c += Block)
        {
            double* t = target + c;
            Vector256<double> t0 = Vector256.Load(t),
                t1 = Vector256.Load(t + 4),
                t2 = Vector256.Load(t + 8),
                t3 = Vector256.Load(t + 12);
            double* s = source + c;
            for (int k = 0; k < depth; k++, s += stride)
            {
                Vector256<double> f = Vector256.Create(-factors[k]);
                t0 = Vector256.FusedMultiplyAdd(f, Vector256.Load(s), t0);
                t1 = Vector256.FusedMultiplyAdd(f, Vector256.Load(s + 4), t1);
                t2 = Vector256.FusedMultiplyAdd(f, Vector256.Load(s + 8), t2);
                t3 = Vector256.FusedMultiplyAdd(f, Vector256.Load(s + 12), t3);
            }

            t0.Store(t);
            t1.Store(t + 4);
            t2.Store(t + 8);
            t3.Store(t + 12);
        }

        for (int k = 0; k < depth && c < count; k++)
        {
            Subtract(target + c, factors[k], source + (k * stride) + c, count - c);
        }
    }

    /// <summary>value − factor · other, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(double value, double factor, double other) =>
#pragma warning disable RS0030 // The one place that decision 9 allows.
        Math.FusedMultiplyAdd(-factor, other, value);
#pragma warning restore RS0030
}
