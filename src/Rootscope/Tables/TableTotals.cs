namespace Rootscope.Tables;

/// <summary>Sums over a <see cref="FlowTable"/> that many questions start from.</summary>
public static class TableTotals
{
    /// <summary>
    /// Value added by sector as the table's accounts imply it: output less intermediate inputs. Unit: the table's. Shape: n.
    /// </summary>
    /// <remarks>May be negative in real tables. Where imports stand in a column, imported inputs are inputs too.</remarks>
    public static double[] ValueAdded(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] result = table.Output.ToArray();
        for (int i = 0; i < table.Size; i++)
        {
            ReadOnlySpan<double> row = table.SalesOf(new(i));
            for (int j = 0; j < row.Length; j++)
            {
                result[j] -= row[j];
            }
        }

        return result;
    }

    /// <summary>Gross domestic product of the table: the sum of value added over all sectors. Unit: the table's.</summary>
    public static double GrossDomesticProduct(FlowTable table)
    {
        double sum = 0;
        foreach (double v in ValueAdded(table))
        {
            sum += v;
        }

        return sum;
    }

    /// <summary>
    /// Final demand by sector, summed over the columns that <paramref name="include"/> accepts. Unit: the table's. Shape: n.
    /// </summary>
    public static double[] FinalDemand(FlowTable table, Func<FinalDemandCategory, bool>? include = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        bool[] used = [.. table.FinalDemandCategories.Select(c => include is null || include(c))];
        var result = new double[table.Size];
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<double> row = table.FinalDemandFor(new(i));
            double sum = 0;
            for (int k = 0; k < row.Length; k++)
            {
                sum += used[k] ? row[k] : 0;
            }

            result[i] = sum;
        }

        return result;
    }

    /// <summary>Domestic final demand: everything but exports. Unit: the table's. Shape: n.</summary>
    public static double[] Absorption(FlowTable table) => FinalDemand(table, c => c.Kind != FinalDemandKind.Exports);

    /// <summary>
    /// Exports by product of a one-region table. Unit: the table's. Shape: n; zero where the table has no column of exports.
    /// </summary>
    public static double[] Exports(FlowTable table) => FinalDemand(table, c => c.Kind == FinalDemandKind.Exports);

    /// <summary>
    /// Whether exports are not told apart from other final uses: a table of one region with imports and without a column of exports.
    /// </summary>
    internal static bool HidesExports(FlowTable table) =>
        table.Sectors.Regions.Count == 1 && table.HasImports && table.FinalDemandCategories.All(c => c.Kind != FinalDemandKind.Exports);
}
