using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>A shock that resists a direct solve, reached by way of smaller shocks of its kind, each begun from the last.</summary>
internal static class SolvePath
{
    private const double SmallestStep = 1.0 / 1024;
    private const int MostSteps = 60;
    private const double StepThatRenews = 1.0 / 4;

    /// <summary>Sweeps of prices and of spending on all steps together.</summary>
    private const int MostWork = 60_000;

    /// <summary>
    /// Solves, or says why it cannot be: prices without bound and regions without income are infeasible, all else has not converged.
    /// </summary>
    public static WorldSolution Of(WorldModel model, WorldChange change, WorldSolution failed, CancellationToken cancellation)
    {
        if (Unbounded(model, change, cancellation) is { } collapse)
        {
            return collapse;
        }

        double reached = 0;
        double step = 0.5;
        WorldStart? start = null;
        FactorResponse response = model.Response;
        bool renewed = true;
        int work = failed.Work;
        WorldSolution last = failed;
        for (int taken = 0; reached < 1 && step >= SmallestStep && taken < MostSteps && work < MostWork; taken++)
        {
            double part = Math.Min(1, reached + step);
            WorldChange here = part < 1 ? change.Scaled(model.Economy, part) : change;
            WorldSolution? solution = null;
            new WorldSolver(model, ShockBatch.Narrow, response).SolveDirectly([here], start, (_, s) => solution = s, cancellation);
            work += solution!.Work;
            if (part == 1 && solution.Status != SolveStatus.NotConverged)
            {
                return solution;
            }

            if (solution.Status == SolveStatus.Converged)
            {
                reached = part;
                step *= 2;
                start = new WorldStart(solution.LogFactor, solution.Price, solution.Spending);
                renewed = false;
                continue;
            }

            last = solution.Status == SolveStatus.Infeasible ? solution : last;
            step /= 2;
            if (step <= StepThatRenews && !renewed)
            {
                response = FactorResponse.At(model, change.Scaled(model.Economy, reached), start!, threads: 1, cancellation);
                renewed = true;
            }
        }

        // Where incomes ran out on the way, they do not come back.
        return last;
    }

    /// <summary>
    /// Whether prices grow without bound already at the factor prices of the base: makers then need more of a product than they make.
    /// </summary>
    private static WorldSolution? Unbounded(WorldModel model, WorldChange change, CancellationToken cancellation)
    {
        var lanes = new ShockBatch(model, ShockBatch.Narrow);
        lanes.Put(0, change, start: null);
        lanes.Tolerance[0] = ShockBatch.LeastTolerance;
        lanes.Prices.Solve(cancellation);
        if (!lanes.Failed[0])
        {
            return null;
        }

        double[] prices = lanes.Take(lanes.Prices.Price, model.Cells, 0);
        int[] beyond = [.. Enumerable.Range(0, model.Cells).Where(cell => !(prices[cell] <= PriceBatch.Ceiling))];
        if (beyond.Length == 0)
        {
            return null;
        }

        int[] hit = [.. beyond.Where(cell => change.Productivity.Any(p => p.Cell == cell))];
        return WorldSolution.Infeasible(model) with
        {
            Unbounded =
            [
                .. (hit.Length > 0 ? hit : beyond).Select(cell => new InfeasibleBuyer(
                    model.Economy.Products[cell % model.Products],
                    model.Economy.Regions[cell / model.Products],
                    InfeasibleReason.NoFinitePrice
                )),
            ],
        };
    }
}
