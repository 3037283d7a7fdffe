namespace Rootscope.Cli.Output;

/// <summary>
/// How a table is made to fit a terminal: headings wrap and gaps narrow first, then names take two lines, then columns go, the most
/// dispensable first.
/// </summary>
/// <param name="Section">What is shown.</param>
/// <param name="Widths">Cells of each column.</param>
/// <param name="Gap">Cells between columns.</param>
/// <param name="LeftOut">Headings of the columns that found no room, the least dispensable first.</param>
internal sealed record TableFit(Section Section, IReadOnlyList<int> Widths, int Gap, IReadOnlyList<string> LeftOut)
{
    /// <summary>Most lines of a name.</summary>
    public const int MostLines = 2;

    private const int UsualGap = 2;
    private const int NarrowGap = 1;
    private const int EasyName = 30;
    private const int ShortestName = 20;
    private const int NarrowestProse = 18;
    private const int WidestProse = 80;

    /// <summary>
    /// Cells of a heading in East Asian signs that stay together: it may break anywhere, and should not break everywhere.
    /// </summary>
    private const int FewSigns = 8;

    /// <summary>Fits a table into a line.</summary>
    /// <param name="section">The table.</param>
    /// <param name="width">Most cells of a line; null for every column.</param>
    public static TableFit Of(Section section, int? width)
    {
        if (width is not { } room)
        {
            return new TableFit(section, [.. Measures(section).Select(m => m.Natural)], UsualGap, []);
        }

        var leftOut = new List<string>();
        while (true)
        {
            Measure[] columns = [.. Measures(section)];
            int narrow = columns.Sum(c => c.Least) + (NarrowGap * (columns.Length - 1));
            int easy = columns.Sum(c => c.Easy) + (UsualGap * (columns.Length - 1));
            int dropped = narrow <= room ? -1 : LeastNeeded(section);
            if (dropped < 0)
            {
                int gap = easy <= room ? UsualGap : NarrowGap;
                return new TableFit(section, Shared(columns, room - (gap * (columns.Length - 1))), gap, leftOut);
            }

            leftOut.Insert(0, section.Columns[dropped].Heading!);
            section = Without(section, dropped);
        }
    }

    /// <summary>What columns need, in order.</summary>
    private static IEnumerable<Measure> Measures(Section section)
    {
        for (int c = 0; c < section.Columns.Count; c++)
        {
            Column column = section.Columns[c];
            string[] cells = [.. section.Rows.Select(row => CellText.ForPeople(row[c], column))];
            int natural = cells.Select(TextWrap.CellsOf).DefaultIfEmpty(0).Max();
            int heading = TextWrap.CellsOf(column.Heading!);
            int word = Math.Max(TextWrap.LongestWord(column.Heading!), heading > column.Heading!.Length ? Math.Min(heading, FewSigns) : 0);
            int longest = column.IsText ? cells.Select(TextWrap.LongestWord).DefaultIfEmpty(0).Max() : natural;
            int Enough(int cell) => Math.Max(Math.Max(Math.Min(natural, cell), longest), word);
            yield return column.Style switch
            {
                ColumnStyle.Text => new(Enough(ShortestName), Enough(EasyName), Math.Max(natural, heading)),
                ColumnStyle.Prose => new(
                    Enough(NarrowestProse),
                    Enough(EasyName),
                    Math.Max(Math.Min(natural, WidestProse), Math.Max(longest, heading))
                ),
                _ => new(Math.Max(natural, word), Math.Max(natural, word), Math.Max(natural, heading)),
            };
        }
    }

    /// <summary>Widths within the room: names grow to their whole length first, then headings to one line.</summary>
    private static int[] Shared(Measure[] columns, int room)
    {
        int[] widths = [.. columns.Select(c => c.Least)];
        int left = room - widths.Sum();
        foreach (Func<Measure, int> wanted in new Func<Measure, int>[] { c => c.Easy, c => c.Natural })
        {
            for (bool grew = true; left > 0 && grew; )
            {
                grew = false;
                for (int c = 0; c < columns.Length && left > 0; c++)
                {
                    if (widths[c] < wanted(columns[c]))
                    {
                        widths[c]++;
                        left--;
                        grew = true;
                    }
                }
            }
        }

        return widths;
    }

    /// <summary>The most dispensable column, or else the last that is neither the first name nor the first figure; -1 for none.</summary>
    private static int LeastNeeded(Section section)
    {
        if (section.Columns.Count <= 2)
        {
            return -1;
        }

        int most = section.Columns.Max(c => c.Dispensable);
        if (most > 0)
        {
            return Enumerable.Range(0, section.Columns.Count).Last(c => section.Columns[c].Dispensable == most);
        }

        int name = Enumerable.Range(0, section.Columns.Count).FirstOrDefault(c => section.Columns[c].IsText);
        int figure = Enumerable
            .Range(0, section.Columns.Count)
            .FirstOrDefault(c => !section.Columns[c].IsText && section.Columns[c].Heading != "#", name);
        return Enumerable.Range(0, section.Columns.Count).Last(c => c != name && c != figure);
    }

    private static Section Without(Section section, int dropped) =>
        section with
        {
            Columns = [.. section.Columns.Where((_, c) => c != dropped)],
            Rows = [.. section.Rows.Select(row => row.Where((_, c) => c != dropped).ToArray())],
        };

    /// <summary>Cells that a column needs.</summary>
    /// <param name="Least">With names and headings on several lines.</param>
    /// <param name="Easy">With short names on one line.</param>
    /// <param name="Natural">With everything on one line.</param>
    private sealed record Measure(int Least, int Easy, int Natural);
}
