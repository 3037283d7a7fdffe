namespace Rootscope.Tables.Regions;

/// <summary>The part of a table's flows that is of domestic origin.</summary>
public static class DomesticFlows
{
    /// <summary>Domestic intermediate flows, n × n, row-major, in the table's unit.</summary>
    /// <remarks>
    /// Where the source gives imported flows by user, they are taken off; where it gives one column, the import share of the product is
    /// (<see cref="ImportShares"/>); a table without imports is domestic throughout.
    /// </remarks>
    public static double[] Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] flows = table.Flows.ToArray();
        if (table.HasImportedFlows)
        {
            ReadOnlySpan<double> imported = table.ImportedFlows;
            for (int i = 0; i < flows.Length; i++)
            {
                flows[i] -= imported[i];
            }
        }
        else if (table.HasImports)
        {
            ReadOnlySpan<double> shares = ImportShares.Of(table).Values;
            int n = table.Size;
            for (int i = 0; i < n; i++)
            {
                Span<double> row = flows.AsSpan(i * n, n);
                for (int j = 0; j < n; j++)
                {
                    row[j] *= 1 - shares[i];
                }
            }
        }

        return flows;
    }

    /// <summary>
    /// Domestic final demand for domestic output, exports included, n, in the table's unit: output less domestic intermediate sales.
    /// </summary>
    /// <remarks>By the row identity; what proportionality or rounding leaves over is in it.</remarks>
    public static double[] FinalDemand(FlowTable table, ReadOnlySpan<double> domesticFlows)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] result = table.Output.ToArray();
        int n = table.Size;
        for (int i = 0; i < n; i++)
        {
            foreach (double z in domesticFlows.Slice(i * n, n))
            {
                result[i] -= z;
            }
        }

        return result;
    }
}
