using System.Diagnostics;

namespace Rootscope.Numerics.Dense;

/// <summary>Products of parts of matrices that lie in spans, on one thread, with the memory they work in.</summary>
/// <remarks>
/// The sums of <see cref="BlockedProduct"/>: one element takes one sequence of fused steps, so that what stands in other columns changes no
/// bit of it. One instance a thread.
/// </remarks>
internal sealed unsafe class StridedProducts
{
    private readonly ThreadBuffers _buffers;

    /// <summary>Takes the memory for matrices of at most this many rows and columns.</summary>
    public StridedProducts(int size) => _buffers = new ThreadBuffers(size);

    /// <summary>C = A B or C += A B.</summary>
    /// <param name="target">C, its first element first.</param>
    /// <param name="left">A, its first element first.</param>
    /// <param name="leftStride">Elements from one row of A to the next.</param>
    /// <param name="right">B, as wide as C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C, whose rows lie side by side.</param>
    /// <param name="mode">What is done to C.</param>
    public void Multiply(
        Span<double> target,
        ReadOnlySpan<double> left,
        int leftStride,
        ReadOnlySpan<double> right,
        int rows,
        int inner,
        int columns,
        ProductMode mode
    )
    {
        Debug.Assert(
            target.Length >= rows * columns && right.Length >= inner * columns && left.Length >= ((rows - 1) * leftStride) + inner
        );
        fixed (
            double* c = target,
                a = left,
                b = right
        )
        {
            BlockedProduct.Multiply(
                new MatrixBlock(c, rows, columns, columns),
                new MatrixBlock(a, rows, inner, leftStride),
                new MatrixBlock(b, inner, columns, columns),
                mode,
                TileKernel.Best,
                _buffers,
                CancellationToken.None
            );
        }
    }
}
