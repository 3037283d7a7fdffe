using System.Text;
using Spectre.Console;

namespace Rootscope.Cli.Output;

/// <summary>A report as a table on a terminal.</summary>
internal static class TableReport
{
    private const int LongestText = 46;
    private const int LongestAlone = 120;
    private const int FewColumns = 6;

    public static string ToText(Report report, bool quiet, int width)
    {
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        var text = new StringBuilder();
        foreach (Section section in report.Sections())
        {
            writer.GetStringBuilder().Clear();
            console.Write(ToTable(section));
            text.Append(section.Title is { } title ? $"{char.ToUpperInvariant(title[0])}{title[1..]}\n" : string.Empty);
            TrimLines(writer.ToString(), text);
        }

        IEnumerable<string> lines = quiet ? [] : report.Remarks.Concat(report.Provenance.Notes.Select(n => "Note: " + n));
        foreach (string line in lines.Append(report.Provenance.ToLine()))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static Table ToTable(Section section)
    {
        var table = new Table().Border(TableBorder.Simple);
        int texts = section.Columns.Count(c => c.Style == ColumnStyle.Text);
        int longest = section.Columns.Count > FewColumns ? LongestText : LongestAlone / Math.Max(1, texts - 1);
        foreach (Column shown in section.Columns)
        {
            var column = new TableColumn(Markup.Escape(shown.Heading!)) { NoWrap = shown.Style != ColumnStyle.Prose };
            table.AddColumn(shown.Style is ColumnStyle.Text or ColumnStyle.Prose ? column : column.RightAligned());
        }

        foreach (object?[] row in section.Rows)
        {
            table.AddRow(row.Select((value, c) => (Spectre.Console.Rendering.IRenderable)new Text(
                Shortened(CellText.ForPeople(value, section.Columns[c].Style), section.Columns[c].Style == ColumnStyle.Prose ? int.MaxValue : longest))));
        }

        return table;
    }

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");

    private static void TrimLines(string text, StringBuilder trimmed)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string kept = line.TrimEnd();
            if (kept.Length > 0)
            {
                trimmed.Append(kept).Append('\n');
            }
        }

        trimmed.Append('\n');
    }
}
