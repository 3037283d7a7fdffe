using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>The map from home prices to unit costs whose fixed point is the equilibrium, with the prices it goes through.</summary>
/// <remarks>
/// All prices are logs relative to the base, in units of the factor. One instance a thread. Prices are held at or below
/// <see cref="Ceiling"/>: a price there stands for one that grows without bound.
/// </remarks>
internal sealed class PriceSystem
{
    /// <summary>The highest log price.</summary>
    public const double Ceiling = Ces.HighestLogPrice;

    private readonly RegionEconomy _economy;
    private readonly FinalBundle _final;

    public PriceSystem(RegionEconomy economy)
    {
        _economy = economy;
        int n = economy.Size;
        _final = new FinalBundle(economy.Shares.FinalShare, economy.Elasticities, economy.FinalByLevel);
        Bundles = economy.InputsByLevel is { } rated
            ? new ProductElasticityBundles(economy.Shares, economy.Elasticities, rated)
            : new BuyerElasticityBundles(economy.Shares, economy.Elasticities);
        Composite = new double[n];
        Inputs = new double[n];
        Cost = new double[n];
        Import = new double[n];
    }

    /// <summary>Log price of each product to home users, domestic and imported together.</summary>
    public double[] Composite { get; }

    /// <summary>Log price of each industry's bundle of inputs.</summary>
    public double[] Inputs { get; }

    /// <summary>Log unit cost of each industry before its loss of productivity.</summary>
    public double[] Cost { get; }

    /// <summary>Log price of each imported product.</summary>
    public double[] Import { get; }

    /// <summary>
    /// Log price of imports that no cut touches: of the basket of exports under balanced trade, of the factor otherwise.
    /// </summary>
    public double ExportBasket { get; private set; }

    /// <summary>The bundles of inputs at these prices.</summary>
    public IInputBundles Bundles { get; }

    /// <summary>Forgets the last prices, so that the next do not depend on them.</summary>
    public void Reset()
    {
        Array.Clear(Inputs);
        _final.Reset();
    }

    /// <summary>Log price index of final demand, from the last composite prices.</summary>
    public double FinalIndex() => _final.Index(Composite);

    /// <summary>
    /// Log of a product's final use per unit of real final spending, relative to the base, after <see cref="FinalIndex"/>.
    /// </summary>
    public double LogFinalUse(int product, double index) => _final.LogUse(product, Composite[product], index);

    /// <summary>By how much users of a scarce product pay more than it costs, in log points; 0 where nothing is scarce.</summary>
    public double Scarcity { get; private set; }

    /// <summary>One sweep: from log prices of home output to those that they imply.</summary>
    /// <remarks>
    /// A scarcity price is set on what users pay, not on top of cost: a product that is needed, by a loop, to make itself then has a finite
    /// price at every scarcity.
    /// </remarks>
    public void Map(ReadOnlySpan<double> home, PriceShock shock, Span<double> next)
    {
        SetComposite(home, shock);
        Bundles.SetPrices(Composite, ExportBasket, Inputs);
        CalibratedShares shares = _economy.Shares;
        double[] elasticity = _economy.Elasticities.ValueAddedInputs;
        for (int j = 0; j < next.Length; j++)
        {
            Cost[j] = Ces.Pair(shares.ValueAddedShare[j], 0, Inputs[j], elasticity[j]);
            next[j] = Math.Min(Ceiling, Cost[j] + shock.HomeRise(j));
        }

        if (shock.UserPrice is { } userPrice)
        {
            next[shock.Product] = Ration(shock, userPrice);
        }
    }

    /// <summary>Sets the scarcity that makes users of the product pay their price; returns the log price of its home output.</summary>
    private double Ration(PriceShock shock, double userPrice)
    {
        int k = shock.Product;
        double cost = shock.Supply switch
        {
            SupplyScope.Domestic => Cost[k],
            SupplyScope.Imported => ExportBasket,
            _ => Ces.Pair(1 - _economy.Shares.ImportShare[k], Cost[k], ExportBasket, _economy.Elasticities.DomesticImported[k]),
        };
        Scarcity = userPrice - cost;
        Import[k] = ExportBasket + (shock.HitsImports(k) ? Scarcity : 0);
        return Math.Min(Ceiling, Cost[k] + (shock.HitsHome(k) ? Scarcity : 0));
    }

    private void SetComposite(ReadOnlySpan<double> home, PriceShock shock)
    {
        CalibratedShares shares = _economy.Shares;
        double[] elasticity = _economy.Elasticities.DomesticImported;
        Scarcity = 0;
        ExportBasket =
            _economy.Options.Trade == TradeClosure.Factor ? 0 : Basket(home, shares.ExportShare, _economy.Options.ExportsElasticity);
        for (int k = 0; k < Composite.Length; k++)
        {
            Import[k] = Math.Min(Ceiling, ExportBasket + shock.ImportRise(k));
            if (shock.UserPrice is { } scarce && shock.Product == k)
            {
                Import[k] = shock.Supply == SupplyScope.Imported ? scarce : Import[k];
                Composite[k] =
                    shock.Supply == SupplyScope.All
                        ? scarce
                        : Ces.Pair(
                            1 - shares.ImportShare[k],
                            shock.Supply == SupplyScope.Domestic ? scarce : home[k],
                            Import[k],
                            elasticity[k]
                        );
                continue;
            }

            Composite[k] = Ces.Pair(1 - shares.ImportShare[k], home[k], Import[k], elasticity[k]);
        }
    }

    private static double Basket(ReadOnlySpan<double> home, double[] weights, double elasticity)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] == 0 ? 0 : weights[i] * Ces.Term(home[i], elasticity);
        }

        return Ces.Index(sum, elasticity);
    }
}
