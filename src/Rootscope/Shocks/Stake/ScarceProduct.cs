using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Stake;

/// <summary>The product that is short: who uses it, and how much of its supply there is before.</summary>
/// <param name="Product">Its number.</param>
/// <param name="Scope">Which supply is short.</param>
/// <param name="CapitalShares">Its share, as a capital good, in the inputs of each buyer; null where it is none.</param>
/// <param name="CapitalRows">The same for each of its items, in the order of <see cref="InputItems.RowsOf"/>; empty where it is none.</param>
/// <param name="Flow">Base supply for current inputs, final use and exports. Unit: the table's money.</param>
/// <param name="Services">Base supply of its services as a capital good. Unit: the table's money.</param>
internal sealed record ScarceProduct(
    int Product,
    SupplyScope Scope,
    double[]? CapitalShares,
    double[][] CapitalRows,
    double Flow,
    double Services
)
{
    public bool HitsHome => Scope != SupplyScope.Imported;

    public bool HitsImports => Scope != SupplyScope.Domestic;

    /// <summary>Share of services in the home use of the product, before it is short. Unit: share.</summary>
    public double CapitalShareOfUse { get; private init; }

    public static ScarceProduct Of(StakeEconomy economy, int product, SupplyScope scope)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        double[]? capital = economy.CapitalShares(product);
        double use = shares.FinalUse[product];
        double services = 0;
        for (int j = 0; j < n; j++)
        {
            double bundles = (1 - shares.ValueAddedShare[j]) * economy.Base.Output[j];
            double used = capital?[j] ?? 0;
            use += bundles * (shares.InputShares[(j * n) + product] - used);
            services += bundles * used;
        }

        double supplied = scope switch
        {
            SupplyScope.Domestic => 1 - shares.ImportShare[product],
            SupplyScope.Imported => shares.ImportShare[product],
            _ => 1,
        };
        double exports = scope == SupplyScope.Imported ? 0 : shares.Exports[product];
        return new ScarceProduct(
            product,
            scope,
            capital,
            capital is null ? [] : [.. economy.Items.RowsOf[product].Select(row => OfRow(economy.Items, row, capital))],
            (supplied * use) + exports,
            supplied * services
        )
        {
            CapitalShareOfUse = use + services > 0 ? services / (use + services) : 0,
        };
    }

    private static double[] OfRow(InputItems items, int row, double[] capital)
    {
        var result = new double[capital.Length];
        for (int j = 0; j < items.Size; j++)
        {
            result[j] = items.IsBoughtBy(row, j) ? capital[j] : 0;
        }

        return result;
    }
}
