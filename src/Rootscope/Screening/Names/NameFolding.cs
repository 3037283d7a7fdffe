using System.Globalization;
using System.Text;

namespace Rootscope.Screening.Names;

/// <summary>
/// A name in lower case and plain characters: compatibility and traditional forms replaced, marks and invisible signs gone.
/// </summary>
/// <remarks>
/// What NFKC and case folding do for comparison, by tables of our own, because a program without ICU normalises nothing. Kana and Hangul
/// that
/// come in parts are put together; other combining marks are dropped, since accents do not tell names apart.
/// </remarks>
internal static class NameFolding
{
    private const char Escape = '\u001B';
    private const char VoicedMark = '\u3099';
    private const char HalfVoicedMark = '\u309A';

    /// <summary>The plain form of a name; what separates words is a space, a full stop, a hyphen or another sign as it stood.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == Escape)
            {
                i += LengthOfSequence(name[(i + 1)..]);
            }
            else if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                AddBeyond(text, char.ConvertToUtf32(name[i], name[++i]));
            }
            else if (Romanisation.Plain(name[i]) is { } plain)
            {
                foreach (char c in plain)
                {
                    Add(text, c);
                }
            }
            else
            {
                Add(text, name[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// How many signs of a control sequence stand behind its escape (ECMA-48): parameters and a final sign behind a bracket, or none.
    /// </summary>
    private static int LengthOfSequence(ReadOnlySpan<char> rest)
    {
        if (rest is not ['[', ..])
        {
            return 0;
        }

        int end = 1;
        while (end < rest.Length && rest[end] is >= ' ' and <= '?')
        {
            end++;
        }

        return end < rest.Length && rest[end] is >= '@' and <= '~' ? end + 1 : 0;
    }

    private static void AddBeyond(StringBuilder text, int character)
    {
        string letters = Romanisation.Of(character);
        text.Append(letters.Length > 0 ? letters : " ");
    }

    private static void Add(StringBuilder text, char c)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark:
                Voice(text, c);
                break;
            case UnicodeCategory.SpacingCombiningMark:
                text.Append(c);
                break;
            case UnicodeCategory.Format or UnicodeCategory.EnclosingMark:
                break;
            case UnicodeCategory.Control
            or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned:
                text.Append(' ');
                break;
            default:
                if (!JoinsHangul(text, c))
                {
                    text.Append(char.ToLowerInvariant(c));
                }

                break;
        }
    }

    private static void Voice(StringBuilder text, char mark)
    {
        if (text.Length == 0 || text[^1] is < '\u3040' or > '\u30FF')
        {
            return;
        }

        char kana = text[^1];
        if (mark == VoicedMark)
        {
            text[^1] = kana is '\u3046' or '\u30A6' ? (char)(kana + 0x4E) : (char)(kana + 1);
        }
        else if (mark == HalfVoicedMark)
        {
            text[^1] = (char)(kana + 2);
        }
    }

    /// <summary>Puts the letters of a Hangul syllable together (Unicode Standard, section 3.12).</summary>
    private static bool JoinsHangul(StringBuilder text, char c)
    {
        if (text.Length == 0)
        {
            return false;
        }

        char before = text[^1];
        if (c is >= '\u1161' and <= '\u1175' && before is >= '\u1100' and <= '\u1112')
        {
            text[^1] = (char)(0xAC00 + ((((before - 0x1100) * 21) + (c - 0x1161)) * 28));
            return true;
        }

        if (c is >= '\u11A8' and <= '\u11C2' && before is >= '\uAC00' and <= '\uD7A3' && (before - 0xAC00) % 28 == 0)
        {
            text[^1] = (char)(before + (c - 0x11A7));
            return true;
        }

        return false;
    }
}
