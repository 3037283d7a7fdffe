using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Tables;

/// <summary>What one region of a table buys from and sells to another, or itself. Unit of amounts: the table's money.</summary>
/// <param name="Partner">The other region.</param>
/// <param name="Bought">What is bought from it, for industries and final use.</param>
/// <param name="BoughtInputs">Of that, inputs of industries.</param>
/// <param name="BoughtShare">Bought over all that is bought; null where nothing is. Unit: share.</param>
/// <param name="Sold">What is sold to it.</param>
/// <param name="SoldShare">Sold over all that is sold; null where nothing is. Unit: share.</param>
internal sealed record PartnerFlow(Region Partner, double Bought, double BoughtInputs, double? BoughtShare, double Sold, double? SoldShare)
{
    /// <summary>Their columns.</summary>
    public static IReadOnlyList<Column<PartnerFlow>> Columns { get; } =
    [
        new("partner", string.Empty, "Code of the partner.", ColumnStyle.Text, "partner", p => p.Partner.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", p => p.Partner.Name),
        Money("bought", "What the region buys from it, for industries and final use.", p => p.Bought),
        Money("boughtInputs", "Of that, inputs of industries.", p => p.BoughtInputs),
        Share("boughtShare", "What the region buys from it over all that it buys.", p => p.BoughtShare),
        Money("sold", "What the region sells to it.", p => p.Sold),
        Share("soldShare", "What the region sells to it over all that it sells.", p => p.SoldShare),
    ];

    /// <summary>The flows of a region with every region of its table, those that it buys most from first.</summary>
    public static IReadOnlyList<PartnerFlow> Of(FlowTable table, RegionNumber region)
    {
        int count = table.Sectors.Regions.Count;
        var (inputs, bought, sold) = (new double[count], new double[count], new double[count]);
        for (int seller = 0; seller < table.Size; seller++)
        {
            int from = table.Sectors.RegionNumberOf(new(seller));
            ReadOnlySpan<double> sales = table.SalesOf(new(seller));
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                int to = table.Sectors.RegionNumberOf(new(buyer));
                inputs[from] += to == region ? sales[buyer] : 0;
                sold[to] += from == region ? sales[buyer] : 0;
            }

            ReadOnlySpan<double> uses = table.FinalDemandFor(new(seller));
            for (int use = 0; use < uses.Length; use++)
            {
                int to = table.FinalDemandCategories[use].Region;
                bought[from] += to == region ? uses[use] : 0;
                sold[to] += from == region ? uses[use] : 0;
            }
        }

        for (int r = 0; r < count; r++)
        {
            bought[r] += inputs[r];
        }

        (double allBought, double allSold) = (bought.Sum(), sold.Sum());
        return
        [
            .. Enumerable
                .Range(0, count)
                .OrderByDescending(r => bought[r])
                .ThenBy(r => r)
                .Select(r => new PartnerFlow(
                    table.Sectors.Regions[r],
                    bought[r],
                    inputs[r],
                    Part(bought[r], allBought),
                    sold[r],
                    Part(sold[r], allSold)
                )),
        ];
    }

    private static double? Part(double part, double whole) => whole > 0 ? part / whole : null;

    private static Column<PartnerFlow> Money(string name, string meaning, Func<PartnerFlow, object?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, name, value);

    private static Column<PartnerFlow> Share(string name, string meaning, Func<PartnerFlow, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, name, value);
}
