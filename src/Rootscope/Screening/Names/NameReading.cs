using System.Globalization;

namespace Rootscope.Screening.Names;

/// <summary>From a written name to what is compared.</summary>
internal static class NameReading
{
    private static readonly string[] Romans =
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
        "xviii",
        "xix",
        "xx",
    ];

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Reads a name.</summary>
    public static ScreeningName Read(string name)
    {
        bool isCut = name.Length > ScreeningName.LongestRead;
        string folded = NameFolding.Of(isCut ? name.AsSpan(0, ScreeningName.LongestRead) : name);
        List<NamePiece> pieces = NamePieces.Of(folded);
        List<string> forms = [];
        List<NameToken> tokens = [];
        WithoutForms(pieces, forms);
        foreach (NamePiece piece in pieces)
        {
            AddTokens(tokens, piece, forms);
        }

        if (tokens.Count > ScreeningName.MostTokens)
        {
            isCut = true;
            tokens.RemoveRange(ScreeningName.MostTokens, tokens.Count - ScreeningName.MostTokens);
        }

        return new ScreeningName(name, [.. tokens], [.. forms], isCut);
    }

    /// <summary>Takes the legal forms that are words out of the pieces.</summary>
    private static void WithoutForms(List<NamePiece> pieces, List<string> forms)
    {
        string[] words = [.. pieces.Select(p => p.Script == PieceScript.Consonants ? NamePieces.Roman(p.Text) : p.Text)];
        var length = new int[words.Length + 1];
        var found = new string[words.Length];
        bool IsEnd(int at) => at >= words.Length || length[at] > 0 && IsEnd(at + length[at]);
        for (int i = words.Length - 1; i >= 0; i--)
        {
            length[i] = LegalForms.Words.LengthAt(words, i, IsEnd, out found[i]);
        }

        List<NamePiece> kept = [];
        for (int i = 0; i < words.Length; )
        {
            if (length[i] > 0)
            {
                forms.Add(found[i]);
                i += length[i];
            }
            else
            {
                kept.Add(pieces[i++]);
            }
        }

        pieces.Clear();
        pieces.AddRange(kept);
    }

    private static void AddTokens(List<NameToken> tokens, NamePiece piece, List<string> forms)
    {
        switch (piece.Script)
        {
            case PieceScript.Letters:
                tokens.Add(Word(piece.Text, piece.Text, WordScript.Alphabet, tokens.Count == 0));
                break;
            case PieceScript.Consonants:
                string roman = NamePieces.Roman(piece.Text);
                if (roman.Length > 0)
                {
                    tokens.Add(Word(roman, piece.Text, WordScript.Consonants, tokens.Count == 0));
                }

                break;
            default:
                AddSigns(tokens, piece, forms);
                break;
        }
    }

    private static NameToken Word(string text, string written, WordScript script, bool isFirst)
    {
        TokenKind kind = TokenKind.Word;
        string sign = string.Empty;
        if (text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            (kind, sign, text) = (TokenKind.Number, string.Empty, text.TrimStart('0') is { Length: > 0 } digits ? digits : "0");
        }
        else if (!isFirst && Array.IndexOf(Romans, text) is >= 0 and int roman && text.Length > 1)
        {
            (kind, text) = (TokenKind.Number, (roman + 1).ToString(CultureInfo.InvariantCulture));
        }
        else if (Array.IndexOf(Digits, text) is >= 0 and int digit)
        {
            (kind, text) = (TokenKind.Number, digit.ToString(CultureInfo.InvariantCulture));
        }
        else if (LegalForms.IsSmall(script == WordScript.Consonants ? written : text, out TokenKind small))
        {
            kind = small;
        }
        else if (text.Length == 1)
        {
            kind = TokenKind.Initial;
        }
        else if (CommonWords.MeaningOf(text) is { } meaning)
        {
            (kind, sign) = (TokenKind.Common, meaning);
        }

        return new NameToken(text, kind, script, sign, SpellingKey.Of(text), SpellingKey.Consonants(text));
    }

    /// <summary>Signs without spaces: legal forms off the ends, common words whole, the rest sign by sign.</summary>
    private static void AddSigns(List<NameToken> tokens, NamePiece piece, List<string> forms)
    {
        ReadOnlySpan<char> run = WithoutSignForms(piece.Text, forms);
        int before = tokens.Count;
        for (int i = 0; i < run.Length; )
        {
            (int taken, string? meaning) = CommonAt(run[i..]);
            string signs = run.Slice(i, piece.Script == PieceScript.Kana && meaning is null ? run.Length - i : taken).ToString();
            i += signs.Length;
            string roman = NamePieces.Roman(signs);
            if (roman.Length == 0)
            {
                continue;
            }

            TokenKind kind = TokenKind.Word;
            if (meaning is not null)
            {
                kind = TokenKind.Common;
            }
            else if (LegalForms.IsSmall(signs, out TokenKind small) && tokens.Count > before + 1)
            {
                kind = small;
            }

            WordScript script = piece.Script == PieceScript.Kana ? WordScript.Alphabet : WordScript.Syllables;
            string sign = meaning ?? (script == WordScript.Syllables ? signs : string.Empty);
            tokens.Add(
                new NameToken(roman, kind, script, sign, SpellingKey.Of(roman), SpellingKey.Consonants(roman))
                {
                    Readings = kind == TokenKind.Word && script == WordScript.Syllables ? KoreanReadings.Of(signs) : [],
                }
            );
        }
    }

    private static (int Taken, string? Meaning) CommonAt(ReadOnlySpan<char> run)
    {
        foreach ((string signs, string meaning) in CommonWords.Runs)
        {
            if (run.StartsWith(signs, StringComparison.Ordinal))
            {
                return (signs.Length, meaning);
            }
        }

        return (1, null);
    }

    private static ReadOnlySpan<char> WithoutSignForms(ReadOnlySpan<char> run, List<string> forms)
    {
        for (bool again = true; again; )
        {
            again = false;
            foreach ((string signs, string @class) in LegalForms.Signs)
            {
                bool atEnd = run.EndsWith(signs, StringComparison.Ordinal);
                if (atEnd ? signs.Length > 1 || run.Length == 1 : signs.Length > 1 && run.StartsWith(signs, StringComparison.Ordinal))
                {
                    run = atEnd ? run[..^signs.Length] : run[signs.Length..];
                    forms.Add(@class);
                    again = true;
                    break;
                }
            }
        }

        return run;
    }
}
