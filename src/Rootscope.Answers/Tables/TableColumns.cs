using Rootscope.Answers.Reports;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Answers.Tables;

/// <summary>The columns of a table in the list of all, the same for the command line, the API and assistants.</summary>
internal static class TableColumns
{
    private const int DigitsForPeople = 12;

    public static IReadOnlyList<Column<TableSummary>> All { get; } =
    [
        Text("name", "The name the table is called by.", "table", t => t.Name),
        Text("origin", "embedded, or imported into the workspace.", "origin", t => EmbeddedTables.Has(t.Name) ? "embedded" : "imported"),
        Text("title", "What it is.", "title", t => t.Title),
        new("year", "year", "The year of its flows.", ColumnStyle.Whole, "year", t => t.Year),
        Count("regions", "regions", "How many regions it has.", null, t => t.Regions),
        Count("industries", "industries", "How many industries each region has.", null, t => t.Industries),
        Count("sectors", "sectors", "Regions times industries.", "sectors", t => t.Regions * t.Industries),
        Text("unit", "The unit of its money.", "unit", t => t.Unit),
        Text("licence", "The licence or terms, as far as known.", "licence", t => t.Licence),
        Text("hash", "The first twelve digits of contentHash.", "hash", t => t.ContentHash[..DigitsForPeople]),
        Text("contentHash", "SHA-256 of its figures and codes.", null, t => t.ContentHash),
    ];

    private static Column<TableSummary> Text(string name, string meaning, string? heading, Func<TableSummary, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, heading, value);

    private static Column<TableSummary> Count(
        string name,
        string unit,
        string meaning,
        string? heading,
        Func<TableSummary, object?> value
    ) => new(name, unit, meaning, ColumnStyle.Whole, heading, value);
}
