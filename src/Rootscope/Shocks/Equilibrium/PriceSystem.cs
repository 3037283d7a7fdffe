using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium;

/// <summary>The map from home prices to unit costs whose fixed point is the equilibrium, with the prices it goes through.</summary>
/// <remarks>
/// All prices are logs relative to the base, in units of the factor. One instance a thread. Prices are held at or below <see cref="Ceiling"/>:
/// a price there stands for one that grows without bound.
/// </remarks>
internal sealed class PriceSystem
{
    /// <summary>e^60 is 10^26 times the base price.</summary>
    public const double Ceiling = 60;

    private readonly RegionEconomy _economy;
    private readonly double[] _terms;

    public PriceSystem(RegionEconomy economy)
    {
        _economy = economy;
        int n = economy.Size;
        _terms = new double[n];
        Composite = new double[n];
        Inputs = new double[n];
        Cost = new double[n];
        Import = new double[n];
    }

    /// <summary>By how much the cost of several products rises at once, beside the one that a cut hits; null where only a cut counts.</summary>
    public CostRises? Rises { get; set; }

    /// <summary>Log price of each product to home users, domestic and imported together.</summary>
    public double[] Composite { get; }

    /// <summary>Log price of each industry's bundle of inputs.</summary>
    public double[] Inputs { get; }

    /// <summary>Log unit cost of each industry before its loss of productivity.</summary>
    public double[] Cost { get; }

    /// <summary>Log price of each imported product.</summary>
    public double[] Import { get; }

    /// <summary>Log price of imports that no cut touches: of the base basket of exports under balanced trade, of the factor otherwise.</summary>
    public double ExportBasket { get; private set; }

    /// <summary>Log price index of final demand, from the last composite prices.</summary>
    public double FinalIndex()
    {
        CalibratedShares shares = _economy.Shares;
        double elasticity = _economy.Elasticities.FinalDemand;
        double sum = 0;
        for (int k = 0; k < Composite.Length; k++)
        {
            sum += shares.FinalShare[k] == 0 ? 0 : shares.FinalShare[k] * Ces.Term(Composite[k], elasticity);
        }

        return Ces.Index(sum, elasticity);
    }

    /// <summary>One sweep: from log prices of home output to the log unit costs that they imply.</summary>
    public void Map(ReadOnlySpan<double> home, SupplyCut cut, Span<double> next)
    {
        double rise = -Math.Log(1 - cut.Share);
        SetComposite(home, cut, rise);
        SetInputs();
        CalibratedShares shares = _economy.Shares;
        double[] elasticity = _economy.Elasticities.ValueAddedInputs;
        for (int j = 0; j < next.Length; j++)
        {
            Cost[j] = Ces.Pair(shares.ValueAddedShare[j], 0, Inputs[j], elasticity[j]);
            bool hit = j == cut.Product && cut.Supply != SupplyScope.Imported;
            next[j] = Math.Min(Ceiling, Cost[j] + (hit ? rise : 0) + (Rises?.Home[j] ?? 0));
        }
    }

    private void SetComposite(ReadOnlySpan<double> home, SupplyCut cut, double rise)
    {
        CalibratedShares shares = _economy.Shares;
        double[] elasticity = _economy.Elasticities.DomesticImported;
        ExportBasket = _economy.Options.Trade == TradeClosure.Factor ? 0 : Basket(home, shares.ExportShare);
        for (int k = 0; k < Composite.Length; k++)
        {
            bool hit = k == cut.Product && cut.Supply != SupplyScope.Domestic;
            Import[k] = Math.Min(Ceiling, ExportBasket + (hit ? rise : 0) + (Rises?.Import[k] ?? 0));
            Composite[k] = Ces.Pair(1 - shares.ImportShare[k], home[k], Import[k], elasticity[k]);
        }
    }

    private void SetInputs()
    {
        int n = Composite.Length;
        foreach (BuyerGroup group in _economy.Elasticities.Groups)
        {
            for (int k = 0; k < n; k++)
            {
                _terms[k] = Ces.Term(Composite[k], group.Elasticity);
            }

            double ownImports = Ces.Term(ExportBasket, group.Elasticity);
            foreach (int j in group.Buyers)
            {
                ReadOnlySpan<double> row = _economy.Shares.InputShares.AsSpan(j * n, n);
                Inputs[j] = Ces.Index(DenseKernels.Dot(row, _terms) + (_economy.Shares.OwnImportShare[j] * ownImports), group.Elasticity);
            }
        }
    }

    private static double Basket(ReadOnlySpan<double> home, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] == 0 ? 0 : weights[i] * AccurateExponentials.ExpMinusOne(home[i]);
        }

        return AccurateExponentials.LogOnePlus(sum);
    }
}
