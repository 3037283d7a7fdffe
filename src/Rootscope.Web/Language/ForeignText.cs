using System.Globalization;
using System.Text;

namespace Rootscope.Web.Language;

/// <summary>Keeps text of somebody else in its place: what turns the direction of writing, stacks up or is not seen.</summary>
internal static class ForeignText
{
    /// <summary>The most marks on one letter: pointed Hebrew and Tibetan need fewer, and more of them cover the lines around.</summary>
    public const int MostMarks = 6;

    private const string More = "…";

    /// <summary>
    /// Whether a character has no place in a text: a control, half of a pair, one that turns the direction of writing, or one that means
    /// nothing outside of one program.
    /// </summary>
    /// <param name="rune">The character.</param>
    /// <param name="mayBreakLines">Whether line feeds and tabs have a place.</param>
    public static bool IsForbidden(Rune rune, bool mayBreakLines) =>
        rune.Value switch
        {
            '\n' or '\t' => !mayBreakLines,

            // Embeddings, overrides, isolates and their like, and the marks, can make a text read otherwise than it is written.
            0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true,
            0xFFFD => true,
            _ => Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse,
        };

    /// <summary>Whether a character is not seen, though it may belong to what is: joiners of letters and emoji do.</summary>
    public static bool IsHidden(Rune rune) =>
        rune.Value switch
        {
            0x200C or 0x200D => false,

            // Fillers of Hangul, the empty pattern of Braille and the joiner of graphemes are letters, a sign and a mark that show nothing.
            0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 => true,
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
        };

    /// <summary>Whether there is a letter, a digit or a sign to be seen.</summary>
    public static bool IsSeen(string text) =>
        text.EnumerateRunes()
            .Any(r => !IsHidden(r) && (Rune.IsLetterOrDigit(r) || Rune.IsSymbol(r) || Rune.IsPunctuation(r) || Rune.IsNumber(r)));

    /// <summary>Whether more marks than <see cref="MostMarks"/> stand on one letter.</summary>
    public static bool StacksMarks(string text)
    {
        int marks = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            marks = MarksAfter(rune, marks);
            if (marks > MostMarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without what has no place in it and without marks beyond the most that a letter may have.</summary>
    public static string Without(string text)
    {
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        int marks = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            marks = MarksAfter(rune, marks);
            if (marks <= MostMarks && !IsForbidden(rune, mayBreakLines: true))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    /// <summary>The text as a name on one line: without what has no place in it, and cut to a length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters that are kept. Unit: characters.</param>
    public static string Contained(string text, int longest)
    {
        string line = Without(text.ReplaceLineEndings(" ").Replace('\t', ' ')).Trim();
        int length = 0;
        int end = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (++length > longest)
            {
                return line[..end].TrimEnd() + More;
            }

            end += rune.Utf16SequenceLength;
        }

        return line;
    }

    /// <summary>
    /// The text with what has no place in it and what is not seen written out, such as ⟨U+202E⟩: for whoever must see everything.
    /// </summary>
    public static string Spelled(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            spelled.Append(
                IsForbidden(rune, mayBreakLines: true) || IsHidden(rune)
                    ? string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩")
                    : rune.ToString()
            );
        }

        return spelled.ToString();
    }

    /// <summary>How many marks stand on the last letter once a character has come; what is not seen does not begin a new letter.</summary>
    private static int MarksAfter(Rune rune, int marks) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => marks + 1,
            UnicodeCategory.Format => marks,
            _ => 0,
        };
}
