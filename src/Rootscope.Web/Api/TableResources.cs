using Rootscope.Answers.Tables;
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
        Columns = TableColumns.All,
        Answer = (_, context, _) =>
            Task.FromResult<Report>(
                new Report<TableSummary>(
                    "tables",
                    TableColumns.All,
                    context.Economies.Tables,
                    new Provenance { Source = "the tables of this site; each row names its own terms", Licence = "see the column licence" }
                )
            ),
    };

    public static readonly Resource Regions = new()
    {
        Name = "regions",
        Path = "tables/{table}/regions",
        Summary = "The regions of a table",
        Description = "Each region with its output, its value added and what it trades with the others.",
        Parameters = [Parameters.TableOfPath],
        Columns = RegionTotals.Columns,
        Answer = (query, context, _) => Of(context.Economies.Table(query.Text("table")), RegionTotals.Columns, RegionTotals.Of),
    };

    public static readonly Resource Sectors = new()
    {
        Name = "sectors",
        Path = "tables/{table}/sectors",
        Summary = "The sectors of a table",
        Description = "Each industry of each region, in the order of the table's rows and columns, with its totals.",
        Parameters = [Parameters.TableOfPath, Parameters.Region],
        Columns = SectorTotals.Columns,
        Answer = (query, context, _) =>
        {
            FlowTable table = context.Economies.Table(query.Text("table"));
            Region? only = query.Find("region") is { } region ? table.Sectors.Regions[table.Sectors.FindRegion(region)] : null;
            return Of(table, SectorTotals.Columns, t => SectorTotals.Of(t).Where(s => only is null || s.Region == only));
        },
    };

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
        Columns = PartnerFlow.Columns,
        Answer = (query, context, _) =>
            Of(
                context.Economies.Table(query.Text("table")),
                PartnerFlow.Columns,
                t => PartnerFlow.Of(t, new(t.Sectors.FindRegion(query.Text("region"))))
            ),
    };

    private static Task<Report> Of<TRow>(FlowTable table, IReadOnlyList<Column<TRow>> columns, Func<FlowTable, IEnumerable<TRow>> rows) =>
        Task.FromResult<Report>(new Report<TRow>("table", columns, rows(table), new Provenance { Table = table }));
}
