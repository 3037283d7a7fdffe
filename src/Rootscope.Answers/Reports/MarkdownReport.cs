using System.Text;
using Rootscope.Answers.Language;

namespace Rootscope.Answers.Reports;

/// <summary>A report as a Markdown table with remarks and provenance below.</summary>
internal static class MarkdownReport
{
    public static string ToText(Report report, Tongue tongue)
    {
        var words = ReportWords.Of(report, tongue);
        var text = new StringBuilder();
        foreach (Section section in report.Sections(tongue))
        {
            if (section.Title is { } title)
            {
                text.Append(text.Length > 0 ? "\n" : string.Empty).Append("**").Append(title).Append("**\n\n");
            }

            AppendRow(text, section.Columns.Select(c => c.Heading!));
            AppendRow(text, section.Columns.Select(c => c.Style is ColumnStyle.Text or ColumnStyle.Prose ? "---" : "---:"));
            foreach (object?[] row in section.Rows)
            {
                AppendRow(
                    text,
                    row.Select((value, c) => CellText.ForPeople(value, section.Columns[c]).Replace("|", "\\|", StringComparison.Ordinal))
                );
            }

            foreach (string line in Below(section).Select(l => words[l]))
            {
                text.Append('\n').Append(line).Append('\n');
            }
        }

        foreach (
            string line in (report.Statement.Length > 0 ? report.Remarks.Prepend(report.Statement) : report.Remarks).Append(
                report.Provenance.ToLine()
            )
        )
        {
            text.Append('\n').Append(words[line]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What is not told of a table, and what stands below it.</summary>
    private static IEnumerable<string> Below(Section section) =>
        section.OutOf > section.Rows.Count
            ? [$"{section.Rows.Count} of {section.OutOf} rows.", .. section.Below(section.Rows.Count)]
            : section.Below(section.Rows.Count);

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
