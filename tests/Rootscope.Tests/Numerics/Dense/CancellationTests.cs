using System.Diagnostics;
using Rootscope.Numerics.Dense;

namespace Rootscope.Tests.Numerics.Dense;

/// <summary>
/// Whoever cancels a dense kernel at the size of the largest tables has his machine back within a second, in whatever step it is.
/// </summary>
public sealed class CancellationTests
{
    private const int N = 4915;
    private const int Tries = 4;

    /// <summary>
    /// The promise. Blocks take thousandths of a second, so a machine that is busy with other things keeps it too, in one of a few tries.
    /// </summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    /// <summary>Long enough to be in the midst of the step, short of its end: each takes seconds.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(250);

    [Fact]
    public void Cancelling_an_inverse_of_4915_sectors_returns_within_a_second() =>
        Returns(
            (matrix, workspace, cancellation) =>
                LuFactors.Of(matrix, N, workspace, progress: null, cancellation).InvertInPlace(workspace, progress: null, cancellation)
        );

    [Fact]
    public void Cancelling_it_after_the_factors_returns_within_a_second() => Returns(InvertFactors);

    [Fact]
    public void Cancelling_a_product_returns_within_a_second() => Returns(Square);

    private static void Returns(Action<double[], DenseWorkspace, CancellationToken> step)
    {
        TimeSpan shortest = TimeSpan.MaxValue;
        for (int i = 0; i < Tries && shortest > Promise; i++)
        {
            TimeSpan taken = TimeToReturn(step);
            shortest = taken < shortest ? taken : shortest;
        }

        Assert.InRange(shortest, TimeSpan.Zero, Promise);
    }

    private static TimeSpan TimeToReturn(Action<double[], DenseWorkspace, CancellationToken> step)
    {
        double[] matrix = Filled();
        var workspace = new DenseWorkspace(N, threads: 2);
        using var source = new CancellationTokenSource();
        long cancelled = 0;
        using var timer = new Timer(_ =>
        {
            cancelled = Stopwatch.GetTimestamp();
            source.Cancel();
        });
        timer.Change(Before, Timeout.InfiniteTimeSpan);
        Assert.ThrowsAny<OperationCanceledException>(() => step(matrix, workspace, source.Token));
        return Stopwatch.GetElapsedTime(cancelled);
    }

    private static unsafe void InvertFactors(double[] matrix, DenseWorkspace workspace, CancellationToken cancellation)
    {
        fixed (double* start = matrix)
        {
            InverseInPlace.Of(new MatrixBlock(start, N, N, N), [.. Enumerable.Range(0, N)], workspace, progress: null, cancellation);
        }
    }

    /// <summary>Both factors are the same memory, which a product only reads.</summary>
    private static unsafe void Square(double[] matrix, DenseWorkspace workspace, CancellationToken cancellation)
    {
        double[] product = GC.AllocateUninitializedArray<double>(matrix.Length);
        fixed (
            double* start = matrix,
                target = product
        )
        {
            var block = new MatrixBlock(start, N, N, N);
            workspace.Multiply(new MatrixBlock(target, N, N, N), block, block, ProductMode.Store, cancellation);
        }
    }

    /// <summary>The diagonal outweighs the rest, so that no pivot is small; time does not depend on the figures otherwise.</summary>
    private static double[] Filled()
    {
        double[] matrix = GC.AllocateUninitializedArray<double>(N * N);
        for (int i = 0; i < N; i++)
        {
            Span<double> row = matrix.AsSpan(i * N, N);
            row.Fill(-0.5 / N);
            row[i] = 1.5;
        }

        return matrix;
    }
}
