using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Who uses how much of what at solved prices: quantities per unit of output and of final spending, in base prices.</summary>
/// <remarks>The derivatives of the price indices of <see cref="PriceSystem"/> by price (Shephard's lemma). One instance a thread.</remarks>
internal sealed class ProductUse
{
    private readonly RegionEconomy _economy;
    private readonly double[] _final;
    private readonly double[] _bundle;
    private readonly double[] _ownImports;
    private readonly double[] _bundles;

    public ProductUse(RegionEconomy economy)
    {
        _economy = economy;
        int n = economy.Size;
        _final = new double[n];
        _bundle = new double[n];
        _ownImports = new double[n];
        _bundles = new double[n];
        HomeRatio = new double[n];
        ImportRatio = new double[n];
        Exports = new double[n];
    }

    /// <summary>Home output per unit of a product's use.</summary>
    public double[] HomeRatio { get; }

    /// <summary>Imports per unit of a product's use.</summary>
    public double[] ImportRatio { get; }

    /// <summary>Exports of each product where the basket of exports keeps its volume, in base prices.</summary>
    public double[] Exports { get; }

    /// <summary>Final use of a product, in base prices.</summary>
    public double FinalUseOf(int product) => _final[product];

    /// <summary>Takes the prices.</summary>
    /// <param name="home">Log prices of home output to its users.</param>
    /// <param name="prices">The other prices.</param>
    /// <param name="logSpending">Log of final spending relative to the base.</param>
    /// <param name="shock">The shock; a rise of cost wastes what the industry takes in.</param>
    public void Set(ReadOnlySpan<double> home, PriceSystem prices, double logSpending, PriceShock shock)
    {
        CalibratedShares shares = _economy.Shares;
        NestElasticities elasticities = _economy.Elasticities;
        double index = prices.FinalIndex();
        double exported = _economy.Options.Trade == TradeClosure.Balanced ? _economy.Options.ExportsElasticity : 0;
        prices.Bundles.Prepare(prices.Composite, prices.Inputs);
        for (int i = 0; i < _final.Length; i++)
        {
            double composite = prices.Composite[i];
            double armington = elasticities.DomesticImported[i];
            HomeRatio[i] = (1 - shares.ImportShare[i]) * Math.Exp(armington * (composite - home[i]));
            ImportRatio[i] = shares.ImportShare[i] * Math.Exp(armington * (composite - prices.Import[i]));
            _final[i] = shares.FinalUse[i] * Math.Exp(prices.LogFinalUse(i, index) + logSpending);
            double cost = shares.Inputs[i] + shares.ValueAdded[i];
            double waste = Math.Exp(shock.HomeRise(i));
            _bundle[i] =
                cost > 0
                    ? shares.Inputs[i] / cost * waste * Math.Exp(elasticities.ValueAddedInputs[i] * (prices.Cost[i] - prices.Inputs[i]))
                    : 0;
            Exports[i] = shares.Exports[i] * Math.Exp(exported * (prices.ExportBasket - home[i]));
            _ownImports[i] = _bundle[i] * prices.Bundles.OwnImports(i, prices.Inputs[i], prices.ExportBasket);
        }
    }

    /// <summary>Use of each composite product: by every industry's bundle, and by final demand where it is asked for.</summary>
    public void Of(PriceSystem prices, ReadOnlySpan<double> output, bool withFinal, Span<double> use)
    {
        int n = use.Length;
        use.Clear();
        if (withFinal)
        {
            _final.CopyTo(use);
        }

        for (int j = 0; j < n; j++)
        {
            _bundles[j] = output[j] * _bundle[j];
        }

        prices.Bundles.AddUse(_bundles, use);
    }

    /// <summary>Imported own use of an industry that was netted out, in base prices.</summary>
    public double OwnImports(int industry, double output) => output * _ownImports[industry];
}
