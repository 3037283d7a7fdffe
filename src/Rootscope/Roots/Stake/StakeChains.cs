using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Roots.Stake;

/// <summary>One purchase in a chain.</summary>
/// <param name="Buyer">Number of the industry that buys.</param>
/// <param name="Carried">The root's yearly supply that comes this far by this chain. Unit: the table's money.</param>
/// <param name="CapitalShare">How much of the purchase is used up as a capital good, not as a current input. Unit: share.</param>
/// <param name="StandsOut">Whether the purchase stands out in the source table.</param>
public sealed record StakeChainLink(IndustryNumber Buyer, double Carried, double CapitalShare, bool StandsOut);

/// <summary>A chain of purchases downstream from a product, over current inputs and capital goods.</summary>
/// <param name="Links">The purchases in order; the last buyer is the end.</param>
public sealed record StakeChain(IReadOnlyList<StakeChainLink> Links)
{
    /// <summary>Number of the industry at the end.</summary>
    public IndustryNumber End => Links[^1].Buyer;

    /// <summary>What reaches the end. Unit: the table's money.</summary>
    public double Carried => Links[^1].Carried;

    /// <summary>Whether a purchase of it stands out in the source table.</summary>
    public bool StandsOut => Links.Any(l => l.StandsOut);
}

/// <summary>The chains of two to four purchases that carry most of a product's supply to each industry.</summary>
/// <remarks>
/// The first purchase takes of all supply, home and foreign; later ones pass on what the home output of the buyer before carries:
/// c_1 = S_kj, c_t+1 = c_t · S^d_ij / x_i, with S = Z + K the flows with the yearly use of capital goods and S^d what of them is made at
/// home. No industry occurs twice. Found by passing on, purchase by purchase, the largest value to each industry; a chain whose best
/// beginning holds its end already is passed over. Cost: n² a purchase.
/// </remarks>
public static class StakeChains
{
    /// <summary>The longest chain. Unit: purchases.</summary>
    public const int MostPurchases = 4;

    private const int FewestPurchases = 2;

    /// <summary>The strongest chain to each industry that any reaches, those that carry most first.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="product">Number of the root.</param>
    /// <param name="avoided">Purchases that chains may not use, as (seller, buyer).</param>
    /// <param name="marked">Purchases that stand out where they are used.</param>
    public static IReadOnlyList<StakeChain> Of(
        StakeInputs inputs,
        IndustryNumber product,
        IReadOnlySet<(IndustryNumber Seller, IndustryNumber Buyer)> avoided,
        IReadOnlySet<(IndustryNumber Seller, IndustryNumber Buyer)> marked
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(avoided);
        ArgumentNullException.ThrowIfNull(marked);
        FlowTable support = inputs.Support;
        int n = support.Size;
        ArgumentOutOfRangeException.ThrowIfNegative(product.Value, nameof(product));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product.Value, n, nameof(product));
        double[] home = DomesticFlows.Of(support);
        var carried = new double[MostPurchases + 1][];
        var from = new int[MostPurchases + 1][];
        carried[1] = [.. Enumerable.Range(0, n).Select(j => First(support, product, j, avoided))];
        from[1] = [.. Enumerable.Repeat(product.Value, n)];
        for (int t = 2; t <= MostPurchases; t++)
        {
            (carried[t], from[t]) = (new double[n], new int[n]);
            for (int i = 0; i < n; i++)
            {
                double perOutput = support.Output[i] > 0 ? carried[t - 1][i] / support.Output[i] : 0;
                for (int j = 0; j < n && perOutput > 0; j++)
                {
                    double value = perOutput * home[(i * n) + j];
                    if (value > carried[t][j] && j != product && !avoided.Contains((new(i), new(j))) && !Holds(from, t - 1, i, j))
                    {
                        (carried[t][j], from[t][j]) = (value, i);
                    }
                }
            }
        }

        return
        [
            .. Enumerable
                .Range(0, n)
                .Select(j => (End: j, Purchases: Enumerable.Range(FewestPurchases, MostPurchases - 1).MaxBy(t => carried[t][j])))
                .Where(e => carried[e.Purchases][e.End] > 0)
                .OrderByDescending(e => carried[e.Purchases][e.End])
                .ThenBy(e => e.End)
                .Select(e => Chain(inputs, product, carried, from, e.End, e.Purchases, marked)),
        ];
    }

    private static double First(FlowTable support, int product, int buyer, IReadOnlySet<(IndustryNumber, IndustryNumber)> avoided) =>
        buyer == product || avoided.Contains((new(product), new(buyer))) ? 0 : Math.Max(0, support.SalesOf(new(product))[buyer]);

    private static bool Holds(int[][] from, int purchases, int last, int industry)
    {
        int at = last;
        for (int t = purchases; t >= 1; t--)
        {
            if (at == industry)
            {
                return true;
            }

            at = from[t][at];
        }

        return false;
    }

    private static StakeChain Chain(
        StakeInputs inputs,
        int product,
        double[][] carried,
        int[][] from,
        int end,
        int purchases,
        IReadOnlySet<(IndustryNumber, IndustryNumber)> marked
    )
    {
        var links = new StakeChainLink[purchases];
        int buyer = end;
        for (int t = purchases; t >= 1; t--)
        {
            int seller = t == 1 ? product : from[t][buyer];
            links[t - 1] = new StakeChainLink(
                new(buyer),
                carried[t][buyer],
                CapitalShare(inputs, new(seller), new(buyer)),
                marked.Contains((new(seller), new(buyer)))
            );
            buyer = seller;
        }

        return new StakeChain(links);
    }

    /// <summary>How much of a purchase is used up as a capital good. Unit: share.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="seller">Number of the seller.</param>
    /// <param name="buyer">Number of the buyer.</param>
    public static double CapitalShare(StakeInputs inputs, IndustryNumber seller, IndustryNumber buyer)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        double all = inputs.Support.SalesOf(new(seller.Value))[buyer];
        double capital = all - inputs.Table.SalesOf(new(seller.Value))[buyer];
        return all > 0 ? Math.Clamp(capital / all, 0, 1) : 0;
    }
}
