namespace Rootscope.Cli.Output;

/// <summary>How a table is made to fit a terminal: names are shortened first, then columns are left out.</summary>
/// <param name="Section">What is shown.</param>
/// <param name="LongestText">Where names are cut.</param>
/// <param name="LeftOut">Headings of the columns that found no room.</param>
internal sealed record TableFit(Section Section, int LongestText, IReadOnlyList<string> LeftOut)
{
    private const int LongestName = 46;
    private const int LongestAlone = 120;
    private const int ShortestName = 20;
    private const int FewColumns = 6;
    private const int Gap = 3;
    private const int Margin = 2;
    private const int NarrowestProse = 30;

    public static TableFit Of(Section section, int width)
    {
        int texts = section.Columns.Count(c => c.Style == ColumnStyle.Text);
        int longest = section.Columns.Count > FewColumns ? LongestName : LongestAlone / Math.Max(1, texts - 1);
        var leftOut = new List<string>();
        while (WidthOf(section, longest) > width)
        {
            if (longest > ShortestName)
            {
                longest--;
                continue;
            }

            int dropped = LeastNeeded(section);
            if (dropped < 0)
            {
                break;
            }

            leftOut.Add(section.Columns[dropped].Heading!);
            section = Without(section, dropped);
            longest = Math.Max(longest, ShortestName);
        }

        return new TableFit(section, Widest(section, longest, width), leftOut);
    }

    public static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");

    /// <summary>Cells that a text takes on a terminal: characters of East Asian scripts take two.</summary>
    private static int CellsOf(string text)
    {
        int cells = 0;
        foreach (char c in text)
        {
            bool wide =
                c
                is (>= '\u1100' and <= '\u115F')
                    or (>= '\u2E80' and <= '\uA4CF')
                    or (>= '\uAC00' and <= '\uD7A3')
                    or (>= '\uF900' and <= '\uFAFF')
                    or (>= '\uFE30' and <= '\uFE6F')
                    or (>= '\uFF00' and <= '\uFF60');
            cells += wide ? 2 : 1;
        }

        return cells;
    }

    /// <summary>After a column went, names may grow again.</summary>
    private static int Widest(Section section, int longest, int width)
    {
        int most = Math.Max(longest, LongestName);
        while (longest < most && WidthOf(section, longest + 1) <= width)
        {
            longest++;
        }

        return longest;
    }

    private static int WidthOf(Section section, int longest)
    {
        int width = Margin;
        for (int c = 0; c < section.Columns.Count; c++)
        {
            Column column = section.Columns[c];
            int cells = section.Rows.Select(row => CellsOf(CellText.ForPeople(row[c], column.Style))).DefaultIfEmpty(0).Max();
            int shown = column.Style switch
            {
                ColumnStyle.Text => Math.Min(cells, longest),
                ColumnStyle.Prose => Math.Min(cells, NarrowestProse),
                _ => cells,
            };
            width += Math.Max(shown, column.Heading!.Length) + Gap;
        }

        return width;
    }

    /// <summary>The most dispensable column, or else the last figure; -1 where only two columns are left.</summary>
    private static int LeastNeeded(Section section)
    {
        if (section.Columns.Count <= 2)
        {
            return -1;
        }

        int[] figures =
        [
            .. Enumerable
                .Range(0, section.Columns.Count)
                .Where(c => section.Columns[c].Style is not (ColumnStyle.Text or ColumnStyle.Prose)),
        ];
        int most = section.Columns.Max(c => c.Dispensable);
        return most > 0 ? Enumerable.Range(0, section.Columns.Count).First(c => section.Columns[c].Dispensable == most)
            : figures.Length > 1 ? figures[^1]
            : section.Columns.Count - 1;
    }

    private static Section Without(Section section, int dropped) =>
        section with
        {
            Columns = [.. section.Columns.Where((_, c) => c != dropped)],
            Rows = [.. section.Rows.Select(row => row.Where((_, c) => c != dropped).ToArray())],
        };
}
