namespace Rootscope.Numerics;

/// <summary>A matrix as the product of a lower and an upper triangle, rows exchanged for the largest pivot.</summary>
/// <remarks>Golub and Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1 (outer product, partial pivoting). Cost: 2n³/3.</remarks>
internal sealed class LuDecomposition
{
    private readonly double[] _lu;
    private readonly int[] _rowOf;
    private readonly int _n;

    private LuDecomposition(double[] lu, int[] rowOf, bool isSingular)
    {
        _lu = lu;
        _rowOf = rowOf;
        _n = rowOf.Length;
        IsSingular = isSingular;
    }

    /// <summary>Whether a pivot was zero or not a number, so that no solution can be had.</summary>
    public bool IsSingular { get; }

    /// <summary>Decomposes an n × n row-major matrix; the array is overwritten.</summary>
    public static LuDecomposition Of(double[] matrix, int n, CancellationToken cancellation = default)
    {
        int[] rowOf = [.. Enumerable.Range(0, n)];
        for (int k = 0; k < n; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            int pivot = PivotRow(matrix, n, k);
            double largest = matrix[(pivot * n) + k];
            if (largest == 0 || !double.IsFinite(largest))
            {
                return new LuDecomposition(matrix, rowOf, isSingular: true);
            }

            if (pivot != k)
            {
                SwapRows(matrix, n, pivot, k);
                (rowOf[pivot], rowOf[k]) = (rowOf[k], rowOf[pivot]);
            }

            Eliminate(matrix, n, k);
        }

        return new LuDecomposition(matrix, rowOf, isSingular: false);
    }

    /// <summary>Solves M X = B for m right-hand sides given as an n × m row-major matrix, in place.</summary>
    public void Solve(Span<double> right, int m)
    {
        Permute(right, m);
        for (int i = 1; i < _n; i++)
        {
            Span<double> row = right.Slice(i * m, m);
            for (int k = 0; k < i; k++)
            {
                Subtract(row, _lu[(i * _n) + k], right.Slice(k * m, m));
            }
        }

        for (int i = _n - 1; i >= 0; i--)
        {
            Span<double> row = right.Slice(i * m, m);
            for (int k = i + 1; k < _n; k++)
            {
                Subtract(row, _lu[(i * _n) + k], right.Slice(k * m, m));
            }

            double diagonal = _lu[(i * _n) + i];
            for (int c = 0; c < m; c++)
            {
                row[c] /= diagonal;
            }
        }
    }

    /// <summary>The inverse, n × n row-major.</summary>
    public double[] Inverse(CancellationToken cancellation = default)
    {
        // Columns are solved in panels that stay in the cache together with the triangle's rows.
        const int Panel = 64;
        var inverse = new double[_n * _n];
        var block = new double[_n * Panel];
        for (int start = 0; start < _n; start += Panel)
        {
            cancellation.ThrowIfCancellationRequested();
            int width = Math.Min(Panel, _n - start);
            Span<double> right = block.AsSpan(0, _n * width);
            right.Clear();
            for (int c = 0; c < width; c++)
            {
                right[((start + c) * width) + c] = 1;
            }

            Solve(right, width);
            for (int i = 0; i < _n; i++)
            {
                right.Slice(i * width, width).CopyTo(inverse.AsSpan((i * _n) + start, width));
            }
        }

        return inverse;
    }

    private static void Subtract(Span<double> row, double factor, ReadOnlySpan<double> other)
    {
        if (factor != 0)
        {
            DenseKernels.AddScaled(row, -factor, other);
        }
    }

    private static int PivotRow(double[] matrix, int n, int k)
    {
        int pivot = k;
        for (int i = k + 1; i < n; i++)
        {
            if (Math.Abs(matrix[(i * n) + k]) > Math.Abs(matrix[(pivot * n) + k]))
            {
                pivot = i;
            }
        }

        return pivot;
    }

    private static void SwapRows(double[] matrix, int n, int a, int b)
    {
        Span<double> first = matrix.AsSpan(a * n, n);
        Span<double> second = matrix.AsSpan(b * n, n);
        for (int c = 0; c < n; c++)
        {
            (first[c], second[c]) = (second[c], first[c]);
        }
    }

    private static void Eliminate(double[] matrix, int n, int k)
    {
        ReadOnlySpan<double> pivotRow = matrix.AsSpan((k * n) + k + 1, n - k - 1);
        double diagonal = matrix[(k * n) + k];
        for (int i = k + 1; i < n; i++)
        {
            double factor = matrix[(i * n) + k] / diagonal;
            matrix[(i * n) + k] = factor;
            Subtract(matrix.AsSpan((i * n) + k + 1, n - k - 1), factor, pivotRow);
        }
    }

    private void Permute(Span<double> right, int m)
    {
        double[] copy = right.ToArray();
        for (int i = 0; i < _n; i++)
        {
            copy.AsSpan(_rowOf[i] * m, m).CopyTo(right.Slice(i * m, m));
        }
    }
}
