using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>
/// The first-order elasticities of an economy: how real final spending answers to the supply of each product before any large shock.
/// </summary>
/// <remarks>
/// One backward pass instead of n perturbations. With weights g on product prices and h on home costs,
/// g = α + Σ_j h_j (1 − β_j) γ_·j and h = (1 − m) ∘ g + η M, M the weight of all imports (m·g and imported own use) under balanced
/// trade and 0 otherwise; the elasticity is h_k + m_k g_k for all supply,
/// h_k for domestic and m_k g_k for imported. Independent of every elasticity of substitution; equals the Domar weight in a closed table
/// (Hulten 1978). Unit: ratio.
/// </remarks>
internal sealed class FirstOrderElasticities
{
    private const double Tolerance = 1e-15;
    private const int MostIterations = 20_000;

    private readonly double[] _home;
    private readonly double[] _imported;

    private FirstOrderElasticities(double[] home, double[] imported)
    {
        _home = home;
        _imported = imported;
    }

    public static FirstOrderElasticities Of(RegionEconomy economy)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        var product = new double[n];
        var home = new double[n];
        bool balanced = economy.Options.Trade == TradeClosure.Balanced;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            shares.FinalShare.CopyTo(product, 0);
            double ownImports = 0;
            for (int j = 0; j < n; j++)
            {
                double weight = home[j] * (1 - shares.ValueAddedShare[j]);
                if (weight != 0)
                {
                    DenseKernels.AddScaled(product, weight, shares.InputShares.AsSpan(j * n, n));
                    ownImports += weight * shares.OwnImportShare[j];
                }
            }

            double imports = balanced ? DenseKernels.Dot(product, shares.ImportShare) + ownImports : 0;
            double change = 0;
            for (int i = 0; i < n; i++)
            {
                double next = ((1 - shares.ImportShare[i]) * product[i]) + (imports * shares.ExportShare[i]);
                change = Math.Max(change, Math.Abs(next - home[i]));
                home[i] = next;
            }

            if (change <= Tolerance)
            {
                break;
            }
        }

        var imported = new double[n];
        for (int i = 0; i < n; i++)
        {
            imported[i] = shares.ImportShare[i] * product[i];
        }

        return new FirstOrderElasticities(home, imported);
    }

    public double ElasticityOf(int product, SupplyScope scope) =>
        scope switch
        {
            SupplyScope.Domestic => _home[product],
            SupplyScope.Imported => _imported[product],
            _ => _home[product] + _imported[product],
        };
}
