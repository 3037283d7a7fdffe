using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>Sums of the power series of A or B, which need no inverse, with the check that they have a meaning.</summary>
internal static class RequirementsSeries
{
    /// <summary>Far below the figures' last place: what the series leaves out is of the size of rounding.</summary>
    private const double Tolerance = 1e-16;

    /// <summary>constant' (I − M)⁻¹, or (I − M)⁻¹ constant where <paramref name="byRow"/>.</summary>
    /// <exception cref="ModelException">The series does not converge: the table is not productive.</exception>
    public static double[] Sum(FlowTable table, ReadOnlySpan<double> matrix, ReadOnlySpan<double> constant, bool byRow)
    {
        var solution = new double[constant.Length];
        SolveStatus status = PowerSeries.Solve(matrix, constant, transposed: !byRow, Tolerance, solution);
        return status == SolveStatus.Converged ? solution : throw NotProductive(table, matrix);
    }

    /// <summary>1' (I − M)⁻¹, or (I − M)⁻¹ 1.</summary>
    /// <exception cref="ModelException">The series does not converge: the table is not productive.</exception>
    public static double[] SumOfOnes(FlowTable table, ReadOnlySpan<double> matrix, bool byRow)
    {
        var ones = new double[table.Size];
        Array.Fill(ones, 1);
        return Sum(table, matrix, ones, byRow);
    }

    public static ModelException NotProductive(FlowTable table, ReadOnlySpan<double> matrix)
    {
        double radius = SpectralRadius.Of(matrix, table.Size);
        string fault = radius < 1
            ? "so near to 1 that the series does not end within its limit and the inverse keeps no digit to rely on. "
            : "and it has to be below 1: making one unit takes, in the end, more than one unit, so that the series does not converge and the inverse has no meaning. ";
        return new ModelException(string.Create(CultureInfo.InvariantCulture,
            $"table '{table.Metadata.Id}' is not productive: the spectral radius of its coefficients is {radius:0.######}, {fault}")
            + $"The largest sums are {Largest(table, matrix)}. Check these columns and rows, or aggregate the sectors with their suppliers.");
    }

    private static string Largest(FlowTable table, ReadOnlySpan<double> matrix)
    {
        int n = table.Size;
        var columns = new double[n];
        for (int c = 0; c < matrix.Length; c++)
        {
            columns[c % n] += matrix[c];
        }

        IEnumerable<int> order = Enumerable.Range(0, n).OrderByDescending(j => columns[j]).Take(3);
        return string.Join(", ", order.Select(j => string.Create(CultureInfo.InvariantCulture, $"column '{table.Sectors.LabelOf(j)}' {columns[j]:0.###}")));
    }
}
