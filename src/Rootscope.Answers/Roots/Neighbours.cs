using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>The largest suppliers and buyers of a product.</summary>
internal static class Neighbours
{
    private const int Most = 10;

    public static IReadOnlyList<Neighbour> Suppliers(FlowTable table, int product)
    {
        double[] column = [.. Enumerable.Range(0, table.Size).Select(i => table.SalesOf(new(i))[product])];
        return Largest(column, i => (table.Sectors.IndustryOf(new(i)).Code, table.Sectors.IndustryOf(new(i)).Name));
    }

    public static IReadOnlyList<Neighbour> Buyers(FlowTable table, int product)
    {
        double[] sales = [.. table.SalesOf(new(product)), .. table.FinalDemandFor(new(product))];
        return Largest(
            sales,
            i =>
                i < table.Size
                    ? (table.Sectors.IndustryOf(new(i)).Code, table.Sectors.IndustryOf(new(i)).Name)
                    : (table.FinalDemandCategories[i - table.Size].Code, table.FinalDemandCategories[i - table.Size].Name)
        );
    }

    private static IReadOnlyList<Neighbour> Largest(double[] values, Func<int, (string Code, string Name)> nameOf)
    {
        double total = values.Where(v => v > 0).Sum();
        return
        [
            .. Enumerable
                .Range(0, values.Length)
                .Where(i => values[i] > 0)
                .OrderByDescending(i => values[i])
                .ThenBy(i => i)
                .Take(Most)
                .Select(i => new Neighbour(nameOf(i).Code, nameOf(i).Name, values[i], total > 0 ? values[i] / total : null)),
        ];
    }
}
