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

    /// <summary>Wider than the score: a letter wrong in three is found, whatever it then counts.</summary>
    private static readonly ScoreWeights Wide = ScoreWeights.Default with { LeastSimilarity = 0.6 };

    private readonly NameToken[] _terms;
    private readonly Dictionary<string, int[]> _bySpelling;

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
        _bySpelling = bySpelling.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
        _deletions = deletions;
    }

    /// <summary>Adds the words that meet a word to a list, each once, with how alike they are.</summary>
    public void Find(NameToken word, List<(int Term, double Similarity)> found, HashSet<int> seen)
    {
        seen.Clear();
        foreach (string spelling in Spellings(word, true))
        {
            if (_bySpelling.TryGetValue(spelling, out int[]? terms))
            {
                foreach (int term in terms)
                {
                    Take(word, term, found, seen);
                }
            }
        }

        if (word.Kind == TokenKind.Number)
        {
            return;
        }

        foreach (uint hash in Hashes(word.Text))
        {
            for (int i = First(hash); i < _deletions.Length && _deletions[i] >> 32 == hash; i++)
            {
                Take(word, (int)(uint)_deletions[i], found, seen);
            }
        }
    }

    private void Spell(Dictionary<string, List<int>> bySpelling, IReadOnlyList<bool> joined)
    {
        for (int t = 0; t < _terms.Length; t++)
        {
            foreach (string spelling in joined[t] ? ["=" + _terms[t].Text, "k" + _terms[t].Key] : Spellings(_terms[t], false))
            {
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

    private void Take(NameToken word, int term, List<(int Term, double Similarity)> found, HashSet<int> seen)
    {
        if (seen.Add(term) && TokenPairing.Compare(word, _terms[term], Wide).Similarity is > 0 and double similarity)
        {
            found.Add((term, similarity));
        }
    }

    /// <summary>By what a word is looked up, each with a letter before it that keeps the kinds apart.</summary>
    private static IEnumerable<string> Spellings(NameToken word, bool isAsked)
    {
        yield return "=" + word.Text;
        if (word.Sign.Length > 0)
        {
            yield return "m" + word.Sign;
        }

        if (word.Kind is TokenKind.Number)
        {
            yield break;
        }

        yield return "k" + word.Key;
        if (word.Consonants.Length > 1 || word.Script == WordScript.Consonants)
        {
            yield return "c" + word.Consonants;
        }

        if (word.Text.Length >= PrefixLength)
        {
            yield return "p" + word.Text[..PrefixLength];
        }

        foreach (string reading in word.Readings)
        {
            yield return "=" + reading;
        }

        if (isAsked && word.Kind is TokenKind.Word)
        {
            yield return "=" + word.Text[0];
        }
    }

    private static List<uint> Hashes(string word)
    {
        List<uint> hashes = [Hash(word, -1)];
        if (word.Length is > 2 and <= 40)
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
