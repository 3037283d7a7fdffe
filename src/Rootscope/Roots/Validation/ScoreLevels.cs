namespace Rootscope.Roots.Validation;

/// <summary>Scores reduced to the number of their level, lowest first, so that resampling only counts.</summary>
internal sealed class ScoreLevels
{
    private readonly int _levels;

    private ScoreLevels(int levels, int[] positives, int[] negatives)
    {
        _levels = levels;
        Positives = positives;
        Negatives = negatives;
    }

    /// <summary>The level of each positive.</summary>
    public int[] Positives { get; }

    /// <summary>The level of each negative.</summary>
    public int[] Negatives { get; }

    public static ScoreLevels Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        if (scores.Length != labels.Length)
        {
            throw new ArgumentException(
                $"There are {scores.Length} scores and {labels.Length} labels; each item needs one of both.",
                nameof(labels)
            );
        }

        double[] distinct = scores.ToArray();
        Array.Sort(distinct);
        distinct = [.. distinct.Distinct()];
        var positives = new List<int>();
        var negatives = new List<int>();
        for (int i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i]))
            {
                throw new ArgumentException($"Score {i} is NaN; give what is undefined the score it shall be ranked by.", nameof(scores));
            }

            (labels[i] ? positives : negatives).Add(Array.BinarySearch(distinct, scores[i]));
        }

        return new ScoreLevels(distinct.Length, [.. positives], [.. negatives]);
    }

    /// <summary>The area for a choice of positives and negatives by level; null where either is empty.</summary>
    public double? Area(int[] positives, int[] negatives)
    {
        if (positives.Length == 0 || negatives.Length == 0)
        {
            return null;
        }

        int[] positivesAt = Counts(positives);
        int[] negativesAt = Counts(negatives);
        long halves = 0;
        long negativesBelow = 0;
        for (int level = 0; level < _levels; level++)
        {
            halves += positivesAt[level] * ((2 * negativesBelow) + negativesAt[level]);
            negativesBelow += negativesAt[level];
        }

        return halves / (2.0 * positives.Length * negatives.Length);
    }

    private int[] Counts(int[] items)
    {
        var counts = new int[_levels];
        foreach (int level in items)
        {
            counts[level]++;
        }

        return counts;
    }
}
