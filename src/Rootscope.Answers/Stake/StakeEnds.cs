namespace Rootscope.Answers.Stake;

/// <summary>Where chains end.</summary>
internal enum StakeEndKind
{
    /// <summary>Sections A to F of ISIC, where goods are made and houses built.</summary>
    Goods,

    /// <summary>Section J, information and communication, and electronic commerce.</summary>
    Information,

    /// <summary>The other services.</summary>
    Services,

    /// <summary>Industries of which nobody knows what they are in ISIC.</summary>
    Unknown,
}

/// <summary>Which chains people are told, of all that there are.</summary>
/// <remarks>
/// Eight of a kind. Of goods, those that carry most. Of information and communication, first the strongest to electronic commerce and to
/// each division, so that software, internet services, telecommunication and commerce are all named where any chain leads there; then
/// those that carry most. Of other services, first the strongest to each section of ISIC. They are told by what they carry.
/// </remarks>
internal static class StakeEnds
{
    private const int MostOfAKind = 8;

    /// <summary>Sections A to F of ISIC make goods, construction among them.</summary>
    private const string LastOfGoods = "F";

    /// <summary>The chains that are told, by kind; kinds without a chain are left out.</summary>
    public static IEnumerable<(StakeEndKind Kind, IReadOnlyList<StakeEnd> Ends)> Told(IReadOnlyList<StakeEnd> chains) =>
        Enum.GetValues<StakeEndKind>()
            .Select(kind => (kind, Chosen(kind, [.. chains.Where(c => KindOf(c) == kind)])))
            .Where(k => k.Item2.Count > 0);

    private static StakeEndKind KindOf(StakeEnd end) =>
        end.HoldsCommerce || end.Section == StakeOfOneAnswering.Information ? StakeEndKind.Information
        : end.Section is null ? StakeEndKind.Unknown
        : string.CompareOrdinal(end.Section, LastOfGoods) <= 0 ? StakeEndKind.Goods
        : StakeEndKind.Services;

    /// <summary>Of chains that carry most first, those that are told, in the same order.</summary>
    private static IReadOnlyList<StakeEnd> Chosen(StakeEndKind kind, StakeEnd[] ends)
    {
        HashSet<StakeEnd> first =
        [
            .. kind switch
            {
                StakeEndKind.Information => ends.DistinctBy(e => e.HoldsCommerce ? StakeOfOneAnswering.Commerce : e.Division),
                StakeEndKind.Services => ends.DistinctBy(e => e.Section),
                _ => [],
            },
        ];
        HashSet<StakeEnd> chosen = [.. ends.OrderByDescending(first.Contains).Take(MostOfAKind)];
        return [.. ends.Where(chosen.Contains)];
    }
}
