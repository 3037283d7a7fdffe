using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>The quantities that go with a scarcity price, when its rent goes to households and the factor is fully used.</summary>
/// <remarks>
/// Everything is in base prices, and outputs are linear in real final spending R (base 1): x = R x_C + x_E, with x_C what final users need
/// and x_E what is exported whatever they do. Balanced trade: exports pay for imports at the price of the export basket, and the base
/// balance keeps its volume, so that x_E is the balance's share of exports; R follows from the factor that there is. Import prices in
/// factor units: exports keep their volume and foreigners pay what they cost, rent included and handed back; R follows from the factor and
/// the imports that final users can pay. Households' rent is what makes this R affordable, by Walras' law, and never has to be counted. One
/// instance a thread.
/// </remarks>
internal sealed class RationedQuantities
{
    /// <summary>Outputs relative to the base's; a few digits above rounding.</summary>
    private const double Tolerance = 1e-13;
    private const int MostIterations = 2_000;

    /// <summary>Exports are a difference of sums of the size of final spending.</summary>
    private const double Rounding = 1e-12;

    /// <summary>
    /// Mixing loses its way where outputs per unit of final use differ by powers of ten, as at high prices: from here on the plain series,
    /// which only grows and settles wherever there is a solution.
    /// </summary>
    private const int AcceleratedIterations = 200;

    private readonly RegionEconomy _economy;
    private readonly ProductUse _users;
    private readonly AndersonAcceleration _acceleration;
    private readonly double[] _scale;
    private readonly double[] _final;
    private readonly double[] _exported;
    private readonly double[] _output;
    private readonly double[] _iterate;
    private readonly double[] _next;
    private readonly double[] _use;

    public RationedQuantities(RegionEconomy economy)
    {
        _economy = economy;
        int n = economy.Size;
        _users = new ProductUse(economy);
        _acceleration = new AndersonAcceleration(n);
        _final = new double[n];
        _exported = new double[n];
        _output = new double[n];
        _iterate = new double[n];
        _next = new double[n];
        _use = new double[n];
        double typical = economy.Shares.FinalSpending / n;
        _scale = Array.ConvertAll(economy.Base.Output, x => x > 0 ? x : typical);
        Reset();
    }

    /// <summary>Output by industry after <see cref="Solve"/>, in base prices.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>Real final spending over the base's.</summary>
    public double RealSpending { get; private set; }

    /// <summary>
    /// Whether final use and exports are above zero; they are not where scarcity leaves fewer imports than the base deficit gives.
    /// </summary>
    public bool IsPayable { get; private set; }

    private bool IsBalanced => _economy.Options.Trade == TradeClosure.Balanced;

    /// <summary>Starts the next solve at the base.</summary>
    public void Reset()
    {
        _economy.Base.Output.CopyTo(_final, 0);
        Array.Clear(_exported);
    }

    /// <summary>Solves at the prices of a shock, from where the last solve ended; false where the series did not settle.</summary>
    public bool Solve(PriceSystem prices, ReadOnlySpan<double> home, PriceShock shock, CancellationToken cancellation)
    {
        _users.Set(home, prices, 0, shock);
        double exports = _economy.Shares.ExportTotal;
        double given =
            !IsBalanced ? 1
            : exports > 0 ? _economy.Base.TradeBalance / exports
            : 0;
        if (
            !Settle(prices, _final, withFinal: true, 0, cancellation)
            || (given != 0 && !Settle(prices, _exported, withFinal: false, given, cancellation))
        )
        {
            return false;
        }

        (double factor, double imports) = Resources(prices, _final, withFinal: true);
        (double exportFactor, double exportImports) = given != 0 ? Resources(prices, _exported, withFinal: false) : (0, 0);
        RealSpending = IsBalanced ? (BaseFactor() - exportFactor) / factor : _economy.Shares.FinalSpending / (factor + imports);
        for (int i = 0; i < _output.Length; i++)
        {
            _output[i] = (RealSpending * _final[i]) + (given != 0 ? _exported[i] : 0);
        }

        double volume = IsBalanced && exports > 0 ? given + (((RealSpending * imports) + exportImports) / exports) : given;
        IsPayable = RealSpending > 0 && volume * exports >= -Rounding * _economy.Shares.FinalSpending;
        return true;
    }

    /// <summary>What there is of a product after <see cref="Solve"/>, in base prices.</summary>
    public double SupplyOf(int product, SupplyScope scope, PriceSystem prices)
    {
        double home = scope == SupplyScope.Imported ? 0 : _output[product];
        if (scope == SupplyScope.Domestic)
        {
            return home;
        }

        _users.Of(prices, _output, withFinal: false, _use);
        double use = _use[product] + (RealSpending * _users.FinalUseOf(product));
        return home + (use * _users.ImportRatio[product]);
    }

    /// <summary>Solves x = use(x) at home + exports, accelerated, on outputs relative to the base's.</summary>
    private bool Settle(PriceSystem prices, double[] output, bool withFinal, double given, CancellationToken cancellation)
    {
        for (int i = 0; i < output.Length; i++)
        {
            _iterate[i] = output[i] / _scale[i];
        }

        _acceleration.Reset();
        if (Repeat(AcceleratedIterations, (iterate, next) => _acceleration.Step(iterate, next)))
        {
            return true;
        }

        Array.Clear(_iterate);
        return Repeat(MostIterations, (iterate, next) => next.CopyTo(iterate, 0));

        bool Repeat(int most, Action<double[], double[]> step)
        {
            for (int iteration = 0; iteration < most; iteration++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i < output.Length; i++)
                {
                    output[i] = _iterate[i] * _scale[i];
                }

                double change = Sweep(prices, output, withFinal, given);
                if (!double.IsFinite(change))
                {
                    return false;
                }

                if (change <= Tolerance)
                {
                    for (int i = 0; i < output.Length; i++)
                    {
                        output[i] = _next[i] * _scale[i];
                    }

                    return true;
                }

                step(_iterate, _next);
            }

            return false;
        }
    }

    private double Sweep(PriceSystem prices, double[] output, bool withFinal, double given)
    {
        _users.Of(prices, output, withFinal, _use);
        double volume = given;
        if (IsBalanced && _economy.Shares.ExportTotal > 0)
        {
            volume += Imports(prices, output) / _economy.Shares.ExportTotal;
        }

        double change = 0;
        double largest = 1;
        for (int i = 0; i < output.Length; i++)
        {
            _next[i] = ((_use[i] * _users.HomeRatio[i]) + (volume * _users.Exports[i])) / _scale[i];
            double step = Math.Abs(_next[i] - _iterate[i]);
            change = step > change || double.IsNaN(step) ? step : change;
            largest = Math.Max(largest, Math.Abs(_next[i]));
        }

        return change / largest;
    }

    /// <summary>The factor that outputs need, and the imports that go with them.</summary>
    private (double Factor, double Imports) Resources(PriceSystem prices, double[] output, bool withFinal)
    {
        CalibratedShares shares = _economy.Shares;
        double factor = 0;
        for (int j = 0; j < output.Length; j++)
        {
            factor += output[j] * shares.ValueAddedShare[j] * Math.Exp(_economy.Elasticities.ValueAddedInputs[j] * prices.Cost[j]);
        }

        _users.Of(prices, output, withFinal, _use);
        return (factor, Imports(prices, output));
    }

    /// <summary>Imports in base prices, of the use at hand: what users share, and the imported own use that was netted out.</summary>
    private double Imports(PriceSystem prices, double[] output)
    {
        double imports = 0;
        for (int i = 0; i < output.Length; i++)
        {
            imports += (_use[i] * _users.ImportRatio[i]) + _users.OwnImports(i, output[i]);
        }

        return imports;
    }

    private double BaseFactor()
    {
        double factor = 0;
        for (int j = 0; j < _output.Length; j++)
        {
            factor += _economy.Base.Output[j] * _economy.Shares.ValueAddedShare[j];
        }

        return factor;
    }
}
