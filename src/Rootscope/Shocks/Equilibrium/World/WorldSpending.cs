using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium.World;

/// <summary>Spending that follows from prices, shares and wages: X = Σ inputs of sales + final shares × income, with tariff revenue in income.</summary>
/// <remarks>Linear at given shares, and solved by its series from the last spending on. One instance a solve.</remarks>
internal sealed class WorldSpending
{
    private const double Tolerance = 1e-13;
    private const int MostIterations = 5_000;

    private readonly WorldEconomy _base;
    private readonly double[] _tariffs;
    private readonly double[] _next;

    public WorldSpending(WorldEconomy economy, WorldShock shock)
    {
        _base = economy;
        _tariffs = shock.Tariffs ?? economy.Tariffs;
        int cells = economy.RegionCount * economy.ProductCount;
        Spending = new double[cells];
        Sales = new double[cells];
        Income = new double[economy.RegionCount];
        ValueAddedShares = [.. economy.ValueAddedShares];
        InputShares = [.. economy.InputShares];
        FinalShares = [.. economy.FinalShares];
        _next = new double[cells];
    }

    /// <summary>Spending on each product, tariffs included [n·N + j].</summary>
    public double[] Spending { get; }

    /// <summary>Sales of each industry, tariffs excluded [n·N + k].</summary>
    public double[] Sales { get; }

    /// <summary>Income of each region.</summary>
    public double[] Income { get; }

    /// <summary>Value-added shares at the new prices.</summary>
    public double[] ValueAddedShares { get; }

    /// <summary>Input shares at the new prices.</summary>
    public double[] InputShares { get; }

    /// <summary>Final shares at the new prices.</summary>
    public double[] FinalShares { get; }

    /// <summary>Moves the shares to the new prices.</summary>
    public void SetShares(WorldPrices prices, ReadOnlySpan<double> logWages)
    {
        int n = _base.ProductCount;
        for (int region = 0; region < _base.RegionCount; region++)
        {
            double index = prices.FinalIndex(region);
            double finalPower = 1 - _base.Elasticities.FinalDemand;
            for (int k = 0; k < n; k++)
            {
                int cell = (region * n) + k;
                FinalShares[cell] = _base.FinalShares[cell] * Math.Exp(finalPower * (prices.Price[cell] - index));
                double bundle = Ces.Pair(_base.ValueAddedShares[cell], logWages[region], prices.Materials[cell], _base.Elasticities.ValueAddedInputs[k]);
                ValueAddedShares[cell] = _base.ValueAddedShares[cell] * Math.Exp((1 - _base.Elasticities.ValueAddedInputs[k]) * (logWages[region] - bundle));
                double inputPower = 1 - _base.Elasticities.AmongInputs[k];
                for (int j = 0; j < n && inputPower != 0; j++)
                {
                    InputShares[(cell * n) + j] = _base.InputShares[(cell * n) + j] * Math.Exp(inputPower * (prices.Price[(region * n) + j] - prices.Materials[cell]));
                }
            }
        }
    }

    /// <summary>Solves for spending at wages and trade shares; false where the series did not settle.</summary>
    public bool Solve(ReadOnlySpan<double> logWages, ReadOnlySpan<double> trade, ReadOnlySpan<double> deficits, CancellationToken cancellation)
    {
        double scale = _base.ValueAdded.Sum();
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetSales(logWages, trade, deficits);
            double change = Respend();
            if (change <= Tolerance * scale)
            {
                return true;
            }

            if (!double.IsFinite(change))
            {
                return false;
            }
        }

        return false;
    }

    private void SetSales(ReadOnlySpan<double> logWages, ReadOnlySpan<double> trade, ReadOnlySpan<double> deficits)
    {
        int r = _base.RegionCount;
        int n = _base.ProductCount;
        Array.Clear(Sales);
        for (int region = 0; region < r; region++)
        {
            Income[region] = (Math.Exp(logWages[region]) * _base.ValueAdded[region]) + deficits[region];
        }

        for (int j = 0; j < n; j++)
        {
            for (int buyer = 0; buyer < r; buyer++)
            {
                int row = ((j * r) + buyer) * r;
                double spent = Spending[(buyer * n) + j];
                for (int i = 0; i < r; i++)
                {
                    double before = spent * trade[row + i] / (1 + _tariffs[row + i]);
                    Sales[(i * n) + j] += before;
                    Income[buyer] += before * _tariffs[row + i];
                }
            }
        }
    }

    private double Respend()
    {
        int n = _base.ProductCount;
        double change = 0;
        for (int region = 0; region < _base.RegionCount; region++)
        {
            Span<double> next = _next.AsSpan(region * n, n);
            for (int j = 0; j < n; j++)
            {
                next[j] = FinalShares[(region * n) + j] * Income[region];
            }

            for (int k = 0; k < n; k++)
            {
                int cell = (region * n) + k;
                double inputs = Sales[cell] * (1 - ValueAddedShares[cell]);
                if (inputs != 0)
                {
                    DenseKernels.AddScaled(next, inputs, InputShares.AsSpan(cell * n, n));
                }
            }

            for (int j = 0; j < n; j++)
            {
                change = Math.Max(change, Math.Abs(next[j] - Spending[(region * n) + j]));
                Spending[(region * n) + j] = next[j];
            }
        }

        return change;
    }
}
