namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>Why a shock leaves a buyer without a product that it uses, or a region without an income.</summary>
public enum InfeasibleReason
{
    /// <summary>Every origin that it bought from is forbidden.</summary>
    NoOrigin,

    /// <summary>Origins replace each other with an elasticity of at most 1, so that no price makes up for one that is gone.</summary>
    EssentialOrigin,

    /// <summary>Makers of the product need more of it than they make after the cut, so that its price grows without bound.</summary>
    NoFinitePrice,

    /// <summary>
    /// The region gives away more than it earns after the shock: its surplus in trade is kept from the base, and no equilibrium leaves it
    /// an income.
    /// </summary>
    NoIncome,
}

/// <summary>A buyer to whom a shock leaves no way to have a product that it uses, or no income to buy anything with.</summary>
/// <param name="Product">The product; "everything" where the region has no income.</param>
/// <param name="Region">The buying region.</param>
/// <param name="Reason">Why no equilibrium supports the shock.</param>
public sealed record InfeasibleBuyer(string Product, string Region, InfeasibleReason Reason)
{
    internal const string Everything = "everything";

    internal (int Product, int Region) Place { get; init; }

    /// <summary>A sentence that names the buyer, the reason and the repair.</summary>
    public override string ToString() =>
        Reason switch
        {
            InfeasibleReason.NoOrigin =>
                $"{Product} in {Region}: every origin it bought from is banned. Leave one, or give an outside option.",
            InfeasibleReason.EssentialOrigin =>
                $"{Product} in {Region}: a banned origin cannot be replaced, because the elasticity among origins is at most 1. "
                    + "Raise it above 1, cut the flow by less than all of it, or give an outside option.",
            InfeasibleReason.NoIncome =>
                $"{Product} in {Region}: its surplus in trade, kept from the base, is more than it earns after the shock, so that no "
                    + "equilibrium leaves it an income. Cut less.",
            _ => $"{Product} in {Region}: its makers need more of it than they make after the cut, so that no finite price supports it. "
                + $"Cut less.",
        };
}
