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
        : this(WorldCalibration.Of(table.Table, elasticities))
    {
    }

    public WorldScenario(WorldEconomy economy)
    {
        _economy = economy;
        _r = economy.Regions.Count;
        _n = economy.Products.Count;
    }

    public LensFigures Solve(IReadOnlyList<IChange> changes, CancellationToken cancellation)
    {
        WorldShock shock = ShockOf(changes);
        string[] essential = [.. Essential(shock.Banned!)];
        if (essential.Length > 0)
        {
            return new LensFigures { Status = ScenarioStatus.Infeasible, Infeasible = essential };
        }

        WorldOutcome outcome = WorldEquilibrium.Solve(_economy, shock, cancellation);
        if (outcome.Status == SolveStatus.Infeasible)
        {
            return new LensFigures
            {
                Status = ScenarioStatus.Infeasible,
                Infeasible = [.. outcome.Infeasible.Select(b => $"{b}: every origin it was bought from is banned. Leave one, or give a share below 1 (0.9 lets what still gets through cost ten times as much).")],
            };
        }

        if (outcome.Status != SolveStatus.Converged)
        {
            return new LensFigures { Status = ScenarioStatus.NotConverged, Iterations = outcome.Iterations, Residual = double.IsFinite(outcome.Residual) ? outcome.Residual : 1 };
        }

        WorldOutcome still = WorldEquilibrium.Solve(_economy, new WorldShock(), cancellation);
        return new WorldAccounts(_economy, shock, still, outcome).Figures(changes) with { Notes = [.. NotesOn(changes)] };
    }

    /// <summary>What surprises readers of a cut under inelastic demand.</summary>
    private IEnumerable<string> NotesOn(IReadOnlyList<IChange> changes)
    {
        double[] rigid = [.. changes.OfType<DeliveryCut>().Select(c => _economy.Elasticities.Origins[c.Product]).Where(e => e < 1).Distinct().Order()];
        if (rigid.Length > 0)
        {
            yield return FormattableString.Invariant($"The elasticity among origins is {rigid[0]}, below 1: buyers pay more in all for the less that still gets through, so that those who withhold it may gain. ")
                + "Above 1 they lose; '--sweep elasticity' shows the turn.";
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

        return new WorldShock { Tariffs = tariffs, TradeCosts = costs, Productivity = productivity, Banned = banned };
    }

    /// <summary>Buyers of a banned flow for whom no other origin can stand in: where the elasticity among origins is at most 1, no price makes up for a missing one.</summary>
    private IEnumerable<string> Essential(bool[] banned)
    {
        for (int row = 0; row < _n * _r; row++)
        {
            int product = row / _r;
            double elasticity = _economy.Elasticities.Origins[product];
            string[] origins = [.. Enumerable.Range(0, _r).Where(i => banned[(row * _r) + i] && _economy.TradeShares[(row * _r) + i] > 0).Select(i => _economy.Regions[i])];
            if (elasticity <= 1 && origins.Length > 0)
            {
                yield return FormattableString.Invariant($"{_economy.Products[product]} in {_economy.Regions[row % _r]}: nothing replaces {ScenarioTable.Listed(origins)}, because the elasticity among origins is {elasticity}, at most 1. ")
                    + "Give a share below 1 (0.9 lets what still gets through cost ten times as much), or elasticities above 1, such as long-run.";
            }
        }
    }
}
