using System.Globalization;
using System.Text;

namespace Rootscope.Storage.Formats.Text;

/// <summary>How a text of cells is laid out: what stands between cells, before decimals and before the first line that counts.</summary>
/// <param name="Delimiter">What stands between cells.</param>
/// <param name="SkippedBytes">Bytes in UTF-8 of lines before the header: a line <c>sep=;</c>, comments, blank lines.</param>
/// <param name="SkippedLines">The number of those lines.</param>
/// <param name="Numbers">How figures are written.</param>
/// <param name="HasRowNames">Whether rows begin with a name that the header has no column for, as R writes them.</param>
internal sealed record TextShape(char Delimiter, int SkippedBytes, int SkippedLines, NumberStyle Numbers, bool HasRowNames)
{
    /// <summary>So much of a file is looked at.</summary>
    public const int Looked = 1 << 16;

    private const int MostLines = 200;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Finds the layout from the first bytes.</summary>
    /// <param name="head">The first bytes, in UTF-8.</param>
    /// <param name="expected">The delimiter that the layout is known for.</param>
    /// <param name="choice">What the user says of the file; null to find all out.</param>
    /// <param name="isWhole">Whether that is all of the file.</param>
    public static TextShape Of(ReadOnlySpan<byte> head, char expected, TextChoice? choice, bool isWhole)
    {
        string text = Encoding.UTF8.GetString(head);
        List<string> lines = LinesOf(text, isWhole);
        (int skipped, char? said) = Skipped(lines);
        int bytes = skipped == 0 ? 0 : BytesOf(head, skipped);
        lines.RemoveRange(0, Math.Min(skipped, lines.Count));
        char delimiter = choice?.Delimiter ?? said ?? DelimiterOf(lines, expected);
        List<string[]> rows = [.. lines.Take(MostLines).Select(l => Split(l, delimiter))];
        NumberStyle numbers = choice is { Decimal: { } mark }
            ? new NumberStyle(mark, choice.Thousands, true)
            : NumbersOf(rows.Skip(1).SelectMany(r => r), delimiter);
        return new TextShape(delimiter, bytes, skipped, numbers, HasNames(lines, rows));
    }

    /// <summary>Tells what is not as expected.</summary>
    public void Tell(string path, char expected)
    {
        string name = Path.GetFileName(path);
        if (Delimiter != expected)
        {
            ReadingNotes.Tell($"{name}: cells stand between {InWords(Delimiter)}, not {InWords(expected)}.");
        }

        if (Numbers.Decimal == ',')
        {
            ReadingNotes.Tell($"{name}: figures have a decimal comma.");
        }
        else if (Numbers.Thousands is not null)
        {
            ReadingNotes.Tell($"{name}: figures have commas between thousands.");
        }

        if (SkippedLines > 0)
        {
            ReadingNotes.Tell(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {SkippedLines} {(SkippedLines == 1 ? "line" : "lines")} before the header passed over."
                )
            );
        }

        if (HasRowNames)
        {
            ReadingNotes.Tell($"{name}: rows begin with names that have no column, as R writes them; they are passed over.");
        }
    }

    /// <summary>What stands between cells, as a word.</summary>
    public static string InWords(char delimiter) =>
        delimiter switch
        {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            _ => "bars",
        };

    private static List<string> LinesOf(string text, bool isWhole)
    {
        List<string> lines = [.. text.Split('\n')];
        if (!isWhole || lines[^1].Length == 0)
        {
            // The last line may go on behind what is looked at.
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Count == 0 && text.Length > 0 ? [text] : [.. lines.Select(l => l.TrimEnd('\r'))];
    }

    /// <summary>Lines before the header, and the delimiter that one of them names.</summary>
    private static (int Lines, char? Delimiter) Skipped(List<string> lines)
    {
        char? said = null;
        int at = 0;
        for (; at < lines.Count; at++)
        {
            string line = lines[at].Trim(' ', '"');
            if (at == 0 && line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                said = line[4];
            }
            else if (line.Trim(',', ';', '\t', '|', ' ').Length > 0 && !IsComment(lines, at))
            {
                break;
            }
        }

        return at == lines.Count ? (0, said) : (at, said);
    }

    /// <summary>A line that begins with '#' and has not the cells of the line after it.</summary>
    private static bool IsComment(List<string> lines, int at)
    {
        if (!lines[at].StartsWith('#'))
        {
            return false;
        }

        int next = at + 1;
        while (next < lines.Count && (lines[next].StartsWith('#') || lines[next].Trim().Length == 0))
        {
            next++;
        }

        return next < lines.Count
            && Array.TrueForAll(
                Delimiters,
                d => Split(lines[next], d).Length == 1 || Split(lines[next], d).Length != Split(lines[at], d).Length
            );
    }

    private static int BytesOf(ReadOnlySpan<byte> head, int lines)
    {
        int at = 0;
        for (; lines > 0; lines--)
        {
            at += head[at..].IndexOf((byte)'\n') + 1;
        }

        return at;
    }

    /// <summary>The delimiter that splits lines alike: the expected one unless another splits them into more cells.</summary>
    private static char DelimiterOf(List<string> lines, char expected)
    {
        string[] looked = [.. lines.Take(MostLines).Where(l => l.Trim().Length > 0)];
        if (looked.Length == 0)
        {
            return expected;
        }

        int most = IsAlike(looked, expected, out int cells) ? cells : 1;
        char found = expected;
        foreach (char delimiter in Delimiters.Where(d => d != expected))
        {
            if (IsAlike(looked, delimiter, out cells) && cells > most)
            {
                (most, found) = (cells, delimiter);
            }
        }

        return found;
    }

    private static bool IsAlike(string[] lines, char delimiter, out int cells)
    {
        cells = Split(lines[0], delimiter).Length;
        int expected = cells;
        int alike = lines.Skip(1).Count(l => Math.Abs(Split(l, delimiter).Length - expected) <= 1);
        return cells > 1 && alike >= 0.8 * (lines.Length - 1);
    }

    /// <summary>Cells of a line, trimmed, without their quotes.</summary>
    private static string[] Split(string line, char delimiter)
    {
        if (!line.Contains('"'))
        {
            return [.. line.Split(delimiter).Select(c => c.Trim())];
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }

    /// <summary>
    /// Whether every row has one cell more than the header, and the first is its name: a number that counts on, or a text in quotes.
    /// </summary>
    private static bool HasNames(List<string> lines, List<string[]> rows)
    {
        if (rows.Count < 2 || rows[0].Length < 2 || rows[0][^1].Length == 0)
        {
            return false;
        }

        int[] data = [.. Enumerable.Range(1, rows.Count - 1).Where(r => rows[r].Length > 1 || rows[r][0].Length > 0)];
        return data.Length > 1
            && Array.TrueForAll(data, r => rows[r].Length == rows[0].Length + 1 && rows[r][^1].Length > 0)
            && data.Select(r => rows[r][0]).Distinct(StringComparer.Ordinal).Count() == data.Length
            && (Array.TrueForAll(data, r => lines[r].StartsWith('"')) || CountsOn([.. data.Select(r => rows[r][0])]));
    }

    private static bool CountsOn(string[] names) =>
        int.TryParse(names[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && first is 0 or 1
        && names.Select((name, k) => name == (first + k).ToString(CultureInfo.InvariantCulture)).All(same => same);

    /// <summary>How figures are written, by those that can be read in one way only.</summary>
    private static NumberStyle NumbersOf(IEnumerable<string> cells, char delimiter)
    {
        (int comma, int commaGroups, int point, int eitherComma, int eitherPoint) = (0, 0, 0, 0, 0);
        foreach (string cell in cells.Where(LooksLikeFigure))
        {
            int firstComma = cell.IndexOf(',', StringComparison.Ordinal);
            int lastComma = cell.LastIndexOf(',');
            int firstPoint = cell.IndexOf('.', StringComparison.Ordinal);
            int lastPoint = cell.LastIndexOf('.');
            bool isEither = NumberStyle.IsAmbiguous(cell);
            eitherComma += isEither && firstComma >= 0 ? 1 : 0;
            eitherPoint += isEither && firstPoint >= 0 ? 1 : 0;
            if (isEither)
            {
                continue;
            }

            comma += firstComma >= 0 && firstComma == lastComma && lastPoint < firstComma ? 1 : 0;
            commaGroups +=
                (firstComma >= 0 && firstComma < lastComma && firstPoint < 0) || (firstComma >= 0 && lastComma < firstPoint) ? 1 : 0;
            point += firstPoint >= 0 && firstPoint == lastPoint && firstComma < 0 ? 1 : 0;
        }

        return comma > 0 && commaGroups == 0 ? new NumberStyle(',', '.', true)
            : commaGroups > 0 && comma == 0 ? new NumberStyle('.', ',', true)
            : eitherComma > 0 && comma == 0 && point > 0 ? new NumberStyle('.', ',', true)
            : eitherComma > 0 || comma > 0 ? NumberStyle.Plain with { IsCertain = false }
            : eitherPoint > 0 && point == 0 && delimiter == ';' ? NumberStyle.Plain with { IsCertain = false }
            : NumberStyle.Plain;
    }

    /// <summary>Digits with at least one comma or point, perhaps a sign, blanks between thousands and an exponent.</summary>
    private static bool LooksLikeFigure(string cell)
    {
        if (cell.Length is < 2 or > 40 || cell.AsSpan().IndexOfAny(',', '.') < 0)
        {
            return false;
        }

        bool digit = false;
        foreach (char c in cell)
        {
            digit |= char.IsAsciiDigit(c);
            if (!char.IsAsciiDigit(c) && c is not (',' or '.' or '-' or '+' or ' ' or '\u00A0' or '\u202F' or 'e' or 'E'))
            {
                return false;
            }
        }

        return digit && cell[^1] is not (',' or '.');
    }
}

/// <summary>What a user says of a text; null where it is to be found out.</summary>
/// <param name="Delimiter">What stands between cells.</param>
/// <param name="Decimal">What stands before decimals.</param>
/// <param name="Thousands">What stands between thousands.</param>
internal sealed record TextChoice(char? Delimiter = null, char? Decimal = null, char? Thousands = null);
