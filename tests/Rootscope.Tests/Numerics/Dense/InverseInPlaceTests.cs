using Rootscope.Numerics.Dense;
using static Rootscope.Tests.Numerics.Dense.PlainAlgorithms;

namespace Rootscope.Tests.Numerics.Dense;

public class InverseInPlaceTests
{
    /// <summary>
    /// In units of rounding times n: the factors, the triangle's inverse and the last solve each add at most one n, norms of triangles the
    /// rest.
    /// </summary>
    private const double ResidualUnits = 6;

    public static TheoryData<int> Sizes => [1, 2, 5, 16, 31, 32, 33, 63, 64, 65, 100, 129, 200];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_inverse_of_a_productive_table_has_a_residual_of_rounding(int n) => CheckResidual(Productive(n, n), n);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_inverse_of_any_matrix_has_a_residual_of_rounding_times_its_condition(int n) => CheckResidual(Random(n * n, n + 7), n);

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(257)]
    [InlineData(700)]
    public void Neither_threads_nor_kernels_change_a_bit(int n)
    {
        double[] matrix = Productive(n, n);
        double[] expected = Inverse(matrix, n, new DenseWorkspace(n, threads: 1, TileKernel.Portable));
        foreach (TileKernel kernel in TileKernel.Supported)
        {
            foreach (int threads in (int[])[1, 2, 3, 5])
            {
                Assert.Equal(expected, Inverse(matrix, n, new DenseWorkspace(n, threads, kernel)));
            }
        }
    }

    [Fact]
    public void A_workspace_serves_again_and_for_smaller_matrices()
    {
        var workspace = new DenseWorkspace(90, threads: 2);
        foreach (int n in (int[])[90, 12, 90, 51])
        {
            double[] matrix = Productive(n, n);
            Assert.Equal(Inverse(matrix, n, new DenseWorkspace(n, threads: 1)), Inverse(matrix, n, workspace));
        }
    }

    [Fact]
    public void The_array_that_was_given_holds_the_inverse_and_nothing_of_its_size_is_taken()
    {
        const int N = 600;
        double[] matrix = Productive(N, 1);
        var workspace = new DenseWorkspace(N, threads: 1);
        Inverse(Productive(40, 1), 40, workspace);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double[] inverse = LuFactors.Of(matrix, N, workspace).InvertInPlace(workspace);

        // Pivots and what the threads are told: far below one matrix of 2.9 million bytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Same(matrix, inverse);
    }

    [Fact]
    public void A_cancelled_inverse_does_no_further_panel()
    {
        const int N = 400;
        foreach (int stopAt in (int[])[1, 5, 24, 26])
        {
            using var source = new CancellationTokenSource();
            int reports = 0;
            var progress = new Immediate(_ =>
            {
                reports++;
                if (reports == stopAt)
                {
                    source.Cancel();
                }
            });
            var workspace = new DenseWorkspace(N, threads: 2);
            Assert.ThrowsAny<OperationCanceledException>(() =>
                LuFactors.Of(Productive(N, 1), N, workspace, progress, source.Token).InvertInPlace(workspace, progress, source.Token)
            );
            Assert.Equal(stopAt, reports);
        }
    }

    [Fact]
    public void Progress_rises_to_the_whole()
    {
        const int N = 1100;
        var told = new List<double>();
        var workspace = new DenseWorkspace(N, threads: 2);
        var factors = LuFactors.Of(Productive(N, 1), N, workspace, new Immediate(told.Add));
        Assert.Equal(1, told[^1]);
        Assert.Equal(told.Order(), told);
        told.Clear();
        factors.InvertInPlace(workspace, new Immediate(told.Add));
        Assert.Equal(1, told[^1]);
        Assert.Equal(told.Order(), told);
        Assert.True(told.Count > 2);
    }

    private static void CheckResidual(double[] matrix, int n)
    {
        double[] inverse = Inverse(matrix, n, new DenseWorkspace(n, threads: 2));
        double bound = ResidualUnits * n * Unit * Norm(inverse, n) * Norm(matrix, n);
        Assert.InRange(Residual(inverse, matrix, n), 0, bound);
        Assert.InRange(Residual(matrix, inverse, n), 0, bound);
    }

    private static double[] Inverse(double[] matrix, int n, DenseWorkspace workspace) =>
        LuFactors.Of([.. matrix], n, workspace).InvertInPlace(workspace);

    private sealed class Immediate(Action<double> told) : IProgress<double>
    {
        public void Report(double value) => told(value);
    }
}
