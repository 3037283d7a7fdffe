namespace Rootscope.Numerics.Dense;

/// <summary>The threads that share dense kernels, and the memory they work in; made once and passed to every kernel.</summary>
/// <remarks>
/// Threads share the target and never a sum, so their number changes no bit. Not safe for two operations at once.
/// </remarks>
internal sealed unsafe class DenseWorkspace
{
    /// <summary>Multiplications below which handing work to another thread costs more than it saves.</summary>
    private const double WorthSharing = 1e6;

    private readonly ThreadBuffers[] _buffers;

    /// <summary>Takes the memory for matrices of at most this many rows and columns.</summary>
    /// <param name="size">The most rows or columns of any operand.</param>
    /// <param name="threads">How many threads share the work, at least 1.</param>
    /// <param name="kernel">The innermost kernel; the fastest of this processor where none is given.</param>
    public DenseWorkspace(int size, int threads, TileKernel? kernel = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Size = size;
        Kernel = kernel ?? TileKernel.Best;
        _buffers = [.. Enumerable.Range(0, threads).Select(_ => new ThreadBuffers(size))];
        Panel = GC.AllocateUninitializedArray<double>(PanelLength(size));
    }

    /// <summary>The most rows or columns of any operand.</summary>
    public int Size { get; }

    /// <summary>The innermost kernel of all products.</summary>
    public TileKernel Kernel { get; }

    /// <summary>Room for a copy of some columns of the matrix.</summary>
    public double[] Panel { get; }

    /// <summary>How many threads share the work.</summary>
    public int Threads => _buffers.Length;

    /// <summary>Memory that a workspace takes, in bytes.</summary>
    public static long Bytes(int size, int threads) => (ThreadBuffers.Bytes(size) * threads) + (PanelLength(size) * (long)sizeof(double));

    /// <summary>C (+)= ± A B, the target shared by columns or rows, whichever are more.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the target is half done.</exception>
    public void Multiply(MatrixBlock target, MatrixBlock left, MatrixBlock right, ProductMode mode, CancellationToken cancellation)
    {
        double multiplications = (double)target.Rows * target.Columns * left.Columns;
        if (target.Columns >= target.Rows)
        {
            Share(
                target.Columns,
                Kernel.Columns,
                multiplications,
                (buffers, first, count) =>
                    BlockedProduct.Multiply(
                        target.ColumnRange(first, count),
                        left,
                        right.ColumnRange(first, count),
                        mode,
                        Kernel,
                        buffers,
                        cancellation
                    ),
                cancellation
            );
        }
        else
        {
            Share(
                target.Rows,
                Kernel.Rows,
                multiplications,
                (buffers, first, count) =>
                    BlockedProduct.Multiply(
                        target.RowRange(first, count),
                        left.RowRange(first, count),
                        right,
                        mode,
                        Kernel,
                        buffers,
                        cancellation
                    ),
                cancellation
            );
        }
    }

    /// <summary>Cuts a range into one stretch a thread and works on them at once.</summary>
    /// <param name="count">Length of the range.</param>
    /// <param name="grain">What the stretches are multiples of, except the last.</param>
    /// <param name="multiplications">Work in all; little work stays on one thread.</param>
    /// <param name="part">Works on a stretch: its memory, the first, how many.</param>
    /// <param name="cancellation">Checked when all are done; parts that take long look at it themselves and return early.</param>
    public void Share(int count, int grain, double multiplications, Action<ThreadBuffers, int, int> part, CancellationToken cancellation)
    {
        int grains = (count + grain - 1) / grain;
        int threads = multiplications < WorthSharing ? 1 : Math.Min(_buffers.Length, grains);
        if (threads <= 1)
        {
            part(_buffers[0], 0, count);
        }
        else
        {
            Parallel.For(
                0,
                threads,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                thread =>
                {
                    int first = Math.Min(count, (int)((long)grains * thread / threads) * grain);
                    int end = Math.Min(count, (int)((long)grains * (thread + 1) / threads) * grain);
                    part(_buffers[thread], first, end - first);
                }
            );
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static int PanelLength(int size) => Math.Max(FactorLeaf.Length(size), size * Math.Min(size, InverseInPlace.PanelColumns));
}
