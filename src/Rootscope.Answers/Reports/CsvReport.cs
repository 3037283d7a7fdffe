using System.Text;
using Rootscope.Storage.Export;

namespace Rootscope.Answers.Reports;

/// <summary>
/// A report as comma-separated values (RFC 4180, line feed): stable names in the first line, every digit kept, no text that a spreadsheet
/// would compute (<see cref="SpreadsheetText"/>).
/// </summary>
internal static class CsvReport
{
    public static string ToText(Report report)
    {
        var text = new StringBuilder();
        AppendLine(text, report.Columns.Select(c => c.Name));
        foreach (object?[] row in report.Rows)
        {
            AppendLine(text, row.Select(v => v is string text ? SpreadsheetText.Guarded(text) : CellText.ForData(v)));
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
