using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium.World;

/// <summary>Prices and shares of a world economy at given wages.</summary>
/// <remarks>
/// Unit cost ĉ = CES(ŵ, P̂^M) / Â, price P̂ = (Σ π (κ̂ ĉ)^(1−ξ))^(1/(1−ξ)), materials P̂^M by input shares, on logs. The map contracts with the
/// share of inputs in cost. One instance a solve.
/// </remarks>
internal sealed class WorldPrices
{
    private const double Tolerance = 1e-13;
    private const int MostSweeps = 5_000;

    private readonly WorldEconomy _base;
    private readonly double[] _logTradeCosts;
    private readonly double[] _logProductivity;
    private readonly bool[]? _banned;
    private readonly double[] _terms;

    public WorldPrices(WorldEconomy economy, WorldShock shock)
    {
        _base = economy;
        int cells = economy.RegionCount * economy.ProductCount;
        Price = new double[cells];
        Materials = new double[cells];
        Cost = new double[cells];
        Trade = new double[economy.TradeShares.Length];
        _logTradeCosts = new double[Trade.Length];
        for (int c = 0; c < Trade.Length; c++)
        {
            double tariffs = shock.Tariffs is null ? 1 : (1 + shock.Tariffs[c]) / (1 + economy.Tariffs[c]);
            _logTradeCosts[c] = Math.Log(tariffs * (shock.TradeCosts?[c] ?? 1));
        }

        _logProductivity = [.. Enumerable.Range(0, cells).Select(c => Math.Log(shock.Productivity?[c] ?? 1))];
        _banned = shock.Banned;
        _terms = new double[economy.ProductCount];
    }

    /// <summary>Log price of each product to users [n·N + j].</summary>
    public double[] Price { get; }

    /// <summary>Log price of the inputs of each industry [n·N + k].</summary>
    public double[] Materials { get; }

    /// <summary>Log unit cost of each industry, productivity included [n·N + k].</summary>
    public double[] Cost { get; }

    /// <summary>New trade shares.</summary>
    public double[] Trade { get; }

    /// <summary>Whether an origin may sell to a buyer after the shock.</summary>
    public bool Sells(int cell) => _base.TradeShares[cell] > 0 && (_banned is null || !_banned[cell]);

    /// <summary>Buyers to whom no origin of a product is left, though they bought it: no price supports that.</summary>
    public List<(int Region, int Product)> WithoutOrigin()
    {
        int r = _base.RegionCount;
        var lost = new List<(int, int)>();
        for (int row = 0; row < _base.ProductCount * r && _banned is not null; row++)
        {
            if (!Enumerable.Range(row * r, r).Any(Sells))
            {
                lost.Add((row % r, row / r));
            }
        }

        return lost;
    }

    /// <summary>Solves for prices at log wages, from the last prices on; false where the sweeps did not settle.</summary>
    public bool Solve(ReadOnlySpan<double> logWages, CancellationToken cancellation)
    {
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetCosts(logWages);
            double change = SetPrices();
            if (change <= Tolerance)
            {
                SetTradeShares();
                return true;
            }

            if (!double.IsFinite(change))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Log price of final demand of a region.</summary>
    public double FinalIndex(int region)
    {
        int n = _base.ProductCount;
        double sum = 0;
        for (int j = 0; j < n; j++)
        {
            sum += _base.FinalShares[(region * n) + j] * Ces.Term(Price[(region * n) + j], _base.Elasticities.FinalDemand);
        }

        return Ces.Index(sum, _base.Elasticities.FinalDemand);
    }

    private void SetCosts(ReadOnlySpan<double> logWages)
    {
        int n = _base.ProductCount;
        for (int region = 0; region < _base.RegionCount; region++)
        {
            double lastElasticity = double.NaN;
            for (int k = 0; k < n; k++)
            {
                int cell = (region * n) + k;
                double elasticity = _base.Elasticities.AmongInputs[k];
                if (elasticity != lastElasticity)
                {
                    for (int j = 0; j < n; j++)
                    {
                        _terms[j] = Ces.Term(Price[(region * n) + j], elasticity);
                    }

                    lastElasticity = elasticity;
                }

                Materials[cell] = Ces.Index(DenseKernels.Dot(_base.InputShares.AsSpan(cell * n, n), _terms), elasticity);
                Cost[cell] = Ces.Pair(_base.ValueAddedShares[cell], logWages[region], Materials[cell], _base.Elasticities.ValueAddedInputs[k])
                    - _logProductivity[cell];
            }
        }
    }

    private double SetPrices()
    {
        int r = _base.RegionCount;
        int n = _base.ProductCount;
        double change = 0;
        for (int j = 0; j < n; j++)
        {
            double elasticity = _base.Elasticities.Origins[j];
            for (int buyer = 0; buyer < r; buyer++)
            {
                int row = ((j * r) + buyer) * r;
                double sum = 0;
                double kept = 0;
                for (int i = 0; i < r; i++)
                {
                    if (Sells(row + i))
                    {
                        kept += _base.TradeShares[row + i];
                        sum += _base.TradeShares[row + i] * Ces.Term(_logTradeCosts[row + i] + Cost[(i * n) + j], elasticity);
                    }
                }

                double price = kept > 0 ? Index(sum, kept, elasticity) : 0;
                change = Math.Max(change, Math.Abs(price - Price[(buyer * n) + j]));
                Price[(buyer * n) + j] = double.IsNaN(price) ? double.NaN : price;
                change = double.IsNaN(price) ? double.NaN : change;
            }
        }

        return change;
    }

    // Shares of banned origins are missing from the sum of base weights: the term of "no change" counts only for what is kept.
    private static double Index(double sum, double kept, double elasticity)
    {
        if (kept == 1 || Math.Abs(kept - 1) < 1e-15)
        {
            return Ces.Index(sum, elasticity);
        }

        return elasticity == 1 ? sum / kept : Math.Log(sum + kept) / (1 - elasticity);
    }

    private void SetTradeShares()
    {
        int r = _base.RegionCount;
        int n = _base.ProductCount;
        for (int j = 0; j < n; j++)
        {
            double power = 1 - _base.Elasticities.Origins[j];
            for (int buyer = 0; buyer < r; buyer++)
            {
                int row = ((j * r) + buyer) * r;
                double total = 0;
                for (int i = 0; i < r; i++)
                {
                    double relative = _logTradeCosts[row + i] + Cost[(i * n) + j] - Price[(buyer * n) + j];
                    Trade[row + i] = Sells(row + i) ? _base.TradeShares[row + i] * Math.Exp(power * relative) : 0;
                    total += Trade[row + i];
                }

                for (int i = 0; i < r && total > 0; i++)
                {
                    Trade[row + i] /= total;
                }
            }
        }
    }
}
