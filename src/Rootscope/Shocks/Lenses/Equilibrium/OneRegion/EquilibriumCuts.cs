using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Cuts of supply in a one-region economy that adjusts prices, input mix and sources by elasticity.</summary>
/// <remarks>
/// Horizon: years. One factor that moves freely between industries and whose price is the numeraire, so that real final spending is one
/// over the final price index. Source: Baqaee and Farhi (2019); laws and closures in docs/methods/equilibrium.md. Cost: about 15 sweeps of
/// n² a cut. Thread-safe: the economy is read-only and every solve has its own workspace.
/// </remarks>
internal sealed class EquilibriumCuts
{
    private const double ReachThreshold = 0.05;

    /// <summary>Quantities are solved to 1e-12 of final spending: a smaller fall than this is none.</summary>
    private const double LeastFall = 1e-9;

    /// <summary>A share of final spending below which a product counts as not used.</summary>
    internal const double LeastUse = 1e-9;

    /// <summary>
    /// A cut in quantity that is smaller than this share loses digits, because its loss goes with its square: it is told by that law.
    /// </summary>
    internal const double SmallQuantity = 1e-3;

    private readonly FirstOrderElasticities _firstOrder;

    /// <summary>Prepares the lens for an economy.</summary>
    public EquilibriumCuts(RegionEconomy economy)
    {
        ArgumentNullException.ThrowIfNull(economy);
        Economy = economy;
        _firstOrder = FirstOrderElasticities.Of(economy);
    }

    /// <summary>The economy that is cut.</summary>
    public RegionEconomy Economy { get; }

    /// <summary>Derivative of log real final spending to the log supply of a product, at no shock. Unit: ratio, at least 0.</summary>
    /// <remarks>
    /// Of a cost cut: equals the Domar weight in a closed table and with balanced trade without deficit (Hulten), whatever the
    /// elasticities. Of a cut in quantity: 0, because what made the missing units is as good elsewhere (envelope theorem).
    /// </remarks>
    public double ElasticityOf(IndustryNumber product, SupplyScope scope) =>
        Economy.Options.CutAs == CutKind.Quantity ? 0 : _firstOrder.ElasticityOf(product, scope);

    /// <summary>Whether anything that is finally used contains the product from this supply.</summary>
    internal bool IsUsed(int product, SupplyScope scope) => _firstOrder.ElasticityOf(product, scope) >= LeastUse;

    /// <summary>Solves one cut.</summary>
    public CutOutcome Solve(SupplyCut cut, CancellationToken cancellation = default)
    {
        Check(cut);
        return new Workspace(Economy).Solve(cut, withReach: true, cancellation);
    }

    /// <summary>Solves many cuts, several at a time.</summary>
    /// <param name="cuts">The cuts.</param>
    /// <param name="threads">Most threads to use; the outcomes are the same bits on any number.</param>
    /// <param name="progress">Told how many cuts are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One outcome a cut, in their order.</returns>
    public IReadOnlyList<CutOutcome> Solve(
        IReadOnlyList<SupplyCut> cuts,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    ) => Solve(cuts, withReach: true, threads, progress, cancellation);

    /// <summary>Solves many cuts; without reach a cost cut needs no quantities, which are most of the work.</summary>
    internal IReadOnlyList<CutOutcome> Solve(
        IReadOnlyList<SupplyCut> cuts,
        bool withReach,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
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
                outcomes[i] = workspace.Solve(cuts[i], withReach, cancellation);
                progress?.Report(Interlocked.Increment(ref done));
                return workspace;
            },
            _ => { }
        );
        return outcomes;
    }

    /// <summary>What solved prices say of a cost cut; reach is left open, except where everything is lost.</summary>
    internal static CutOutcome OutcomeOf(SupplyCut cut, PriceSolution solution) =>
        solution.Status switch
        {
            CutStatus.NotConverged => new CutOutcome(cut, CutStatus.NotConverged, null, null, solution.Iterations, solution.Residual),
            CutStatus.Collapse => new CutOutcome(cut, CutStatus.Collapse, 1, 1, solution.Iterations, solution.Residual),
            _ => new CutOutcome(
                cut,
                CutStatus.Ok,
                -AccurateExponentials.ExpMinusOne(-solution.FinalLogPrice),
                null,
                solution.Iterations,
                solution.Residual
            ),
        };

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
    private sealed class Workspace
    {
        private readonly RegionEconomy _economy;
        private readonly PriceSolver _solver;
        private readonly QuantitySystem _quantities;
        private readonly QuantityCut _rationing;

        public Workspace(RegionEconomy economy)
        {
            _economy = economy;
            _solver = new PriceSolver(economy);
            _quantities = new QuantitySystem(economy);
            _rationing = new QuantityCut(economy, _solver);
        }

        public CutOutcome Solve(SupplyCut cut, bool withReach, CancellationToken cancellation)
        {
            if (_economy.SupplyOf(cut.Product, cut.Supply) == 0)
            {
                return new CutOutcome(cut, CutStatus.NoUse, 0, 0, 0, 0);
            }

            if (cut.Share == 1)
            {
                // Neither a cost nor a scarcity price stands for a cut of everything.
                return new CutOutcome(cut, CutStatus.NotRepresented, null, null, 0, 0);
            }

            return _economy.Options.CutAs == CutKind.Quantity ? SolveQuantity(cut, cancellation) : SolveCost(cut, withReach, cancellation);
        }

        private CutOutcome SolveCost(SupplyCut cut, bool withReach, CancellationToken cancellation)
        {
            CutOutcome outcome = OutcomeOf(cut, _solver.Solve(PriceShock.OfCost(cut), cancellation));
            return withReach && outcome.Status == CutStatus.Ok ? outcome with { Reach = ReachOfCost(cut) } : outcome;
        }

        private CutOutcome SolveQuantity(SupplyCut cut, CancellationToken cancellation) =>
            cut.Share is > 0 and < SmallQuantity ? SolveSmall(cut, cancellation) : SolveQuantityAsIs(cut, cancellation);

        /// <summary>Loss over the square of the cut is a straight line near 0, which two cuts that can be solved give.</summary>
        private CutOutcome SolveSmall(SupplyCut cut, CancellationToken cancellation)
        {
            CutOutcome far = SolveQuantityAsIs(cut with { Share = 2 * SmallQuantity }, cancellation);
            CutOutcome near = SolveQuantityAsIs(cut with { Share = SmallQuantity }, cancellation);
            if (near is not { Status: CutStatus.Ok, Loss: { } small } || far is not { Status: CutStatus.Ok, Loss: { } large })
            {
                return near with { Cut = cut };
            }

            double square = SmallQuantity * SmallQuantity;
            double slope = ((large / (4 * square)) - (small / square)) / SmallQuantity;
            double ratio = (small / square) + (slope * (cut.Share - SmallQuantity));
            return near with
            {
                Cut = cut,
                Loss = Math.Max(0, ratio) * cut.Share * cut.Share,
                Iterations = near.Iterations + far.Iterations,
            };
        }

        private CutOutcome SolveQuantityAsIs(SupplyCut cut, CancellationToken cancellation)
        {
            (CutStatus status, double loss, int iterations, double residual) = _rationing.Solve(cut, cancellation);
            return status == CutStatus.Ok
                ? new CutOutcome(cut, status, Math.Max(0, loss), Reach(cut, _rationing.Output), iterations, residual)
                : new CutOutcome(
                    cut,
                    status,
                    status == CutStatus.NoUse ? 0 : null,
                    status == CutStatus.NoUse ? 0 : null,
                    iterations,
                    residual
                );
        }

        private double? ReachOfCost(SupplyCut cut) =>
            _quantities.Solve(_solver.Prices, _solver.Home, PriceShock.OfCost(cut)) ? Reach(cut, _quantities.Output) : null;

        private double Reach(SupplyCut cut, ReadOnlySpan<double> output)
        {
            double reached = 0;
            double total = 0;
            double[] before = _economy.Base.Output;
            for (int i = 0; i < before.Length; i++)
            {
                double valueAdded = _economy.Shares.ValueAdded[i];
                total += valueAdded;
                double fall = before[i] > 0 ? 1 - (output[i] / before[i]) : 0;
                reached += fall > Math.Max(LeastFall, ReachThreshold * cut.Share) ? valueAdded : 0;
            }

            return total > 0 ? reached / total : 0;
        }
    }
}
