using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The tables: what there is, and the regions and sectors of each.</summary>
internal static class TableResources
{
    private sealed record RegionTotals(
        Region Region,
        double Output,
        double ValueAdded,
        double? OutputShare,
        double SoldAbroad,
        double BoughtAbroad
    );

    private sealed record SectorTotals(
        Region Region,
        Industry Industry,
        double Output,
        double IntermediateSales,
        double FinalSales,
        double Inputs,
        double ValueAdded
    );

    private static readonly IReadOnlyList<Column<TableSummary>> ListColumns =
    [
        new("name", string.Empty, "What the table is called here and on the command line.", ColumnStyle.Text, "name", t => t.Name),
        new("title", string.Empty, "What it is.", ColumnStyle.Text, "title", t => t.Title),
        new("year", "year", "The year of its flows.", ColumnStyle.Whole, "year", t => t.Year),
        new("regions", "regions", "How many regions it has.", ColumnStyle.Whole, "regions", t => t.Regions),
        new("industries", "industries", "How many industries each region has.", ColumnStyle.Whole, "industries", t => t.Industries),
        new("unit", string.Empty, "The unit of its money.", ColumnStyle.Text, "unit", t => t.Unit),
        new("licence", string.Empty, "The licence or terms.", ColumnStyle.Text, "licence", t => t.Licence),
        new("contentHash", string.Empty, "SHA-256 of its figures and codes.", ColumnStyle.Text, "contentHash", t => t.ContentHash),
    ];

    public static readonly Resource List = new()
    {
        Name = "tables",
        Path = "tables",
        Summary = "The tables",
        Description = "Every input-output table that can be asked about, with year, size, unit, licence and the hash of its figures.",
        Columns = ListColumns,
        Answer = (_, context, _) =>
            Task.FromResult<Report>(
                new Report<TableSummary>(
                    "tables",
                    ListColumns,
                    context.Economies.Tables,
                    new Provenance { Source = "the tables of this site; each row names its own terms", Licence = "see the column licence" }
                )
            ),
    };

    private static readonly IReadOnlyList<Column<RegionTotals>> RegionColumns =
    [
        new("code", string.Empty, "Code of the region.", ColumnStyle.Text, "code", r => r.Region.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", r => r.Region.Name),
        new("output", Column.Money, "Output of all its industries.", ColumnStyle.Money, "output", r => r.Output),
        new("valueAdded", Column.Money, "Value added of all its industries.", ColumnStyle.Money, "valueAdded", r => r.ValueAdded),
        new("outputShare", "share", "Its output over that of all regions.", ColumnStyle.Share, "outputShare", r => r.OutputShare),
        new(
            "soldAbroad",
            Column.Money,
            "What it sells to industries and final users of other regions.",
            ColumnStyle.Money,
            "soldAbroad",
            r => r.SoldAbroad
        ),
        new(
            "boughtAbroad",
            Column.Money,
            "What its industries and final users buy from other regions of the table.",
            ColumnStyle.Money,
            "boughtAbroad",
            r => r.BoughtAbroad
        ),
    ];

    public static readonly Resource Regions = new()
    {
        Name = "regions",
        Path = "tables/{table}/regions",
        Summary = "The regions of a table",
        Description = "Each region with its output, its value added and what it trades with the others.",
        Parameters = [Parameters.TableOfPath],
        Columns = RegionColumns,
        Answer = (query, context, _) => Task.FromResult(RegionRows(context.Economies.Table(query.Text("table")))),
    };

    private static readonly IReadOnlyList<Column<SectorTotals>> SectorColumns =
    [
        new("region", string.Empty, "Code of the region.", ColumnStyle.Text, "region", s => s.Region.Code),
        new("code", string.Empty, "Code of the industry.", ColumnStyle.Text, "code", s => s.Industry.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", s => s.Industry.Name),
        new("output", Column.Money, "Its output.", ColumnStyle.Money, "output", s => s.Output),
        new(
            "intermediateSales",
            Column.Money,
            "What it sells to industries.",
            ColumnStyle.Money,
            "intermediateSales",
            s => s.IntermediateSales
        ),
        new("finalSales", Column.Money, "What it sells to final users.", ColumnStyle.Money, "finalSales", s => s.FinalSales),
        new("inputs", Column.Money, "What it buys from industries.", ColumnStyle.Money, "inputs", s => s.Inputs),
        new("valueAdded", Column.Money, "What it adds.", ColumnStyle.Money, "valueAdded", s => s.ValueAdded),
    ];

    public static readonly Resource Sectors = new()
    {
        Name = "sectors",
        Path = "tables/{table}/sectors",
        Summary = "The sectors of a table",
        Description = "Each industry of each region, in the order of the table's rows and columns, with its totals.",
        Parameters = [Parameters.TableOfPath, Parameters.Region],
        Columns = SectorColumns,
        Answer = (query, context, _) => Task.FromResult(SectorRows(query, context.Economies.Table(query.Text("table")))),
    };

    private static Report RegionRows(FlowTable table)
    {
        int regions = table.Sectors.Regions.Count;
        double[] added = ValueAdded(table);
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
        return new Report<RegionTotals>(
            "regions",
            RegionColumns,
            table.Sectors.Regions.Select(
                (r, i) => new RegionTotals(r, output[i], value[i], all > 0 ? output[i] / all : null, sold[i], bought[i])
            ),
            new Provenance { Table = table }
        );
    }

    private static void Trade(int from, int to, double value, double[] sold, double[] bought)
    {
        if (from != to)
        {
            sold[from] += value;
            bought[to] += value;
        }
    }

    private static Report SectorRows(ResourceQuery query, FlowTable table)
    {
        int? only = query.Find("region") is { } region ? table.Sectors.FindRegion(region) : null;
        var inputs = new double[table.Size];
        for (int seller = 0; seller < table.Size; seller++)
        {
            ReadOnlySpan<double> sales = table.SalesOf(new(seller));
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                inputs[buyer] += sales[buyer];
            }
        }

        double[] added = ValueAdded(table);
        return new Report<SectorTotals>(
            "sectors",
            SectorColumns,
            Enumerable
                .Range(0, table.Size)
                .Where(s => only is null || table.Sectors.RegionNumberOf(new(s)) == only)
                .Select(s => new SectorTotals(
                    table.Sectors.RegionOf(new(s)),
                    table.Sectors.IndustryOf(new(s)),
                    table.Output[s],
                    Sum(table.SalesOf(new(s))),
                    Sum(table.FinalDemandFor(new(s))),
                    inputs[s],
                    added[s]
                )),
            new Provenance { Table = table }
        );
    }

    private static double[] ValueAdded(FlowTable table)
    {
        var added = new double[table.Size];
        for (int i = 0; i < table.ValueAdded.Length; i++)
        {
            added[i % table.Size] += table.ValueAdded[i];
        }

        return added;
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
