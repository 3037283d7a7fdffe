using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// The order in which a cascade goes through firms: those of a market are neighbours, those with many links come first in it.
/// </summary>
/// <remarks>Ties are broken by identifier, so that the order of the source makes no difference to any bit of a result.</remarks>
internal sealed class FirmOrder
{
    public FirmOrder(SupplyNetwork network, CascadeMarket market)
    {
        FirmGroups? groups = market switch
        {
            CascadeMarket.Sector => network.Firms.Sectors,
            CascadeMarket.Column => network.Firms.Markets
                ?? throw new TableException(
                    "the firms",
                    "there is no column of markets. Add a column 'market', name another, or take sectors as markets."
                ),
            _ => null,
        };
        HasMarkets = groups is not null;
        int[] marketOf = groups?.Numbers.ToArray() ?? new int[network.Count];
        FirmOf = Sorted(network, marketOf);
        RankOf = new int[network.Count];
        MarketOf = new int[network.Count];
        MarketStart = new int[(groups?.Codes.Count ?? 1) + 1];
        for (int r = 0; r < FirmOf.Length; r++)
        {
            RankOf[FirmOf[r]] = r;
            MarketOf[r] = marketOf[FirmOf[r]];
            MarketStart[MarketOf[r] + 1] = r + 1;
        }
    }

    /// <summary>Whether a firm can be replaced by others of its market.</summary>
    public bool HasMarkets { get; }

    /// <summary>The firm at each place.</summary>
    public int[] FirmOf { get; }

    /// <summary>The place of each firm.</summary>
    public int[] RankOf { get; }

    /// <summary>The market of the firm at each place.</summary>
    public int[] MarketOf { get; }

    /// <summary>The place at which each market begins, and the number of firms at the end.</summary>
    public int[] MarketStart { get; }

    private static int[] Sorted(SupplyNetwork network, int[] market)
    {
        int[] firms = [.. Enumerable.Range(0, network.Count)];
        var links = new int[network.Count];
        for (int f = 0; f < links.Length; f++)
        {
            links[f] = network.CustomersOf(new(f)).Length + network.SuppliersOf(new(f)).Length;
        }

        IReadOnlyList<string> ids = network.Firms.Ids;
        Array.Sort(
            firms,
            (a, b) =>
                market[a] != market[b] ? market[a].CompareTo(market[b])
                : links[a] != links[b] ? links[b].CompareTo(links[a])
                : string.CompareOrdinal(ids[a], ids[b])
        );
        return firms;
    }
}
