using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Whether prices that grow without bound reach final demand, so that everything is lost.</summary>
internal static class Divergence
{
    /// <summary>Follows the products at the ceiling through every nest that cannot do without them (elasticity at most 1).</summary>
    public static bool ReachesFinalDemand(RegionEconomy economy, ReadOnlySpan<double> home)
    {
        CalibratedShares shares = economy.Shares;
        NestElasticities elasticities = economy.Elasticities;
        int n = home.Length;
        var output = new bool[n];
        var composite = new bool[n];
        bool grew = false;
        for (int i = 0; i < n; i++)
        {
            output[i] = home[i] >= PriceSystem.Ceiling;
            grew |= output[i];
        }

        while (grew)
        {
            grew = false;
            bool imports =
                economy.Options.Trade == TradeClosure.Balanced
                && ReachesImports(output, shares.ExportShare, economy.Options.ExportsElasticity);
            for (int k = 0; k < n; k++)
            {
                bool essential = elasticities.DomesticImported[k] <= 1;
                bool homePart = output[k] && shares.ImportShare[k] < 1 && (essential || shares.ImportShare[k] == 0);
                bool importPart = imports && shares.ImportShare[k] > 0 && (essential || shares.ImportShare[k] == 1);
                composite[k] |= homePart || importPart || (output[k] && imports);
            }

            for (int j = 0; j < n; j++)
            {
                bool rigid = elasticities.ValueAddedInputs[j] <= 1 || shares.ValueAddedShare[j] == 0;
                bool ownImports = imports && shares.OwnImportShare[j] > 0 && elasticities.AmongInputs[j] <= 1;
                if (
                    !output[j]
                    && rigid
                    && shares.ValueAddedShare[j] < 1
                    && (ownImports || Any(composite, shares.InputShares.AsSpan(j * n, n), k => elasticities.InputElasticity(j, k)))
                )
                {
                    output[j] = true;
                    grew = true;
                }
            }
        }

        return Any(composite, shares.FinalShare, k => elasticities.FinalByProduct[k] ?? elasticities.FinalDemand);
    }

    /// <summary>
    /// Whether the basket that pays for imports grows without bound: with any export, or with all of them where they are substitutes.
    /// </summary>
    private static bool ReachesImports(bool[] output, double[] exported, double elasticity)
    {
        bool all = true;
        for (int i = 0; i < output.Length; i++)
        {
            all &= output[i] || exported[i] <= 0;
        }

        return Any(output, exported) && (elasticity <= 1 || all);
    }

    private static bool Any(bool[] set, ReadOnlySpan<double> weights, Func<int, double>? elasticity = null)
    {
        for (int i = 0; i < set.Length; i++)
        {
            if (set[i] && weights[i] > 0 && (elasticity is null || elasticity(i) <= 1))
            {
                return true;
            }
        }

        return false;
    }
}
