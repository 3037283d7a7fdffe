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
