namespace Rootscope.Roots.Stake;

/// <summary>Tiers: places that cannot be told apart. Tiers, not ranks, are what is claimed.</summary>
/// <remarks>
/// Products are walked in the order of their central figures. The first leads tier A. A product whose rank interval overlaps that of the
/// tier's leader belongs to the tier; the first that does not, because its best place is worse than the leader's worst, leads the next.
/// Overlap is asked with the leader alone: through neighbours everything would hang together.
/// </remarks>
public static class StakeTiers
{
    private const int Letters = 26;

    /// <summary>Numbers tiers.</summary>
    /// <param name="intervals">
    /// Best and worst place of each product, in the order of the central figures; null where a product has no figure. Unit: ranks.
    /// </param>
    /// <returns>The tier of each product, from 0; null where it has no interval.</returns>
    public static IReadOnlyList<int?> Of(IReadOnlyList<(double Best, double Worst)?> intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var tiers = new int?[intervals.Count];
        int tier = -1;
        double leaderWorst = double.NegativeInfinity;
        for (int i = 0; i < tiers.Length; i++)
        {
            if (intervals[i] is not { } interval)
            {
                continue;
            }

            if (interval.Best > leaderWorst)
            {
                tier++;
                leaderWorst = interval.Worst;
            }

            tiers[i] = tier;
        }

        return tiers;
    }

    /// <summary>The name of a tier: A to Z, then AA, AB and so on.</summary>
    /// <param name="tier">From 0.</param>
    public static string NameOf(int tier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tier);
        string last = ((char)('A' + (tier % Letters))).ToString();
        return tier < Letters ? last : NameOf((tier / Letters) - 1) + last;
    }
}
