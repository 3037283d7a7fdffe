namespace Rootscope.Tables.Trade;

/// <summary>Tables of one region that have imports and do not tell exports apart from other final uses.</summary>
/// <remarks>
/// Imports have to be paid for. Where nothing is known of what pays for them, a part of final use as large as imports stands in, in the
/// composition of all final use: an assumption, to be told beside every figure that rests on it.
/// </remarks>
public static class HiddenExports
{
    /// <summary>The code of the column that is made.</summary>
    public const string Code = "EXPORTS-ASSUMED";

    /// <summary>The most of final use that may stand in. Unit: share.</summary>
    private const double Most = 0.9;

    /// <summary>Whether a table tells imports and no exports.</summary>
    /// <param name="table">The table.</param>
    public static bool In(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return TableTotals.HidesExports(table);
    }

    /// <summary>The part of positive final use that is as much as imports, at most nine tenths. Unit: share.</summary>
    /// <param name="table">The table.</param>
    public static double ShareOf(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double imports = 0;
        foreach (double x in table.Imports)
        {
            imports += Math.Max(0, x);
        }

        double final = TableTotals.Absorption(table).Sum(x => Math.Max(0, x));
        return final > 0 ? Math.Min(Most, imports / final) : 0;
    }

    /// <summary>The table with that part of every product's final use as a column of exports. Sums of rows and columns stay.</summary>
    /// <param name="table">A table that hides its exports.</param>
    public static FlowTable ToldApart(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double share = ShareOf(table);
        int n = table.Size;
        int k = table.FinalDemandCategories.Count;
        double[] final = table.FinalDemand.ToArray();
        double[] widened = new double[n * (k + 1)];
        double[]? imported = table.ToParts().ImportedFinalDemand is null ? null : new double[n * (k + 1)];
        for (int i = 0; i < n; i++)
        {
            double use = 0;
            for (int c = 0; c < k; c++)
            {
                use += final[(i * k) + c];
            }

            double exported = share * Math.Max(0, use);
            for (int c = 0; c < k; c++)
            {
                // What is taken away is taken from each column in proportion.
                double cell = final[(i * k) + c];
                widened[(i * (k + 1)) + c] = use > 0 ? cell - (exported * cell / use) : cell;
                if (imported is not null)
                {
                    imported[(i * (k + 1)) + c] = table.ImportedFinalDemand[(i * k) + c];
                }
            }

            widened[(i * (k + 1)) + k] = exported;
        }

        return new FlowTable(
            table.ToParts() with
            {
                FinalDemandCategories =
                [
                    .. table.FinalDemandCategories,
                    new FinalDemandCategory(Code, "Exports, assumed as much as imports", FinalDemandKind.Exports, new(0)),
                ],
                FinalDemand = widened,
                ImportedFinalDemand = imported,
            }
        );
    }
}
