using Rootscope.Screening.Names;

namespace Rootscope.Screening.Scores;

/// <summary>Words of one name that are paired with words of another.</summary>
internal readonly record struct TokenPair(ContributionKind Kind, int Query, int QueryCount, int Listed, int ListedCount, double Similarity);

/// <summary>Pairs the words of two names, the most similar first, then the earlier.</summary>
internal static class TokenPairing
{
    private const int MostJoined = 3;

    /// <summary>Up to how many consonants words that are joined have too few to be told by them.</summary>
    private const int MostShort = 4;

    /// <summary>Similarity below which joined words do not meet a word.</summary>
    private const double LeastJoined = 0.8;

    /// <summary>Similarity below which the keys of two words do not meet.</summary>
    private const double LeastKey = 0.8;

    [ThreadStatic]
    private static List<TokenPair>? _candidates;

    /// <summary>The pairs, none of which share a word.</summary>
    /// <param name="query">The words of one name.</param>
    /// <param name="listed">The words of the other.</param>
    /// <param name="weights">The numbers of the algorithm.</param>
    /// <param name="pairs">Where the pairs go, the best first.</param>
    /// <param name="usedQuery">Where it is said which words of the one name are paired; none are before.</param>
    /// <param name="usedListed">The same of the other.</param>
    public static void Find(
        NameToken[] query,
        NameToken[] listed,
        ScoreWeights weights,
        List<TokenPair> pairs,
        Span<bool> usedQuery,
        Span<bool> usedListed
    )
    {
        List<TokenPair> candidates = _candidates ??= [];
        candidates.Clear();
        for (int q = 0; q < query.Length; q++)
        {
            for (int l = 0; l < listed.Length; l++)
            {
                (ContributionKind kind, double similarity) = Compare(query[q], listed[l], weights);
                if (similarity > 0)
                {
                    candidates.Add(new TokenPair(kind, q, 1, l, 1, similarity));
                }
            }
        }

        AddJoined(candidates, query, listed, weights, false);
        AddJoined(candidates, listed, query, weights, true);
        if (candidates.Count > 1)
        {
            candidates.Sort(ByWorth);
        }

        foreach (TokenPair pair in candidates)
        {
            Span<bool> inQuery = usedQuery.Slice(pair.Query, pair.QueryCount);
            Span<bool> inListed = usedListed.Slice(pair.Listed, pair.ListedCount);
            if (!inQuery.Contains(true) && !inListed.Contains(true))
            {
                inQuery.Fill(true);
                inListed.Fill(true);
                pairs.Add(pair);
            }
        }
    }

    /// <summary>More similar first; then more words; then nearer to the same place, then earlier.</summary>
    private static int ByWorth(TokenPair a, TokenPair b)
    {
        int order = b.Similarity.CompareTo(a.Similarity);
        order = order != 0 ? order : (b.QueryCount + b.ListedCount).CompareTo(a.QueryCount + a.ListedCount);
        order = order != 0 ? order : Math.Abs(a.Query - a.Listed).CompareTo(Math.Abs(b.Query - b.Listed));
        order = order != 0 ? order : (a.Query + a.Listed).CompareTo(b.Query + b.Listed);
        return order != 0 ? order : a.Query.CompareTo(b.Query);
    }

    private static void AddJoined(
        List<TokenPair> candidates,
        NameToken[] parts,
        NameToken[] wholes,
        ScoreWeights weights,
        bool isListedInParts
    )
    {
        Span<char> joined = stackalloc char[64];
        for (int from = 0; from < parts.Length; from++)
        {
            int length = 0;
            ulong letters = 0;
            for (int count = 1; count <= MostJoined && from + count <= parts.Length; count++)
            {
                string text = parts[from + count - 1].Text;
                if (length + text.Length > joined.Length)
                {
                    break;
                }

                text.CopyTo(joined[length..]);
                length += text.Length;
                letters |= parts[from + count - 1].Letters;
                for (int w = 0; count > 1 && w < wholes.Length; w++)
                {
                    bool isAcross = wholes[w].Script == WordScript.Consonants != (parts[from].Script == WordScript.Consonants);
                    bool couldMeet =
                        isAcross
                        || (
                            Math.Abs(wholes[w].Text.Length - length) <= 2
                            && WordSimilarity.CouldMeet(letters, wholes[w].Letters, wholes[w].Text.Length + length, LeastJoined)
                        );
                    if (wholes[w].Kind is TokenKind.Number || !couldMeet)
                    {
                        continue;
                    }

                    double similarity = isAcross
                        ? wholes[w].Consonants.Length > MostShort || wholes[w].Script == WordScript.Consonants
                            ? SameConsonants(joined[..length], wholes[w], weights)
                            : 0
                        : WordSimilarity.Of(
                            joined[..length],
                            wholes[w].Text,
                            weights,
                            parts[from].Script == WordScript.Syllables ? 1 : LeastJoined
                        ) * weights.Joined;

                    if (similarity > 0)
                    {
                        candidates.Add(
                            isListedInParts
                                ? new TokenPair(ContributionKind.Joined, w, 1, from, count, similarity)
                                : new TokenPair(ContributionKind.Joined, from, count, w, 1, similarity)
                        );
                    }
                }
            }
        }
    }

    private static double SameConsonants(ReadOnlySpan<char> joined, NameToken whole, ScoreWeights weights)
    {
        string consonants = SpellingKey.Consonants(joined.ToString());
        return consonants.Length > MostShort && consonants == whole.Consonants ? weights.SameConsonants * weights.Joined : 0;
    }

    /// <summary>How two words meet, and how alike they are; 0 where they do not meet.</summary>
    internal static (ContributionKind Kind, double Similarity) Compare(NameToken a, NameToken b, ScoreWeights weights)
    {
        if (a.Script == WordScript.Syllables && b.Script == WordScript.Syllables)
        {
            return a.Sign == b.Sign ? (ContributionKind.Equal, 1) : default;
        }

        if (string.Equals(a.Text, b.Text, StringComparison.Ordinal))
        {
            return (ContributionKind.Equal, 1);
        }

        if (a.Kind == TokenKind.Number || b.Kind == TokenKind.Number)
        {
            return default;
        }

        if (a.Kind == TokenKind.Common && b.Kind == TokenKind.Common && a.Sign == b.Sign)
        {
            return (ContributionKind.SameMeaning, weights.SameMeaning);
        }

        if (a.Kind == TokenKind.Initial || b.Kind == TokenKind.Initial)
        {
            bool begins =
                a.Text[0] == b.Text[0]
                && (a.Kind is TokenKind.Initial or TokenKind.Word)
                && (b.Kind is TokenKind.Initial or TokenKind.Word);
            return begins ? (ContributionKind.Initial, weights.InitialMatch) : default;
        }

        if (a.Script == WordScript.Consonants != (b.Script == WordScript.Consonants))
        {
            return a.Consonants.Length > 0 && a.Consonants == b.Consonants
                ? (
                    ContributionKind.Transliteration,
                    weights.SameConsonants - (weights.FewConsonants * Math.Max(0, 4 - a.Consonants.Length))
                )
                : default;
        }

        bool isSameKey = Math.Min(a.Key.Length, b.Key.Length) > 2 && string.Equals(a.Key, b.Key, StringComparison.Ordinal);
        if (a.Script == WordScript.Syllables || b.Script == WordScript.Syllables)
        {
            return isSameKey ? (ContributionKind.Transliteration, weights.SameKey)
                : a.Readings.AsSpan().Contains(b.Text) || b.Readings.AsSpan().Contains(a.Text)
                    ? (ContributionKind.Transliteration, weights.OtherReading)
                : default;
        }

        double similarity = WordSimilarity.CouldMeet(a.Letters, b.Letters, a.Text.Length + b.Text.Length, weights.LeastSimilarity)
            ? WordSimilarity.Of(a.Text, b.Text, weights, weights.LeastSimilarity)
            : 0;
        if (isSameKey && similarity < weights.SameKey)
        {
            return (ContributionKind.Transliteration, weights.SameKey);
        }

        double byKey =
            a.Key[0] == b.Key[0]
            && a.Key.Length > 4
            && b.Key.Length > 4
            && WordSimilarity.CouldMeet(a.KeyLetters, b.KeyLetters, a.Key.Length + b.Key.Length, LeastKey)
                ? weights.SameKey * WordSimilarity.Of(a.Key, b.Key, weights, LeastKey)
                : 0;
        return byKey > similarity ? (ContributionKind.Transliteration, byKey)
            : similarity > 0 ? (ContributionKind.Typo, similarity)
            : default;
    }
}
