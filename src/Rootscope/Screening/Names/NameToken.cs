namespace Rootscope.Screening.Names;

/// <summary>What a part of a name is.</summary>
internal enum TokenKind
{
    /// <summary>A word that tells names apart.</summary>
    Word,

    /// <summary>A word that many firms have, such as "bank".</summary>
    Common,

    /// <summary>An article, a preposition, a link between names of a family.</summary>
    Particle,

    /// <summary>A form of address.</summary>
    Title,

    /// <summary>A number in digits or Roman numerals.</summary>
    Number,

    /// <summary>One letter that may stand for a word.</summary>
    Initial,
}

/// <summary>How a word was written, as far as its comparison depends on it.</summary>
internal enum WordScript
{
    /// <summary>Letters for consonants and vowels.</summary>
    Alphabet,

    /// <summary>Letters for consonants: Arabic and Hebrew.</summary>
    Consonants,

    /// <summary>A sign a syllable or a word: Han and Hangul.</summary>
    Syllables,
}

/// <summary>One part of a name, in Latin letters.</summary>
/// <param name="Text">Lower-case letters and digits.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Script">How it was written.</param>
/// <param name="Sign">What it says where many words say the same ("bank" for банк), or the signs it was written in; empty
/// otherwise.</param>
/// <param name="Key">The letters without what romanisations differ in.</param>
/// <param name="Consonants">The consonants alone.</param>
internal sealed record NameToken(string Text, TokenKind Kind, WordScript Script, string Sign, string Key, string Consonants)
{
    /// <summary>Other ways of writing it, such as those of Koreans for a sign; mostly none.</summary>
    public string[] Readings { get; init; } = [];

    /// <summary>Which letters and digits the word has, a bit each.</summary>
    public ulong Letters { get; } = LettersOf(Text);

    /// <summary>Which letters and digits the key has, a bit each.</summary>
    public ulong KeyLetters { get; } = LettersOf(Key);

    /// <summary>Which letters and digits a word has, a bit each.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> word)
    {
        ulong letters = 0;
        foreach (char c in word)
        {
            letters |= 1UL << (c & 63);
        }

        return letters;
    }
}
