using Rootscope.Numerics.Dense;

namespace Rootscope.Accounts;

/// <summary>Small linear systems that stand for a few sectors of a table: a region's own block, a capacitance matrix.</summary>
internal static class BlockSystem
{
    /// <summary>Solves M X = B for <paramref name="columns"/> right-hand sides, in place; M is overwritten.</summary>
    /// <exception cref="ModelException">The block is singular.</exception>
    public static void Solve(TotalRequirements total, double[] matrix, int size, Span<double> right, int columns)
    {
        var workspace = new DenseWorkspace(Math.Max(size, columns), threads: 1);
        var factors = LuFactors.Of(matrix, size, workspace);
        if (factors.IsSingular)
        {
            throw RequirementsSeries.NotProductive(total.Table, total.Direct.Values);
        }

        factors.Solve(right, columns, workspace);
    }

    /// <summary>(I − A_ss)⁻¹: total requirements of a region without the way through others, N × N row-major.</summary>
    public static double[] LocalInverse(TotalRequirements total, int region)
    {
        int size = total.Table.Sectors.Industries.Count;
        double[] matrix = Block(total.Direct.Values, total.Size, region * size, region * size, size);
        var inverse = new double[size * size];
        for (int c = 0; c < matrix.Length; c++)
        {
            bool diagonal = c / size == c % size;
            matrix[c] = (diagonal ? 1 : 0) - matrix[c];
            inverse[c] = diagonal ? 1 : 0;
        }

        Solve(total, matrix, size, inverse, size);
        return inverse;
    }

    /// <summary>A square block of an n × n matrix.</summary>
    public static double[] Block(ReadOnlySpan<double> matrix, int n, int firstRow, int firstColumn, int size)
    {
        var block = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            matrix.Slice(((firstRow + i) * n) + firstColumn, size).CopyTo(block.AsSpan(i * size, size));
        }

        return block;
    }
}
