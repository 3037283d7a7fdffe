using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;

namespace Rootscope.Screening.Matching;

/// <summary>
/// The different words of all names, found by equality, by what romanisations share, by meaning, and with a letter wrong.
/// </summary>
/// <remarks>
/// A word and each form of it with one letter left out are kept by a hash: two words at one insertion, deletion, change or exchange of
/// letters
/// share such a form. Words that share the first letters or the consonants are looked at too. What is found is compared before it counts.
/// </remarks>
internal sealed class TermIndex
{
    private const int PrefixLength = 5;

    /// <summary>Up to how many letters a word is looked for with one left out.</summary>
    private const int LongestWord = 40;

    private const int LongestSpelling = 64;

    /// <summary>Wider than the score: a letter wrong in three is found, whatever it then counts.</summary>
    private static readonly ScoreWeights Wide = ScoreWeights.Default with { LeastSimilarity = 0.6 };

    private readonly NameToken[] _terms;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _spellings;

    /// <summary>Hashes of what is left of a word, each in the upper half, with the number of the word in the lower, in order.</summary>
    private readonly ulong[] _deletions;

    /// <summary>Indexes words.</summary>
    /// <param name="terms">The words.</param>
    /// <param name="joined">Which of them are words put together: they are found without a letter wrong.</param>
    /// <param name="threads">Most threads.</param>
    public TermIndex(IReadOnlyList<NameToken> terms, IReadOnlyList<bool> joined, int threads)
    {
        _terms = [.. terms];
        Dictionary<string, List<int>> bySpelling = new(StringComparer.Ordinal);
        ulong[] deletions = [];
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => deletions = Deletions(joined),
            () => Spell(bySpelling, joined)
        );
        _spellings = bySpelling
            .ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _deletions = deletions;
    }

    /// <summary>How many words there are.</summary>
    public int Count => _terms.Length;

    /// <summary>Adds the words that meet a word to a list, each once, with how alike they are.</summary>
    public void Find(NameToken word, List<(int Term, double Similarity)> found, TermMarks seen)
    {
        seen.Clear();
        foreach ((char kind, string text, int length) in Spellings(word, true))
        {
            foreach (int term in Spelt(kind, text.AsSpan(0, length)))
            {
                Take(word, term, found, seen);
            }
        }

        if (word.Kind == TokenKind.Number)
        {
            return;
        }

        for (int without = -1; without < (word.Text.Length is > 2 and <= LongestWord ? word.Text.Length : 0); without++)
        {
            if (without > 0 && word.Text[without] == word.Text[without - 1])
            {
                continue;
            }

            uint hash = Hash(word.Text, without);
            for (int i = First(hash); i < _deletions.Length && _deletions[i] >> 32 == hash; i++)
            {
                Take(word, (int)(uint)_deletions[i], found, seen);
            }
        }
    }

    private int[] Spelt(char kind, ReadOnlySpan<char> text)
    {
        Span<char> spelling = text.Length < LongestSpelling ? stackalloc char[text.Length + 1] : new char[text.Length + 1];
        spelling[0] = kind;
        text.CopyTo(spelling[1..]);
        return _spellings.TryGetValue(spelling, out int[]? terms) ? terms : [];
    }

    private void Spell(Dictionary<string, List<int>> bySpelling, IReadOnlyList<bool> joined)
    {
        for (int t = 0; t < _terms.Length; t++)
        {
            IEnumerable<(char Kind, string Text, int Length)> all = joined[t]
                ? [('=', _terms[t].Text, _terms[t].Text.Length), ('k', _terms[t].Key, _terms[t].Key.Length)]
                : Spellings(_terms[t], false);
            foreach ((char kind, string text, int length) in all)
            {
                string spelling = kind + text[..length];
                if (!bySpelling.TryGetValue(spelling, out List<int>? list))
                {
                    bySpelling[spelling] = list = new List<int>(1);
                }

                list.Add(t);
            }
        }
    }

    private ulong[] Deletions(IReadOnlyList<bool> joined)
    {
        List<ulong> deletions = new(_terms.Length * 8);
        for (int t = 0; t < _terms.Length; t++)
        {
            if (joined[t])
            {
                deletions.Add(((ulong)Hash(_terms[t].Text, -1) << 32) | (uint)t);
            }
            else if (_terms[t].Kind != TokenKind.Number)
            {
                foreach (uint hash in Hashes(_terms[t].Text))
                {
                    deletions.Add(((ulong)hash << 32) | (uint)t);
                }
            }
        }

        ulong[] sorted = [.. deletions];
        Array.Sort(sorted);
        return sorted;
    }

    private void Take(NameToken word, int term, List<(int Term, double Similarity)> found, TermMarks seen)
    {
        if (seen.Add(term) && TokenPairing.Compare(word, _terms[term], Wide).Similarity is > 0 and double similarity)
        {
            found.Add((term, similarity));
        }
    }

    /// <summary>By what a word is looked up, each with a letter before it that keeps the kinds apart.</summary>
    private static IEnumerable<(char Kind, string Text, int Length)> Spellings(NameToken word, bool isAsked)
    {
        yield return ('=', word.Text, word.Text.Length);
        if (word.Sign.Length > 0)
        {
            yield return ('m', word.Sign, word.Sign.Length);
        }

        if (word.Kind is TokenKind.Number)
        {
            yield break;
        }

        yield return ('k', word.Key, word.Key.Length);
        if (word.Consonants.Length > 1 || word.Script == WordScript.Consonants)
        {
            yield return ('c', word.Consonants, word.Consonants.Length);
        }

        if (word.Text.Length >= PrefixLength)
        {
            yield return ('p', word.Text, PrefixLength);
        }

        foreach (string reading in word.Readings)
        {
            yield return ('=', reading, reading.Length);
        }

        if (isAsked && word.Kind is TokenKind.Word)
        {
            yield return ('=', word.Text, 1);
        }
    }

    private static List<uint> Hashes(string word)
    {
        List<uint> hashes = [Hash(word, -1)];
        if (word.Length is > 2 and <= LongestWord)
        {
            for (int i = 0; i < word.Length; i++)
            {
                if (i == 0 || word[i] != word[i - 1])
                {
                    hashes.Add(Hash(word, i));
                }
            }
        }

        return hashes;
    }

    /// <summary>FNV-1a over the letters but one.</summary>
    private static uint Hash(string word, int without)
    {
        uint hash = 2166136261;
        for (int i = 0; i < word.Length; i++)
        {
            if (i != without)
            {
                hash = (hash ^ word[i]) * 16777619;
            }
        }

        return hash;
    }

    private int First(uint hash)
    {
        int low = 0;
        int high = _deletions.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _deletions[middle] >> 32 < hash ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
