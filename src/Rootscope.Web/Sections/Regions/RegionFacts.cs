using Rootscope.Tables;

namespace Rootscope.Web.Sections.Regions;

/// <summary>What a table of one region says about it as a whole. Unit of amounts: the table's.</summary>
/// <param name="Output">Gross output of all industries.</param>
/// <param name="Product">Gross domestic product: value added of all industries.</param>
/// <param name="Exports">Exports.</param>
/// <param name="Imports">Imports; null where the table does not tell.</param>
internal sealed record RegionFacts(double Output, double Product, double Exports, double? Imports)
{
    public static RegionFacts Of(FlowTable economy) =>
        new(
            Sum(economy.Output),
            TableTotals.GrossDomesticProduct(economy),
            Sum(TableTotals.Exports(economy)),
            economy.HasImports ? Sum(economy.Imports) : null
        );

    /// <summary>
    /// Imports of a product over what is used of it at home; null where nothing is used or imports are not told. Unit: share.
    /// </summary>
    public static double? ImportShare(FlowTable economy, double[] exports, int product)
    {
        if (!economy.HasImports)
        {
            return null;
        }

        double used = economy.Output[product] + economy.Imports[product] - exports[product];
        return used > 0 ? economy.Imports[product] / used : null;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
