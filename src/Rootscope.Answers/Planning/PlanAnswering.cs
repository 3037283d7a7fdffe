using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Accounts.Centrality;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Planning;

/// <summary>Makes the problem of a plan from the loop and what is at stake, solves it, and says why.</summary>
internal static class PlanAnswering
{
    private const double Wedge = 0.1;

    /// <summary>Gap at which the plans of draws stop: only what they begin is told. Unit: share.</summary>
    private const double RoughGap = 0.02;

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="rules">What it names.</param>
    /// <param name="loop">The loop under its policy, over the horizon and a little more.</param>
    /// <param name="catalogue">Technologies and their links.</param>
    /// <param name="solver">The solver.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between solves.</param>
    public static PlanAnswer Of(
        PlanQuestion question,
        PlanRules rules,
        UpgradeAnswer loop,
        TechnologyCatalogue catalogue,
        IProgramSolver solver,
        int threads,
        CancellationToken cancellation
    )
    {
        FlowTable table = loop.Spots.Table;
        IReadOnlyList<UpgradingParameter> measures = UpgradingData.Measures();
        IReadOnlyList<PlanSubject> subjects = PlanInputs.SubjectsOf(loop);
        PlanTechnology[] technologies = PlanInputs.TechnologiesOf(loop, subjects, measures, threads, cancellation);
        IReadOnlyList<PlanScenario> scenarios = PlanInputs.ScenariosOf(question, rules, loop, technologies, measures, catalogue);
        PlanProblem ProblemOf(MeasureFigures figures) =>
            PlanInputs.ProblemOf(question, rules, loop, technologies, scenarios, catalogue, figures);
        PlanProblem problem = ProblemOf(MeasureFigures.Central(measures));
        var options = new ProgramOptions { Gap = question.Gap, Seconds = question.Seconds };
        Plan plan = Planner.Of(problem, solver, options, start: null, cancellation);
        IReadOnlyList<Plan> frontier =
            question.Frontier == 0 || problem.Budget <= 0 ? [] : FrontierOf(question, problem, plan, solver, options, cancellation);
        double[] funded =
            question.Robust == 0 || problem.Budget <= 0
                ? []
                : Robust(
                    question,
                    problem,
                    d => ProblemOf(MeasureFigures.Drawn(measures, question.Loop.Seed, d)),
                    solver,
                    threads,
                    cancellation
                );
        IReadOnlyList<Plan> further = frontier.Count == 0 ? [] : FurtherOf(frontier, solver, options, cancellation);
        return new PlanAnswer
        {
            Question = question,
            Loop = loop,
            Measures = measures,
            Plan = plan,
            Solver = solver.Name,
            Lines = PlanReasons.Of(plan, [.. frontier, .. further], funded, subjects, MoneyScale.Of(table)),
            Effects = EffectsOf(plan, subjects),
            Baselines = BaselinesOf(problem, loop, technologies, table),
            Frontier = frontier,
            NothingDone = Planner.NothingFor(problem),
        };
    }

    private static Plan[] FrontierOf(
        PlanQuestion question,
        PlanProblem problem,
        Plan plan,
        IProgramSolver solver,
        ProgramOptions options,
        CancellationToken cancellation
    )
    {
        // From a quarter of the budget to four times it, evenly in logarithms; the plan itself stands among them.
        double[] budgets =
        [
            .. Enumerable
                .Range(0, question.Frontier)
                .Select(i => problem.Budget * Math.Pow(16, question.Frontier == 1 ? 1 : (double)i / (question.Frontier - 1)) / 4),
        ];
        return [.. Planner.Frontier(problem, budgets, solver, options, cancellation).Append(plan).OrderBy(p => p.Problem.Budget)];
    }

    /// <summary>
    /// Plans beyond the frontier, each for four times the budget before, until one could fund everything: they tell from which budget on
    /// a measure is funded.
    /// </summary>
    private static List<Plan> FurtherOf(
        IReadOnlyList<Plan> frontier,
        IProgramSolver solver,
        ProgramOptions options,
        CancellationToken cancellation
    )
    {
        const double Times = 4;
        var plans = new List<Plan>();
        Plan last = frontier[^1];
        double all = last.Problem.Items.Sum(i => i.Maximum);
        while (last.Problem.Budget < all)
        {
            double budget = Math.Min(all, Times * last.Problem.Budget);
            last = Planner.Of(last.Problem with { Budget = budget }, solver, options, last.Choices, cancellation);
            plans.Add(last);
        }

        return plans;
    }

    /// <summary>In which share of draws of the measures' figures each item is funded; every draw has a solver of its own.</summary>
    private static double[] Robust(
        PlanQuestion question,
        PlanProblem problem,
        Func<int, PlanProblem> drawnOf,
        IProgramSolver solver,
        int threads,
        CancellationToken cancellation
    )
    {
        var rough = new ProgramOptions { Gap = Math.Max(question.Gap, RoughGap), Seconds = question.Seconds };
        var plans = new Plan[question.Robust];
        Parallel.For(
            0,
            plans.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            draw => plans[draw] = Planner.Of(drawnOf(draw), solver, rough, start: null, cancellation)
        );
        int[] counts = new int[problem.Items.Count];
        foreach (Plan plan in plans)
        {
            for (int i = 0; i < plan.Choices.Count; i++)
            {
                int same = IndexOf(problem, plan.Problem.Items[i]);
                if (same >= 0 && plan.Choices[i].Money > 0)
                {
                    counts[same]++;
                }
            }
        }

        return [.. counts.Select(c => (double)c / plans.Length)];
    }

    private static int IndexOf(PlanProblem problem, PlanItem item)
    {
        for (int i = 0; i < problem.Items.Count; i++)
        {
            if (problem.Items[i].Technology == item.Technology && problem.Items[i].Measure == item.Measure)
            {
                return i;
            }
        }

        return -1;
    }

    private static PlanEffect[] EffectsOf(Plan plan, IReadOnlyList<PlanSubject> subjects)
    {
        PlanProblem problem = plan.Problem;
        return
        [
            .. problem
                .Items.Select(i => i.Technology)
                .Distinct(StringComparer.Ordinal)
                .Select(id =>
                {
                    PlanProblem alone = problem with
                    {
                        Scenarios = [.. problem.Scenarios.Select(s => s with { Hits = [.. s.Hits.Where(h => h.Technology == id)] })],
                    };
                    return new PlanEffect(
                        subjects.First(s => s.Id == id),
                        PlanLosses.Expected(PlanLosses.Of(alone, new PlanChoice[problem.Items.Count])),
                        PlanLosses.Expected(PlanLosses.Of(alone, plan.Choices)),
                        problem.Items.Select((item, i) => item.Technology == id ? plan.Choices[i].Money : 0).Sum()
                    );
                })
                .OrderByDescending(e => e.Before)
                .ThenBy(e => e.Subject.Id, StringComparer.Ordinal),
        ];
    }

    private static (string Rule, Plan Plan)[] BaselinesOf(
        PlanProblem problem,
        UpgradeAnswer loop,
        PlanTechnology[] technologies,
        FlowTable table
    )
    {
        IReadOnlyList<double?> distortion = DistortionCentrality.Of(DirectRequirements.Of(table, InputOrigin.Domestic), Wedge);
        Dictionary<string, double> centrality = loop
            .Lines.Where(l => l.Course is not null)
            .ToDictionary(
                l => l.Technology.Id,
                l => l.Spot.Stake?.Product is { } product ? distortion[product] ?? 0 : 0,
                StringComparer.Ordinal
            );
        return
        [
            ("greedy", PlanBaselines.Greedy(problem)),
            (
                "by revenue",
                PlanBaselines.InOrder(problem, [.. technologies.OrderByDescending(t => t.Course.Start.HomeMarket).Select(t => t.Id)])
            ),
            ("even", PlanBaselines.Even(problem)),
            (
                "by distortion centrality",
                PlanBaselines.InOrder(problem, [.. technologies.OrderByDescending(t => centrality[t.Course.Start.Id]).Select(t => t.Id)])
            ),
        ];
    }
}
