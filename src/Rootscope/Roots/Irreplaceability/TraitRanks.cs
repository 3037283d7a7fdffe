namespace Rootscope.Roots.Irreplaceability;

/// <summary>Ranks of a trait's values among the products that have one.</summary>
internal static class TraitRanks
{
    /// <summary>Ranks are no finer than this.</summary>
    private const int Digits = 2;

    /// <summary>
    /// From 0, the least, to 1, the greatest; equal values share the middle of their ranks, and there are none where fewer than two
    /// products have a value.
    /// </summary>
    public static double?[] Of(IReadOnlyList<double?> values)
    {
        double[] known = [.. values.Where(v => v is not null).Select(v => v!.Value).Order()];
        return [.. values.Select(v => v is { } x && known.Length > 1 ? RankOf(known, x) : (double?)null)];
    }

    private static double RankOf(double[] sorted, double value)
    {
        int below = sorted.Count(k => k < value);
        int equal = sorted.Count(k => k == value);
        return Math.Round((below + (0.5 * (equal - 1))) / (sorted.Length - 1), Digits);
    }
}
