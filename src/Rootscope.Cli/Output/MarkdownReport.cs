using System.Text;

namespace Rootscope.Cli.Output;

/// <summary>A report as a Markdown table with remarks and provenance below.</summary>
internal static class MarkdownReport
{
    public static string ToText(Report report)
    {
        int[] shown = [.. Enumerable.Range(0, report.Columns.Count).Where(c => report.Columns[c].Heading is not null)];
        var text = new StringBuilder();
        AppendRow(text, shown.Select(c => report.Columns[c].Heading!));
        AppendRow(text, shown.Select(c => report.Columns[c].Style == ColumnStyle.Text ? "---" : "---:"));
        foreach (object?[] row in report.Rows)
        {
            AppendRow(text, shown.Select(c => CellText.ForPeople(row[c], report.Columns[c].Style).Replace("|", "\\|", StringComparison.Ordinal)));
        }

        foreach (string line in report.Remarks.Append(report.Provenance.ToLine()))
        {
            text.Append('\n').Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
