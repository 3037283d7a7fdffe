using System.Diagnostics;

namespace Rootscope.Numerics.Dense;

/// <summary>What a product does to its target.</summary>
internal enum ProductMode
{
    /// <summary>C = A B.</summary>
    Store,

    /// <summary>C += A B.</summary>
    Add,

    /// <summary>C −= A B.</summary>
    Subtract,
}

/// <summary>The product of two matrices on one thread, packed and blocked for the caches.</summary>
/// <remarks>
/// <para>Its definition, whatever the blocks: for k = 0, 1, …: c_ij = fma(± a_ik, b_kj, c_ij). So neither the blocks, the tile nor the
/// threads that share the target change a bit. Goto and van de Geijn (2008), Anatomy of high-performance matrix multiplication, figure
/// 4.</para>
/// </remarks>
internal static unsafe class BlockedProduct
{
    /// <summary>Multiplies; on cancellation it stops between two blocks and leaves the target half done.</summary>
    public static void Multiply(
        MatrixBlock target,
        MatrixBlock left,
        MatrixBlock right,
        ProductMode mode,
        TileKernel kernel,
        ThreadBuffers buffers,
        CancellationToken cancellation
    )
    {
        Debug.Assert(left.Rows == target.Rows && right.Columns == target.Columns && left.Columns == right.Rows);
        for (int j = 0; j < target.Columns; j += ThreadBuffers.RightColumns)
        {
            int columns = Math.Min(ThreadBuffers.RightColumns, target.Columns - j);
            for (int k = 0; k < left.Columns; k += ThreadBuffers.Depth)
            {
                int depth = Math.Min(ThreadBuffers.Depth, left.Columns - k);
                Packing.Right(right.Part(k, j, depth, columns), kernel.Columns, buffers.Right);
                for (int i = 0; i < target.Rows; i += ThreadBuffers.LeftRows)
                {
                    if (cancellation.IsCancellationRequested)
                    {
                        return;
                    }

                    int rows = Math.Min(ThreadBuffers.LeftRows, target.Rows - i);
                    Packing.Left(left.Part(i, k, rows, depth), kernel.Rows, mode == ProductMode.Subtract, buffers.Left);
                    Tiles(target.Part(i, j, rows, columns), depth, mode == ProductMode.Store && k == 0, kernel, buffers);
                }
            }
        }
    }

    private static void Tiles(MatrixBlock target, int depth, bool fromZero, TileKernel kernel, ThreadBuffers buffers)
    {
        double* right = buffers.Right;
        for (int j = 0; j < target.Columns; j += kernel.Columns, right += (nint)kernel.Columns * depth)
        {
            double* left = buffers.Left;
            int columns = Math.Min(kernel.Columns, target.Columns - j);
            for (int i = 0; i < target.Rows; i += kernel.Rows, left += (nint)kernel.Rows * depth)
            {
                int rows = Math.Min(kernel.Rows, target.Rows - i);
                if (rows == kernel.Rows && columns == kernel.Columns)
                {
                    kernel.Multiply(depth, left, right, target.Row(i) + j, target.Stride, fromZero);
                }
                else
                {
                    Edge(target.Part(i, j, rows, columns), depth, left, right, fromZero, kernel, buffers.Tile);
                }
            }
        }
    }

    /// <summary>A tile that sticks out of the target: computed beside it, so that nothing outside is touched.</summary>
    private static void Edge(MatrixBlock target, int depth, double* left, double* right, bool fromZero, TileKernel kernel, double* tile)
    {
        var whole = new MatrixBlock(tile, kernel.Rows, kernel.Columns, kernel.Columns);
        if (!fromZero)
        {
            new Span<double>(tile, kernel.Rows * kernel.Columns).Clear();
            for (int i = 0; i < target.Rows; i++)
            {
                target.RowSpan(i).CopyTo(whole.RowSpan(i));
            }
        }

        kernel.Multiply(depth, left, right, tile, whole.Stride, fromZero);
        for (int i = 0; i < target.Rows; i++)
        {
            whole.RowSpan(i)[..target.Columns].CopyTo(target.RowSpan(i));
        }
    }
}
