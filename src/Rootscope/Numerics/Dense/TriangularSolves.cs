namespace Rootscope.Numerics.Dense;

/// <summary>Solutions of triangular systems with many right-hand sides, in place and on one thread.</summary>
/// <remarks>
/// Recursive: half of the triangle, one product, the other half; so nearly all work is in products. The halves depend on the size of the
/// triangle alone, and right-hand sides do not meet, so that they may be shared between threads. Golub and Van Loan, section 3.1; Elmroth
/// and others (2004). On cancellation the right-hand sides are left half done.
/// </remarks>
internal readonly unsafe struct TriangularSolves(TileKernel kernel, ThreadBuffers buffers, CancellationToken cancellation)
{
    /// <summary>Size of a triangle that is solved directly.</summary>
    public const int Leaf = 32;

    // Columns of right-hand sides that stay in the first cache while a small triangle is solved.
    private const int Strip = 64;

    /// <summary>Where a triangle is cut in two: a multiple of the leaf.</summary>
    public static int HalfOf(int size) => (size + (2 * Leaf) - 1) / (2 * Leaf) * Leaf;

    /// <summary>B := L⁻¹ B, with ones on the diagonal of L, whatever is stored there and above.</summary>
    public void LowerUnitFromLeft(MatrixBlock lower, MatrixBlock right)
    {
        int size = lower.Rows;
        if (size <= Leaf)
        {
            for (int c = 0; c < right.Columns; c += Strip)
            {
                int count = Math.Min(Strip, right.Columns - c);
                for (int i = 1; i < size; i++)
                {
                    FusedRows.SubtractAll(right.Row(i) + c, lower.Row(i), right.Start + c, right.Stride, i, count);
                }
            }

            return;
        }

        int half = HalfOf(size);
        MatrixBlock top = right.RowRange(0, half);
        MatrixBlock bottom = right.RowRange(half, size - half);
        LowerUnitFromLeft(lower.Part(0, 0, half, half), top);
        Subtract(bottom, lower.Part(half, 0, size - half, half), top);
        LowerUnitFromLeft(lower.Part(half, half, size - half, size - half), bottom);
    }

    /// <summary>B := U⁻¹ B, whatever is stored below the diagonal of U.</summary>
    public void UpperFromLeft(MatrixBlock upper, MatrixBlock right)
    {
        int size = upper.Rows;
        if (size <= Leaf)
        {
            for (int c = 0; c < right.Columns; c += Strip)
            {
                UpperFromLeftLeaf(upper, right.ColumnRange(c, Math.Min(Strip, right.Columns - c)));
            }

            return;
        }

        int half = HalfOf(size);
        MatrixBlock top = right.RowRange(0, half);
        MatrixBlock bottom = right.RowRange(half, size - half);
        UpperFromLeft(upper.Part(half, half, size - half, size - half), bottom);
        Subtract(top, upper.Part(0, half, half, size - half), bottom);
        UpperFromLeft(upper.Part(0, 0, half, half), top);
    }

    /// <summary>B := B U⁻¹, whatever is stored below the diagonal of U.</summary>
    public void UpperFromRight(MatrixBlock upper, MatrixBlock right)
    {
        int size = upper.Rows;
        if (size <= Leaf)
        {
            UpperFromRightLeaf(upper, right);
            return;
        }

        int half = HalfOf(size);
        MatrixBlock first = right.ColumnRange(0, half);
        MatrixBlock second = right.ColumnRange(half, size - half);
        UpperFromRight(upper.Part(0, 0, half, half), first);
        Subtract(second, first, upper.Part(0, half, half, size - half));
        UpperFromRight(upper.Part(half, half, size - half, size - half), second);
    }

    /// <summary>B := B L⁻¹, with ones on the diagonal of L, whatever is stored there and above.</summary>
    public void LowerUnitFromRight(MatrixBlock lower, MatrixBlock right)
    {
        int size = lower.Rows;
        if (size <= Leaf)
        {
            LowerUnitFromRightLeaf(lower, right);
            return;
        }

        int half = HalfOf(size);
        MatrixBlock first = right.ColumnRange(0, half);
        MatrixBlock second = right.ColumnRange(half, size - half);
        LowerUnitFromRight(lower.Part(half, half, size - half, size - half), second);
        Subtract(first, second, lower.Part(half, 0, size - half, half));
        LowerUnitFromRight(lower.Part(0, 0, half, half), first);
    }

    private static void UpperFromLeftLeaf(MatrixBlock upper, MatrixBlock right)
    {
        for (int i = upper.Rows - 1; i >= 0; i--)
        {
            int after = upper.Rows - i - 1;
            double* row = right.Row(i);
            FusedRows.SubtractAll(row, upper.Row(i) + i + 1, row + right.Stride, right.Stride, after, right.Columns);
            double diagonal = upper.Row(i)[i];
            for (int c = 0; c < right.Columns; c++)
            {
                row[c] /= diagonal;
            }
        }
    }

    private static void UpperFromRightLeaf(MatrixBlock upper, MatrixBlock right)
    {
        // A copy with zeros below the diagonal: steps may then start at a multiple of four lanes and leave what is solved alone.
        int size = upper.Rows;
        double* copy = stackalloc double[Leaf * Leaf];
        for (int k = 0; k < size; k++)
        {
            for (int j = 0; j < size; j++)
            {
                copy[(k * Leaf) + j] = j > k ? upper.Row(k)[j] : 0;
            }
        }

        for (int i = 0; i < right.Rows; i++)
        {
            double* row = right.Row(i);
            for (int k = 0; k < size; k++)
            {
                row[k] /= upper.Row(k)[k];
                int from = (k + 1) & ~3;
                FusedRows.Subtract(row + from, row[k], copy + (k * Leaf) + from, size - from);
            }
        }
    }

    private static void LowerUnitFromRightLeaf(MatrixBlock lower, MatrixBlock right)
    {
        int size = lower.Rows;
        double* copy = stackalloc double[Leaf * Leaf];
        for (int k = 0; k < size; k++)
        {
            for (int j = 0; j < size; j++)
            {
                copy[(k * Leaf) + j] = j < k ? lower.Row(k)[j] : 0;
            }
        }

        for (int i = 0; i < right.Rows; i++)
        {
            double* row = right.Row(i);
            for (int k = size - 1; k > 0; k--)
            {
                FusedRows.Subtract(row, row[k], copy + (k * Leaf), Math.Min(size, (k + 3) & ~3));
            }
        }
    }

    private void Subtract(MatrixBlock target, MatrixBlock left, MatrixBlock right)
    {
        if (!cancellation.IsCancellationRequested)
        {
            BlockedProduct.Multiply(target, left, right, ProductMode.Subtract, kernel, buffers, cancellation);
        }
    }
}
