using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The tables: what there is, and the regions and sectors of each.</summary>
internal static class TableResources
{
    public static readonly Resource List = new()
    {
        Name = "tables",
        Path = "tables",
        Summary = "The tables",
        Description = "Every input-output table that can be asked about, with year, size, unit, licence and the hash of its figures.",
        Columns =
        [
            new("name", ColumnKind.Text, string.Empty, "What the table is called here and on the command line."),
            new("title", ColumnKind.Text, string.Empty, "What it is."),
            new("year", ColumnKind.Integer, "year", "The year of its flows."),
            new("regions", ColumnKind.Integer, "regions", "How many regions it has."),
            new("industries", ColumnKind.Integer, "industries", "How many industries each region has."),
            new("unit", ColumnKind.Text, string.Empty, "The unit of its money."),
            new("licence", ColumnKind.Text, string.Empty, "The licence or terms."),
            new("contentHash", ColumnKind.Text, string.Empty, "SHA-256 of its figures and codes."),
        ],
        Answer = (_, context, _) =>
            Task.FromResult(
                new Dataset
                {
                    Source = "the tables of this site; each row names its own terms",
                    Licence = "see the column licence",
                    Rows = [.. context.Economies.Tables.Select(Row)],
                }
            ),
    };

    public static readonly Resource Regions = new()
    {
        Name = "regions",
        Path = "tables/{table}/regions",
        Summary = "The regions of a table",
        Description = "Each region with its output, its value added and what it trades with the others.",
        Parameters = [Parameters.TableOfPath],
        Columns =
        [
            new("code", ColumnKind.Text, string.Empty, "Code of the region."),
            new("name", ColumnKind.Text, string.Empty, "Its name."),
            new("output", ColumnKind.Number, "table", "Output of all its industries."),
            new("valueAdded", ColumnKind.Number, "table", "Value added of all its industries."),
            new("outputShare", ColumnKind.Number, "share", "Its output over that of all regions."),
            new("soldAbroad", ColumnKind.Number, "table", "What it sells to industries and final users of other regions."),
            new("boughtAbroad", ColumnKind.Number, "table", "What its industries and final users buy from other regions of the table."),
        ],
        Answer = (query, context, _) => Task.FromResult(RegionRows(context.Economies.Table(query.Text("table")))),
    };

    public static readonly Resource Sectors = new()
    {
        Name = "sectors",
        Path = "tables/{table}/sectors",
        Summary = "The sectors of a table",
        Description = "Each industry of each region, in the order of the table's rows and columns, with its totals.",
        Parameters = [Parameters.TableOfPath, Parameters.Region],
        Columns =
        [
            new("region", ColumnKind.Text, string.Empty, "Code of the region."),
            new("code", ColumnKind.Text, string.Empty, "Code of the industry."),
            new("name", ColumnKind.Text, string.Empty, "Its name."),
            new("output", ColumnKind.Number, "table", "Its output."),
            new("intermediateSales", ColumnKind.Number, "table", "What it sells to industries."),
            new("finalSales", ColumnKind.Number, "table", "What it sells to final users."),
            new("inputs", ColumnKind.Number, "table", "What it buys from industries."),
            new("valueAdded", ColumnKind.Number, "table", "What it adds."),
        ],
        Answer = (query, context, _) => Task.FromResult(SectorRows(query, context.Economies.Table(query.Text("table")))),
    };

    private static object?[] Row(TableSummary table) =>
        [table.Name, table.Title, table.Year, table.Regions, table.Industries, table.Unit, table.Licence, table.ContentHash];

    private static Dataset RegionRows(FlowTable table)
    {
        int regions = table.Sectors.Regions.Count;
        double[] added = ValueAdded(table);
        var (output, value, sold, bought) = (new double[regions], new double[regions], new double[regions], new double[regions]);
        for (int seller = 0; seller < table.Size; seller++)
        {
            int from = table.Sectors.RegionNumberOf(seller);
            output[from] += table.Output[seller];
            value[from] += added[seller];
            ReadOnlySpan<double> sales = table.SalesOf(seller);
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                Trade(from, table.Sectors.RegionNumberOf(buyer), sales[buyer], sold, bought);
            }

            ReadOnlySpan<double> uses = table.FinalDemandFor(seller);
            for (int use = 0; use < uses.Length; use++)
            {
                Trade(from, table.FinalDemandCategories[use].Region, uses[use], sold, bought);
            }
        }

        double all = output.Sum();
        return Dataset.Of(
            table,
            [
                .. table.Sectors.Regions.Select(
                    (r, i) => new object?[] { r.Code, r.Name, output[i], value[i], all > 0 ? output[i] / all : null, sold[i], bought[i] }
                ),
            ]
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

    private static Dataset SectorRows(ResourceQuery query, FlowTable table)
    {
        int? only = query.Find("region") is { } region ? table.Sectors.FindRegion(region) : null;
        var inputs = new double[table.Size];
        for (int seller = 0; seller < table.Size; seller++)
        {
            ReadOnlySpan<double> sales = table.SalesOf(seller);
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                inputs[buyer] += sales[buyer];
            }
        }

        double[] added = ValueAdded(table);
        return Dataset.Of(
            table,
            [
                .. Enumerable
                    .Range(0, table.Size)
                    .Where(s => only is null || table.Sectors.RegionNumberOf(s) == only)
                    .Select(s =>
                        new object?[]
                        {
                            table.Sectors.RegionOf(s).Code,
                            table.Sectors.IndustryOf(s).Code,
                            table.Sectors.IndustryOf(s).Name,
                            table.Output[s],
                            Sum(table.SalesOf(s)),
                            Sum(table.FinalDemandFor(s)),
                            inputs[s],
                            added[s],
                        }
                    ),
            ]
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
