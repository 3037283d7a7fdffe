namespace Rootscope.Screening.Scores;

/// <summary>How alike two words in Latin letters are: 1 less the cost of the letters by which they differ.</summary>
/// <remarks>
/// Optimal string alignment (Damerau 1964) with lower costs for vowels, doubled letters and letters that romanisations confuse.
/// </remarks>
internal static class WordSimilarity
{
    private const int LongestWord = 64;

    /// <summary>Two letters for a confused one at a cost of 0.6, with room to spare.</summary>
    private const double MostLettersPerCost = 3.4;

    private static readonly bool[] Confused = ConfusedPairs("ck cq kq iy ij vw uv sz bp dt gk fv xs lr mn hk gj uw gh 0o 1l 1i 5s 8b");

    /// <summary>1 for equal words, 0 for words that share nothing or are less alike than <paramref name="least"/>.</summary>
    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other, ScoreWeights weights, double least)
    {
        if (one.Length > LongestWord || other.Length > LongestWord)
        {
            return one.SequenceEqual(other) ? 1 : 0;
        }

        double length = (one.Length + other.Length) / 2.0;
        double most = (1 - least) * length;
        if (Math.Abs(one.Length - other.Length) * weights.SlightCost > most)
        {
            return 0;
        }

        double similarity = 1 - (Cost(one, other, weights, most) / length);
        return similarity < least ? 0 : similarity;
    }

    /// <summary>
    /// Whether words with these letters can be as alike as asked: an edit changes two letters of the two sets at most, at a cost of at
    /// least 0.6.
    /// </summary>
    public static bool CouldMeet(ulong one, ulong other, int lengths, double least) =>
        System.Numerics.BitOperations.PopCount(one ^ other) <= MostLettersPerCost * (1 - least) * lengths / 2;

    private static double Cost(ReadOnlySpan<char> one, ReadOnlySpan<char> other, ScoreWeights weights, double most)
    {
        int width = other.Length + 1;
        Span<double> rows = stackalloc double[3 * width];
        Span<double> before = rows[..width];
        Span<double> last = rows.Slice(width, width);
        Span<double> now = rows.Slice(2 * width, width);
        last[0] = 0;
        for (int j = 1; j < width; j++)
        {
            last[j] = last[j - 1] + Gap(other, j - 1, weights);
        }

        for (int i = 1; i <= one.Length; i++)
        {
            char a = one[i - 1];
            double gap = Gap(one, i - 1, weights);
            now[0] = last[0] + gap;
            double smallest = now[0];
            for (int j = 1; j < width; j++)
            {
                char b = other[j - 1];
                double cost = a == b ? last[j - 1] : last[j - 1] + Change(a, b, weights);
                cost = Math.Min(cost, Math.Min(last[j] + gap, now[j - 1] + Gap(other, j - 1, weights)));
                if (i > 1 && j > 1 && a != b && a == other[j - 2] && one[i - 2] == b)
                {
                    cost = Math.Min(cost, before[j - 2] + weights.SlightCost);
                }

                now[j] = cost;
                smallest = Math.Min(smallest, cost);
            }

            if (smallest > most)
            {
                return double.PositiveInfinity;
            }

            Span<double> free = before;
            before = last;
            last = now;
            now = free;
        }

        return last[width - 1];
    }

    private static double Gap(ReadOnlySpan<char> word, int at, ScoreWeights weights) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) || word[at] == 'h'
            ? weights.SlightCost
            : 1;

    private static double Change(char a, char b, ScoreWeights weights) =>
        IsVowel(a) && IsVowel(b) ? weights.VowelCost
        : Confused[(a & 127) * 128 + (b & 127)] ? weights.ConfusedCost
        : 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool[] ConfusedPairs(string pairs)
    {
        var table = new bool[128 * 128];
        foreach (string pair in pairs.Split(' '))
        {
            table[(pair[0] * 128) + pair[1]] = table[(pair[1] * 128) + pair[0]] = true;
        }

        return table;
    }
}
