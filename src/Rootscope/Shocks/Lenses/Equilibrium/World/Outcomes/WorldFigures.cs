using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>What an outcome means by region and sector: quantities that arrive, at prices before.</summary>
internal sealed class WorldFigures
{
    private readonly WorldEconomy _economy;
    private readonly WorldShock _shock;
    private readonly WorldOutcome _still;
    private readonly WorldOutcome _outcome;
    private readonly IReadOnlyList<RegionAccount> _accounts;
    private readonly double[] _sales;
    private readonly double[] _logCost;
    private readonly double[] _output;
    private readonly double[] _exports;
    private readonly double[] _exportsBefore;
    private readonly double[] _imports;
    private readonly double[] _importsBefore;
    private readonly int _r;
    private readonly int _n;

    public WorldFigures(WorldEconomy economy, WorldShock shock, WorldOutcome still, WorldOutcome outcome, CancellationToken cancellation)
    {
        _economy = economy;
        _shock = shock;
        _still = still;
        _outcome = outcome;
        _accounts = WorldAccounts.Of(outcome, cancellation).Regions;
        _r = economy.Regions.Count;
        _n = economy.Products.Count;
        _sales = WorldFlows.SalesOf(economy, still);
        _logCost = WorldFlows.LogCosts(economy, outcome, shock.Productivity!);
        _output = new double[_r * _n];
        _exports = new double[_r * _n];
        _exportsBefore = new double[_r * _n];
        _imports = new double[_r];
        _importsBefore = new double[_r];
        AddFlows();
    }

    public LensFigures Figures(HashSet<int> lifted)
    {
        RegionOutcome[] regions = [.. Enumerable.Range(0, _r).Select(RegionOf)];
        return new LensFigures
        {
            Status = ScenarioStatus.Ok,
            Iterations = _outcome.Iterations,
            Residual = _outcome.Residual,
            Regions = regions,
            Sectors = [.. Enumerable.Range(0, _output.Length).Select(SectorOf)],
            Lifted = [.. new WorldLift(_economy, _outcome, _sales, _logCost).Of(lifted)],
        };
    }

    private void AddFlows()
    {
        WorldEconomy after = _outcome.Economy;
        for (int j = 0; j < _n; j++)
        {
            for (int buyer = 0; buyer < _r; buyer++)
            {
                for (int i = 0; i < _r; i++)
                {
                    int cell = WorldFlows.Cell(_r, j, buyer, i);
                    int seller = (i * _n) + j;
                    double value = _outcome.Spending[(buyer * _n) + j] * after.TradeShares[cell] / (1 + after.Tariffs[cell]);

                    // At prices before, and only what arrives: a dearer way eats goods that nobody gets.
                    double arriving = value / (Math.Exp(_logCost[seller]) * _shock.TradeCosts![cell]);
                    _output[seller] += arriving;
                    if (i == buyer)
                    {
                        continue;
                    }

                    double before = _still.Spending[(buyer * _n) + j] * _economy.TradeShares[cell] / (1 + _economy.Tariffs[cell]);
                    _exports[seller] += arriving;
                    _exportsBefore[seller] += before;
                    _imports[buyer] += arriving;
                    _importsBefore[buyer] += before;
                }
            }
        }
    }

    private RegionOutcome RegionOf(int region)
    {
        int first = region * _n;
        return new RegionOutcome
        {
            Region = new(region),
            Loss = -_outcome.WelfareChange(new(region)),
            Base = _outcome.Income.Before[region],
            OutputChange = Scenarios.Figures.Change(Sum(_sales, first), Sum(_output, first)),
            ExportsChange = Scenarios.Figures.Change(Sum(_exportsBefore, first), Sum(_exports, first)),
            ImportsChange = Scenarios.Figures.Change(_importsBefore[region], _imports[region]),
            TermsOfTradeChange = _accounts[region].TermsOfTradeIndex,
            RealGdpChange = _accounts[region].RealGdp,
            RealWageChange = _accounts[region].RealWage,
            Parts = _accounts[region].Parts,
        };
    }

    private SectorOutcome SectorOf(int sector) =>
        new()
        {
            Sector = new(sector),
            Output = _sales[sector],
            OutputChange = Scenarios.Figures.Change(_sales[sector], _output[sector]),
            ExportsChange = Scenarios.Figures.Change(_exportsBefore[sector], _exports[sector]),
            CostChange = Math.Exp(_logCost[sector] - Math.Log(_outcome.Wages[sector / _n])) - 1,
        };

    private double Sum(double[] values, int first)
    {
        double sum = 0;
        for (int i = first; i < first + _n; i++)
        {
            sum += values[i];
        }

        return sum;
    }
}
