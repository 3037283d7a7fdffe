using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>Bundles with one elasticity of substitution a buyer.</summary>
internal sealed class BuyerElasticityBundles(CalibratedShares shares, NestElasticities elasticities) : IInputBundles
{
    private readonly double[] _terms = new double[shares.Inputs.Length];
    private readonly double[] _groupUse = new double[shares.Inputs.Length];
    private readonly double[] _byBuyer = new double[shares.Inputs.Length];
    private readonly double[] _byProduct = new double[shares.Inputs.Length * elasticities.Groups.Count];

    public void SetPrices(ReadOnlySpan<double> composite, double ownImports, Span<double> prices)
    {
        int n = composite.Length;
        foreach (BuyerGroup group in elasticities.Groups)
        {
            for (int k = 0; k < n; k++)
            {
                _terms[k] = Ces.Term(composite[k], group.Elasticity);
            }

            double own = Ces.Term(ownImports, group.Elasticity);
            foreach (int j in group.Buyers)
            {
                ReadOnlySpan<double> row = shares.InputShares.AsSpan(j * n, n);
                prices[j] = Ces.Index(DenseKernels.Dot(row, _terms) + (shares.OwnImportShare[j] * own), group.Elasticity);
            }
        }
    }

    public void Prepare(ReadOnlySpan<double> composite, ReadOnlySpan<double> prices)
    {
        for (int g = 0; g < elasticities.Groups.Count; g++)
        {
            BuyerGroup group = elasticities.Groups[g];
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
        for (int g = 0; g < elasticities.Groups.Count; g++)
        {
            Array.Clear(_groupUse);
            foreach (int j in elasticities.Groups[g].Buyers)
            {
                double scaled = bundles[j] * _byBuyer[j];
                if (scaled != 0)
                {
                    DenseKernels.AddScaled(_groupUse, scaled, shares.InputShares.AsSpan(j * n, n));
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
        double own = shares.OwnImportShare[industry];
        return own > 0 ? own * Math.Exp(elasticities.AmongInputs[industry] * (bundlePrice - ownImports)) : 0;
    }
}
