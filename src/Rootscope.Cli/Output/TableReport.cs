using System.Text;
using Spectre.Console;

namespace Rootscope.Cli.Output;

/// <summary>A report as a table on a terminal.</summary>
internal static class TableReport
{
    public static string ToText(Report report, bool quiet, int width)
    {
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        var text = new StringBuilder();
        var leftOut = new List<string>();
        foreach (Section whole in report.Sections())
        {
            TableFit fit = TableFit.Of(whole, width);
            Section section = fit.Section;
            leftOut.AddRange(fit.LeftOut);
            writer.GetStringBuilder().Clear();
            console.Write(ToTable(section, fit.LongestText));
            text.Append(section.Title is { } title ? $"{char.ToUpperInvariant(title[0])}{title[1..]}\n" : string.Empty);
            TrimLines(writer.ToString(), text);
        }

        IEnumerable<string> notes = report.IsFolded ? [] : report.Provenance.Notes.Select(n => "Note: " + n);
        IEnumerable<string> lines = quiet ? [] : report.Remarks.Concat(notes);
        if (leftOut.Count > 0)
        {
            text.Append(
                $"Left out for lack of room: {string.Join(", ", leftOut.Distinct(StringComparer.Ordinal))}. Widen the terminal, or ask "
                    + $"for -f csv.\n"
            );
        }

        foreach (string line in lines.Append(report.IsFolded ? Folded(report.Provenance) : report.Provenance.ToLine()))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One line that says what is folded away.</summary>
    private static string Folded(Provenance provenance) =>
        $"{provenance.Table?.Metadata.Id} ({provenance.Source}; licence: {provenance.Licence}); {provenance.Notes.Count} notes and the "
        + "provenance with --explain.";

    private static Table ToTable(Section section, int longest)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (Column shown in section.Columns)
        {
            var column = new TableColumn(Markup.Escape(shown.Heading!)) { NoWrap = shown.Style != ColumnStyle.Prose };
            table.AddColumn(shown.Style is ColumnStyle.Text or ColumnStyle.Prose ? column : column.RightAligned());
        }

        foreach (object?[] row in section.Rows)
        {
            table.AddRow(
                row.Select(
                    (value, c) =>
                        (Spectre.Console.Rendering.IRenderable)
                            new Text(
                                TableFit.Shortened(
                                    CellText.ForPeople(value, section.Columns[c].Style),
                                    section.Columns[c].Style == ColumnStyle.Text ? longest : int.MaxValue
                                )
                            )
                )
            );
        }

        return table;
    }

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
