namespace Rootscope.Tables.Balancing;

/// <summary>Scales a matrix to given row and column sums while it stays as close as it can to what it was.</summary>
/// <remarks>
/// <para>RAS: x = r p s, rows and columns scaled in turn. Source: Stone and Brown (1962); Bacharach (1970).</para>
/// <para>GRAS: with the positive part p and the absolute negative part n of each cell, x = r p s − n / (r s), where r solves
/// p r² − u r − n = 0 for each row, and s likewise for each column. Source: Junius and Oosterhaven (2003); Lenzen, Wood and Gallego (2007);
/// for rows without positive cells Temurshoev, Miller and Bouwmeester (2013). Without negative cells GRAS is RAS.</para>
/// <para>Cost: two passes over the matrix a round. Sums run in a fixed order on one thread.</para>
/// </remarks>
public static class MatrixBalancing
{
    /// <summary>Balances a matrix.</summary>
    /// <param name="cells">Rows × columns, row-major; left as they are.</param>
    /// <param name="rowSums">The sum asked for each row.</param>
    /// <param name="columnSums">The sum asked for each column; in all the same as those of the rows.</param>
    /// <param name="options">Method, tolerance and longest run; null for the defaults.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a figure is not finite, row and column sums differ in all, or RAS is given a
    /// negative figure.</exception>
    public static BalancedMatrix Balance(
        ReadOnlySpan<double> cells,
        ReadOnlySpan<double> rowSums,
        ReadOnlySpan<double> columnSums,
        BalanceOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new BalanceOptions();
        BalanceOptions.Validate(options);
        double scale = Check(cells, rowSums, columnSums, options);
        int rows = rowSums.Length;
        int columns = columnSums.Length;
        int[] stuckRows = Stuck(cells, rowSums, columns, 1, columns);
        int[] stuckColumns = Stuck(cells, columnSums, 1, columns, rows);
        var rowFactors = new double[rows];
        var columnFactors = new double[columns];
        columnFactors.AsSpan().Fill(1);
        double rowError = 0;
        int round = 0;
        bool reachable = stuckRows.Length == 0 && stuckColumns.Length == 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            BiproportionalKernels.ScaleRows(cells, rowSums, columnFactors, rowFactors);
            BiproportionalKernels.ScaleColumns(cells, columnSums, rowFactors, columnFactors);
            rowError = BiproportionalKernels.LargestRowGap(cells, rowSums, rowFactors, columnFactors) / scale;
            round++;
        } while (rowError > options.Tolerance && round < options.LongestRun && reachable);

        double[] values = BiproportionalKernels.Scaled(cells, rowFactors, columnFactors);
        double columnError = BiproportionalKernels.LargestColumnGap(values, columnSums) / scale;
        BalanceStatus status =
            !reachable ? BalanceStatus.Unreachable
            : rowError <= options.Tolerance && columnError <= options.Tolerance ? BalanceStatus.Converged
            : BalanceStatus.LimitReached;
        return new BalancedMatrix(status, round, values, rowError, columnError, stuckRows, stuckColumns);
    }

    /// <summary>Refuses what has no meaning; gives the largest sum, by which gaps are measured.</summary>
    private static double Check(
        ReadOnlySpan<double> cells,
        ReadOnlySpan<double> rowSums,
        ReadOnlySpan<double> columnSums,
        BalanceOptions options
    )
    {
        // Sums of n figures may differ by a few roundings of the largest of them.
        const double SumTolerance = 1e-9;
        if (rowSums.Length == 0 || columnSums.Length == 0 || cells.Length != (long)rowSums.Length * columnSums.Length)
        {
            throw new ArgumentException(
                $"There are {cells.Length} cells for {rowSums.Length} rows and {columnSums.Length} columns.",
                nameof(cells)
            );
        }

        bool signed = options.Method == BalanceMethod.Gras;
        CheckFigures(cells, signed, nameof(cells));
        CheckFigures(rowSums, signed, nameof(rowSums));
        CheckFigures(columnSums, signed, nameof(columnSums));
        (double rowTotal, double scale) = Totals(rowSums);
        (double columnTotal, double largest) = Totals(columnSums);
        scale = Math.Max(scale, largest);
        return Math.Abs(rowTotal - columnTotal) <= SumTolerance * Math.Max(scale, Math.Abs(rowTotal))
            ? (scale == 0 ? 1 : scale)
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"The row sums add up to {rowTotal:R} and the column sums to {columnTotal:R}: they must be the same."
                ),
                nameof(columnSums)
            );
    }

    private static void CheckFigures(ReadOnlySpan<double> figures, bool signed, string name)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            if (!double.IsFinite(figures[i]) || (!signed && figures[i] < 0))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Figure {i + 1} is {figures[i]:R}: ")
                        + (signed ? "every figure must be finite." : "RAS needs finite figures of zero or more; GRAS takes negative ones."),
                    name
                );
            }
        }
    }

    private static (double Total, double Largest) Totals(ReadOnlySpan<double> sums)
    {
        double total = 0;
        double largest = 0;
        foreach (double s in sums)
        {
            total += s;
            largest = Math.Max(largest, Math.Abs(s));
        }

        return (total, largest);
    }

    /// <summary>Lines of cells that cannot reach their sum: with one sign alone, a sum is of that sign and not zero.</summary>
    private static int[] Stuck(ReadOnlySpan<double> cells, ReadOnlySpan<double> sums, int betweenLines, int betweenCells, int cellsOfLine)
    {
        var stuck = new List<int>();
        for (int line = 0; line < sums.Length; line++)
        {
            bool hasPositive = false;
            bool hasNegative = false;
            for (int c = 0; c < cellsOfLine; c++)
            {
                double cell = cells[(line * betweenLines) + (c * betweenCells)];
                hasPositive |= cell > 0;
                hasNegative |= cell < 0;
            }

            // A row of positive cells reaches zero in the limit: all its cells vanish.
            if ((sums[line] > 0 && !hasPositive) || (sums[line] < 0 && !hasNegative))
            {
                stuck.Add(line);
            }
        }

        return [.. stuck];
    }
}
