namespace Rootscope.Planning;

/// <summary>A plan.</summary>
public sealed record Plan
{
    /// <summary>What it was made for.</summary>
    public required PlanProblem Problem { get; init; }

    /// <summary>How the solve ended; the figures below are those of doing nothing where there is no solution.</summary>
    public required ProgramStatus Status { get; init; }

    /// <summary>One choice an item.</summary>
    public required IReadOnlyList<PlanChoice> Choices { get; init; }

    /// <summary>The loss of every scenario under the plan. Unit: money.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>What the plan makes small, by its definition over scenarios. Unit: money.</summary>
    public required double Risk { get; init; }

    /// <summary>What it cannot be below, as proved; null where nothing was. Unit: money.</summary>
    public double? Bound { get; init; }

    /// <summary>How far the plan may be from the best, over what it makes small; null without a bound. Unit: share.</summary>
    public double? Gap => Bound is { } bound ? (Risk > 0 ? Math.Max(0, Risk - bound) / Risk : 0) : null;

    /// <summary>
    /// What a unit more of budget would take off, with what is begun held fixed; null where it is not known. Unit: ratio.
    /// </summary>
    public double? ShadowPrice { get; init; }

    /// <summary>Where it cannot be done: constraints that cannot all be kept, none of which can be left out; otherwise empty.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Money that it spends. Unit: money.</summary>
    public double Spent => Choices.Sum(c => c.Money);
}

/// <summary>Makes plans with a solver of mixed-integer programs.</summary>
public static class Planner
{
    /// <summary>How far from the least money a plan may be among those that lose the same. Unit: share.</summary>
    private const double ThriftGap = 1e-4;

    /// <summary>The best plan within the gap and the time allowed.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">The solver.</param>
    /// <param name="options">Gap and time.</param>
    /// <param name="start">Choices to start from; null for none.</param>
    /// <param name="cancellation">Stops before a solve.</param>
    /// <exception cref="ModelException">The problem has faults.</exception>
    public static Plan Of(
        PlanProblem problem,
        IProgramSolver solver,
        ProgramOptions options,
        IReadOnlyList<PlanChoice>? start = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(options);
        if (problem.Faults() is { Count: > 0 } faults)
        {
            throw new ModelException($"There can be no plan: {string.Join("; ", faults)}.");
        }

        var model = PlanModel.Of(problem);
        ProgramSolution solution = solver.Solve(
            model.Program,
            start is null ? options : options with { Start = model.ValuesOf(start) },
            cancellation
        );
        if (solution.Values.Count == 0)
        {
            return NothingDone(problem, solution.Status) with
            {
                Conflicts = solution.Status == ProgramStatus.Infeasible ? ConflictsOf(model.Program, solver, options, cancellation) : [],
            };
        }

        // Whole choices are the solver's; all figures are those of the linear program that they leave, whose digits are always the same.
        IReadOnlyList<double> found = HeldBy(solution.Values).Values;

        // Within the gap a solve funds what saves nothing beside the rest: of plans that lose the same, the one that spends least.
        ProgramSolution thrifty = solver.Solve(
            model.Thriftier(found),
            options with
            {
                Gap = Math.Min(options.Gap, ThriftGap),
                Start = found,
            },
            cancellation
        );
        ProgramSolution last = HeldBy(thrifty.Values.Count > 0 ? thrifty.Values : found);
        PlanChoice[] choices = model.ChoicesOf(last.Values);
        double[] losses = PlanLosses.Of(problem, choices);
        return new Plan
        {
            Problem = problem,
            Status = solution.Status,
            Choices = choices,
            Losses = losses,
            Risk = PlanLosses.Risk(problem, losses),
            Bound = solution.Bound is { } bound
                ? Math.Max(0, PlanModel.Settled(bound, last.Objective ?? double.PositiveInfinity) * model.LossScale)
                : null,
            ShadowPrice = last.Prices.Count > 0 ? Math.Max(0, -last.Prices[model.BudgetConstraint] * model.PriceScale) : null,
        };

        // Without a solution of the linear program, which rounding alone can take away, the values stand as they are.
        ProgramSolution HeldBy(IReadOnlyList<double> values)
        {
            ProgramSolution held = solver.Solve(model.Program.Held(values), options, cancellation);
            return held.Values.Count > 0 ? held : new ProgramSolution(ProgramStatus.NotSolved, values, null, null);
        }
    }

    /// <summary>One plan a budget, each started from the one before, and never worse than it.</summary>
    /// <param name="problem">The problem; its own budget is left aside.</param>
    /// <param name="budgets">The budgets, ascending. Unit: money.</param>
    /// <param name="solver">The solver.</param>
    /// <param name="options">Gap and time of each.</param>
    /// <param name="cancellation">Stops before a solve.</param>
    public static IReadOnlyList<Plan> Frontier(
        PlanProblem problem,
        IReadOnlyList<double> budgets,
        IProgramSolver solver,
        ProgramOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(budgets);
        var plans = new List<Plan>();
        foreach (double budget in budgets)
        {
            Plan? before = plans.Count > 0 && plans[^1].Status is ProgramStatus.Optimal or ProgramStatus.Feasible ? plans[^1] : null;
            Plan plan = Of(problem with { Budget = budget }, solver, options, before?.Choices, cancellation);

            // Within the gap a solve may stop at a plan that is a little worse than the smaller budget's, which this budget allows too.
            plans.Add(
                before is not null && before.Risk < plan.Risk
                    ? plan with
                    {
                        Choices = before.Choices,
                        Losses = before.Losses,
                        Risk = before.Risk,
                    }
                    : plan
            );
        }

        return plans;
    }

    /// <summary>The plan that does nothing.</summary>
    /// <param name="problem">The problem.</param>
    public static Plan NothingFor(PlanProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return NothingDone(problem, ProgramStatus.Feasible);
    }

    private static Plan NothingDone(PlanProblem problem, ProgramStatus status)
    {
        var choices = new PlanChoice[problem.Items.Count];
        double[] losses = PlanLosses.Of(problem, choices);
        return new Plan
        {
            Problem = problem,
            Status = status,
            Choices = choices,
            Losses = losses,
            Risk = PlanLosses.Risk(problem, losses),
        };
    }

    /// <summary>
    /// Constraints with a name that cannot all be kept: each is left out in turn, and stays out where the rest cannot be kept either
    /// (deletion filter, Chinneck and Dravnieks 1991).
    /// </summary>
    private static string[] ConflictsOf(MixedProgram program, IProgramSolver solver, ProgramOptions options, CancellationToken cancellation)
    {
        List<ProgramConstraint> kept = [.. program.Constraints];
        foreach (string name in program.Constraints.Select(c => c.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            List<ProgramConstraint> without = [.. kept.Where(c => c.Name != name)];
            if (solver.Solve(program with { Constraints = without }, options, cancellation).Status == ProgramStatus.Infeasible)
            {
                kept = without;
            }
        }

        return [.. kept.Select(c => c.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
