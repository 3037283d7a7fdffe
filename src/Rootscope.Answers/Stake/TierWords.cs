using System.Globalization;
using Rootscope.Roots.Stake;

namespace Rootscope.Answers.Stake;

/// <summary>What tiers are, and what those of an answer's first rows say.</summary>
internal static class TierWords
{
    /// <summary>The tier that the first rows share, and whether products below them share it too; null where they are of several.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="shown">How many rows are shown.</param>
    public static string? Shared(StakeAnswer answer, int shown)
    {
        string?[] tiers = [.. Tiers(answer).Take(shown)];
        return tiers is [{ } first, _, ..] && tiers.All(t => t == first) ? first : null;
    }

    /// <summary>The sentences under a table of so many rows; none where nothing was drawn or single products were cut.</summary>
    public static IEnumerable<string> Of(StakeAnswer answer, int shown)
    {
        string?[] all = [.. Tiers(answer)];
        if (all is not [{ } leader, ..])
        {
            yield break;
        }

        int held = all.Count(t => t == leader);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Tier: products whose bands of places overlap that of the tier's first share one; {leader} holds {held} of {all.Length}."
        );
        if (Shared(answer, shown) is { } shared)
        {
            yield return $"All rows shown are tier {shared}: the bands overlap, the order within a tier is not established.";
        }
    }

    /// <summary>The tier of each product, most at stake first.</summary>
    private static IEnumerable<string?> Tiers(StakeAnswer answer)
    {
        Dictionary<string, string?> tiers = answer.Bands.Rows.ToDictionary(b => b.Point.Code, b => b.Tier, StringComparer.Ordinal);
        return answer.Ranking.Rows.Select(r => tiers.GetValueOrDefault(r.Code));
    }
}
