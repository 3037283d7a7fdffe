using Rootscope.Screening.Names;

namespace Rootscope.Screening.Scores;

/// <summary>The score of two names from the pairs of their words.</summary>
internal static class TokenAlignment
{
    [ThreadStatic]
    private static List<TokenPair>? _pairs;

    /// <summary>The score with its parts.</summary>
    public static NameScore Explain(ScreeningName query, ScreeningName listed, ScoreWeights weights)
    {
        List<ScoreContribution> parts = [];
        double value = Score(query, listed, weights, parts);
        return new NameScore(value, parts);
    }

    /// <summary>The score; its parts are added to a list where one is given.</summary>
    public static double Score(ScreeningName query, ScreeningName listed, ScoreWeights weights, List<ScoreContribution>? parts)
    {
        if (query.IsEmpty || listed.IsEmpty)
        {
            return 0;
        }

        List<TokenPair> pairs = _pairs ??= [];
        pairs.Clear();
        Span<bool> used = stackalloc bool[2 * ScreeningName.MostTokens];
        Span<bool> usedQuery = used[..query.Tokens.Length];
        Span<bool> usedListed = used.Slice(ScreeningName.MostTokens, listed.Tokens.Length);
        TokenPairing.Find(query.Tokens, listed.Tokens, weights, pairs, usedQuery, usedListed);
        Sides sides = Sides.Of(query.Tokens, listed.Tokens, pairs, usedQuery, usedListed, weights);
        double whole = sides.Paired + sides.Conflicting + (weights.Extra * sides.Extra);
        if (whole <= 0)
        {
            return 0;
        }

        var sum = new Parts(parts);
        var met = new Meeting();
        foreach (TokenPair pair in pairs)
        {
            double weight = PairWeight(query.Tokens, listed.Tokens, pair, weights);
            met.Count(query.Tokens, listed.Tokens, pair);
            sum.Add(
                pair.Kind,
                parts is null ? string.Empty : Words(query.Tokens, pair.Query, pair.QueryCount),
                parts is null ? string.Empty : Words(listed.Tokens, pair.Listed, pair.ListedCount),
                pair.Similarity,
                weight * pair.Similarity / whole
            );
        }

        AddUnmatched(query.Tokens, usedQuery, sides.QueryShare, true, whole, weights, ref sum);
        AddUnmatched(listed.Tokens, usedListed, sides.ListedShare, false, whole, weights, ref sum);
        if (DifferInForm(query.Forms, listed.Forms))
        {
            sum.Add(
                ContributionKind.LegalForm,
                string.Join(' ', query.LegalForms),
                string.Join(' ', listed.LegalForms),
                0,
                -weights.LegalMismatch
            );
        }

        if (sides.FreeWords > 0 && sum.Value > 0)
        {
            (ContributionKind kind, double remains) = met.Remains(sides.FreeWords, weights);
            if (remains < 1)
            {
                sum.Add(kind, string.Empty, string.Empty, 0, -(1 - remains) * sum.Value);
            }
        }

        if (met.Words == 0 && sides.HasDistinctive && sum.Value > 0)
        {
            sum.Add(ContributionKind.NothingDistinctive, string.Empty, string.Empty, 0, -(1 - weights.OnlyCommon) * sum.Value);
        }

        if (sum.Value < 0)
        {
            sum.Add(ContributionKind.Floor, string.Empty, string.Empty, 0, -sum.Value);
        }

        return Math.Min(1, sum.Value);
    }

    private static void AddUnmatched(
        NameToken[] tokens,
        ReadOnlySpan<bool> used,
        double share,
        bool isQuery,
        double whole,
        ScoreWeights weights,
        ref Parts sum
    )
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (used[i])
            {
                continue;
            }

            double weight = Weight(tokens[i], weights);
            bool isNumber = tokens[i].Kind == TokenKind.Number;
            double amount = -(weights.Conflict * share * weight) - (isNumber ? weights.NumberMismatch * weight : 0);
            ContributionKind kind =
                isNumber ? ContributionKind.NumberMismatch
                : share > 0 ? ContributionKind.Conflict
                : ContributionKind.Unmatched;
            sum.Add(
                kind,
                isQuery ? tokens[i].Text : string.Empty,
                isQuery ? string.Empty : tokens[i].Text,
                0,
                amount == 0 ? 0 : amount / whole
            );
        }
    }

    private static bool DifferInForm(string[] query, string[] listed)
    {
        foreach (string form in query)
        {
            if (Array.IndexOf(listed, form) >= 0)
            {
                return false;
            }
        }

        return query.Length > 0 && listed.Length > 0;
    }

    internal static double Weight(NameToken token, ScoreWeights weights) =>
        token.Kind switch
        {
            TokenKind.Common => weights.Common,
            TokenKind.Number => weights.Number,
            TokenKind.Initial => weights.Initial,
            TokenKind.Particle => weights.Particle,
            TokenKind.Title => weights.Title,
            _ => token.Script == WordScript.Syllables
                ? weights.Syllable
                : weights.Word + (weights.PerLetter * Math.Clamp(token.Text.Length - 6, -4, 4)),
        };

    private static double PairWeight(NameToken[] query, NameToken[] listed, TokenPair pair, ScoreWeights weights) =>
        WeightOf(query, pair.Query, pair.QueryCount, weights) + WeightOf(listed, pair.Listed, pair.ListedCount, weights);

    private static double WeightOf(NameToken[] tokens, int from, int count, ScoreWeights weights)
    {
        double sum = 0;
        for (int i = from; i < from + count; i++)
        {
            sum += Weight(tokens[i], weights);
        }

        return sum;
    }

    private static bool AnyDistinctive(NameToken[] tokens, int from, int count)
    {
        for (int i = from; i < from + count; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(NameToken[] tokens, int from, int count) =>
        string.Join(' ', tokens.Skip(from).Take(count).Select(t => t.Text));

    /// <summary>A running sum with its parts.</summary>
    private struct Parts(List<ScoreContribution>? parts)
    {
        public double Value { get; private set; }

        public void Add(ContributionKind kind, string query, string listed, double similarity, double amount)
        {
            Value += amount;
            parts?.Add(new ScoreContribution(kind, query, listed, similarity, amount));
        }
    }

    /// <summary>How much that tells names apart is in both.</summary>
    private struct Meeting
    {
        private const int FewSigns = 3;

        private int _pairs;
        private int _bySound;
        private int _signs;
        private double _weakest = 1;

        public Meeting() { }

        /// <summary>How many distinctive words meet.</summary>
        public int Words { get; private set; }

        public void Count(NameToken[] query, NameToken[] listed, TokenPair pair)
        {
            if (!AnyDistinctive(query, pair.Query, pair.QueryCount) || !AnyDistinctive(listed, pair.Listed, pair.ListedCount))
            {
                return;
            }

            Words += Math.Max(pair.QueryCount, pair.ListedCount);
            _pairs++;
            _weakest = Math.Min(_weakest, pair.Similarity);
            bool isQuerySign = query[pair.Query].Script == WordScript.Syllables;
            if (isQuerySign != (listed[pair.Listed].Script == WordScript.Syllables))
            {
                _bySound++;
                _signs += isQuerySign ? pair.QueryCount : pair.ListedCount;
            }
        }

        /// <summary>What remains of a score when words are left over that only one of the names has.</summary>
        public readonly (ContributionKind Kind, double Share) Remains(int free, ScoreWeights weights) =>
            Words == 1 ? (ContributionKind.OneWord, free > 1 ? weights.OneWord * weights.OneWord : weights.OneWord)
            : _pairs > 1 && _bySound == _pairs && _signs <= FewSigns ? (ContributionKind.LittleInCommon, weights.FewSigns)
            : Words == 2 && _weakest < weights.TwoAlikeBelow ? (ContributionKind.LittleInCommon, weights.TwoAlike)
            : (ContributionKind.OneWord, 1);
    }

    /// <summary>The weights of what is paired and of what is not.</summary>
    private readonly record struct Sides(
        double Paired,
        double Conflicting,
        double Extra,
        double QueryShare,
        double ListedShare,
        bool HasDistinctive,
        int FreeWords
    )
    {
        public static Sides Of(
            NameToken[] query,
            NameToken[] listed,
            List<TokenPair> pairs,
            ReadOnlySpan<bool> usedQuery,
            ReadOnlySpan<bool> usedListed,
            ScoreWeights weights
        )
        {
            double paired = 0;
            foreach (TokenPair pair in pairs)
            {
                paired += PairWeight(query, listed, pair, weights);
            }

            double freeQuery = Free(query, usedQuery, weights);
            double freeListed = Free(listed, usedListed, weights);
            double conflict = Math.Min(freeQuery, freeListed);
            return new Sides(
                paired,
                2 * conflict,
                Math.Abs(freeQuery - freeListed),
                freeQuery > 0 ? conflict / freeQuery : 0,
                freeListed > 0 ? conflict / freeListed : 0,
                AnyDistinctive(query, 0, query.Length) || AnyDistinctive(listed, 0, listed.Length),
                FreeWordsOf(query, usedQuery) + FreeWordsOf(listed, usedListed)
            );
        }

        private static int FreeWordsOf(NameToken[] tokens, ReadOnlySpan<bool> used)
        {
            int count = 0;
            for (int i = 0; i < tokens.Length; i++)
            {
                count += !used[i] && tokens[i].Kind == TokenKind.Word ? 1 : 0;
            }

            return count;
        }

        private static double Free(NameToken[] tokens, ReadOnlySpan<bool> used, ScoreWeights weights)
        {
            double sum = 0;
            for (int i = 0; i < tokens.Length; i++)
            {
                sum += used[i] ? 0 : Weight(tokens[i], weights);
            }

            return sum;
        }
    }
}
