namespace Rootscope.Numerics.Dense;

/// <summary>The recursion that makes P A = L U in the memory of A, rows exchanged for the largest pivot.</summary>
/// <remarks>
/// Toledo (1997), Locality of reference in LU decomposition with partial pivoting: the left half of the columns, its effect on the right
/// half, the right half. All but the last sixteen columns' work is triangular solves and products. Every element takes its fused steps in
/// the order of the columns, so that the result is that of the plain algorithm with fused steps, bit for bit (Golub and Van Loan, algorithm
/// 3.4.1).
/// </remarks>
internal sealed unsafe class PivotedFactors
{
    private const int Leaf = FactorLeaf.Columns;

    private readonly MatrixBlock _matrix;
    private readonly int[] _pivots;
    private readonly DenseWorkspace _workspace;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellation;
    private double _done;

    private PivotedFactors(
        MatrixBlock matrix,
        int[] pivots,
        DenseWorkspace workspace,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        _matrix = matrix;
        _pivots = pivots;
        _workspace = workspace;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Factors a square matrix; pivots_k is the row that was exchanged with row k at step k.</summary>
    /// <returns>The first column without a pivot to divide by, or −1 where there is none.</returns>
    public static int Factor(
        MatrixBlock matrix,
        int[] pivots,
        DenseWorkspace workspace,
        IProgress<double>? progress,
        CancellationToken cancellation
    ) => new PivotedFactors(matrix, pivots, workspace, progress, cancellation).Columns(0, matrix.Columns);

    /// <summary>Exchanges row k with row pivots_k, one after another.</summary>
    public static void Exchange(MatrixBlock matrix, ReadOnlySpan<int> pivots)
    {
        for (int k = 0; k < pivots.Length; k++)
        {
            if (pivots[k] != k)
            {
                Span<double> row = matrix.RowSpan(k);
                Span<double> other = matrix.RowSpan(pivots[k]);
                for (int c = 0; c < row.Length; c++)
                {
                    (row[c], other[c]) = (other[c], row[c]);
                }
            }
        }
    }

    /// <summary>Factors columns first … first + count − 1, from row first down.</summary>
    private int Columns(int first, int count)
    {
        int rows = _matrix.Rows - first;
        if (count <= Leaf)
        {
            _cancellation.ThrowIfCancellationRequested();
            int singular = FactorLeaf.Factor(_matrix.Part(first, first, rows, count), _pivots.AsSpan(first, count), _workspace.Panel);
            _done += (rows - (count / 3.0)) * count * count / 2;
            Tell(isAll: first + count == _matrix.Columns);
            return singular < 0 ? -1 : first + singular;
        }

        int half = (count + (2 * Leaf) - 1) / (2 * Leaf) * Leaf;
        int rest = count - half;
        int failed = Columns(first, half);
        if (failed >= 0)
        {
            return failed;
        }

        MatrixBlock right = _matrix.Part(first, first + half, rows, rest);
        MatrixBlock top = right.RowRange(0, half);
        MatrixBlock corner = _matrix.Part(first, first, half, half);
        _workspace.Share(
            rest,
            TriangularSolves.Leaf,
            (double)half * half * rest / 2,
            (buffers, column, columns) =>
            {
                Exchange(right.ColumnRange(column, columns), _pivots.AsSpan(first, half));
                new TriangularSolves(_workspace.Kernel, buffers, _cancellation).LowerUnitFromLeft(corner, top.ColumnRange(column, columns));
            },
            _cancellation
        );
        _workspace.Multiply(
            right.RowRange(half, rows - half),
            _matrix.Part(first + half, first, rows - half, half),
            top,
            ProductMode.Subtract,
            _cancellation
        );
        _done += ((half / 2.0) + rows - half) * half * rest;

        failed = Columns(first + half, rest);
        if (failed >= 0)
        {
            return failed;
        }

        Exchange(_matrix.Part(first + half, first, rows - half, half), _pivots.AsSpan(first + half, rest));
        for (int k = first + half; k < first + count; k++)
        {
            _pivots[k] += half;
        }

        return -1;
    }

    /// <summary>Tells the share of all multiplications, n³/3, that is done: columns further right take more of them.</summary>
    private void Tell(bool isAll) => _progress?.Report(isAll ? 1 : Math.Min(1, _done / (Math.Pow(_matrix.Columns, 3) / 3)));
}
