using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>The derivative of the map of a <see cref="PriceSystem"/> at its last prices, and how prices settle by it.</summary>
/// <remarks>
/// By Shephard's lemma the derivatives of log indices are shares of cost at the prices at hand. Prices at the ceiling do not move. Takes
/// its memory when it is first used. Cost: n² exponentials and 2n³/3. One instance a thread.
/// </remarks>
internal sealed class PriceJacobian(RegionEconomy economy, PriceSystem prices)
{
    private readonly CalibratedShares _shares = economy.Shares;
    private readonly NestElasticities _elasticities = economy.Elasticities;
    private readonly int _n = economy.Size;
    private readonly DenseWorkspace _workspace = new(economy.Size, threads: 1);
    private readonly double[] _matrix = new double[economy.Size * economy.Size];
    private readonly double[] _home = new double[economy.Size];
    private readonly double[] _abroad = new double[economy.Size];
    private readonly double[] _basket = new double[economy.Size];
    private readonly double[] _inputs = new double[economy.Size];

    /// <summary>Solves (I − J) x = push at the prices of the last map; false where the system is singular.</summary>
    /// <param name="home">Log prices of home output that were mapped.</param>
    /// <param name="image">What the map made of them.</param>
    /// <param name="shock">The shock.</param>
    /// <param name="push">The push by industry; holds x afterwards.</param>
    public bool Settle(ReadOnlySpan<double> home, ReadOnlySpan<double> image, PriceShock shock, Span<double> push)
    {
        SetPassing(home, shock);
        for (int j = 0; j < _n; j++)
        {
            Span<double> row = _matrix.AsSpan(j * _n, _n);
            row.Clear();
            if (image[j] < PriceSystem.Ceiling && !(shock.UserPrice is not null && shock.Product == j && shock.HitsHome(j)))
            {
                AddCost(j, 1, row);
            }
        }

        if (shock is { UserPrice: not null, Supply: SupplyScope.All } && image[shock.Product] < PriceSystem.Ceiling)
        {
            AddRationed(shock.Product, _matrix.AsSpan(shock.Product * _n, _n));
        }

        for (int j = 0; j < _n; j++)
        {
            Span<double> row = _matrix.AsSpan(j * _n, _n);
            for (int i = 0; i < _n; i++)
            {
                row[i] = (i == j ? 1 : 0) - row[i];
            }
        }

        var factors = LuFactors.Of(_matrix, _n, _workspace);
        if (factors.IsSingular)
        {
            return false;
        }

        factors.Solve(push, 1, _workspace);
        return true;
    }

    /// <summary>Shares of home supply and of imports in each product, and those of the export basket.</summary>
    private void SetPassing(ReadOnlySpan<double> home, PriceShock shock)
    {
        bool balanced = economy.Options.Trade == TradeClosure.Balanced;
        double exported = 1 - economy.Options.ExportsElasticity;
        for (int k = 0; k < _n; k++)
        {
            double m = _shares.ImportShare[k];
            bool scarce = shock.UserPrice is not null && shock.Product == k;
            double composite = prices.Composite[k];
            double power = 1 - _elasticities.DomesticImported[k];
            double own = scarce && shock.Supply == SupplyScope.Domestic ? shock.UserPrice!.Value : home[k];
            _home[k] = scarce && shock.HitsHome(k) ? 0 : (1 - m) * Math.Exp(power * (own - composite));
            bool held = !balanced || (scarce && shock.HitsImports(k)) || prices.Import[k] >= PriceSystem.Ceiling;
            _abroad[k] = held ? 0 : m * Math.Exp(power * (prices.Import[k] - composite));
            _basket[k] = balanced ? _shares.ExportShare[k] * Math.Exp(exported * (home[k] - prices.ExportBasket)) : 0;
        }
    }

    /// <summary>Adds the derivative of an industry's cost, times a factor.</summary>
    private void AddCost(int j, double factor, Span<double> row)
    {
        double inputs =
            factor
            * (1 - _shares.ValueAddedShare[j])
            * Math.Exp((1 - _elasticities.ValueAddedInputs[j]) * (prices.Inputs[j] - prices.Cost[j]));
        if (inputs == 0)
        {
            return;
        }

        double own = 0;
        double sum = 0;
        if (_shares.OwnImportShare[j] > 0)
        {
            own = _shares.OwnImportShare[j] * Math.Exp((1 - _elasticities.AmongInputs[j]) * (prices.ExportBasket - prices.Inputs[j]));
            sum = own;
        }

        ReadOnlySpan<double> base0 = _shares.InputShares.AsSpan(j * _n, _n);
        for (int k = 0; k < _n; k++)
        {
            double share =
                base0[k] == 0
                    ? 0
                    : base0[k] * Math.Exp((1 - _elasticities.InputElasticity(j, k)) * (prices.Composite[k] - prices.Inputs[j]));
            _inputs[k] = share;
            sum += share;
        }

        double imported = own;
        for (int k = 0; k < _n && sum > 0; k++)
        {
            imported += _inputs[k] * _abroad[k];
            row[k] += inputs / sum * _inputs[k] * _home[k];
        }

        for (int i = 0; i < _n && imported > 0 && economy.Options.Trade == TradeClosure.Balanced; i++)
        {
            row[i] += inputs / sum * imported * _basket[i];
        }
    }

    /// <summary>Home output of a scarce product carries its scarcity: its cost, less that of home output and imports together.</summary>
    private void AddRationed(int k, Span<double> row)
    {
        double m = _shares.ImportShare[k];
        double power = 1 - _elasticities.DomesticImported[k];
        double both = Ces.Pair(1 - m, prices.Cost[k], prices.ExportBasket, _elasticities.DomesticImported[k]);
        double home = (1 - m) * Math.Exp(power * (prices.Cost[k] - both));
        AddCost(k, 1 - home, row);
        for (int i = 0; i < _n; i++)
        {
            row[i] -= (1 - home) * _basket[i];
        }
    }
}
