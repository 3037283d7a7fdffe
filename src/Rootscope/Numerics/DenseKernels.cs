using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics;

/// <summary>Products of dense row-major matrices with vectors, in a summation order that never changes.</summary>
/// <remarks>
/// Four lanes and no fused multiply-add, so that every processor adds the same numbers in the same order and gives the same bits.
/// </remarks>
internal static class DenseKernels
{
    private const int RowsAtOnce = 4;

    /// <summary>Σ a_i b_i.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Debug.Assert(a.Length == b.Length);
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        nuint i = 0;
        nuint n = (nuint)a.Length;
        for (; i + 8 <= n; i += 8)
        {
            even += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            odd += Vector256.LoadUnsafe(ref x, i + 4) * Vector256.LoadUnsafe(ref y, i + 4);
        }

        double sum = Vector256.Sum(even + odd);
        for (; i < n; i++)
        {
            sum += a[(int)i] * b[(int)i];
        }

        return sum;
    }

    /// <summary>target += factor · source.</summary>
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        Debug.Assert(target.Length == source.Length);
        ref double t = ref MemoryMarshal.GetReference(target);
        ref double s = ref MemoryMarshal.GetReference(source);
        Vector256<double> f = Vector256.Create(factor);
        nuint i = 0;
        nuint n = (nuint)target.Length;
        for (; i + 4 <= n; i += 4)
        {
            (Vector256.LoadUnsafe(ref t, i) + (f * Vector256.LoadUnsafe(ref s, i))).StoreUnsafe(ref t, i);
        }

        for (; i < n; i++)
        {
            target[(int)i] += factor * source[(int)i];
        }
    }

    /// <summary>result = matrix · vector (rows × columns, row-major), each row as <see cref="Dot"/> adds it.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        Debug.Assert(matrix.Length == vector.Length * result.Length);
        int i = 0;
        for (; i + RowsAtOnce <= result.Length; i += RowsAtOnce)
        {
            FourDots(matrix.Slice(i * vector.Length, RowsAtOnce * vector.Length), vector, result.Slice(i, RowsAtOnce));
        }

        for (; i < result.Length; i++)
        {
            result[i] = Dot(matrix.Slice(i * vector.Length, vector.Length), vector);
        }
    }

    /// <summary>Four rows side by side: their sums wait for each other's additions less than for their own.</summary>
    private static void FourDots(ReadOnlySpan<double> rows, ReadOnlySpan<double> vector, Span<double> result)
    {
        ref double x = ref MemoryMarshal.GetReference(rows);
        ref double y = ref MemoryMarshal.GetReference(vector);
        nuint n = (nuint)vector.Length;
        Vector256<double> even0 = Vector256<double>.Zero;
        Vector256<double> odd0 = even0;
        Vector256<double> even1 = even0;
        Vector256<double> odd1 = even0;
        Vector256<double> even2 = even0;
        Vector256<double> odd2 = even0;
        Vector256<double> even3 = even0;
        Vector256<double> odd3 = even0;
        nuint i = 0;
        for (; i + 8 <= n; i += 8)
        {
            var first = Vector256.LoadUnsafe(ref y, i);
            var second = Vector256.LoadUnsafe(ref y, i + 4);
            even0 += Vector256.LoadUnsafe(ref x, i) * first;
            odd0 += Vector256.LoadUnsafe(ref x, i + 4) * second;
            even1 += Vector256.LoadUnsafe(ref x, n + i) * first;
            odd1 += Vector256.LoadUnsafe(ref x, n + i + 4) * second;
            even2 += Vector256.LoadUnsafe(ref x, (2 * n) + i) * first;
            odd2 += Vector256.LoadUnsafe(ref x, (2 * n) + i + 4) * second;
            even3 += Vector256.LoadUnsafe(ref x, (3 * n) + i) * first;
            odd3 += Vector256.LoadUnsafe(ref x, (3 * n) + i + 4) * second;
        }

        double sum0 = Vector256.Sum(even0 + odd0);
        double sum1 = Vector256.Sum(even1 + odd1);
        double sum2 = Vector256.Sum(even2 + odd2);
        double sum3 = Vector256.Sum(even3 + odd3);
        for (int j = (int)i; j < vector.Length; j++)
        {
            sum0 += rows[j] * vector[j];
            sum1 += rows[vector.Length + j] * vector[j];
            sum2 += rows[(2 * vector.Length) + j] * vector[j];
            sum3 += rows[(3 * vector.Length) + j] * vector[j];
        }

        (result[0], result[1], result[2], result[3]) = (sum0, sum1, sum2, sum3);
    }

    /// <summary>result = vector' · matrix (rows × columns, row-major).</summary>
    public static void MultiplyTransposed(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        Debug.Assert(matrix.Length == vector.Length * result.Length);
        result.Clear();
        for (int i = 0; i < vector.Length; i++)
        {
            if (vector[i] != 0)
            {
                AddScaled(result, vector[i], matrix.Slice(i * result.Length, result.Length));
            }
        }
    }
}
