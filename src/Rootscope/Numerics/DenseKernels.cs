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

    /// <summary>result = matrix · vector (rows × columns, row-major).</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        Debug.Assert(matrix.Length == vector.Length * result.Length);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Dot(matrix.Slice(i * vector.Length, vector.Length), vector);
        }
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
