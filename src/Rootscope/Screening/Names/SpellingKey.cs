namespace Rootscope.Screening.Names;

/// <summary>What stays of a word when habits of romanisation are taken out.</summary>
internal static class SpellingKey
{
    private static readonly (string From, string To)[] Habits =
    [
        ("shch", "s"),
        ("sch", "s"),
        ("tsch", "c"),
        ("tch", "c"),
        ("sh", "s"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("ck", "k"),
        ("cz", "c"),
        ("ch", "c"),
        ("tz", "s"),
        ("ts", "s"),
        ("dj", "j"),
        ("dz", "z"),
        ("qu", "k"),
        ("ks", "x"),
        ("oo", "u"),
        ("ou", "u"),
        ("ee", "i"),
        ("ie", "i"),
        ("ey", "i"),
        ("ei", "i"),
        ("ai", "i"),
        ("ay", "i"),
        ("iy", "i"),
        ("ii", "i"),
        ("yy", "i"),
        ("iu", "u"),
        ("yu", "u"),
        ("ya", "a"),
        ("ia", "a"),
        ("yo", "o"),
        ("ye", "e"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
    ];

    private static readonly (string From, string To)[][] ByFirst =
    [
        .. Enumerable.Range(0, 128).Select(c => Habits.Where(h => h.From[0] == c).ToArray()),
    ];

    /// <summary>The key: digraphs and vowels of one sound are one letter, doubled letters single, a final h is gone.</summary>
    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Math.Min(word.Length, 128)];
        int length = 0;
        for (int i = 0; i < word.Length && length < key.Length; )
        {
            (int taken, char letter) = Next(word, i);
            if (length == 0 || key[length - 1] != letter)
            {
                key[length++] = letter;
            }

            i += taken;
        }

        if (length > 2 && key[length - 1] == 'h')
        {
            length--;
        }

        return new string(key[..length]);
    }

    /// <summary>The consonants of a word as a script without vowels writes them.</summary>
    public static string Consonants(string word)
    {
        string key = Of(word);
        Span<char> kept = stackalloc char[key.Length];
        int length = 0;
        for (int i = 0; i < key.Length; i++)
        {
            char letter = key[i] switch
            {
                'p' => 'b',
                'v' or 'w' => 'v',
                'c' => 'k',
                'x' => 'k',
                char c => c,
            };
            bool isVowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'v' || (letter == 'h' && i == key.Length - 1);
            if (!isVowel)
            {
                kept[length++] = letter;
            }
        }

        return new string(kept[..length]);
    }

    private static (int Taken, char Letter) Next(string word, int at)
    {
        foreach ((string from, string to) in ByFirst[word[at] & 127])
        {
            if (string.CompareOrdinal(word, at, from, 0, from.Length) == 0)
            {
                return (from.Length, to[0]);
            }
        }

        return (1, word[at]);
    }
}
