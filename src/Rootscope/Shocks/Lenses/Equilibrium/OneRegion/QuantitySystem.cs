namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Quantities of the base, in base prices (the table's money).</summary>
/// <param name="Output">Output by industry.</param>
/// <param name="TradeBalance">Exports less imports.</param>
internal sealed record BaseQuantities(double[] Output, double TradeBalance);

/// <summary>The quantities that go with solved prices: what each industry makes when shares follow the new prices.</summary>
/// <remarks>
/// x = (I − A'_d)⁻¹ (f'_d + ex'), with a basket of exports that pays for imports (balanced) or exports that keep their volumes (factor),
/// solved by its series. In base prices, so that the base's quantities are its values. One instance a thread.
/// </remarks>
internal sealed class QuantitySystem
{
    private const double Tolerance = 1e-12;
    private const int MostIterations = 5_000;

    private readonly RegionEconomy _economy;
    private readonly ProductUse _users;
    private readonly double[] _output;
    private readonly double[] _use;

    public QuantitySystem(RegionEconomy economy)
    {
        _economy = economy;
        _users = new ProductUse(economy);
        _output = new double[economy.Size];
        _use = new double[economy.Size];
    }

    /// <summary>Output by industry after <see cref="Solve"/>, in base prices.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>The quantities before any shock.</summary>
    public static BaseQuantities SolveBase(RegionEconomy economy)
    {
        var system = new QuantitySystem(economy);
        var prices = new PriceSystem(economy);
        economy.Table.Output.CopyTo(system._output);
        prices.Map(new double[economy.Size], PriceShock.None, new double[economy.Size]);
        system._users.Set(new double[economy.Size], prices, 0, PriceShock.None);
        if (!system.Iterate(prices, balance: null))
        {
            throw new ModelException(
                $"{economy.Table.Metadata.Id}: the domestic production system has no finite solution (it is not productive). "
                    + $"Check the table with {Repair.Step(RepairStep.CheckTable, economy.Table.Metadata.Id)}."
            );
        }

        double imports = system.ImportBill(prices);

        return new BaseQuantities([.. system._output], economy.Shares.ExportTotal - imports);
    }

    /// <summary>Solves for output at the prices of a rise of cost; false where the series did not settle.</summary>
    public bool Solve(PriceSystem prices, ReadOnlySpan<double> home, PriceShock shock)
    {
        _economy.Base.Output.CopyTo(_output, 0);

        // Spending stays, so real final use falls with the index.
        _users.Set(home, prices, -prices.FinalIndex(), shock);
        double? balance = _economy.Options.Trade == TradeClosure.Balanced ? _economy.Base.TradeBalance : null;
        return Iterate(prices, balance);
    }

    private bool Iterate(PriceSystem prices, double? balance)
    {
        double scale = Math.Max(_economy.Shares.FinalSpending, double.Epsilon);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            _users.Of(prices, _output, withFinal: true, _use);
            double volume = ExportVolume(prices, balance);
            double change = 0;
            for (int i = 0; i < _output.Length; i++)
            {
                double next = (_use[i] * _users.HomeRatio[i]) + (volume * _users.Exports[i]);
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
            bill += _use[i] * _users.ImportRatio[i] * Math.Exp(prices.Import[i]);
            bill += _users.OwnImports(i, _output[i]) * Math.Exp(prices.ExportBasket);
        }

        return bill;
    }
}
