namespace Rootscope.Answers.Upgrading;

/// <summary>Spearman's rank correlation, ties at their mean rank.</summary>
internal static class RankCorrelation
{
    /// <summary>Fewer pairs than this say nothing.</summary>
    private const int FewestPairs = 4;

    /// <summary>The correlation; null with few pairs or where one side has no spread. Unit: ratio.</summary>
    public static double? Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        if (one.Count < FewestPairs)
        {
            return null;
        }

        (double[] a, double[] b) = (Ranks(one), Ranks(other));
        (double meanA, double meanB) = (a.Average(), b.Average());
        (double product, double squaresA, double squaresB) = (0, 0, 0);
        for (int i = 0; i < a.Length; i++)
        {
            product += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }

        return squaresA > 0 && squaresB > 0 ? product / Math.Sqrt(squaresA * squaresB) : null;
    }

    private static double[] Ranks(IReadOnlyList<double> values) =>
        [.. values.Select(v => values.Count(o => o < v) + ((values.Count(o => o == v) + 1) / 2.0))];
}
