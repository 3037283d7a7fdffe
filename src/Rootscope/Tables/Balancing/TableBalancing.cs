using System.Globalization;

namespace Rootscope.Tables.Balancing;

/// <summary>Balances the intermediate flows of a table to its outputs.</summary>
/// <remarks>
/// <para>Outputs, final demand, imports and primary inputs stand; flows give way. A row of flows is to sum to output plus imports less
/// final demand, a column to output less primary inputs.</para>
/// <para>Both can hold only where final demand less imports equals primary inputs over the whole table. Where a published table misses that
/// by rounding or a discrepancy, the column sums are scaled in common to the rows' total, and the last row of primary inputs takes up the
/// difference of each column.</para>
/// <para>Method: <see cref="MatrixBalancing"/>. Cost: a few passes over the flows a round.</para>
/// </remarks>
public static class TableBalancing
{
    /// <summary>
    /// The largest share by which totals of flows may differ before a table is refused: beyond it something is missing, not rounded.
    /// </summary>
    public const double LargestDiscrepancy = 0.05;

    /// <summary>Balances a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">The name the balanced table is to have.</param>
    /// <param name="options">Method, tolerance and longest run; null for the defaults.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="TableException">The table has no primary inputs, tells imports by user, its totals differ by more than
    /// <see cref="LargestDiscrepancy"/>, or RAS is asked of negative flows.</exception>
    public static TableBalancingResult Balance(
        FlowTable table,
        string id,
        BalanceOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        options ??= new BalanceOptions();
        double[] sales = FlowSales(table);
        double[] inputs = FlowInputs(table);
        double spread = Check(table, sales, inputs, options.Method);
        double[] columnSums = Array.ConvertAll(inputs, v => v * spread);
        BalancedMatrix matrix = MatrixBalancing.Balance(table.Flows, sales, columnSums, options, cancellation);
        double moved = Moved(table.Flows, matrix.Values.Span);
        FlowTable? balanced =
            matrix.Status == BalanceStatus.Converged
                ? Assemble(table, id, matrix, columnSums, Sentence(options.Method, matrix, moved, spread))
                : null;
        return new TableBalancingResult(table, balanced, matrix, spread, moved);
    }

    private static double[] FlowSales(FlowTable table)
    {
        double[] final = TableTotals.FinalDemand(table);
        return [.. Enumerable.Range(0, table.Size).Select(i => table.Output[i] + (table.HasImports ? table.Imports[i] : 0) - final[i])];
    }

    private static double[] FlowInputs(FlowTable table)
    {
        double[] result = table.Output.ToArray();
        for (int c = 0; c < table.ValueAdded.Length; c++)
        {
            result[c % table.Size] -= table.ValueAdded[c];
        }

        return result;
    }

    /// <summary>Refuses what cannot be balanced; gives the common factor of the column sums.</summary>
    private static double Check(FlowTable table, double[] sales, double[] inputs, BalanceMethod method)
    {
        string id = table.Metadata.Id;
        if (table.ValueAddedCategories.Count == 0)
        {
            throw new TableException(
                id,
                "has no primary inputs, so nothing says what its columns of flows should sum to. Import it with its value added."
            );
        }

        if (table.HasImportedFlows)
        {
            throw new TableException(
                id,
                "tells the imported part of every use, which scaled flows would contradict. Correct its source, or import it with "
                    + "imports in one column."
            );
        }

        if (method == BalanceMethod.Ras)
        {
            RefuseNegative(table, table.Flows, "flow");
            RefuseNegative(table, sales, "sum of sales asked for");
            RefuseNegative(table, inputs, "sum of inputs asked for");
        }

        double rows = sales.Sum();
        double columns = inputs.Sum();
        double spread = columns == 0 ? 1 : rows / columns;
        return Math.Abs(spread - 1) <= LargestDiscrepancy
            ? spread
            : throw new TableException(
                id,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"by rows its flows should sum to {rows:G8}, by columns to {columns:G8}: final demand less imports and primary "
                        + $"inputs differ by "
                )
                    + string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Math.Abs(rows - columns):G6}, more than {LargestDiscrepancy:P0} of the flows. Look for a column of final "
                            + $"demand or a row of primary inputs that is missing."
                    )
            );
    }

    private static void RefuseNegative(FlowTable table, ReadOnlySpan<double> figures, string what)
    {
        for (int c = 0; c < figures.Length; c++)
        {
            if (figures[c] < 0)
            {
                string place =
                    figures.Length == table.Size
                        ? table.Sectors.LabelOf(new(c))
                        : $"{table.Sectors.LabelOf(new(c / table.Size))} to {table.Sectors.LabelOf(new(c % table.Size))}";
                throw new TableException(
                    table.Metadata.Id,
                    $"the {what} of {place} is {figures[c]:G6}, and RAS needs zero or more. "
                        + $"Use {Repair.Option("method", "gras")}, which keeps signs."
                );
            }
        }
    }

    private static double Moved(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double moved = 0;
        double size = 0;
        for (int c = 0; c < before.Length; c++)
        {
            moved += Math.Abs(after[c] - before[c]);
            size += Math.Abs(before[c]);
        }

        return size == 0 ? 0 : moved / size;
    }

    private static FlowTable Assemble(FlowTable table, string id, BalancedMatrix matrix, double[] columnSums, string sentence)
    {
        int n = table.Size;
        double[] valueAdded = table.ValueAdded.ToArray();
        double[] inputs = FlowInputs(table);
        Span<double> last = valueAdded.AsSpan(valueAdded.Length - n);
        for (int j = 0; j < n; j++)
        {
            last[j] += inputs[j] - columnSums[j];
        }

        return new FlowTable(
            table.ToParts() with
            {
                Metadata = table.Metadata with { Id = id, Derivations = [.. table.Metadata.Derivations, sentence] },
                Flows = matrix.Values.ToArray(),
                ValueAdded = valueAdded,
            }
        );
    }

    private static string Sentence(BalanceMethod method, BalancedMatrix matrix, double moved, double spread)
    {
        string name = method == BalanceMethod.Ras ? "RAS" : "GRAS";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"Intermediate flows balanced to the outputs by {name}: {matrix.Rounds} rounds, {moved * 100:0.####}% of the flows moved."
        );
        return spread == 1
            ? text
            : text
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $" The sums of columns were scaled by {spread:R} to the total of the rows; the last row of primary inputs takes up "
                        + $"the difference."
                );
    }
}
