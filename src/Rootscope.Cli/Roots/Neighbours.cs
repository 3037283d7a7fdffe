using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary>The largest suppliers and buyers of a product, as rows of <c>rootscope root</c>.</summary>
internal static class Neighbours
{
    public static IEnumerable<object?[]> Suppliers(FlowTable table, int product, int most)
    {
        var column = new double[table.Size];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = table.SalesOf(i)[product];
        }

        double total = column.Sum();
        return Largest(column, most).Select((i, rank) => Row("supplier", rank, table.Sectors.IndustryOf(i).Name, column[i], total));
    }

    public static IEnumerable<object?[]> Buyers(FlowTable table, int product, int most)
    {
        double[] sales = [.. table.SalesOf(product), .. table.FinalDemandFor(product)];
        double total = sales.Where(s => s > 0).Sum();
        return Largest(sales, most)
            .Select(
                (i, rank) =>
                    Row(
                        "buyer",
                        rank,
                        i < table.Size ? table.Sectors.IndustryOf(i).Name : table.FinalDemandCategories[i - table.Size].Name,
                        sales[i],
                        total
                    )
            );
    }

    private static IEnumerable<int> Largest(double[] values, int most) =>
        Enumerable.Range(0, values.Length).Where(i => values[i] > 0).OrderByDescending(i => values[i]).ThenBy(i => i).Take(most);

    private static object?[] Row(string part, int rank, string name, double value, double total) =>
        [
            part,
            (rank + 1).ToString(CultureInfo.InvariantCulture),
            name,
            null,
            null,
            null,
            value,
            null,
            total > 0 ? value / total : null,
            null,
            null,
            null,
            null,
        ];
}
