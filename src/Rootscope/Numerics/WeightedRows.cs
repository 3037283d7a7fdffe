using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics;

/// <summary>Weighted sums of the rows of a matrix, sixteen columns at a time, so that each figure is read once and written once.</summary>
internal static class WeightedRows
{
    /// <summary>Rows are as long as a multiple of this.</summary>
    public const int Width = 4;

    private const int Block = 4 * Width;

    /// <summary>A length rounded up to what rows need.</summary>
    public static int Padded(int length) => (length + Width - 1) / Width * Width;

    /// <summary>sums_j = Σ_r weights_r rows_rj.</summary>
    public static void Sum(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<double> weights, Span<double> sums)
    {
        Debug.Assert(stride % Width == 0 && sums.Length == stride && rows.Length == weights.Length * stride);
        ref double m = ref MemoryMarshal.GetReference(rows);
        ref double y = ref MemoryMarshal.GetReference(sums);
        int j = 0;
        for (; j + Block <= stride; j += Block)
        {
            Vector256<double> a = Vector256<double>.Zero;
            Vector256<double> b = a;
            Vector256<double> c = a;
            Vector256<double> d = a;
            nuint at = (nuint)j;
            for (int r = 0; r < weights.Length; r++, at += (nuint)stride)
            {
                Vector256<double> w = Vector256.Create(weights[r]);
                a += w * Vector256.LoadUnsafe(ref m, at);
                b += w * Vector256.LoadUnsafe(ref m, at + 4);
                c += w * Vector256.LoadUnsafe(ref m, at + 8);
                d += w * Vector256.LoadUnsafe(ref m, at + 12);
            }

            a.StoreUnsafe(ref y, (nuint)j);
            b.StoreUnsafe(ref y, (nuint)j + 4);
            c.StoreUnsafe(ref y, (nuint)j + 8);
            d.StoreUnsafe(ref y, (nuint)j + 12);
        }

        for (; j < stride; j += Width)
        {
            Vector256<double> a = Vector256<double>.Zero;
            nuint at = (nuint)j;
            for (int r = 0; r < weights.Length; r++, at += (nuint)stride)
            {
                a += Vector256.Create(weights[r]) * Vector256.LoadUnsafe(ref m, at);
            }

            a.StoreUnsafe(ref y, (nuint)j);
        }
    }
}
