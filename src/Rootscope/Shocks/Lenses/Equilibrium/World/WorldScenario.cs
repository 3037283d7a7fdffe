using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Equilibrium.World;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>A scenario as a shock to a world economy.</summary>
internal sealed class WorldScenario
{
    private readonly WorldEconomy _economy;
    private readonly int _r;
    private readonly int _n;

    public WorldScenario(ScenarioTable table, ElasticitySet elasticities)
        : this(WorldCalibration.Of(table.Table, elasticities)) { }

    public WorldScenario(WorldEconomy economy)
    {
        _economy = economy;
        _r = economy.Regions.Count;
        _n = economy.Products.Count;
    }

    public LensFigures Solve(IReadOnlyList<IChange> changes, CancellationToken cancellation)
    {
        WorldShock shock = ShockOf(changes);
        string[] infeasible = [.. OpenOtherWays(shock, changes)];
        if (infeasible.Length > 0)
        {
            return new LensFigures { Status = ScenarioStatus.Infeasible, Infeasible = infeasible };
        }

        var lens = new WorldLens(_economy, threads: 1, cancellation);
        WorldOutcome outcome = lens.Solve(shock, start: null, cancellation);
        if (outcome.Status != SolveStatus.Converged)
        {
            return new LensFigures
            {
                Status = ScenarioStatus.NotConverged,
                Iterations = outcome.Iterations,
                Residual = double.IsFinite(outcome.Residual) ? outcome.Residual : 1,
            };
        }

        WorldOutcome still = lens.Solve(new WorldShock(), start: null, cancellation);
        return new WorldFigures(_economy, shock, still, outcome, cancellation).Figures(changes) with { Notes = [.. NotesOn(changes)] };
    }

    /// <summary>What surprises readers of a cut under inelastic demand.</summary>
    private IEnumerable<string> NotesOn(IReadOnlyList<IChange> changes)
    {
        double[] rigid =
        [
            .. changes.OfType<DeliveryCut>().Select(c => _economy.Elasticities.Origins[c.Product]).Where(e => e < 1).Distinct().Order(),
        ];
        if (rigid.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The elasticity among origins is {rigid[0]}, below 1: buyers pay more in all for the less that still gets through, so "
                    + $"that those who withhold it may gain. "
            ) + "Above 1 they lose; '--sweep elasticity' shows the turn.";
        }
    }

    /// <summary>What the changes do to flows and industries, all together.</summary>
    private WorldShock ShockOf(IReadOnlyList<IChange> changes)
    {
        double[] tariffs = [.. _economy.Tariffs];
        double[] costs = [.. Enumerable.Repeat(1.0, tariffs.Length)];
        double[] productivity = [.. Enumerable.Repeat(1.0, _r * _n)];
        var banned = new bool[tariffs.Length];
        foreach (IChange change in changes)
        {
            switch (change)
            {
                case DeliveryCut { Share: >= 1 } cut:
                    banned[WorldFlows.Cell(_r, cut.Product, cut.To, cut.From)] = true;
                    break;
                case DeliveryCut cut:
                    costs[WorldFlows.Cell(_r, cut.Product, cut.To, cut.From)] /= 1 - cut.Share;
                    break;
                case OutputCut cut:
                    productivity[(cut.Region * _n) + cut.Product] *= 1 - cut.Share;
                    break;
                case ProductivityShift shift:
                    productivity[(shift.Region * _n) + shift.Product] *= shift.Factor;
                    break;
                case TariffChange tariff:
                    tariffs[WorldFlows.Cell(_r, tariff.Product, tariff.To, tariff.From)] += tariff.Rate;
                    break;
            }
        }

        return new WorldShock
        {
            Tariffs = tariffs,
            TradeCosts = costs,
            Productivity = productivity,
            Banned = banned,
        };
    }

    /// <summary>
    /// Lets in what has another way, at its price, where a ban leaves a buyer without the product; names the buyers that have none.
    /// </summary>
    /// <remarks>
    /// A buyer is without it where no origin is left, or where the elasticity among origins is at most 1, so that no price makes up for a
    /// missing one.
    /// </remarks>
    private IEnumerable<string> OpenOtherWays(WorldShock shock, IReadOnlyList<IChange> changes)
    {
        var ways = new Dictionary<int, double>();
        foreach (DeliveryCut cut in changes.OfType<DeliveryCut>())
        {
            if (cut.OutsidePrice is { } price)
            {
                ways[WorldFlows.Cell(_r, cut.Product, cut.To, cut.From)] = price;
            }
        }

        for (int row = 0; row < _n * _r; row++)
        {
            double elasticity = _economy.Elasticities.Origins[row / _r];
            int[] bought = [.. Enumerable.Range(row * _r, _r).Where(c => _economy.TradeShares[c] > 0)];
            int[] lost = [.. bought.Where(c => shock.Banned![c])];
            bool essential = elasticity <= 1;
            if (lost.Length == 0 || !(essential || lost.Length == bought.Length))
            {
                continue;
            }

            foreach (int cell in lost.Where(ways.ContainsKey))
            {
                shock.Banned![cell] = false;
                shock.TradeCosts![cell] *= ways[cell];
            }

            string[] closed = [.. lost.Where(c => !ways.ContainsKey(c)).Select(c => _economy.Regions[c % _r])];
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
