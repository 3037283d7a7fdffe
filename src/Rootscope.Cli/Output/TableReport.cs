using System.Text;
using Rootscope.Answers.Language;

namespace Rootscope.Cli.Output;

/// <summary>A report as tables and sentences on a terminal.</summary>
internal static class TableReport
{
    private const char Rule = '─';

    /// <summary>A report in the words of the command line.</summary>
    /// <param name="report">The report.</param>
    /// <param name="quiet">Whether remarks are left out.</param>
    /// <param name="room">The room for it.</param>
    /// <param name="tongue">The language.</param>
    public static string ToText(Report report, bool quiet, TableRoom room, Tongue tongue = Tongue.English)
    {
        var words = ReportWords.Of(report, tongue);
        var text = new StringBuilder();
        foreach (Section section in report.Sections(tongue))
        {
            Append(text, section, report.IsWhole ? room with { MostRows = null } : room, words);
        }

        IEnumerable<string> notes = report.IsFolded ? [] : report.Provenance.Notes.Select(n => "Note: " + n);
        IEnumerable<string> lines = quiet ? [] : report.Remarks.Concat(notes);
        lines = report.Statement.Length > 0 ? lines.Prepend(report.Statement) : lines;
        foreach (string line in lines.Append(report.IsFolded ? Folded(report.Provenance) : report.Provenance.ToLine()))
        {
            text.Append(TextWrap.Prose(ShownText.Of(words[line], keepsLines: true), room.Prose)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One table, with what it leaves out below it.</summary>
    private static void Append(StringBuilder text, Section whole, TableRoom room, ReportWords words)
    {
        int rows = Math.Min(whole.Rows.Count, room.MostRows ?? int.MaxValue);
        var fit = TableFit.Of(whole with { Rows = [.. whole.Rows.Take(rows)] }, room.Table);
        if (whole.Title is { } title)
        {
            text.Append(TextWrap.Prose($"{char.ToUpperInvariant(title[0])}{title[1..]}", room.Prose)).Append('\n');
        }

        Section section = fit.Section;
        AppendRow(text, fit, [.. section.Columns.Select(c => c.Heading!)], isHeading: true);
        text.Append(Rule, fit.Widths.Sum() + (fit.Gap * (fit.Widths.Count - 1))).Append('\n');
        foreach (object?[] row in section.Rows)
        {
            AppendRow(text, fit, [.. row.Select((value, c) => CellText.ForPeople(value, section.Columns[c]))], isHeading: false);
        }

        foreach (string line in Below(fit, rows, Math.Max(whole.OutOf ?? 0, whole.Rows.Count), room).Concat(whole.Below(rows)))
        {
            text.Append(TextWrap.Prose(words[line], room.Prose)).Append('\n');
        }

        text.Append('\n');
    }

    /// <summary>What a table does not show, and how it is had.</summary>
    private static IEnumerable<string> Below(TableFit fit, int rows, int outOf, TableRoom room)
    {
        if (rows < outOf)
        {
            yield return $"{rows} of {outOf} rows; all: --full, or -f csv.";
        }

        if (fit.LeftOut.Count > 0)
        {
            yield return $"Not shown in {room.Table} columns: {string.Join("; ", fit.LeftOut)}. All: --wide, or -f csv.";
        }
    }

    /// <summary>A row on as many lines as its tallest cell has; headings stand on the rule.</summary>
    private static void AppendRow(StringBuilder text, TableFit fit, IReadOnlyList<string> cells, bool isHeading)
    {
        IReadOnlyList<string>[] lines =
        [
            .. cells.Select(
                (cell, c) =>
                    TextWrap.Lines(
                        cell,
                        fit.Widths[c],
                        isHeading || fit.Section.Columns[c].Style == ColumnStyle.Prose ? int.MaxValue : TableFit.MostLines
                    )
            ),
        ];
        int tallest = lines.Max(l => l.Count);
        for (int i = 0; i < tallest; i++)
        {
            var line = new StringBuilder();
            for (int c = 0; c < lines.Length; c++)
            {
                int at = isHeading ? i - (tallest - lines[c].Count) : i;
                string cell = at >= 0 && at < lines[c].Count ? lines[c][at] : string.Empty;
                string room = new(' ', Math.Max(0, fit.Widths[c] - TextWrap.CellsOf(cell)));
                line.Append(c == 0 ? string.Empty : new string(' ', fit.Gap));
                line.Append(fit.Section.Columns[c].IsText ? cell + room : room + cell);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    /// <summary>One line that says what is folded away.</summary>
    private static string Folded(Provenance provenance) =>
        $"{provenance.Table?.Metadata.Id} ({provenance.Source}; licence: {provenance.Licence}); {provenance.Notes.Count} notes and the "
        + "provenance with --explain.";
}
