using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium;

/// <summary>Quantities of the base, in base prices (the table's money).</summary>
/// <param name="Output">Output by industry.</param>
/// <param name="TradeBalance">Exports less imports.</param>
internal sealed record BaseQuantities(double[] Output, double TradeBalance);

/// <summary>The quantities that go with solved prices: what each industry makes when shares follow the new prices.</summary>
/// <remarks>
/// x = (I − A'_d)⁻¹ (f'_d + ex'), with exports that keep their composition and pay for imports (balanced) or keep their volume (factor), solved by
/// its series. In base prices, so that the base's quantities are its values. One instance a thread.
/// </remarks>
internal sealed class QuantitySystem
{
    private const double Tolerance = 1e-12;
    private const int MostIterations = 5_000;

    private readonly RegionEconomy _economy;
    private readonly double[] _output;
    private readonly double[] _use;
    private readonly double[] _final;
    private readonly double[] _bundle;
    private readonly double[] _homeRatio;
    private readonly double[] _importRatio;
    private readonly double[] _groupUse;

    public QuantitySystem(RegionEconomy economy)
    {
        _economy = economy;
        int n = economy.Size;
        _output = new double[n];
        _use = new double[n];
        _final = new double[n];
        _bundle = new double[n];
        _homeRatio = new double[n];
        _importRatio = new double[n];
        _groupUse = new double[n];
    }

    /// <summary>Output by industry after <see cref="Solve"/>, in base prices.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>The quantities before any shock.</summary>
    public static BaseQuantities SolveBase(RegionEconomy economy)
    {
        var system = new QuantitySystem(economy);
        var prices = new PriceSystem(economy);
        economy.Table.Output.CopyTo(system._output);
        var none = new SupplyCut(0, 0, SupplyScope.All);
        prices.Map(new double[economy.Size], none, new double[economy.Size]);
        system.SetRatios(new double[economy.Size], prices, none);
        if (!system.Iterate(prices, balance: null))
        {
            throw new ModelException($"{economy.Table.Metadata.Id}: the domestic production system has no finite solution (it is not productive). "
                + "Check the table with 'rootscope data check'.");
        }

        double imports = system.ImportBill(prices);

        return new BaseQuantities([.. system._output], economy.Shares.ExportTotal - imports);
    }

    /// <summary>Solves for output at the prices of a cut; false where the series did not settle.</summary>
    public bool Solve(PriceSystem prices, ReadOnlySpan<double> home, SupplyCut cut)
    {
        _economy.Base.Output.CopyTo(_output, 0);
        SetRatios(home, prices, cut);
        double? balance = _economy.Options.Trade == TradeClosure.Balanced ? _economy.Base.TradeBalance : null;
        return Iterate(prices, balance);
    }

    private void SetRatios(ReadOnlySpan<double> home, PriceSystem prices, SupplyCut cut)
    {
        CalibratedShares shares = _economy.Shares;
        NestElasticities elasticities = _economy.Elasticities;
        double index = prices.FinalIndex();
        for (int i = 0; i < _use.Length; i++)
        {
            double composite = prices.Composite[i];
            double armington = elasticities.DomesticImported[i];
            _homeRatio[i] = (1 - shares.ImportShare[i]) * Math.Exp(armington * (composite - home[i]));
            _importRatio[i] = shares.ImportShare[i] * Math.Exp(armington * (composite - prices.Import[i]));

            // Spending stays: real final use falls with the index, and shifts with relative prices.
            _final[i] = shares.FinalUse[i] * Math.Exp((elasticities.FinalDemand * (index - composite)) - index);

            // Bundle of inputs per unit of output; the cut wastes a share φ of what its industry takes in.
            double cost = shares.Inputs[i] + shares.ValueAdded[i];
            double waste = (i == cut.Product && cut.Supply != SupplyScope.Imported ? 1 / (1 - cut.Share) : 1) * (prices.Rises is { } rises ? Math.Exp(rises.Home[i]) : 1);
            _bundle[i] = cost > 0
                ? shares.Inputs[i] / cost * waste * Math.Exp(elasticities.ValueAddedInputs[i] * (prices.Cost[i] - prices.Inputs[i]))
                : 0;
        }
    }

    private bool Iterate(PriceSystem prices, double? balance)
    {
        double scale = Math.Max(_economy.Shares.FinalSpending, double.Epsilon);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            SetUse(prices);
            double volume = ExportVolume(prices, balance);
            double change = 0;
            for (int i = 0; i < _output.Length; i++)
            {
                double next = (_use[i] * _homeRatio[i]) + (volume * _economy.Shares.Exports[i]);
                change = Math.Max(change, Math.Abs(next - _output[i]));
                _output[i] = next;
            }

            if (change <= Tolerance * scale)
            {
                return true;
            }

            if (!(change < 1e6 * scale))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Use of each composite product: by final demand and by every industry's bundle.</summary>
    private void SetUse(PriceSystem prices)
    {
        int n = _use.Length;
        _final.CopyTo(_use, 0);
        foreach (BuyerGroup group in _economy.Elasticities.Groups)
        {
            Array.Clear(_groupUse);
            foreach (int j in group.Buyers)
            {
                double bundles = _output[j] * _bundle[j] * Math.Exp(group.Elasticity * prices.Inputs[j]);
                if (bundles != 0)
                {
                    DenseKernels.AddScaled(_groupUse, bundles, _economy.Shares.InputShares.AsSpan(j * n, n));
                }
            }

            for (int k = 0; k < n; k++)
            {
                _use[k] += _groupUse[k] * Math.Exp(-group.Elasticity * prices.Composite[k]);
            }
        }
    }

    /// <summary>Exports over base exports: 1, or what pays for imports beside the base balance.</summary>
    private double ExportVolume(PriceSystem prices, double? balance)
    {
        double exports = _economy.Shares.ExportTotal;
        if (balance is null || exports <= 0)
        {
            return 1;
        }

        double paid = balance.Value + ImportBill(prices);

        return Math.Max(0, paid) / (exports * Math.Exp(prices.ExportBasket));
    }

    /// <summary>What imports cost: those that users share, and the imported own use that was netted out.</summary>
    private double ImportBill(PriceSystem prices)
    {
        double bill = 0;
        for (int i = 0; i < _use.Length; i++)
        {
            bill += _use[i] * _importRatio[i] * Math.Exp(prices.Import[i]);
            double own = _economy.Shares.OwnImportShare[i];
            if (own > 0)
            {
                double elasticity = _economy.Elasticities.AmongInputs[i];
                double quantity = _output[i] * _bundle[i] * own * Math.Exp(elasticity * (prices.Inputs[i] - prices.ExportBasket));
                bill += quantity * Math.Exp(prices.ExportBasket);
            }
        }

        return bill;
    }
}
