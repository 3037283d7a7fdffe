using System.Text;
using Spectre.Console;

namespace Rootscope.Cli.Output;

/// <summary>A report as a table on a terminal.</summary>
internal static class TableReport
{
    private const int LongestText = 46;

    public static string ToText(Report report, bool quiet, int width)
    {
        int[] shown = [.. Enumerable.Range(0, report.Columns.Count).Where(c => report.Columns[c].Heading is not null)];
        var table = new Table().Border(TableBorder.Simple);
        foreach (int c in shown)
        {
            var column = new TableColumn(Markup.Escape(report.Columns[c].Heading!)).NoWrap();
            table.AddColumn(report.Columns[c].Style == ColumnStyle.Text ? column : column.RightAligned());
        }

        foreach (object?[] row in report.Rows)
        {
            table.AddRow(shown.Select(c => (Spectre.Console.Rendering.IRenderable)new Text(
                Shortened(CellText.ForPeople(row[c], report.Columns[c].Style)))));
        }

        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Write(table);
        StringBuilder text = TrimLines(writer.ToString());
        IEnumerable<string> lines = quiet ? [] : report.Remarks.Concat(report.Provenance.Notes.Select(n => "Note: " + n));
        foreach (string line in lines.Append(report.Provenance.ToLine()))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    private static StringBuilder TrimLines(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string kept = line.TrimEnd();
            if (kept.Length > 0)
            {
                trimmed.Append(kept).Append('\n');
            }
        }

        return trimmed.Append('\n');
    }
}
