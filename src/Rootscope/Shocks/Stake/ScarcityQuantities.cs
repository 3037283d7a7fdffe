using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Stake;

/// <summary>The quantities that go with the prices of a scarce product: everything made from the factor that there is.</summary>
/// <remarks>
/// Unknowns are outputs, the volume of exports and real final spending R. Outputs meet use; exports pay for imports beside the base
/// balance; the factor is used up. The system is linear; steps by the inverse of the base are mixed, on values relative to the base's.
/// Rents go to households, which makes R affordable by Walras' law, so that they are never counted. One instance a thread.
/// </remarks>
internal sealed class ScarcityQuantities
{
    private const int MostSweeps = 300;

    /// <summary>The last step, relative to the base.</summary>
    private const double LastStep = 2e-13;

    /// <summary>Exports are a difference of sums of the size of final spending.</summary>
    private const double Rounding = 1e-12;

    private readonly StakeEconomy _economy;
    private readonly NestsAtMoment _nests;
    private readonly ScarcityPrices _prices;
    private readonly AndersonAcceleration _mixing;
    private readonly InputItems _items;
    private readonly double[] _guess;
    private readonly double[] _next;
    private readonly double[] _residual;
    private readonly double[] _money;
    private readonly double[] _output;
    private readonly double[] _homeRatio;
    private readonly double[] _importRatio;
    private readonly double[] _final;
    private readonly double[] _exports;
    private readonly double[] _factor;
    private readonly double[] _bundles;
    private readonly double[] _itemUse;
    private readonly double[] _rowUse;
    private readonly double[] _use;
    private ScarceProduct _scarce = null!;
    private double _flowUse;
    private double _servicesUse;
    private double _volume;
    private ScarceRatios _flow;
    private ScarceRatios _services;
    private double _servicesPrice;

    public ScarcityQuantities(StakeEconomy economy, NestsAtMoment nests, ScarcityPrices prices)
    {
        _economy = economy;
        _nests = nests;
        _prices = prices;
        _items = economy.Items;
        int n = economy.Size;
        int stride = _items.Stride;
        _mixing = new AndersonAcceleration(n + 2);
        _guess = new double[n + 2];
        _next = new double[n + 2];
        _residual = new double[n + 2];
        _money = new double[n + 2];
        _output = new double[stride];
        _homeRatio = new double[stride];
        _importRatio = new double[stride];
        _final = new double[n];
        _exports = new double[n];
        _factor = new double[stride];
        _bundles = new double[stride];
        _itemUse = new double[_items.Count];
        _rowUse = new double[_items.Count];
        _use = new double[n];
    }

    /// <summary>Real final spending over the base's.</summary>
    public double Spending { get; private set; }

    /// <summary>Supply of the scarce product for current use, and of its services. Unit: base money.</summary>
    public double Flow { get; private set; }

    public double Services { get; private set; }

    /// <summary>Whether final spending is above zero and exports are not below it, beyond rounding.</summary>
    public bool IsPayable => Spending > 0 && _volume >= -Rounding * _economy.Shares.FinalSpending;

    /// <summary>By how much households' budget misses what the factor, rents and the balance of trade give, over base spending.</summary>
    public double BudgetGap { get; private set; }

    /// <summary>What users pay for the scarce product beyond its cost, as a share of what households spend.</summary>
    public double RentShare { get; private set; }

    /// <summary>How many sweeps there were, in all.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Takes up a product and starts at the base.</summary>
    public void Take(ScarceProduct scarce)
    {
        _scarce = scarce;
        _mixing.Reset();
        Restart();
    }

    /// <summary>Takes up the product of another economy and starts where it stands.</summary>
    public void TakeFrom(ScarcityQuantities other)
    {
        _scarce = other._scarce;
        _mixing.Resume(other._mixing);
        other._guess.CopyTo(_guess, 0);
    }

    /// <summary>Solves at the last prices from where the last solve ended; false where it did not settle.</summary>
    public bool Solve(CancellationToken cancellation)
    {
        SetRatios();
        _mixing.Resume();
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            Sweeps++;
            Spread();
            SetResidual();
            DenseKernels.Multiply(_economy.QuantitySteps, _residual, _next);
            double step = 0;
            double largest = 1;
            for (int i = 0; i < _next.Length; i++)
            {
                double relative = _next[i] / _money[i];
                step = Math.Max(step, Math.Abs(relative));
                largest = Math.Max(largest, Math.Abs(_guess[i]));
                _next[i] = _guess[i] + relative;
            }

            if (step <= LastStep * largest)
            {
                Finish();
                return true;
            }

            if (!double.IsFinite(step))
            {
                break;
            }

            _mixing.Step(_guess, _next);
        }

        if (SolveAtOnce())
        {
            Finish();
            return true;
        }

        Restart();
        _mixing.Reset();
        return false;
    }

    /// <summary>
    /// Solves the linear system by its factors: at prices so far from the base's that steps of the base's inverse do not settle.
    /// </summary>
    private bool SolveAtOnce()
    {
        double[] Missed()
        {
            Spread();
            SetResidual();
            for (int i = 0; i < _next.Length; i++)
            {
                _next[i] = _residual[i] / _money[i];
            }

            return _next;
        }

        bool isSolved = AffineSystem.Solve(_guess, Missed);
        Missed();
        return isSolved;
    }

    /// <summary>Adds by how much outputs and the volume of exports are below the base's, as shares of it, times a weight.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="falls">One sum an industry, that of exports last; those without output, or without exports, stay as they are.</param>
    public void AddFalls(double weight, Span<double> falls)
    {
        int n = _economy.Size;
        for (int i = 0; i < n; i++)
        {
            double before = _economy.Base.Output[i];
            falls[i] += before > 0 ? weight * (1 - (_output[i] / before)) : 0;
        }

        double exports = _economy.Shares.ExportTotal;
        falls[n] += exports > 0 ? weight * (1 - (_volume / exports)) : 0;
    }

    private void Restart()
    {
        int n = _economy.Size;
        for (int i = 0; i < n; i++)
        {
            _guess[i] = _economy.Base.Output[i] / _economy.Base.Scale[i];
        }

        _guess[n] = _economy.Shares.ExportTotal > 0 ? 1 : 0;
        _guess[n + 1] = 1;
    }

    /// <summary>What a unit of output, of use, of exports and of final spending takes at the prices at hand.</summary>
    private void SetRatios()
    {
        CalibratedShares shares = _economy.Shares;
        int n = _economy.Size;
        double index = FinalIndex();
        for (int i = 0; i < n; i++)
        {
            _final[i] = shares.FinalUse[i] * Math.Exp(_nests.FinalDemand * (index - _prices.Composite[i]));
            double price = i == _scarce.Product ? _prices.ExportPriceOfScarce : _prices.Home[i];
            _exports[i] =
                shares.ExportShare[i] == 0 ? 0 : shares.ExportShare[i] * Math.Exp(_economy.ExportsElasticity * (_prices.Exports - price));
            _money[i] = _economy.Base.Scale[i];
        }

        _money[n] = Math.Max(shares.ExportTotal, shares.FinalSpending * 1e-6);
        _money[n + 1] = shares.FinalSpending;
        SetIndustries();
        int k = _scarce.Product;
        _flow = new ScarceRatios(_prices.Flow, shares.ImportShare[k], _nests.DomesticImported[k]);
        _services = new ScarceRatios(_prices.Services, shares.ImportShare[k], _nests.DomesticImported[k]);
        _servicesPrice = _prices.Services.Composite;
        for (int r = 0; r < _itemUse.Length; r++)
        {
            _itemUse[r] = Math.Exp(-_nests.Levels[_items.Level[r]] * _prices.Composite[_items.Product[r]]);
        }
    }

    private void SetIndustries()
    {
        double[] armington = _nests.DomesticImported;
        double[] elasticity = _nests.ValueAddedInputs;
        CalibratedShares shares = _economy.Shares;
        Vector256<double> abroad = Vector256.Create(_prices.Exports);
        for (int i = 0; i < _output.Length; i += LaneExponentials.Width)
        {
            Vector256<double> xi = Vector256.LoadUnsafe(ref armington[i]);
            Vector256<double> composite = Vector256.LoadUnsafe(ref _prices.Composite[i]);
            LaneCes.Exp(xi * (composite - Vector256.LoadUnsafe(ref _prices.Home[i]))).StoreUnsafe(ref _homeRatio[i]);
            LaneCes.Exp(xi * (composite - abroad)).StoreUnsafe(ref _importRatio[i]);
            Vector256<double> cost = Vector256.LoadUnsafe(ref _prices.Cost[i]);
            Vector256<double> e = Vector256.LoadUnsafe(ref elasticity[i]);
            LaneCes.Exp(e * (cost - Vector256.LoadUnsafe(ref _prices.Bundles.Prices[i]))).StoreUnsafe(ref _bundles[i]);
            LaneCes.Exp(e * cost).StoreUnsafe(ref _factor[i]);
        }

        for (int i = 0; i < _output.Length; i++)
        {
            bool real = i < _economy.Size;
            double imported = real ? shares.ImportShare[i] : 0;
            double valueAdded = real ? shares.ValueAddedShare[i] : 0;
            _homeRatio[i] *= real ? 1 - imported : 0;
            _importRatio[i] *= imported;
            _bundles[i] *= real ? 1 - valueAdded : 0;
            _factor[i] *= valueAdded;
        }

        _prices.Bundles.Prepare(_bundles);
    }

    private double FinalIndex()
    {
        double sum = 0;
        double[] weights = _economy.Shares.FinalShare;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] == 0 ? 0 : weights[i] * Ces.Term(_prices.Composite[i], _nests.FinalDemand);
        }

        return FinalPrice = Ces.Index(sum, _nests.FinalDemand);
    }

    /// <summary>Log price of final use.</summary>
    public double FinalPrice { get; private set; }

    /// <summary>Outputs, the volume of exports and spending from their values relative to the base.</summary>
    private void Spread()
    {
        int n = _economy.Size;
        for (int i = 0; i < n; i++)
        {
            _money[i] = _economy.Base.Scale[i];
            _output[i] = _guess[i] * _money[i];
        }

        _volume = _guess[n] * _money[n];
        Spending = _guess[n + 1];
    }

    private void SetResidual()
    {
        int n = _economy.Size;
        double imports = SetUse();
        double factor = 0;
        for (int i = 0; i < n; i++)
        {
            double home = i == _scarce.Product ? (_flowUse * _flow.Home) + (_servicesUse * _services.Home) : _use[i] * _homeRatio[i];
            _residual[i] = home + (_exports[i] * _volume) - _output[i];
            factor += _factor[i] * _output[i];
        }

        _residual[n] = (_economy.Shares.ExportTotal > 0 ? imports + _economy.Base.TradeBalance : 0) - _volume;
        _residual[n + 1] = _economy.Base.Factor - factor;
    }

    /// <summary>Sets the use of every product; returns imports in base prices.</summary>
    private double SetUse()
    {
        int n = _economy.Size;
        for (int i = 0; i < n; i++)
        {
            _use[i] = Spending * _final[i];
        }

        _prices.Bundles.SetUses(_output, _rowUse);
        double imports = 0;
        for (int r = 0; r < _itemUse.Length; r++)
        {
            double use = _itemUse[r] * _rowUse[r];
            if (_items.Product[r] == n)
            {
                imports += use;
            }
            else
            {
                _use[_items.Product[r]] += use;
            }
        }

        int k = _scarce.Product;
        _servicesUse = 0;
        for (int c = 0; c < _scarce.CapitalRows.Length; c++)
        {
            int row = _items.RowsOf[k][c];
            double used = _prices.Bundles.UseOf(row, _scarce.CapitalRows[c]);
            _use[k] -= _itemUse[row] * used;
            _servicesUse += Math.Exp(-_nests.Levels[_items.Level[row]] * _servicesPrice) * used;
        }

        _flowUse = _use[k];
        imports += (_flowUse * _flow.Import) + (_servicesUse * _services.Import);
        for (int i = 0; i < n; i++)
        {
            imports += i == k ? 0 : _use[i] * _importRatio[i];
        }

        return imports;
    }

    private void Finish()
    {
        int k = _scarce.Product;
        double exports = _exports[k] * _volume;
        Flow = Supplied(_flow, _flowUse) + (_scarce.HitsHome ? exports : 0);
        Services = Supplied(_services, _servicesUse);
        double rent = Rent(_prices.Flow, _flow, _flowUse, exports) + Rent(_prices.Services, _services, _servicesUse, 0);
        double income = _economy.Base.Factor + rent - (_economy.Base.TradeBalance * Math.Exp(_prices.Exports));
        double spent = Spending * Math.Exp(FinalPrice) * _economy.Shares.FinalSpending;
        BudgetGap = (spent - income) / _economy.Shares.FinalSpending;
        RentShare = rent / spent;
    }

    private double Supplied(ScarceRatios ratios, double use) =>
        use * ((_scarce.HitsHome ? ratios.Home : 0) + (_scarce.HitsImports ? ratios.Import : 0));

    /// <summary>What users pay beyond cost, in units of the factor.</summary>
    private double Rent(ScarcePrice price, ScarceRatios ratios, double use, double exports)
    {
        double share = AccurateExponentials.ExpMinusOne(price.Scarcity);
        double home = _scarce.HitsHome ? ((use * ratios.Home) + exports) * Math.Exp(_prices.Home[_scarce.Product]) : 0;
        double imports = _scarce.HitsImports ? use * ratios.Import * Math.Exp(_prices.Exports) : 0;
        return share * (home + imports);
    }

    /// <summary>Home output and imports per unit of use of the scarce product.</summary>
    private readonly struct ScarceRatios(ScarcePrice price, double importShare, double elasticity)
    {
        public double Home { get; } = (1 - importShare) * Math.Exp(elasticity * (price.Composite - price.Home));

        public double Import { get; } = importShare * Math.Exp(elasticity * (price.Composite - price.Import));
    }
}
