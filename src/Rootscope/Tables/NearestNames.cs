namespace Rootscope.Tables;

/// <summary>The names in a list that are closest to one that is not in it.</summary>
public static class NearestNames
{
    private const int MostNames = 3;
    private const int ShortestWord = 4;

    /// <summary>Longer than any name there is. What is longer was not typed, and looking for its neighbours costs by its length.</summary>
    private const int LongestName = 200;

    /// <summary>
    /// Finds up to three names within a distance that a slip of the keyboard explains, that contain the one given, or one of whose words is
    /// that near.
    /// </summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">What exists.</param>
    /// <returns>The nearest, best first; ties in the order given; empty if nothing is near.</returns>
    /// <remarks>Distance: optimal string alignment (insertion, deletion, substitution, swap of neighbours), any case.</remarks>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        if (name.Length > LongestName)
        {
            return [];
        }

        int allowed = Math.Max(2, name.Length / 3);
        return
        [
            .. candidates
                .Where(c => c.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select((c, order) => (Name: c, Distance: Score(name, c), Order: order))
                .Where(c => c.Distance <= allowed)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Order)
                .Take(MostNames)
                .Select(c => c.Name),
        ];
    }

    private static int Score(string typed, string candidate)
    {
        if (typed.Length >= 3 && candidate.Contains(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        int whole = Distance(typed.ToUpperInvariant(), candidate.ToUpperInvariant());
        return typed.Length < ShortestWord ? whole : Math.Min(whole, 1 + NearestWord(typed, candidate));
    }

    // A slip in one word of a long official name.
    private static int NearestWord(string typed, string candidate)
    {
        int best = int.MaxValue - 1;
        foreach (string word in candidate.Split([' ', ',', ';', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= ShortestWord)
            {
                best = Math.Min(best, Distance(typed.ToUpperInvariant(), word.ToUpperInvariant()));
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                row[j] = swapped ? Math.Min(best, before[j - 2] + 1) : best;
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
