using Rootscope.Numerics.Dense;
using static Rootscope.Tests.Numerics.Dense.PlainAlgorithms;

namespace Rootscope.Tests.Numerics.Dense;

public class BlockedProductTests
{
    /// <summary>
    /// Rows, depth, columns: single elements, whole tiles, one more and one less, and more than one block in each direction.
    /// </summary>
    public static TheoryData<int, int, int> Sizes =>
        new()
        {
            { 1, 1, 1 },
            { 1, 5, 1 },
            { 3, 2, 4 },
            { 8, 8, 24 },
            { 7, 9, 23 },
            { 9, 7, 25 },
            { 1, 40, 60 },
            { 60, 40, 1 },
            { 64, 1, 64 },
            { 100, 300, 50 },
            { 193, 257, 49 },
            { 385, 20, 31 },
            { 12, 30, 2041 },
            { 31, 600, 97 },
        };

    public static TheoryData<int> Threads => [1, 2, 3, 5];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_kernel_follows_the_definition_bit_for_bit(int rows, int depth, int columns)
    {
        double[] a = Random(rows * depth, 1);
        double[] b = Random(depth * columns, 2);
        double[] c = Random(rows * columns, 3);
        foreach (ProductMode mode in Enum.GetValues<ProductMode>())
        {
            double[] expected = mode == ProductMode.Store ? new double[c.Length] : [.. c];
            Product(expected, a, b, rows, depth, columns, subtract: mode == ProductMode.Subtract);
            foreach (TileKernel kernel in TileKernel.Supported)
            {
                Assert.Equal(
                    expected,
                    Multiplied(a, b, c, rows, depth, columns, mode, new DenseWorkspace(Math.Max(rows, Math.Max(depth, columns)), 1, kernel))
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Threads_change_no_bit(int threads)
    {
        const int Rows = 211,
            Depth = 270,
            Columns = 233;
        double[] a = Random(Rows * Depth, 1);
        double[] b = Random(Depth * Columns, 2);
        double[] c = Random(Rows * Columns, 3);
        double[] expected = [.. c];
        Product(expected, a, b, Rows, Depth, Columns, subtract: true);
        foreach (TileKernel kernel in TileKernel.Supported)
        {
            Assert.Equal(
                expected,
                Multiplied(a, b, c, Rows, Depth, Columns, ProductMode.Subtract, new DenseWorkspace(Depth, threads, kernel))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_error_of_an_element_keeps_to_the_bound_of_its_sum(int rows, int depth, int columns)
    {
        double[] a = Random(rows * depth, 4);
        double[] b = Random(depth * columns, 5);
        double[] c = Multiplied(a, b, new double[rows * columns], rows, depth, columns, ProductMode.Store, new DenseWorkspace(2048, 1));
        for (int cell = 0; cell < c.Length; cell += 1 + (c.Length / 500))
        {
            (double, double)[] pairs =
            [
                .. Enumerable.Range(0, depth).Select(k => (a[(cell / columns * depth) + k], b[(k * columns) + (cell % columns)])),
            ];

            // Higham (2002), equation 3.5: depth units of the sum of the sizes.
            double bound = depth * Unit * pairs.Sum(p => Math.Abs(p.Item1 * p.Item2));
            Assert.InRange(Math.Abs(CompensatedDot(-c[cell], pairs)), 0, bound);
        }
    }

    [Fact]
    public void Nothing_outside_the_target_is_touched()
    {
        const int Stride = 50,
            Rows = 13,
            Columns = 29;
        double[] field = [.. Enumerable.Repeat(7.0, 20 * Stride)];
        double[] factors = Random(30 * 30, 6);
        MultiplyInside(field, factors, Stride, Rows, Columns);
        for (int cell = 0; cell < field.Length; cell++)
        {
            bool inside = cell / Stride is >= 2 and < 2 + Rows && cell % Stride is >= 5 and < 5 + Columns;
            Assert.True(inside || field[cell] == 7, $"cell {cell} holds {field[cell]}");
        }
    }

    [Fact]
    public void The_portable_kernel_is_there_on_every_processor_and_the_best_is_first()
    {
        Assert.Contains(TileKernel.Portable, TileKernel.Supported);
        Assert.Same(TileKernel.Best, TileKernel.Supported.MaxBy(k => k.Columns));
    }

    private static unsafe void MultiplyInside(double[] field, double[] factors, int stride, int rows, int columns)
    {
        fixed (
            double* f = field,
                x = factors
        )
        {
            var target = new MatrixBlock(f, field.Length / stride, stride, stride);
            foreach (TileKernel kernel in TileKernel.Supported)
            {
                new DenseWorkspace(stride, 2, kernel).Multiply(
                    target.Part(2, 5, rows, columns),
                    new MatrixBlock(x, rows, 30, 30),
                    new MatrixBlock(x, 30, columns, 30),
                    ProductMode.Add,
                    CancellationToken.None
                );
            }
        }
    }

    private static unsafe double[] Multiplied(
        double[] a,
        double[] b,
        double[] c,
        int rows,
        int depth,
        int columns,
        ProductMode mode,
        DenseWorkspace workspace
    )
    {
        double[] result = [.. c];
        fixed (
            double* left = a,
                right = b,
                target = result
        )
        {
            workspace.Multiply(
                new MatrixBlock(target, rows, columns, columns),
                new MatrixBlock(left, rows, depth, depth),
                new MatrixBlock(right, depth, columns, columns),
                mode,
                CancellationToken.None
            );
        }

        return result;
    }
}
