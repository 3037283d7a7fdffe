using System.Globalization;
using System.Text;

namespace Rootscope.Screening.Names;

/// <summary>How the characters of a piece are written.</summary>
internal enum PieceScript
{
    /// <summary>Letters of an alphabet, and digits.</summary>
    Letters,

    /// <summary>Arabic or Hebrew.</summary>
    Consonants,

    /// <summary>Han.</summary>
    Han,

    /// <summary>Hiragana and Katakana.</summary>
    Kana,

    /// <summary>Hangul.</summary>
    Hangul,
}

/// <summary>A run of characters of one script between separators.</summary>
/// <param name="Text">The characters, folded; letters romanised, other scripts as they are.</param>
/// <param name="Script">Their script.</param>
internal readonly record struct NamePiece(string Text, PieceScript Script);

/// <summary>Cuts a folded name into pieces.</summary>
internal static class NamePieces
{
    /// <summary>The pieces in order; letters that full stops hold together ("S.A.R.L.") are one piece.</summary>
    public static List<NamePiece> Of(string folded)
    {
        List<NamePiece> pieces = [];
        var run = new StringBuilder();
        PieceScript? script = null;
        bool afterStop = false;
        bool spelling = false;
        for (int i = 0; i <= folded.Length; i++)
        {
            char c = i < folded.Length ? folded[i] : ' ';
            if (IsApostrophe(c) && run.Length > 0 && i + 1 < folded.Length && char.IsLetter(folded[i + 1]))
            {
                continue;
            }

            PieceScript? found = ScriptOf(c);
            if (found is { } f && (script is null || script == f))
            {
                script = f;
                run.Append(c);
                continue;
            }

            if (run.Length > 0)
            {
                Close(pieces, run, script!.Value, afterStop, ref spelling);
                afterStop = false;
            }

            afterStop = c == '.' && script == PieceScript.Letters;
            script = found;
            if (found is not null)
            {
                run.Append(c);
            }
            else if (c == '&')
            {
                pieces.Add(new NamePiece("and", PieceScript.Letters));
                spelling = false;
            }
        }

        return pieces;
    }

    private static void Close(List<NamePiece> pieces, StringBuilder run, PieceScript script, bool afterStop, ref bool spelling)
    {
        string text = run.ToString();
        run.Clear();
        if (script == PieceScript.Letters)
        {
            text = Roman(text);
        }

        if (text.Length == 0)
        {
            return;
        }

        bool isLetter = script == PieceScript.Letters && text.Length == 1;
        if (isLetter && afterStop && spelling)
        {
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
            return;
        }

        spelling = isLetter;
        pieces.Add(new NamePiece(text, script));
    }

    /// <summary>Latin letters for characters of any script.</summary>
    public static string Roman(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var roman = new StringBuilder(text.Length + 4);
        foreach (char c in text)
        {
            roman.Append(char.IsAscii(c) ? c.ToString() : Romanisation.Of(c));
        }

        return roman.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAscii(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsApostrophe(char c) =>
        c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\u02BE' or '\u02BF' or '`' or '\u00B4' or '"' or '\u05F4';

    private static PieceScript? ScriptOf(char c) =>
        c switch
        {
            >= 'a' and <= 'z' or >= '0' and <= '9' => PieceScript.Letters,
            < '\u00AA' => null,
            >= '\u3400' and <= '\u9FFF' or '\u3005' => PieceScript.Han,
            >= '\u3041' and <= '\u30FF' when c is not '\u30FB' => PieceScript.Kana,
            >= '\uAC00' and <= '\uD7A3' => PieceScript.Hangul,
            >= '\u0590' and <= '\u08FF' when char.IsLetter(c) => PieceScript.Consonants,
            _ => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark
                ? PieceScript.Letters
                : null,
        };
}
