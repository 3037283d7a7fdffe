namespace Rootscope.Cli.Output;

/// <summary>Text in the cells of a terminal: how wide it is, and where it breaks. Words are never cut.</summary>
internal static class TextWrap
{
    private const string Ellipsis = "…";
    private const int VeryLong = 24;

    /// <summary>Cells that a text takes: characters of East Asian scripts take two.</summary>
    public static int CellsOf(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    /// <summary>Cells of the longest piece that nothing breaks.</summary>
    public static int LongestWord(string text) => Pieces(text).Select(p => CellsOf(p.TrimEnd())).DefaultIfEmpty(0).Max();

    /// <summary>
    /// Lines of at most so many cells; what does not fit into the most lines ends in an ellipsis behind a whole word. A single word wider
    /// than a line has a line of its own.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text, int width, int mostLines = int.MaxValue)
    {
        var lines = new List<string>();
        string line = string.Empty;
        string[] pieces = [.. Pieces(text)];
        for (int p = 0; p < pieces.Length; p++)
        {
            if (line.Length == 0 || CellsOf((line + pieces[p]).TrimEnd()) <= width)
            {
                line += pieces[p];
            }
            else if (lines.Count + 1 < mostLines)
            {
                lines.Add(line.TrimEnd());
                line = pieces[p];
            }
            else
            {
                line = Shortened(line, width);
                break;
            }
        }

        return [.. lines, line.TrimEnd()];
    }

    /// <summary>Sentences wrapped to a width, each on lines of its own.</summary>
    public static string Prose(string text, int width) => string.Join('\n', Lines(text, width));

    /// <summary>The words of a line that leave room for the ellipsis.</summary>
    private static string Shortened(string line, int width)
    {
        string kept = string.Empty;
        foreach (string piece in Pieces(line))
        {
            if (kept.Length > 0 && CellsOf((kept + piece).TrimEnd()) + 1 > width)
            {
                break;
            }

            kept += piece;
        }

        return kept.TrimEnd(' ', ',', ';', '(', '-') + Ellipsis;
    }

    /// <summary>
    /// Pieces with the space behind them: words, parts of a very long word after a hyphen or a slash, and each character of an East Asian
    /// script.
    /// </summary>
    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isBreak =
                text[i] == ' '
                || IsWide(text[i])
                || (i + 1 < text.Length && IsWide(text[i + 1]))
                || (text[i] is '-' or '/' && WordAround(text, i) > VeryLong);
            if (isBreak && !(i + 1 < text.Length && text[i + 1] == ' '))
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static int WordAround(string text, int at)
    {
        int end = text.IndexOf(' ', at);
        return (end < 0 ? text.Length : end) - (text.LastIndexOf(' ', at) + 1);
    }

    private static bool IsWide(char c) =>
        c
            is (>= '\u1100' and <= '\u115F')
                or (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE30' and <= '\uFE6F')
                or (>= '\uFF00' and <= '\uFF60');
}
