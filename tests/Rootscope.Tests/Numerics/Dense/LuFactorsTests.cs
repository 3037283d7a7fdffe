using Rootscope.Numerics.Dense;
using static Rootscope.Tests.Numerics.Dense.PlainAlgorithms;

namespace Rootscope.Tests.Numerics.Dense;

public class LuFactorsTests
{
    /// <summary>
    /// In units of rounding times n: solves with both triangles and what comes before them each add at most one n; growth of pivots adds
    /// little.
    /// </summary>
    private const double BackwardUnits = 4;

    public static TheoryData<int> Sizes => [1, 2, 3, 15, 16, 17, 31, 33, 64, 65, 100, 150, 300];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_factors_are_those_of_the_plain_algorithm_bit_for_bit(int n)
    {
        double[] matrix = Random(n * n, n);
        double[] expected = [.. matrix];
        int[] pivots = Factor(expected, n);
        foreach (TileKernel kernel in TileKernel.Supported)
        {
            foreach (int threads in (int[])[1, 2, 3, 5])
            {
                double[] actual = [.. matrix];
                (int singular, int[] found) = Factored(actual, n, new DenseWorkspace(n, threads, kernel));
                Assert.Equal(-1, singular);
                Assert.Equal(pivots, found);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_solution_solves_a_matrix_that_differs_by_rounding(int n)
    {
        const int Sides = 37;
        double[] matrix = Random(n * n, n);
        double[] right = Random(n * Sides, n + 1);
        double[] solution = [.. right];
        var workspace = new DenseWorkspace(Math.Max(n, Sides), threads: 2);
        LuFactors.Of([.. matrix], n, workspace).Solve(solution, Sides, workspace);
        double norm = Norm(matrix, n);
        for (int s = 0; s < Sides; s++)
        {
            double size = Enumerable.Range(0, n).Max(i => Math.Abs(solution[(i * Sides) + s]));
            for (int i = 0; i < n; i++)
            {
                double residual = CompensatedDot(
                    -right[(i * Sides) + s],
                    Enumerable.Range(0, n).Select(k => (matrix[(i * n) + k], solution[(k * Sides) + s]))
                );
                Assert.InRange(Math.Abs(residual), 0, BackwardUnits * n * Unit * norm * size);
            }
        }
    }

    [Fact]
    public void Right_hand_sides_are_solved_alike_on_any_thread_and_kernel()
    {
        const int N = 130,
            Sides = 200;
        double[] matrix = Random(N * N, 1);
        double[] right = Random(N * Sides, 2);
        double[][] solutions =
        [
            .. from kernel in TileKernel.Supported
            from threads in (int[])[1, 2, 3, 5]
            select Solved(matrix, right, N, Sides, new DenseWorkspace(Sides, threads, kernel)),
        ];
        Assert.All(solutions, s => Assert.Equal(solutions[0], s));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(69)]
    public void A_singular_matrix_is_an_outcome_that_names_the_column(int column)
    {
        const int N = 70;
        double[] matrix = PlainAlgorithms.Productive(N, 5);
        for (int i = 0; i < N; i++)
        {
            matrix[(i * N) + column] = 0;
        }

        var workspace = new DenseWorkspace(N, threads: 2);
        var factors = LuFactors.Of(matrix, N, workspace);
        Assert.True(factors.IsSingular);
        Assert.Equal(column, factors.SingularColumn);
        Assert.Throws<InvalidOperationException>(() => factors.InvertInPlace(workspace));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Something_that_is_no_number_leaves_no_solution(double value)
    {
        const int N = 40;
        double[] matrix = PlainAlgorithms.Productive(N, 6);
        matrix[(30 * N) + 10] = value;
        Assert.True(LuFactors.Of(matrix, N, new DenseWorkspace(N, threads: 1)).IsSingular);
    }

    private static double[] Solved(double[] matrix, double[] right, int n, int sides, DenseWorkspace workspace)
    {
        double[] solution = [.. right];
        LuFactors.Of([.. matrix], n, workspace).Solve(solution, sides, workspace);
        return solution;
    }

    private static unsafe (int Singular, int[] Pivots) Factored(double[] matrix, int n, DenseWorkspace workspace)
    {
        var pivots = new int[n];
        fixed (double* start = matrix)
        {
            return (PivotedFactors.Factor(new MatrixBlock(start, n, n, n), pivots, workspace, null, CancellationToken.None), pivots);
        }
    }
}
