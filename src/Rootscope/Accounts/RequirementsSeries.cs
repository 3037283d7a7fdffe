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
        SolveStatus status = PowerSeries.Solve(matrix, constant, transposed: !byRow, Tolerance, solution, out _);
        return status == SolveStatus.Converged ? solution : throw NotProductive(table, matrix);
    }

    /// <summary>1' (I − M)⁻¹, or (I − M)⁻¹ 1.</summary>
    /// <exception cref="ModelException">The series does not converge: the table is not productive.</exception>
    public static SeriesSum SumOfOnes(FlowTable table, ReadOnlySpan<double> matrix, bool byRow)
    {
        double[] ones = Ones(table.Size);
        (SeriesOutcome? row, SeriesOutcome? column) = AcceleratedSeries.SumOfOnes(matrix, byRow ? ones : [], byRow ? [] : ones);
        return Of(byRow ? row : column) ?? SumPlainly(table, matrix, ones, byRow);
    }

    /// <summary>(I − D_r F)⁻¹ 1 and 1'(I − F D_c)⁻¹ in the same passes over the table's flows F.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rowScale">What each row is multiplied by, n.</param>
    /// <param name="columnScale">What each column is multiplied by, n.</param>
    /// <exception cref="ModelException">A series does not converge.</exception>
    public static (SeriesSum ByRow, SeriesSum ByColumn) SumOfOnes(FlowTable table, double[] rowScale, double[] columnScale)
    {
        (SeriesOutcome? row, SeriesOutcome? column) = AcceleratedSeries.SumOfOnes(table.Flows, rowScale, columnScale);
        return (
            Of(row) ?? SumPlainly(table, Scaled(table, rowScale, byRow: true), Ones(table.Size), byRow: true),
            Of(column) ?? SumPlainly(table, Scaled(table, columnScale, byRow: false), Ones(table.Size), byRow: false)
        );
    }

    /// <summary>One of the two alone.</summary>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static SeriesSum SumOfOnes(FlowTable table, double[] scale, bool byRow)
    {
        (SeriesOutcome? row, SeriesOutcome? column) = AcceleratedSeries.SumOfOnes(table.Flows, byRow ? scale : [], byRow ? [] : scale);
        return Of(byRow ? row : column) ?? SumPlainly(table, Scaled(table, scale, byRow), Ones(table.Size), byRow);
    }

    /// <summary>
    /// constant' (I − M)⁻¹, or (I − M)⁻¹ constant, with a bound on the error, after the check that the table is productive.
    /// </summary>
    /// <exception cref="ModelException">The series does not converge: the table is not productive.</exception>
    public static SeriesSum SumWithBound(FlowTable table, ReadOnlySpan<double> matrix, ReadOnlySpan<double> constant, bool byRow)
    {
        double[] ones = Ones(table.Size);
        (SeriesOutcome? row, SeriesOutcome? column) = AcceleratedSeries.SumOfOnes(matrix, byRow ? ones : [], byRow ? [] : ones);
        SeriesOutcome? control = byRow ? row : column;
        if (control is null)
        {
            // Coefficients that are zero where it matters would let a series converge on a table that is not productive; ones do not.
            _ = SumPlainly(table, matrix, ones, byRow);
        }

        var solution = new double[constant.Length];
        SolveStatus status = PowerSeries.Solve(matrix, constant, transposed: !byRow, Tolerance, solution, out int passes);
        return status == SolveStatus.Converged
            ? new SeriesSum(
                solution,
                control is null ? null : AcceleratedSeries.BoundOf(matrix, constant, solution, byRow, control),
                passes
            )
            : throw NotProductive(table, matrix);
    }

    private static SeriesSum? Of(SeriesOutcome? outcome) =>
        outcome is null ? null : new SeriesSum(outcome.Values, outcome.ErrorBound, outcome.Passes);

    /// <summary>The plain series, for what the accelerated one cannot prove; it decides whether there is a sum at all.</summary>
    private static SeriesSum SumPlainly(FlowTable table, ReadOnlySpan<double> matrix, double[] constant, bool byRow)
    {
        var solution = new double[constant.Length];
        SolveStatus status = PowerSeries.Solve(matrix, constant, transposed: !byRow, Tolerance, solution, out int passes);
        return status == SolveStatus.Converged ? new SeriesSum(solution, null, passes) : throw NotProductive(table, matrix);
    }

    private static double[] Scaled(FlowTable table, double[] scale, bool byRow)
    {
        int n = table.Size;
        double[] matrix = table.Flows.ToArray();
        for (int c = 0; c < matrix.Length; c++)
        {
            matrix[c] *= scale[byRow ? c / n : c % n];
        }

        return matrix;
    }

    private static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }

    public static ModelException NotProductive(FlowTable table, ReadOnlySpan<double> matrix)
    {
        double radius = SpectralRadius.Of(matrix, table.Size);
        string fault =
            radius < 1
                ? "so near to 1 that the series does not end within its limit and the inverse keeps no digit to rely on. "
                : "and it has to be below 1: making one unit takes, in the end, more than one unit, so that the series does not "
                    + "converge and the inverse has no meaning. ";
        return new ModelException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"table '{table.Metadata.Id}' is not productive: the spectral radius of its coefficients is {radius:0.######}, {fault}"
            )
                + $"{OffendingRegion(table, matrix)}The largest sums are {Largest(table, matrix)}. Check these columns and rows, or "
                + $"aggregate the sectors with their suppliers."
        );
    }

    /// <summary>The region whose own block is already not productive, if one is: then trade has nothing to do with it.</summary>
    private static string OffendingRegion(FlowTable table, ReadOnlySpan<double> matrix)
    {
        int size = table.Sectors.Industries.Count;
        for (int r = 0; r < table.Sectors.Regions.Count && table.Sectors.Regions.Count > 1; r++)
        {
            double radius = SpectralRadius.Of(BlockSystem.Block(matrix, table.Size, r * size, r * size, size), size);
            if (radius >= 1)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The block of region '{table.Sectors.Regions[r].Code}' alone has {radius:0.######}, so that the fault is there. "
                );
            }
        }

        return string.Empty;
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
        return string.Join(
            ", ",
            order.Select(j => string.Create(CultureInfo.InvariantCulture, $"column '{table.Sectors.LabelOf(new(j))}' {columns[j]:0.###}"))
        );
    }
}
