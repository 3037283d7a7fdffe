using Rootscope.Answers.Pictures;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>Breaks text into lines that fit.</summary>
internal static class TextLines
{
    private const string Ellipsis = "…";

    /// <summary>A text is cut at a word where that keeps as much of what fits. Unit: share.</summary>
    private const double LeastKept = 0.4;

    /// <summary>Lines no wider than asked for; what does not fit into the most lines ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int mostLines = int.MaxValue)
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in TextWidth.Words(text))
        {
            if (line.Length == 0 || font.MeasureText((line + word).TrimEnd()) <= width)
            {
                line += word;
                continue;
            }

            if (lines.Count + 1 == mostLines)
            {
                line = line.TrimEnd() + Ellipsis;
                break;
            }

            lines.Add(line.TrimEnd());
            line = word;
        }

        lines.Add(line.TrimEnd());
        return [.. lines.Select(l => Shortened(l, font, width))];
    }

    /// <summary>A text cut to a width, with an ellipsis where something is missing.</summary>
    public static string Shortened(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        int length = text.Length;
        while (length > 1 && font.MeasureText(text.AsSpan(0, length).TrimEnd().ToString() + Ellipsis) > width)
        {
            length--;
        }

        // At a word, unless that leaves little: half of a word reads as another word.
        int word = text.LastIndexOf(' ', length - 1);
        bool isWithin = length < text.Length && char.IsLetterOrDigit(text[length]) && word >= length * LeastKept;
        return text.AsSpan(0, isWithin ? word : length).TrimEnd(" ,").ToString() + Ellipsis;
    }
}
