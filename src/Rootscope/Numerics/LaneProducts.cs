using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics;

/// <summary>Products of one dense matrix with many vectors that lie side by side: number i of vector l at [i · lanes + l].</summary>
/// <remarks>
/// Each vector is summed by itself, from the first column to the last, a multiplication and an addition at a time: what stands in the other
/// lanes, and how many there are, does not change a bit of it.
/// </remarks>
internal static class LaneProducts
{
    /// <summary>Lanes come in multiples of this.</summary>
    public const int Width = 4;

    private const int Rows = 4;

    /// <summary>y = M x, M rows × columns and row-major; x and y begin a row every so many numbers.</summary>
    public static void Multiply(
        ReadOnlySpan<double> matrix,
        int columns,
        ReadOnlySpan<double> x,
        int xStride,
        Span<double> y,
        int yStride,
        int lanes
    )
    {
        int rows = matrix.Length / columns;
        Debug.Assert(
            matrix.Length == rows * columns
                && lanes % Width == 0
                && x.Length >= ((columns - 1) * xStride) + lanes
                && y.Length >= ((rows - 1) * yStride) + lanes
        );
        ref double m = ref MemoryMarshal.GetReference(matrix);
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(y);
        for (int lane = 0; lane < lanes; lane += Width)
        {
            ref double source = ref Unsafe.Add(ref from, lane);
            ref double target = ref Unsafe.Add(ref to, lane);
            int row = 0;
            for (; row + Rows <= rows; row += Rows)
            {
                FourRows(ref m, row, columns, ref source, xStride, ref target, yStride);
            }

            for (; row < rows; row++)
            {
                OneRow(ref m, row, columns, ref source, xStride, ref target, yStride);
            }
        }
    }

    private static void FourRows(ref double m, int row, int columns, ref double x, int xStride, ref double y, int yStride)
    {
        Vector256<double> a = Vector256<double>.Zero;
        Vector256<double> b = a;
        Vector256<double> c = a;
        Vector256<double> d = a;
        nuint first = (nuint)row * (nuint)columns;
        nuint second = first + (nuint)columns;
        nuint third = second + (nuint)columns;
        nuint fourth = third + (nuint)columns;
        nuint at = 0;
        for (nuint i = 0; i < (nuint)columns; i++, at += (nuint)xStride)
        {
            Vector256<double> v = Vector256.LoadUnsafe(ref x, at);
            a += Vector256.Create(Unsafe.Add(ref m, first + i)) * v;
            b += Vector256.Create(Unsafe.Add(ref m, second + i)) * v;
            c += Vector256.Create(Unsafe.Add(ref m, third + i)) * v;
            d += Vector256.Create(Unsafe.Add(ref m, fourth + i)) * v;
        }

        a.StoreUnsafe(ref y, (nuint)(row * yStride));
        b.StoreUnsafe(ref y, (nuint)((row + 1) * yStride));
        c.StoreUnsafe(ref y, (nuint)((row + 2) * yStride));
        d.StoreUnsafe(ref y, (nuint)((row + 3) * yStride));
    }

    private static void OneRow(ref double m, int row, int columns, ref double x, int xStride, ref double y, int yStride)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        nuint first = (nuint)row * (nuint)columns;
        nuint at = 0;
        for (nuint i = 0; i < (nuint)columns; i++, at += (nuint)xStride)
        {
            sum += Vector256.Create(Unsafe.Add(ref m, first + i)) * Vector256.LoadUnsafe(ref x, at);
        }

        sum.StoreUnsafe(ref y, (nuint)(row * yStride));
    }
}
