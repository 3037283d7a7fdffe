using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.FirstOrder;

/// <summary>What changes of costs add to the price of each region's final spending, through all tiers, at given wages.</summary>
/// <remarks>
/// With all shares at their base: d ln P_nj = Σ_i π_i (d ln c_ij + d ln κ), d ln c_nk = (1 − β_nk) Σ_j γ_nkj d ln P_nj − d ln A_nk.
/// Weighted by final spending the world's sum is sales times d ln A: Hulten's theorem. Tariff revenue goes back to those who collect it, so
/// that a tariff costs the world nothing.
/// </remarks>
internal sealed class CostContent
{
    private const double Tolerance = 1e-14;
    private const int MostSweeps = 10_000;

    private readonly WorldEconomy _economy;
    private readonly WorldOutcome _still;
    private readonly int _r;
    private readonly int _n;
    private readonly double[] _flowCost;
    private readonly double[] _ownCost;
    private readonly SortedDictionary<int, double> _tariffs = [];

    public CostContent(ScenarioTable table, ElasticitySet elasticities, CancellationToken cancellation)
    {
        _economy = WorldCalibration.Of(table.Table, elasticities);
        _still = WorldEquilibrium.Solve(_economy, new WorldShock(), cancellation);
        _r = _economy.Regions.Count;
        _n = _economy.Products.Count;
        _flowCost = new double[_economy.TradeShares.Length];
        _ownCost = new double[_r * _n];
    }

    /// <summary>What still gets through is 1/(1 − φ) as dear.</summary>
    public void Cut(DeliveryCut cut) =>
        _flowCost[WorldFlows.Cell(_r, cut.Product, cut.To, cut.From)] -= AccurateExponentials.LogOnePlus(-cut.Share);

    /// <summary>What is still made is 1/(1 − φ) as dear.</summary>
    public void Cut(OutputCut cut) => _ownCost[(cut.Region * _n) + cut.Product] -= AccurateExponentials.LogOnePlus(-cut.Share);

    /// <summary>What one industry still gets from a region is 1/(1 − φ) as dear for it.</summary>
    public void Cut(PurchaseCut cut)
    {
        int buyer = (cut.Region * _n) + cut.Industry;
        double content = 0;
        for (int j = 0; j < _n; j++)
        {
            content += _economy.InputShares[(buyer * _n) + j] * _economy.TradeShares[WorldFlows.Cell(_r, j, cut.Region, cut.From)];
        }

        _ownCost[buyer] -= (1 - _economy.ValueAddedShares[buyer]) * content * AccurateExponentials.LogOnePlus(-cut.Share);
    }

    public void Shift(ProductivityShift shift) => _ownCost[(shift.Region * _n) + shift.Product] -= Math.Log(shift.Factor);

    /// <summary>Adds to the rate on a flow; rates on one flow add up, as in the equilibrium.</summary>
    public void Add(TariffChange tariff)
    {
        int cell = WorldFlows.Cell(_r, tariff.Product, tariff.To, tariff.From);
        _tariffs[cell] = _tariffs.GetValueOrDefault(cell) + tariff.Rate;
    }

    public LensFigures Solve(CancellationToken cancellation)
    {
        double[] revenue = Collect();
        var price = new double[_r * _n];
        var cost = new double[_r * _n];
        int sweeps = 0;
        double residual = double.PositiveInfinity;
        while (residual > Tolerance && sweeps < MostSweeps)
        {
            cancellation.ThrowIfCancellationRequested();
            residual = Sweep(price, cost);
            sweeps++;
        }

        RegionOutcome[] regions = [.. Enumerable.Range(0, _r).Select(region => RegionOf(region, price, revenue))];
        double[] sales = WorldFlows.SalesOf(_economy, _still);
        return new LensFigures
        {
            Status = residual <= Tolerance ? ScenarioStatus.Ok : ScenarioStatus.NotConverged,
            Iterations = sweeps,
            Residual = residual,
            Regions = regions,
            Sectors =
            [
                .. Enumerable
                    .Range(0, cost.Length)
                    .Select(s => new SectorOutcome
                    {
                        Sector = new(s),
                        Output = sales[s],
                        CostChange = AccurateExponentials.ExpMinusOne(cost[s]),
                    }),
            ],
            Notes =
            [
                "Region by region the first order is taken at given wages: how wages and the terms of trade answer is left to the "
                    + "equilibrium lens.",
            ],
        };
    }

    /// <summary>Makes flows dearer by their tariffs; what they bring in, by the region that collects it.</summary>
    private double[] Collect()
    {
        var revenue = new double[_r];
        foreach ((int cell, double rate) in _tariffs)
        {
            double log = AccurateExponentials.LogOnePlus(rate / (1 + _economy.Tariffs[cell]));
            int to = cell / _r % _r;
            int product = cell / (_r * _r);
            _flowCost[cell] += log;
            revenue[to] += _still.Spending[(to * _n) + product] * _economy.TradeShares[cell] / (1 + _economy.Tariffs[cell]) * log;
        }

        return revenue;
    }

    private double Sweep(double[] price, double[] cost)
    {
        for (int cell = 0; cell < cost.Length; cell++)
        {
            int region = cell / _n;
            double inputs = 0;
            for (int j = 0; j < _n; j++)
            {
                inputs += _economy.InputShares[(cell * _n) + j] * price[(region * _n) + j];
            }

            cost[cell] = ((1 - _economy.ValueAddedShares[cell]) * inputs) + _ownCost[cell];
        }

        double change = 0;
        for (int j = 0; j < _n; j++)
        {
            for (int buyer = 0; buyer < _r; buyer++)
            {
                double sum = 0;
                for (int i = 0; i < _r; i++)
                {
                    int cell = WorldFlows.Cell(_r, j, buyer, i);
                    sum += _economy.TradeShares[cell] * (cost[(i * _n) + j] + _flowCost[cell]);
                }

                change = Math.Max(change, Math.Abs(sum - price[(buyer * _n) + j]));
                price[(buyer * _n) + j] = sum;
            }
        }

        return change;
    }

    private RegionOutcome RegionOf(int region, double[] price, double[] revenue)
    {
        double spending = _still.Income.Before[region];
        double log = revenue[region] / spending;
        for (int j = 0; j < _n; j++)
        {
            log -= _economy.FinalShares[(region * _n) + j] * price[(region * _n) + j];
        }

        return new RegionOutcome
        {
            Region = new(region),
            Loss = -AccurateExponentials.ExpMinusOne(log),
            Base = spending,
        };
    }
}
