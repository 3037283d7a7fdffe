using System.Collections.Frozen;

namespace Rootscope.Screening.Names;

/// <summary>How Koreans write a sign in Latin letters, beside what the romanisation of the name says.</summary>
/// <remarks>
/// A Hangul syllable by the ways in which its letters are written (hangul.tsv); a Han character by the syllables that Koreans read it as
/// (hanja.txt, kHangul of Unihan 15.0, compiled by <c>eng/names.cs</c>).
/// </remarks>
internal static class KoreanReadings
{
    private const string First = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Middle = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Last = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';

    private static readonly Lazy<FrozenDictionary<string, string[]>> Letters = new(() =>
        NameTables
            .Rows("hangul.tsv")
            .ToFrozenDictionary(
                r => r.Key,
                r => r.Line.Split(' ').Select(w => w == "-" ? string.Empty : w).ToArray(),
                StringComparer.Ordinal
            )
    );

    private static readonly Lazy<FrozenDictionary<char, string>> Hanja = new(() =>
        NameTables
            .Rows("hanja.txt")
            .SelectMany(r => r.Line.Select(han => (Han: han, Syllable: r.Key)))
            .GroupBy(r => r.Han)
            .ToFrozenDictionary(g => g.Key, g => string.Concat(g.Select(r => r.Syllable)))
    );

    /// <summary>The ways of writing a sign, each once; none where Koreans have none.</summary>
    public static string[] Of(string sign)
    {
        if (sign.Length != 1)
        {
            return [];
        }

        string syllables = sign[0] is >= FirstSyllable and <= LastSyllable ? sign : Hanja.Value.GetValueOrDefault(sign[0], string.Empty);
        return syllables.Length == 0 ? [] : [.. syllables.SelectMany(OfSyllable).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OfSyllable(char syllable)
    {
        int place = syllable - FirstSyllable;
        int last = place % 28;
        string[] ends = last == 0 ? [string.Empty] : Ways("last", Last[last - 1]);
        foreach (string whole in Ways("whole", syllable))
        {
            yield return whole;
        }

        foreach (string start in Ways("first", First[place / 588]))
        {
            foreach (string vowel in Ways("middle", Middle[place % 588 / 28]))
            {
                foreach (string end in ends)
                {
                    if (start.Length + vowel.Length + end.Length > 1)
                    {
                        yield return start + vowel + end;
                    }
                }
            }
        }
    }

    private static string[] Ways(string kind, char letter) => Letters.Value.GetValueOrDefault($"{kind} {letter}", []);
}
