namespace Rootscope.Tables.Balancing;

/// <summary>Rounds a table to the unit that its source supports, and balances it again exactly.</summary>
public static class TableRounding
{
    /// <summary>Rounds every flow, final demand, import and primary input to a multiple of <paramref name="step"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="step">The unit to round to, in the table's unit, such as 1 or 0.01.</param>
    /// <returns>
    /// The rounded table. Outputs are the new row sums, so that every row balances; what the column then lacks or has too much goes to
    /// the last row of primary inputs, so that every column does. Where a row sum would fall below zero, its largest final demand is
    /// raised.
    /// </returns>
    /// <remarks>
    /// Where the imported part of every use is known, imports are the sums of the rounded imported uses. Both moves stay within the number
    /// of cells times half a step. Ties go to the even multiple.
    /// </remarks>
    public static FlowTable Round(FlowTable table, double step)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        FlowTableParts parts = table.ToParts();
        var rounded = parts with
        {
            Flows = Rounded(parts.Flows, step)!,
            FinalDemand = Rounded(parts.FinalDemand, step)!,
            ValueAdded = Rounded(parts.ValueAdded, step)!,
            Imports = Rounded(parts.Imports, step),
            ImportedFlows = Rounded(parts.ImportedFlows, step),
            ImportedFinalDemand = Rounded(parts.ImportedFinalDemand, step),
            Output = null,
            Metadata = parts.Metadata with
            {
                Derivations =
                [
                    .. parts.Metadata.Derivations,
                    $"Figures are rounded to {step:R} × {parts.Metadata.Unit}; outputs are the sums of the rounded rows, and the last "
                        + $"row of primary inputs closes the columns.",
                ],
            },
        };
        SumImportedUses(rounded, step);
        double[] output = [.. FlowTableShape.RowSums(rounded).Select(x => Multiple(x, step))];
        RaiseBelowZero(rounded, output, step);
        CloseColumns(rounded, output, step);
        return new FlowTable(rounded with { Output = output });
    }

    private static double[]? Rounded(double[]? values, double step) =>
        values is null ? null : Array.ConvertAll(values, x => Multiple(x, step));

    // Adding zero turns a negative zero into a positive one.
    private static double Multiple(double x, double step) => (Math.Round(x / step) * step) + 0.0;

    private static void SumImportedUses(FlowTableParts parts, double step)
    {
        if (parts.Imports is null || parts.ImportedFlows is null || parts.ImportedFinalDemand is null)
        {
            return;
        }

        int n = parts.Imports.Length;
        int k = parts.FinalDemandCategories.Count;
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            foreach (double imported in parts.ImportedFlows.AsSpan(i * n, n))
            {
                sum += imported;
            }

            foreach (double imported in parts.ImportedFinalDemand.AsSpan(i * k, k))
            {
                sum += imported;
            }

            parts.Imports[i] = Multiple(sum, step);
        }
    }

    private static void RaiseBelowZero(FlowTableParts parts, double[] output, double step)
    {
        int k = parts.FinalDemandCategories.Count;
        for (int i = 0; i < output.Length; i++)
        {
            if (output[i] < 0 && k > 0)
            {
                Span<double> row = parts.FinalDemand.AsSpan(i * k, k);
                int largest = 0;
                for (int c = 1; c < k; c++)
                {
                    largest = row[c] > row[largest] ? c : largest;
                }

                row[largest] = Multiple(row[largest] - output[i], step);
                output[i] = 0;
            }
        }
    }

    private static void CloseColumns(FlowTableParts parts, double[] output, double step)
    {
        int n = output.Length;
        int v = parts.ValueAddedCategories.Count;
        for (int j = 0; j < n && v > 0; j++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += parts.Flows[(i * n) + j];
            }

            for (int r = 0; r < v - 1; r++)
            {
                sum += parts.ValueAdded[(r * n) + j];
            }

            parts.ValueAdded[((v - 1) * n) + j] = Multiple(output[j] - sum, step);
        }
    }
}
