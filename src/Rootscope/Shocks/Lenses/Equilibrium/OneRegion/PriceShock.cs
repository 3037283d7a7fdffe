using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>
/// What a cut does to prices: either the makers and the imports of a product become dearer, or its users pay a scarcity price.
/// </summary>
/// <param name="Product">Number of the product.</param>
/// <param name="Supply">Which supply is hit.</param>
/// <param name="Rise">By how much the cost of the supply rises, in log points; 0 where a scarcity price is set.</param>
/// <param name="UserPrice">
/// What users pay for the supply, as a log price in units of the factor: for home output, for imports, or for the two together. Null where
/// only costs rise.
/// </param>
internal readonly record struct PriceShock(int Product, SupplyScope Supply, double Rise, double? UserPrice)
{
    /// <summary>No product is hit.</summary>
    public static PriceShock None { get; } = new(-1, SupplyScope.All, 0, null);

    /// <summary>By how much the costs of any products rise or fall beside the one that is hit; null where only that one counts.</summary>
    public CostRises? Rises { get; init; }

    /// <summary>The largest push on a price, in log points.</summary>
    public double Size
    {
        get
        {
            double size = Math.Max(Math.Abs(Rise), Math.Abs(UserPrice ?? 0));
            for (int k = 0; k < (Rises?.Home.Length ?? 0); k++)
            {
                size = Math.Max(size, Math.Max(Math.Abs(Rises!.Home[k]), Math.Abs(Rises.Import[k])));
            }

            return size > 0 ? size : 1;
        }
    }

    public bool HitsHome(int product) => product == Product && Supply != SupplyScope.Imported;

    public bool HitsImports(int product) => product == Product && Supply != SupplyScope.Domestic;

    /// <summary>By how much the cost of a product's makers rises, in log points.</summary>
    public double HomeRise(int product) => (HitsHome(product) ? Rise : 0) + (Rises?.Home[product] ?? 0);

    /// <summary>By how much the cost of a product's imports rises, in log points.</summary>
    public double ImportRise(int product) => (HitsImports(product) ? Rise : 0) + (Rises?.Import[product] ?? 0);

    /// <summary>The makers of what a cut leaves over need 1/(1 − φ) of everything for it.</summary>
    public static PriceShock OfCost(SupplyCut cut) => new(cut.Product, cut.Supply, -AccurateExponentials.LogOnePlus(-cut.Share), null);

    /// <summary>Users pay this log price, and what it exceeds cost by is rent.</summary>
    public static PriceShock OfScarcity(SupplyCut cut, double userPrice) => new(cut.Product, cut.Supply, 0, userPrice);
}
