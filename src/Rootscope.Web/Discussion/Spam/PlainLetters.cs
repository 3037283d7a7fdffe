using System.Globalization;
using System.Text;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion.Spam;

/// <summary>Words as a reader takes them in: small, in plain letters, without what is not seen.</summary>
internal static class PlainLetters
{
    // Letters, digits and signs in the width of Chinese characters stand in the order of ASCII (Unicode, block FF00).
    private const int FirstWide = 0xFF01;
    private const int LastWide = 0xFF5E;
    private const int FirstPlain = 0x21;

    /// <summary>The text in small plain letters.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes().Where(IsRead))
        {
            plain.Append(
                rune.Value is >= FirstWide and <= LastWide
                    ? char.ToLowerInvariant((char)(rune.Value - FirstWide + FirstPlain))
                    : Rune.ToLowerInvariant(rune).ToString()
            );
        }

        return plain.ToString();
    }

    /// <summary>Whether there are letters that nobody sees; those that emoji and Indian and Persian writing need are none.</summary>
    public static bool HasHidden(string text) => text.EnumerateRunes().Any(ForeignText.IsHidden);

    /// <summary>Whether a word has Latin letters beside Greek or Cyrillic ones, which look like them.</summary>
    public static bool MixesScripts(string text)
    {
        bool hasLatin = false;
        bool hasOther = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                (hasLatin, hasOther) = (false, false);
                continue;
            }

            hasLatin |= rune.Value is < 0x250;
            hasOther |= rune.Value is >= 0x370 and < 0x530;
            if (hasLatin && hasOther)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRead(Rune rune) =>
        !ForeignText.IsHidden(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
