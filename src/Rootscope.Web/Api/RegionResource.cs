using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>One region of a table of many: with whom it trades.</summary>
internal static class RegionResource
{
    private sealed record PartnerFlow(
        Region Partner,
        double Bought,
        double BoughtInputs,
        double? BoughtShare,
        double Sold,
        double? SoldShare
    );

    private static readonly IReadOnlyList<Column<PartnerFlow>> Columns =
    [
        new("partner", string.Empty, "Code of the partner.", ColumnStyle.Text, "partner", p => p.Partner.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", p => p.Partner.Name),
        new(
            "bought",
            Column.Money,
            "What the region buys from it, for industries and final use.",
            ColumnStyle.Money,
            "bought",
            p => p.Bought
        ),
        new("boughtInputs", Column.Money, "Of that, inputs of industries.", ColumnStyle.Money, "boughtInputs", p => p.BoughtInputs),
        new(
            "boughtShare",
            "share",
            "What the region buys from it over all that it buys.",
            ColumnStyle.Share,
            "boughtShare",
            p => p.BoughtShare
        ),
        new("sold", Column.Money, "What the region sells to it.", ColumnStyle.Money, "sold", p => p.Sold),
        new("soldShare", "share", "What the region sells to it over all that it sells.", ColumnStyle.Share, "soldShare", p => p.SoldShare),
    ];

    public static readonly Resource Partners = new()
    {
        Name = "region",
        Path = "regions/{region}",
        Summary = "One region and its partners",
        Description =
            "What a region's industries and final users buy from each region of the table, and what it sells to each; the region "
            + "itself is one of the rows.",
        Parameters =
        [
            new("region", "The region, by code.", null) { IsRequired = true, Example = "CHN" },
            Parameters.Table with
            {
                Default = "world-2011",
            },
        ],
        Columns = Columns,
        Answer = (query, context, _) => Task.FromResult(Rows(context.Economies.Table(query.Text("table")), query.Text("region"))),
    };

    private static Report Rows(FlowTable table, string name)
    {
        int region = table.Sectors.FindRegion(name);
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
        return new Report<PartnerFlow>(
            "region",
            Columns,
            Enumerable
                .Range(0, count)
                .OrderByDescending(r => bought[r])
                .ThenBy(r => r)
                .Select(r => new PartnerFlow(
                    table.Sectors.Regions[r],
                    bought[r],
                    inputs[r],
                    Share(bought[r], allBought),
                    sold[r],
                    Share(sold[r], allSold)
                )),
            new Provenance { Table = table }
        );
    }

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;
}
