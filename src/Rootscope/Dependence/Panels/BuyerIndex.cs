using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Dependence.Panels;

/// <summary>Which buyer each economy of a panel belongs to.</summary>
internal sealed class BuyerIndex
{
    public const int Nobody = -1;

    private BuyerIndex(IReadOnlyList<Bloc> blocs, int[] buyerOf, int[] partners)
    {
        (Blocs, BuyerOf, Partners) = (blocs, buyerOf, partners);
    }

    public IReadOnlyList<Bloc> Blocs { get; }

    /// <summary>The buyer of each economy, or <see cref="Nobody"/> where it is not asked about.</summary>
    public int[] BuyerOf { get; }

    /// <summary>Number of economies outside each buyer: those it could buy from.</summary>
    public int[] Partners { get; }

    public int Count => Blocs.Count;

    /// <exception cref="UnknownNameException">No member of a bloc trades anything.</exception>
    /// <exception cref="TableException">An economy is in two blocs.</exception>
    public static BuyerIndex Of(TradePanel panel, IReadOnlyList<Bloc> blocs)
    {
        var buyerOf = new int[panel.Economies.Count];
        Array.Fill(buyerOf, Nobody);
        var partners = new int[blocs.Count];
        for (int b = 0; b < blocs.Count; b++)
        {
            int[] members = [.. blocs[b].Members.Select(panel.FindEconomy).Where(e => e >= 0)];
            partners[b] = members.Length > 0 ? panel.Economies.Count - members.Length : throw Unknown(panel, blocs[b]);
            foreach (int economy in members)
            {
                buyerOf[economy] =
                    buyerOf[economy] == Nobody
                        ? b
                        : throw new TableException(
                            blocs[b].Code,
                            $"'{panel.Economies[economy]}' is a member of '{blocs[buyerOf[economy]].Code}' too. Ask about one of the "
                                + $"two at a time."
                        );
            }
        }

        return new BuyerIndex(blocs, buyerOf, partners);
    }

    /// <summary>Whether any member of a buyer trades anything in the year at a place of the panel's years.</summary>
    public bool TradesIn(TradePanel panel, int year, int buyer)
    {
        for (int e = 0; e < BuyerOf.Length; e++)
        {
            if (BuyerOf[e] == buyer && panel.TradesIn(year, e))
            {
                return true;
            }
        }

        return false;
    }

    private static UnknownNameException Unknown(TradePanel panel, Bloc bloc) =>
        new(
            bloc.Members.Count == 1 ? "economy" : "economy of the bloc",
            bloc.Members.Count == 1 ? bloc.Members[0] : bloc.Code,
            NearestNames.Of(bloc.Members[0], panel.Economies) is { Count: > 0 } near ? near : EconomyIdentities.Nearest(bloc.Members[0]),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{panel.Metadata.Title} has {panel.Economies.Count} economies, such as {string.Join(", ", panel.Economies.Take(5))}."
            )
        );
}
