using System.Diagnostics;

namespace Rootscope.Numerics;

/// <summary>The two largest eigenvalues of a symmetric matrix and the vector of the largest, by reduction to three diagonals.</summary>
/// <remarks>
/// Householder reflections (Golub and Van Loan 2013, algorithm 8.3.1), bisection on Sturm counts (section 8.4.1) and inverse iteration
/// (section 8.2.2). No step depends on a guess at the gap, so close eigenvalues are told rather than mixed up. Cost: 4/3 n³ and n² of
/// memory.
/// </remarks>
internal static class SymmetricEigenpairs
{
    private const int InverseSteps = 4;

    /// <summary>Finds them; <paramref name="matrix"/> (n × n, both triangles filled) is overwritten.</summary>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="vector">Receives the vector of the largest eigenvalue, of length 1.</param>
    /// <returns>The largest and the next; the next is the largest again where n is 1.</returns>
    public static (double First, double Second) Largest(Span<double> matrix, Span<double> vector)
    {
        int n = vector.Length;
        Debug.Assert(matrix.Length == n * n && n > 0);
        var diagonal = new double[n];
        var beside = new double[n];
        double[] reflections = Reduce(matrix, diagonal, beside);
        double first = Bisect(diagonal, beside, n - 1);
        double second = n > 1 ? Bisect(diagonal, beside, n - 2) : first;
        VectorOf(diagonal, beside, first, vector);
        for (int k = n - 3; k >= 0; k--)
        {
            ReadOnlySpan<double> v = reflections.AsSpan(k * n, n)[(k + 1)..];
            DenseKernels.AddScaled(vector[(k + 1)..], -2 * DenseKernels.Dot(v, vector[(k + 1)..]), v);
        }

        Normalise(vector);
        return (first, second);
    }

    /// <summary>
    /// Reflects the matrix to three diagonals; row k of the result holds the unit vector of reflection k from column k + 1 on.
    /// </summary>
    private static double[] Reduce(Span<double> a, double[] diagonal, double[] beside)
    {
        int n = diagonal.Length;
        var reflections = new double[n * n];
        var image = new double[n];
        for (int k = 0; k < n - 2; k++)
        {
            Span<double> v = reflections.AsSpan(k * n, n)[(k + 1)..];
            a.Slice((k * n) + k + 1, n - k - 1).CopyTo(v);
            double size = Math.Sqrt(DenseKernels.Dot(v, v));
            beside[k] = size;
            if (size == 0)
            {
                continue;
            }

            beside[k] = v[0] > 0 ? -size : size;
            v[0] -= beside[k];
            Normalise(v);
            Reflect(a, n, k + 1, v, image.AsSpan(0, v.Length));
        }

        if (n > 1)
        {
            beside[n - 2] = a[((n - 2) * n) + n - 1];
        }

        for (int k = 0; k < n; k++)
        {
            diagonal[k] = a[(k * n) + k];
        }

        return reflections;
    }

    /// <summary>The part from row and column <paramref name="from"/> on becomes H A H with H = I − 2vv'.</summary>
    private static void Reflect(Span<double> a, int n, int from, ReadOnlySpan<double> v, Span<double> image)
    {
        for (int i = 0; i < v.Length; i++)
        {
            image[i] = 2 * DenseKernels.Dot(a.Slice(((from + i) * n) + from, v.Length), v);
        }

        DenseKernels.AddScaled(image, -DenseKernels.Dot(image, v), v);
        for (int i = 0; i < v.Length; i++)
        {
            Span<double> row = a.Slice(((from + i) * n) + from, v.Length);
            DenseKernels.AddScaled(row, -v[i], image);
            DenseKernels.AddScaled(row, -image[i], v);
        }
    }

    /// <summary>The eigenvalue that has <paramref name="below"/> others below it.</summary>
    private static double Bisect(double[] diagonal, double[] beside, int below)
    {
        int n = diagonal.Length;
        double low = double.MaxValue;
        double high = double.MinValue;
        for (int k = 0; k < n; k++)
        {
            double radius = Math.Abs(beside[k]) + (k > 0 ? Math.Abs(beside[k - 1]) : 0);
            low = Math.Min(low, diagonal[k] - radius);
            high = Math.Max(high, diagonal[k] + radius);
        }

        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (CountBelow(diagonal, beside, middle) > below)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }

    /// <summary>How many eigenvalues lie below x: the negative pivots of T − xI.</summary>
    private static int CountBelow(double[] diagonal, double[] beside, double x)
    {
        int count = 0;
        double pivot = 1;
        for (int k = 0; k < diagonal.Length; k++)
        {
            double coupling = k > 0 ? beside[k - 1] : 0;
            pivot = diagonal[k] - x - (coupling == 0 ? 0 : coupling * (coupling / pivot));

            // A pivot of zero stands for the smallest one above it, as in LAPACK's dstebz.
            pivot = Math.Abs(pivot) < 1e-300 ? -1e-300 : pivot;
            count += pivot < 0 ? 1 : 0;
        }

        return count;
    }

    private static void VectorOf(double[] diagonal, double[] beside, double value, Span<double> vector)
    {
        // Any start will do that is orthogonal to no vector in particular.
        for (int k = 0; k < vector.Length; k++)
        {
            vector[k] = 1 + (0.5 * Math.Sin(k + 1));
        }

        for (int step = 0; step < InverseSteps; step++)
        {
            Normalise(vector);
            Tridiagonal.Solve(diagonal, beside, value, vector);
        }

        Normalise(vector);
    }

    private static void Normalise(Span<double> v)
    {
        double largest = 0;
        foreach (double x in v)
        {
            largest = Math.Max(largest, Math.Abs(x));
        }

        // Scaled first, because a vector out of inverse iteration may be too large to square.
        double sum = 0;
        for (int k = 0; k < v.Length; k++)
        {
            v[k] /= largest;
            sum += v[k] * v[k];
        }

        double size = Math.Sqrt(sum);
        for (int k = 0; k < v.Length; k++)
        {
            v[k] /= size;
        }
    }
}
