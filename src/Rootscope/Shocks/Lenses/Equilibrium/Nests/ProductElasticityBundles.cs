using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>Shares laid out by level of elasticity, made once an economy and shared by all threads.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Shares">Base shares, a row a buyer, products in the order of the levels.</param>
/// <param name="Weights">Base shares summed by level, a row a buyer.</param>
internal sealed record SharesByLevel(ProductLevels Levels, double[] Shares, double[] Weights)
{
    public static SharesByLevel Of(ProductLevels levels, double[] shares, int products)
    {
        int buyers = shares.Length / products;
        int count = levels.Levels.Count;
        var arranged = new double[shares.Length];
        var weights = new double[buyers * count];
        for (int j = 0; j < buyers; j++)
        {
            double[] row = levels.Arrange(shares.AsSpan(j * products, products));
            row.CopyTo(arranged, j * products);
            for (int g = 0; g < count; g++)
            {
                ProductLevel level = levels.Levels[g];
                for (int i = level.Start; i < level.Start + level.Length; i++)
                {
                    weights[(j * count) + g] += row[i];
                }
            }
        }

        return new SharesByLevel(levels, arranged, weights);
    }
}

/// <summary>
/// Bundles in which products have elasticities of their own; products without one take that of their buyer, as does imported own use.
/// </summary>
internal sealed class ProductElasticityBundles : IInputBundles
{
    private readonly CalibratedShares _shares;
    private readonly NestElasticities _elasticities;
    private readonly SharesByLevel _rated;
    private readonly double[] _terms;
    private readonly double[] _byProduct;
    private readonly double[] _byBuyer;
    private readonly double[] _levelUse;
    private readonly int[] _all;
    private readonly double[] _sums;
    private readonly double[] _powers;
    private readonly double[] _levelTerms;
    private readonly double[] _levelWeights;

    public ProductElasticityBundles(CalibratedShares shares, NestElasticities elasticities, SharesByLevel rated)
    {
        _shares = shares;
        _elasticities = elasticities;
        _rated = rated;
        int n = shares.Inputs.Length;

        // The last level is that of imported own use.
        int levels = rated.Levels.Levels.Count + 1;
        _terms = new double[n];
        _byProduct = new double[n];
        _byBuyer = new double[n * rated.Levels.Levels.Count];
        _levelUse = new double[n];
        _all = [.. Enumerable.Range(0, n)];
        _sums = new double[n];
        Array.Fill(_sums, 1);
        _powers = new double[levels];
        _levelTerms = new double[levels];
        _levelWeights = new double[levels];
    }

    public void SetPrices(ReadOnlySpan<double> composite, double ownImports, Span<double> prices)
    {
        int n = composite.Length;
        foreach (ProductLevel level in _rated.Levels.Levels)
        {
            if (level.Elasticity is { } elasticity)
            {
                SetTerms(composite, level, elasticity);
            }
        }

        foreach (BuyerGroup group in _elasticities.Groups)
        {
            if (_rated.Levels.Levels[^1] is { Elasticity: null } unrated)
            {
                SetTerms(composite, unrated, group.Elasticity);
            }

            double own = ImplicitIndex.Term(ownImports, group.Elasticity);
            foreach (int j in group.Buyers)
            {
                (prices[j], _sums[j]) = Price(j, n, group.Elasticity, own, prices[j]);
            }
        }
    }

    public void Prepare(ReadOnlySpan<double> composite, ReadOnlySpan<double> prices)
    {
        int count = _rated.Levels.Levels.Count;
        foreach (BuyerGroup group in _elasticities.Groups)
        {
            foreach (int j in group.Buyers)
            {
                for (int g = 0; g < count; g++)
                {
                    _byBuyer[(j * count) + g] = Math.Exp((_rated.Levels.Levels[g].Elasticity ?? group.Elasticity) * prices[j]) / _sums[j];
                }
            }
        }

        for (int g = 0; g < count; g++)
        {
            ProductLevel level = _rated.Levels.Levels[g];
            for (int i = level.Start; i < level.Start + level.Length; i++)
            {
                _byProduct[i] = composite[_rated.Levels.Order[i]];
            }
        }
    }

    public void AddUse(ReadOnlySpan<double> bundles, Span<double> use)
    {
        for (int g = 0; g < _rated.Levels.Levels.Count; g++)
        {
            ProductLevel level = _rated.Levels.Levels[g];
            if (level.Elasticity is { } elasticity)
            {
                AddLevel(bundles, g, elasticity, _all, use);
                continue;
            }

            foreach (BuyerGroup group in _elasticities.Groups)
            {
                AddLevel(bundles, g, group.Elasticity, group.Buyers, use);
            }
        }
    }

    public double OwnImports(int industry, double bundlePrice, double ownImports)
    {
        double own = _shares.OwnImportShare[industry];
        return own > 0 ? own * Math.Exp(_elasticities.AmongInputs[industry] * (bundlePrice - ownImports)) / _sums[industry] : 0;
    }

    /// <summary>What buyers use of the products of one level.</summary>
    private void AddLevel(ReadOnlySpan<double> bundles, int g, double elasticity, int[] buyers, Span<double> use)
    {
        ProductLevel level = _rated.Levels.Levels[g];
        int n = use.Length;
        int count = _rated.Levels.Levels.Count;
        Span<double> sum = _levelUse.AsSpan(0, level.Length);
        sum.Clear();
        foreach (int j in buyers)
        {
            double scaled = bundles[j] * _byBuyer[(j * count) + g];
            if (scaled != 0)
            {
                DenseKernels.AddScaled(sum, scaled, _rated.Shares.AsSpan((j * n) + level.Start, level.Length));
            }
        }

        for (int i = 0; i < level.Length; i++)
        {
            use[_rated.Levels.Order[level.Start + i]] += sum[i] * Math.Exp(-elasticity * _byProduct[level.Start + i]);
        }
    }

    private void SetTerms(ReadOnlySpan<double> composite, ProductLevel level, double elasticity)
    {
        for (int i = level.Start; i < level.Start + level.Length; i++)
        {
            _terms[i] = ImplicitIndex.Term(composite[_rated.Levels.Order[i]], elasticity);
        }
    }

    private (double LogPrice, double Sum) Price(int buyer, int n, double elasticity, double own, double start)
    {
        int levels = _rated.Levels.Levels.Count;
        for (int g = 0; g < levels; g++)
        {
            ProductLevel level = _rated.Levels.Levels[g];
            _powers[g] = 1 - (level.Elasticity ?? elasticity);
            _levelTerms[g] = DenseKernels.Dot(
                _rated.Shares.AsSpan((buyer * n) + level.Start, level.Length),
                _terms.AsSpan(level.Start, level.Length)
            );
            _levelWeights[g] = _rated.Weights[(buyer * levels) + g];
        }

        double abroad = _shares.OwnImportShare[buyer];
        _powers[levels] = 1 - elasticity;
        _levelTerms[levels] = abroad * own;
        _levelWeights[levels] = abroad;
        if (_shares.Inputs[buyer] <= 0)
        {
            return (0, 1);
        }

        // At settled prices the guess is the price, and the sum exact.
        return ImplicitIndex.Solve(_powers, _levelTerms, _levelWeights, start, exactSum: false);
    }
}
