namespace Rootscope.Answers.Pictures;

/// <summary>How wide a text is at most, whatever font a reader has.</summary>
/// <remarks>
/// SVG is set in the reader's font, which nobody knows here. Widths are those of DejaVu Sans, the widest of the usual fonts without serifs
/// (Arial, Helvetica, Segoe UI, Noto Sans, Lato and Roboto are some tenth narrower), so that what does not overlap by them overlaps
/// nowhere.
/// </remarks>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>A text is cut at a word where that keeps as much of what fits. Unit: share.</summary>
    private const double LeastKept = 0.4;

    private const double Strong = 1.1;
    private const double Other = 0.72;
    private const double Wide = 1;

    /// <summary>Widths of the characters from space to tilde. Unit: hundredths of the font's size.</summary>
    private static readonly byte[] Printable =
    [
        .. (byte[])[32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34],
        .. (byte[])[84, 84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69],
        .. (byte[])[99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64],
        .. (byte[])[42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84],
    ];

    /// <summary>The width of a text.</summary>
    public static double Of(string text, double size, bool isStrong = false) =>
        text.Sum(c =>
            c is >= ' ' and <= '~' ? Printable[c - ' '] / 100.0
            : c >= '⺀' ? Wide
            : Other
        )
        * size
        * (isStrong ? Strong : 1);

    /// <summary>Lines no wider than asked for; what does not fit into the most lines ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int mostLines = int.MaxValue)
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in Words(text))
        {
            if (line.Length == 0 || Of((line + word).TrimEnd(), size) <= width)
            {
                line += word;
            }
            else if (lines.Count + 1 == mostLines)
            {
                line = line.TrimEnd() + Ellipsis;
                break;
            }
            else
            {
                lines.Add(line);
                line = word;
            }
        }

        return [.. lines.Append(line).Select(l => Shortened(l.TrimEnd(), size, width))];
    }

    /// <summary>A text cut to a width, with an ellipsis where something is missing.</summary>
    public static string Shortened(string text, double size, double width)
    {
        if (Of(text, size) <= width)
        {
            return text;
        }

        int length = text.Length;
        while (length > 1 && Of(text[..length].TrimEnd(' ', ',', '…') + Ellipsis, size) > width)
        {
            length--;
        }

        // At a word, unless that leaves little: half of a word reads as another word.
        int word = text.LastIndexOf(' ', length);
        bool isWithin = length < text.Length && text[length] != ' ' && text[length] < '⺀' && word >= length * LeastKept;
        return text[..(isWithin ? word : length)].TrimEnd(' ', ',', '…') + Ellipsis;
    }

    /// <summary>Marks that no line begins with.</summary>
    private const string Closing = "）」』】》〉”’，。、；：！？％";

    /// <summary>Marks that no line ends with.</summary>
    private const string Opening = "（「『【《〈“‘";

    /// <summary>
    /// Words with the space after them; Chinese may break after each character, but not before a closing mark or after an opening one.
    /// </summary>
    public static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isBound =
                Opening.Contains(text[i], StringComparison.Ordinal)
                || (i + 1 < text.Length && Closing.Contains(text[i + 1], StringComparison.Ordinal));
            if (!isBound && (text[i] == ' ' || text[i] >= '⺀'))
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
}
