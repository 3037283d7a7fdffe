using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics;

/// <summary>M u and w' M in one pass over a dense row-major matrix, which is read from memory only once.</summary>
/// <remarks>
/// Four rows at a time, so that the column sums are loaded and stored once for four rows. Sums are kept in blocks (rows of the matrix by
/// 64, cells of a row by 512 in eight lanes), which bounds their rounding by some eighty units whatever the size. The order never changes.
/// </remarks>
internal static class TwoSidedPass
{
    private const int RowBlock = 64;
    private const int CellBlock = 512;

    /// <summary>
    /// How many roundings lie at most on the way of a term into a sum of n terms, row or column, with the scaling of the result.
    /// </summary>
    public static int RoundingsOf(int n) => Math.Max((CellBlock / 8) + 8 + (n / CellBlock), RowBlock + (n / RowBlock) + 1) + 3;

    /// <summary>byRow ← M u, byColumn ← w' M.</summary>
    public static void Multiply(
        ReadOnlySpan<double> matrix,
        ReadOnlySpan<double> u,
        ReadOnlySpan<double> w,
        Span<double> byRow,
        Span<double> byColumn
    ) => Multiply<AsItIs>(matrix, u, w, byRow, byColumn);

    /// <summary>The same for the absolute values of the cells.</summary>
    public static void MultiplyAbsolute(
        ReadOnlySpan<double> matrix,
        ReadOnlySpan<double> u,
        ReadOnlySpan<double> w,
        Span<double> byRow,
        Span<double> byColumn
    ) => Multiply<Absolute>(matrix, u, w, byRow, byColumn);

    private static void Multiply<TForm>(
        ReadOnlySpan<double> matrix,
        ReadOnlySpan<double> u,
        ReadOnlySpan<double> w,
        Span<double> byRow,
        Span<double> byColumn
    )
        where TForm : struct, ICellForm
    {
        int n = u.Length;
        Debug.Assert(matrix.Length == n * n && w.Length == n && byRow.Length == n && byColumn.Length == n);
        byColumn.Clear();
        var block = new double[n];
        for (int first = 0; first < n; first += RowBlock)
        {
            int end = Math.Min(first + RowBlock, n);
            Array.Clear(block);
            int i = first;
            for (; i + 4 <= end; i += 4)
            {
                FourRows<TForm>(matrix.Slice(i * n, 4 * n), u, w.Slice(i, 4), byRow.Slice(i, 4), block);
            }

            for (; i < end; i++)
            {
                OneRow<TForm>(matrix.Slice(i * n, n), u, w[i], out byRow[i], block);
            }

            DenseKernels.AddScaled(byColumn, 1, block);
        }
    }

    private static void FourRows<TForm>(
        ReadOnlySpan<double> rows,
        ReadOnlySpan<double> u,
        ReadOnlySpan<double> w,
        Span<double> byRow,
        Span<double> sums
    )
        where TForm : struct, ICellForm
    {
        int n = u.Length;
        ref double r0 = ref MemoryMarshal.GetReference(rows);
        ref double r1 = ref MemoryMarshal.GetReference(rows[n..]);
        ref double r2 = ref MemoryMarshal.GetReference(rows[(2 * n)..]);
        ref double r3 = ref MemoryMarshal.GetReference(rows[(3 * n)..]);
        ref double vector = ref MemoryMarshal.GetReference(u);
        ref double target = ref MemoryMarshal.GetReference(sums);
        Vector256<double> w0 = Vector256.Create(w[0]),
            w1 = Vector256.Create(w[1]),
            w2 = Vector256.Create(w[2]),
            w3 = Vector256.Create(w[3]);
        byRow.Clear();
        nuint at = 0;
        while (at + 8 <= (nuint)n)
        {
            nuint end = Math.Min(at + CellBlock, (nuint)n & ~(nuint)7);
            Vector256<double> a0 = default,
                a1 = default,
                a2 = default,
                a3 = default;
            Vector256<double> b0 = default,
                b1 = default,
                b2 = default,
                b3 = default;
            for (; at < end; at += 8)
            {
                Vector256<double> v = Vector256.LoadUnsafe(ref vector, at);
                Vector256<double> c0 = TForm.Of(Vector256.LoadUnsafe(ref r0, at)),
                    c1 = TForm.Of(Vector256.LoadUnsafe(ref r1, at));
                Vector256<double> c2 = TForm.Of(Vector256.LoadUnsafe(ref r2, at)),
                    c3 = TForm.Of(Vector256.LoadUnsafe(ref r3, at));
                a0 += c0 * v;
                a1 += c1 * v;
                a2 += c2 * v;
                a3 += c3 * v;
                (Vector256.LoadUnsafe(ref target, at) + (w0 * c0) + (w1 * c1) + (w2 * c2) + (w3 * c3)).StoreUnsafe(ref target, at);
                v = Vector256.LoadUnsafe(ref vector, at + 4);
                c0 = TForm.Of(Vector256.LoadUnsafe(ref r0, at + 4));
                c1 = TForm.Of(Vector256.LoadUnsafe(ref r1, at + 4));
                c2 = TForm.Of(Vector256.LoadUnsafe(ref r2, at + 4));
                c3 = TForm.Of(Vector256.LoadUnsafe(ref r3, at + 4));
                b0 += c0 * v;
                b1 += c1 * v;
                b2 += c2 * v;
                b3 += c3 * v;
                (Vector256.LoadUnsafe(ref target, at + 4) + (w0 * c0) + (w1 * c1) + (w2 * c2) + (w3 * c3)).StoreUnsafe(ref target, at + 4);
            }

            byRow[0] += Vector256.Sum(a0 + b0);
            byRow[1] += Vector256.Sum(a1 + b1);
            byRow[2] += Vector256.Sum(a2 + b2);
            byRow[3] += Vector256.Sum(a3 + b3);
        }

        for (int j = (int)at; j < n; j++)
        {
            for (int k = 0; k < 4; k++)
            {
                double cell = TForm.Of(rows[(k * n) + j]);
                byRow[k] += cell * u[j];
                sums[j] += w[k] * cell;
            }
        }
    }

    private static void OneRow<TForm>(ReadOnlySpan<double> row, ReadOnlySpan<double> u, double w, out double product, Span<double> sums)
        where TForm : struct, ICellForm
    {
        product = 0;
        for (int first = 0; first < row.Length; first += CellBlock / 8)
        {
            double part = 0;
            for (int j = first; j < Math.Min(first + (CellBlock / 8), row.Length); j++)
            {
                double cell = TForm.Of(row[j]);
                part += cell * u[j];
                sums[j] += w * cell;
            }

            product += part;
        }
    }

    /// <summary>How a cell enters: as it is, or by its absolute value.</summary>
    private interface ICellForm
    {
        static abstract Vector256<double> Of(Vector256<double> cells);

        static abstract double Of(double cell);
    }

    private readonly struct AsItIs : ICellForm
    {
        public static Vector256<double> Of(Vector256<double> cells) => cells;

        public static double Of(double cell) => cell;
    }

    private readonly struct Absolute : ICellForm
    {
        public static Vector256<double> Of(Vector256<double> cells) => Vector256.Abs(cells);

        public static double Of(double cell) => Math.Abs(cell);
    }
}
