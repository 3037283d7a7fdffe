using Rootscope.Numerics;

namespace Rootscope.Tests.Numerics;

/// <summary>A matrix times a vector is, row by row, the bits of one row's product.</summary>
public class DenseKernelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(4, 8)]
    [InlineData(7, 17)]
    [InlineData(154, 154)]
    public void Rows_side_by_side_give_the_bits_of_each_alone(int rows, int columns)
    {
        var stream = RandomStream.Of(7, 1);
        double[] matrix = [.. Enumerable.Range(0, rows * columns).Select(_ => stream.NextDouble() - 0.5)];
        double[] vector = [.. Enumerable.Range(0, columns).Select(_ => stream.NextDouble() - 0.5)];
        double[] result = new double[rows];
        DenseKernels.Multiply(matrix, vector, result);
        for (int i = 0; i < rows; i++)
        {
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(DenseKernels.Dot(matrix.AsSpan(i * columns, columns), vector)),
                BitConverter.DoubleToInt64Bits(result[i])
            );
        }
    }
}
