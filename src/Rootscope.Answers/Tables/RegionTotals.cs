using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Tables;

/// <summary>The totals of one region of a table. Unit of amounts: the table's money.</summary>
/// <param name="Region">The region.</param>
/// <param name="Output">Output of all its industries.</param>
/// <param name="ValueAdded">Value added of all its industries.</param>
/// <param name="OutputShare">Its output over that of all regions; null where there is none. Unit: share.</param>
/// <param name="SoldAbroad">What it sells to other regions of the table.</param>
/// <param name="BoughtAbroad">What it buys from them.</param>
internal sealed record RegionTotals(
    Region Region,
    double Output,
    double ValueAdded,
    double? OutputShare,
    double SoldAbroad,
    double BoughtAbroad
)
{
    /// <summary>Their columns.</summary>
    public static IReadOnlyList<Column<RegionTotals>> Columns { get; } =
    [
        new("code", string.Empty, "Code of the region.", ColumnStyle.Text, "code", r => r.Region.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", r => r.Region.Name),
        Money("output", "Output of all its industries.", r => r.Output),
        Money("valueAdded", "Value added of all its industries.", r => r.ValueAdded),
        new("outputShare", "share", "Its output over that of all regions.", ColumnStyle.Share, "outputShare", r => r.OutputShare),
        Money("soldAbroad", "What it sells to industries and final users of other regions.", r => r.SoldAbroad),
        Money("boughtAbroad", "What its industries and final users buy from other regions of the table.", r => r.BoughtAbroad),
    ];

    /// <summary>The totals of every region, in the order of the table.</summary>
    public static IReadOnlyList<RegionTotals> Of(FlowTable table)
    {
        int regions = table.Sectors.Regions.Count;
        double[] added = SectorTotals.ValueAddedOf(table);
        var (output, value, sold, bought) = (new double[regions], new double[regions], new double[regions], new double[regions]);
        for (int seller = 0; seller < table.Size; seller++)
        {
            int from = table.Sectors.RegionNumberOf(new(seller));
            output[from] += table.Output[seller];
            value[from] += added[seller];
            ReadOnlySpan<double> sales = table.SalesOf(new(seller));
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                Trade(from, table.Sectors.RegionNumberOf(new(buyer)), sales[buyer], sold, bought);
            }

            ReadOnlySpan<double> uses = table.FinalDemandFor(new(seller));
            for (int use = 0; use < uses.Length; use++)
            {
                Trade(from, table.FinalDemandCategories[use].Region, uses[use], sold, bought);
            }
        }

        double all = output.Sum();
        return
        [
            .. table.Sectors.Regions.Select(
                (r, i) => new RegionTotals(r, output[i], value[i], all > 0 ? output[i] / all : null, sold[i], bought[i])
            ),
        ];
    }

    private static void Trade(int from, int to, double value, double[] sold, double[] bought)
    {
        if (from != to)
        {
            sold[from] += value;
            bought[to] += value;
        }
    }

    private static Column<RegionTotals> Money(string name, string meaning, Func<RegionTotals, object?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, name, value);
}
