namespace Rootscope.Numerics.Dense;

/// <summary>From the factors of a matrix to its inverse, in the memory of the factors.</summary>
/// <remarks>
/// U⁻¹ in the place of U, then X L = U⁻¹ from the last columns to the first, then the columns in their order: 4n³/3 operations beside the
/// 2n³/3 of the factors, and room for a few hundred columns. Du Croz and Higham (1992), Stability of methods for matrix inversion, method
/// B: the residual of X A − I is as small as that of a solve. The order of sums depends on n alone.
/// </remarks>
internal static unsafe class InverseInPlace
{
    /// <summary>Columns of L that are set aside at a time.</summary>
    public const int PanelColumns = 512;

    // Shares of the work in the two steps.
    private const double UpperShare = 0.25;

    /// <summary>Replaces the factors by the inverse.</summary>
    /// <param name="factors">L below the diagonal, U on and above it.</param>
    /// <param name="rowOf">Which row of the matrix stands in each row of the factors.</param>
    /// <param name="workspace">Threads and their memory.</param>
    /// <param name="progress">Told the share of this work that is done, from 0 to 1.</param>
    /// <param name="cancellation">Checked between blocks; the factors are then lost.</param>
    public static void Of(
        MatrixBlock factors,
        int[] rowOf,
        DenseWorkspace workspace,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        int n = factors.Rows;
        var upper = new UpperProgress(n, progress);
        InvertUpper(factors, workspace, upper, cancellation);
        progress?.Report(UpperShare);
        int width = Math.Min(n, PanelColumns);
        for (int end = n; end > 0; )
        {
            int first = (end - 1) / width * width;
            SolveForColumns(factors, first, end - first, workspace, cancellation);
            end = first;

            // A panel takes as many products as there are columns after it.
            double done = (double)(n - end) / n;
            progress?.Report(end == 0 ? 1 : UpperShare + ((1 - UpperShare) * done * done));
        }

        OrderColumns(factors, rowOf, workspace, cancellation);
    }

    private static void InvertUpper(MatrixBlock upper, DenseWorkspace workspace, UpperProgress progress, CancellationToken cancellation)
    {
        int size = upper.Rows;
        if (size <= TriangularSolves.Leaf)
        {
            cancellation.ThrowIfCancellationRequested();
            InvertUpperLeaf(upper);
            return;
        }

        int half = TriangularSolves.HalfOf(size);
        MatrixBlock first = upper.Part(0, 0, half, half);
        MatrixBlock second = upper.Part(half, half, size - half, size - half);
        MatrixBlock corner = upper.Part(0, half, half, size - half);
        double work = (double)corner.Rows * corner.Columns * half / 2;
        workspace.Share(
            corner.Columns,
            TriangularSolves.Leaf,
            work,
            (buffers, column, columns) =>
                new TriangularSolves(workspace.Kernel, buffers, cancellation).UpperFromLeft(first, corner.ColumnRange(column, columns)),
            cancellation
        );
        workspace.Share(
            corner.Rows,
            TriangularSolves.Leaf,
            work,
            (buffers, row, rows) =>
            {
                MatrixBlock part = corner.RowRange(row, rows);
                new TriangularSolves(workspace.Kernel, buffers, cancellation).UpperFromRight(second, part);
                Negate(part);
            },
            cancellation
        );
        progress.Add(corner.Columns, 2 * work);
        InvertUpper(first, workspace, progress, cancellation);
        InvertUpper(second, workspace, progress, cancellation);
    }

    /// <summary>Row by row: x_ii = 1 / u_ii, then x_ij = −Σ over k from i to j − 1 of x_ik u_kj, over u_jj.</summary>
    private static void InvertUpperLeaf(MatrixBlock upper)
    {
        int size = upper.Rows;
        double* row = stackalloc double[TriangularSolves.Leaf];
        for (int i = 0; i < size; i++)
        {
            double* target = upper.Row(i);
            new Span<double>(row, size).Clear();
            row[i] = 1;
            for (int k = i; k < size; k++)
            {
                row[k] /= upper.Row(k)[k];
                FusedRows.Subtract(row + k + 1, row[k], upper.Row(k) + k + 1, size - k - 1);
            }

            new ReadOnlySpan<double>(row + i, size - i).CopyTo(new Span<double>(target + i, size - i));
        }
    }

    private static void Negate(MatrixBlock block)
    {
        for (int i = 0; i < block.Rows; i++)
        {
            foreach (ref double value in block.RowSpan(i))
            {
                value = -value;
            }
        }
    }

    /// <summary>Columns first … first + width − 1 of X, those after them being known.</summary>
    private static void SolveForColumns(MatrixBlock matrix, int first, int width, DenseWorkspace workspace, CancellationToken cancellation)
    {
        int n = matrix.Rows;
        fixed (double* panel = workspace.Panel)
        {
            var lower = new MatrixBlock(panel, n - first, width, width);
            SetAside(matrix.Part(first, first, n - first, width), lower);
            SolveForColumns(matrix, first, lower, workspace, cancellation);
        }
    }

    /// <summary>Moves what is below the diagonal and leaves zeros, which there U⁻¹ has.</summary>
    private static void SetAside(MatrixBlock from, MatrixBlock lower)
    {
        for (int i = 0; i < lower.Rows; i++)
        {
            Span<double> below = from.RowSpan(i)[..Math.Min(i, from.Columns)];
            below.CopyTo(lower.RowSpan(i));
            below.Clear();
        }
    }

    private static void SolveForColumns(
        MatrixBlock matrix,
        int first,
        MatrixBlock lower,
        DenseWorkspace workspace,
        CancellationToken cancellation
    )
    {
        int n = matrix.Rows;
        int width = lower.Columns;
        MatrixBlock target = matrix.ColumnRange(first, width);
        MatrixBlock known = matrix.ColumnRange(first + width, n - first - width);
        workspace.Share(
            n,
            TriangularSolves.Leaf,
            (double)n * width * (known.Columns + (width / 2)),
            (buffers, row, rows) =>
            {
                MatrixBlock part = target.RowRange(row, rows);
                BlockedProduct.Multiply(
                    part,
                    known.RowRange(row, rows),
                    lower.RowRange(width, known.Columns),
                    ProductMode.Subtract,
                    workspace.Kernel,
                    buffers,
                    cancellation
                );
                new TriangularSolves(workspace.Kernel, buffers, cancellation).LowerUnitFromRight(lower.RowRange(0, width), part);
            },
            cancellation
        );
    }

    /// <summary>The rows that were exchanged in the matrix are columns of its inverse.</summary>
    private static void OrderColumns(MatrixBlock matrix, int[] rowOf, DenseWorkspace workspace, CancellationToken cancellation) =>
        workspace.Share(
            matrix.Rows,
            1,
            (double)matrix.Rows * matrix.Columns,
            (buffers, first, count) =>
            {
                for (int i = first; i < first + count; i++)
                {
                    Span<double> row = matrix.RowSpan(i);
                    for (int c = 0; c < row.Length; c++)
                    {
                        buffers.Left[rowOf[c]] = row[c];
                    }

                    new ReadOnlySpan<double>(buffers.Left, row.Length).CopyTo(row);
                }
            },
            cancellation
        );

    /// <summary>Tells of the large steps towards the inverse of U, which is n³/6 multiplications in all.</summary>
    private sealed class UpperProgress(int n, IProgress<double>? progress)
    {
        private double _done;

        public void Add(int columns, double multiplications)
        {
            _done += multiplications;
            if (columns >= PanelColumns)
            {
                progress?.Report(UpperShare * Math.Min(1, _done / (Math.Pow(n, 3) / 6)));
            }
        }
    }
}
