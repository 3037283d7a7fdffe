using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data list</c>: one row a table.</summary>
internal static class DataListCommand
{
    internal static readonly IReadOnlyList<Column<TableSummary>> Columns =
    [
        new("name", string.Empty, "The name the table is called by.", ColumnStyle.Text, "table", table => table.Name),
        new(
            "origin",
            string.Empty,
            "embedded, or imported into the workspace.",
            ColumnStyle.Text,
            "origin",
            table => EmbeddedTables.Has(table.Name) ? "embedded" : "imported"
        ),
        new("title", string.Empty, "What it is.", ColumnStyle.Text, "title", table => table.Title),
        new("year", "year", "The year of the flows.", ColumnStyle.Whole, "year", table => table.Year),
        new("regions", "count", "Number of regions.", ColumnStyle.Whole, null, table => table.Regions),
        new("industries", "count", "Number of industries in each region.", ColumnStyle.Whole, null, table => table.Industries),
        new("sectors", "count", "Regions times industries.", ColumnStyle.Whole, "sectors", table => table.Regions * table.Industries),
        new("unit", string.Empty, "The unit of its figures.", ColumnStyle.Text, "unit", table => table.Unit),
        new("licence", string.Empty, "The licence or terms, as far as known.", ColumnStyle.Text, "licence", table => table.Licence),
        new("hash", string.Empty, "The first twelve digits of sha256.", ColumnStyle.Text, "hash", table => table.ContentHash[..12]),
        new("sha256", string.Empty, "SHA-256 of its figures and codes.", ColumnStyle.Text, null, table => table.ContentHash),
    ];

    private static readonly Option<bool> Trade = new("--trade") { Description = "List the sets of trade in the workspace instead." };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "Lists the embedded tables and those of the workspace, or its sets of trade.",
            "rootscope data list",
            "rootscope data list -f json",
            "rootscope data list --trade"
        )
        {
            Trade,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(Trade))
        {
            ReportWriter.Write(TradeSets.List(parsed), parsed);
            return ExitCode.Ok;
        }

        var library = new TableLibrary(parsed.GetValue(TableArgument.Workspace));
        ReportWriter.Write(
            new Report<TableSummary>("tables", Columns, library.List(), new Provenance { Command = "data list" })
            {
                Remarks = [$"Imported tables are in {library.Workspace.Place}."],
            },
            parsed
        );
        return ExitCode.Ok;
    }
}
