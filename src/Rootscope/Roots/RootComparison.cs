using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>One product in two rankings.</summary>
/// <param name="First">Its row in the first.</param>
/// <param name="Second">Its row in the second.</param>
public sealed record RootPair(RootRow First, RootRow Second)
{
    /// <summary>Places that the product rises from the first ranking to the second; below 0 where it falls. Unit: ranks.</summary>
    public int Rise => First.Rank - Second.Rank;
}

/// <summary>Two root rankings side by side, by the codes that both have.</summary>
/// <remarks>Ranks are those of the whole rankings, so that a product absent from one moves the others.</remarks>
public sealed class RootComparison
{
    private RootComparison(IReadOnlyList<RootPair> pairs, IReadOnlyList<string> onlyFirst, IReadOnlyList<string> onlySecond)
    {
        Pairs = pairs;
        OnlyFirst = onlyFirst;
        OnlySecond = onlySecond;
    }

    /// <summary>The products of both, in the order of the second ranking.</summary>
    public IReadOnlyList<RootPair> Pairs { get; }

    /// <summary>Codes of products that only the first ranking has, in its order.</summary>
    public IReadOnlyList<string> OnlyFirst { get; }

    /// <summary>Codes of products that only the second ranking has, in its order.</summary>
    public IReadOnlyList<string> OnlySecond { get; }

    /// <summary>Compares two rankings.</summary>
    /// <exception cref="TableException">They have no code in common.</exception>
    public static RootComparison Of(RootRanking first, RootRanking second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, RootRow> before = first.Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        HashSet<string> after = [.. second.Rows.Select(r => r.Code)];
        RootPair[] pairs = [.. second.Rows.Where(r => before.ContainsKey(r.Code)).Select(r => new RootPair(before[r.Code], r))];
        return pairs.Length > 0
            ? new RootComparison(
                pairs,
                [.. first.Rows.Select(r => r.Code).Where(c => !after.Contains(c))],
                [.. second.Rows.Select(r => r.Code).Where(c => !before.ContainsKey(c))]
            )
            : throw new TableException(
                $"{first.Table.Metadata.Id} and {second.Table.Metadata.Id}",
                $"have no industry code in common. Bring one to the classification of the other with "
                    + $"{Repair.Step(RepairStep.AggregateTable)}, or compare tables of one classification."
            );
    }
}
