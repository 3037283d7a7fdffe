using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium;

/// <summary>Cuts of supply in a one-region economy that adjusts prices, input mix and sources by elasticity.</summary>
/// <remarks>
/// Horizon: years. One factor that moves freely between industries and whose price is the numeraire, so that real final spending is one over the
/// final price index. Source: Baqaee and Farhi (2019); laws and closures in docs/methods/equilibrium.md. Cost: about 15 sweeps of n² a cut.
/// Thread-safe: the economy is read-only and every solve has its own workspace.
/// </remarks>
public sealed class EquilibriumLens
{
    private const double ReachThreshold = 0.05;

    /// <summary>Quantities are solved to 1e-12 of final spending: a smaller fall than this is none.</summary>
    private const double LeastFall = 1e-9;

    private readonly FirstOrder _firstOrder;

    /// <summary>Prepares the lens for an economy.</summary>
    public EquilibriumLens(RegionEconomy economy)
    {
        ArgumentNullException.ThrowIfNull(economy);
        Economy = economy;
        _firstOrder = FirstOrder.Of(economy);
    }

    /// <summary>The economy that is cut.</summary>
    public RegionEconomy Economy { get; }

    /// <summary>Derivative of log real final spending to the log supply of a product, at no shock. Unit: ratio, at least 0.</summary>
    /// <remarks>Equals the Domar weight in a closed table and with balanced trade without deficit (Hulten), whatever the elasticities.</remarks>
    public double ElasticityOf(int product, SupplyScope scope) => _firstOrder.ElasticityOf(product, scope);

    /// <summary>Solves one cut.</summary>
    public CutOutcome Solve(SupplyCut cut, CancellationToken cancellation = default)
    {
        Check(cut);
        return new Workspace(Economy).Solve(cut, cancellation);
    }

    /// <summary>Solves many cuts, several at a time.</summary>
    /// <param name="cuts">The cuts.</param>
    /// <param name="threads">Most threads to use; the outcomes are the same bits on any number.</param>
    /// <param name="progress">Told how many cuts are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One outcome a cut, in their order.</returns>
    public IReadOnlyList<CutOutcome> Solve(
        IReadOnlyList<SupplyCut> cuts, int threads = 1, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        foreach (SupplyCut cut in cuts)
        {
            Check(cut);
        }

        var outcomes = new CutOutcome[cuts.Count];
        int done = 0;
        Parallel.For(
            0,
            cuts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new Workspace(Economy),
            (i, _, workspace) =>
            {
                outcomes[i] = workspace.Solve(cuts[i], cancellation);
                progress?.Report(Interlocked.Increment(ref done));
                return workspace;
            },
            _ => { });
        return outcomes;
    }

    private void Check(SupplyCut cut)
    {
        if (cut.Product < 0 || cut.Product >= Economy.Size)
        {
            throw new ArgumentOutOfRangeException(nameof(cut), cut.Product, $"The product's number must be from 0 to {Economy.Size - 1}.");
        }

        if (!(cut.Share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(cut), cut.Share, "The share that is cut must be from 0 to 1.");
        }
    }

    /// <summary>What one thread needs to solve cuts one after the other.</summary>
    private sealed class Workspace(RegionEconomy economy)
    {
        private readonly PriceSolver _solver = new(economy);
        private readonly QuantitySystem _quantities = new(economy);

        public CutOutcome Solve(SupplyCut cut, CancellationToken cancellation)
        {
            if (economy.SupplyOf(cut.Product, cut.Supply) == 0)
            {
                return new CutOutcome(cut, CutStatus.NoUse, 0, 0, 0, 0);
            }

            if (cut.Share == 1)
            {
                // A cost cut of everything has no price.
                return new CutOutcome(cut, CutStatus.NotRepresented, null, null, 0, 0);
            }

            PriceSolution solution = _solver.Solve(cut, cancellation);
            return solution.Status switch
            {
                CutStatus.NotConverged => new CutOutcome(cut, CutStatus.NotConverged, null, null, solution.Iterations, solution.Residual),
                CutStatus.Collapse => new CutOutcome(cut, CutStatus.Collapse, 1, 1, solution.Iterations, solution.Residual),
                _ => new CutOutcome(
                    cut, CutStatus.Ok, -AccurateExponentials.ExpMinusOne(-solution.FinalLogPrice), Reach(cut), solution.Iterations, solution.Residual),
            };
        }

        private double? Reach(SupplyCut cut)
        {
            if (!_quantities.Solve(_solver.Prices, _solver.Home, cut))
            {
                return null;
            }

            double reached = 0;
            double total = 0;
            double[] before = economy.Base.Output;
            for (int i = 0; i < before.Length; i++)
            {
                double valueAdded = economy.Shares.ValueAdded[i];
                total += valueAdded;
                double fall = before[i] > 0 ? 1 - (_quantities.Output[i] / before[i]) : 0;
                reached += fall > Math.Max(LeastFall, ReachThreshold * cut.Share) ? valueAdded : 0;
            }

            return total > 0 ? reached / total : 0;
        }
    }
}
