using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>A scenario as a shock to a world economy.</summary>
internal sealed class WorldScenario
{
    private readonly WorldEconomy _economy;
    private readonly int _r;
    private readonly int _n;
    private readonly double[] _tariffs;
    private readonly double[] _costs;
    private readonly double[] _productivity;
    private readonly bool[] _banned;
    private readonly Dictionary<int, double> _ways = [];
    private readonly HashSet<int> _lifted = [];
    private readonly HashSet<int> _withheld = [];

    public WorldScenario(ScenarioTable table, ElasticitySet elasticities)
        : this(WorldCalibration.Of(table.Table, elasticities) with { Factors = table.Factors }) { }

    public WorldScenario(WorldEconomy economy)
    {
        _economy = economy;
        _r = economy.Regions.Count;
        _n = economy.Products.Count;
        _tariffs = [.. _economy.Tariffs];
        _costs = [.. Enumerable.Repeat(1.0, _tariffs.Length)];
        _productivity = [.. Enumerable.Repeat(1.0, _r * _n)];
        _banned = new bool[_tariffs.Length];
    }

    /// <summary>Part of a flow makes the rest dearer; all of it is a ban, which may leave another way at a price.</summary>
    public void Cut(DeliveryCut cut)
    {
        int cell = WorldFlows.Cell(_r, cut.Product, cut.To, cut.From);
        if (cut.Share >= 1)
        {
            _banned[cell] = true;
        }
        else
        {
            _costs[cell] /= 1 - cut.Share;
        }

        if (cut.OutsidePrice is { } price)
        {
            _ways[cell] = price;
        }

        _withheld.Add(cut.Product);
    }

    public void Cut(OutputCut cut) => _productivity[(cut.Region * _n) + cut.Product] *= 1 - cut.Share;

    public void Shift(ProductivityShift shift)
    {
        int industry = (shift.Region * _n) + shift.Product;
        _productivity[industry] *= shift.Factor;
        _lifted.Add(industry);
    }

    public void Add(TariffChange tariff) => _tariffs[WorldFlows.Cell(_r, tariff.Product, tariff.To, tariff.From)] += tariff.Rate;

    public LensFigures Solve(CancellationToken cancellation)
    {
        var shock = new WorldShock
        {
            Tariffs = _tariffs,
            TradeCosts = _costs,
            Productivity = _productivity,
            Banned = _banned,
        };
        string[] infeasible = [.. OpenOtherWays()];
        if (infeasible.Length > 0)
        {
            return new LensFigures { Status = ScenarioStatus.Infeasible, Infeasible = infeasible };
        }

        var lens = new PreparedWorld(_economy, threads: 1, cancellation);
        WorldOutcome outcome = lens.Solve(shock, start: null, cancellation);
        if (outcome.Status != SolveStatus.Converged)
        {
            return new LensFigures
            {
                Status = outcome.Status == SolveStatus.Infeasible ? ScenarioStatus.Infeasible : ScenarioStatus.NotConverged,
                Infeasible = [.. outcome.InfeasibleBuyers.Select(b => b.ToString())],
                Iterations = outcome.Iterations,
                Residual = double.IsFinite(outcome.Residual) ? outcome.Residual : 1,
            };
        }

        WorldOutcome still = lens.Solve(new WorldShock(), start: null, cancellation);
        return new WorldFigures(_economy, shock, still, outcome, cancellation).Figures(_lifted) with { Notes = [.. Notes()] };
    }

    /// <summary>What surprises readers of a cut under inelastic demand.</summary>
    private IEnumerable<string> Notes()
    {
        if (_economy.Factors == FactorMobility.Fixed)
        {
            yield return "Factors stay in their industries, each with a price of its own: what it costs before anybody moves.";
        }

        double[] rigid = [.. _withheld.Select(p => _economy.Elasticities.Origins[p]).Where(e => e < 1).Distinct().Order()];
        if (rigid.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The elasticity among origins is {rigid[0]}, below 1: buyers pay more in all for the less that still gets through, so "
                    + $"that those who withhold it may gain. "
            ) + "Above 1 they lose; a sweep of the elasticity shows the turn.";
        }
    }

    /// <summary>
    /// Lets in what has another way, at its price, where a ban leaves a buyer without the product; names the buyers that have none.
    /// </summary>
    /// <remarks>
    /// A buyer is without it where no origin is left, or where the elasticity among origins is at most 1, so that no price makes up for a
    /// missing one.
    /// </remarks>
    private IEnumerable<string> OpenOtherWays()
    {
        for (int row = 0; row < _n * _r; row++)
        {
            double elasticity = _economy.Elasticities.Origins[row / _r];
            int[] bought = [.. Enumerable.Range(row * _r, _r).Where(c => _economy.TradeShares[c] > 0)];
            int[] lost = [.. bought.Where(c => _banned[c])];
            bool essential = elasticity <= 1;
            if (lost.Length == 0 || !(essential || lost.Length == bought.Length))
            {
                continue;
            }

            foreach (int cell in lost.Where(_ways.ContainsKey))
            {
                _banned[cell] = false;
                _costs[cell] *= _ways[cell];
            }

            string[] closed = [.. lost.Where(c => !_ways.ContainsKey(c)).Select(c => _economy.Regions[c % _r])];
            if (closed.Length > 0 && (essential || closed.Length == bought.Length))
            {
                yield return $"{_economy.Products[row / _r]} in {_economy.Regions[row % _r]}: {Reason(closed, elasticity)} "
                    + "Give 'outside_price', the factor at which it can be had by other ways; or a share below 1 (0.9 lets what still "
                    + "gets through cost ten times as much)"
                    + (essential ? "; or elasticities above 1, such as long-run." : ".");
            }
        }
    }

    private static string Reason(string[] origins, double elasticity) =>
        elasticity <= 1
            ? FormattableString.Invariant(
                $"nothing replaces {ScenarioTable.Listed(origins)}, because the elasticity among origins is {elasticity}, at most 1."
            )
            : $"every origin it was bought from is banned ({ScenarioTable.Listed(origins)}).";
}
