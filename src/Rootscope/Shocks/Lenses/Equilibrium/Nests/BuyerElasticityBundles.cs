using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>Bundles with one elasticity of substitution a buyer.</summary>
internal sealed class BuyerElasticityBundles(RegionEconomy economy) : IInputBundles
{
    private readonly double[] _terms = new double[economy.Size];
    private readonly double[] _groupUse = new double[economy.Size];
    private readonly double[] _byBuyer = new double[economy.Size];
    private readonly double[] _byProduct = new double[economy.Size * economy.Elasticities.Groups.Count];

    public void SetPrices(ReadOnlySpan<double> composite, double ownImports, Span<double> prices)
    {
        int n = composite.Length;
        foreach (BuyerGroup group in economy.Elasticities.Groups)
        {
            for (int k = 0; k < n; k++)
            {
                _terms[k] = Ces.Term(composite[k], group.Elasticity);
            }

            double own = Ces.Term(ownImports, group.Elasticity);
            foreach (int j in group.Buyers)
            {
                ReadOnlySpan<double> row = economy.Shares.InputShares.AsSpan(j * n, n);
                prices[j] = Ces.Index(DenseKernels.Dot(row, _terms) + (economy.Shares.OwnImportShare[j] * own), group.Elasticity);
            }
        }
    }

    public void Prepare(ReadOnlySpan<double> composite, ReadOnlySpan<double> prices)
    {
        for (int g = 0; g < economy.Elasticities.Groups.Count; g++)
        {
            BuyerGroup group = economy.Elasticities.Groups[g];
            for (int k = 0; k < composite.Length; k++)
            {
                _byProduct[(g * composite.Length) + k] = Math.Exp(-group.Elasticity * composite[k]);
            }

            foreach (int j in group.Buyers)
            {
                _byBuyer[j] = Math.Exp(group.Elasticity * prices[j]);
            }
        }
    }

    public void AddUse(ReadOnlySpan<double> bundles, Span<double> use)
    {
        int n = use.Length;
        for (int g = 0; g < economy.Elasticities.Groups.Count; g++)
        {
            Array.Clear(_groupUse);
            foreach (int j in economy.Elasticities.Groups[g].Buyers)
            {
                double scaled = bundles[j] * _byBuyer[j];
                if (scaled != 0)
                {
                    DenseKernels.AddScaled(_groupUse, scaled, economy.Shares.InputShares.AsSpan(j * n, n));
                }
            }

            for (int k = 0; k < n; k++)
            {
                use[k] += _groupUse[k] * _byProduct[(g * n) + k];
            }
        }
    }

    public double OwnImports(int industry, double bundlePrice, double ownImports)
    {
        double own = economy.Shares.OwnImportShare[industry];
        return own > 0 ? own * Math.Exp(economy.Elasticities.AmongInputs[industry] * (bundlePrice - ownImports)) : 0;
    }
}
