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
        PlanProblem problem = PlanInputs.ProblemOf(
            question,
            rules,
            loop,
            technologies,
            measures,
            catalogue,
            MeasureFigures.Central(measures)
        );
        var options = new ProgramOptions { Gap = question.Gap, Seconds = question.Seconds };
        Plan plan = Planner.Of(problem, solver, options, start: null, cancellation);
        IReadOnlyList<Plan> frontier =
            question.Frontier == 0 || problem.Budget <= 0 ? [] : FrontierOf(question, problem, plan, solver, options, cancellation);
        double[] funded = Robust(question, rules, loop, technologies, measures, catalogue, problem, solver, options, cancellation);
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

    /// <summary>In which share of draws of the measures' figures each item is funded; items by technology and measure.</summary>
    private static double[] Robust(
        PlanQuestion question,
        PlanRules rules,
        UpgradeAnswer loop,
        PlanTechnology[] technologies,
        IReadOnlyList<UpgradingParameter> measures,
        TechnologyCatalogue catalogue,
        PlanProblem problem,
        IProgramSolver solver,
        ProgramOptions options,
        CancellationToken cancellation
    )
    {
        double[] counts = new double[problem.Items.Count];
        if (question.Robust == 0 || problem.Budget <= 0)
        {
            return [];
        }

        ProgramOptions rough = options with { Gap = Math.Max(options.Gap, 0.02) };
        for (int draw = 0; draw < question.Robust; draw++)
        {
            var figures = MeasureFigures.Drawn(measures, question.Loop.Seed, draw);
            PlanProblem drawn = PlanInputs.ProblemOf(question, rules, loop, technologies, measures, catalogue, figures);
            Plan plan = Planner.Of(drawn, solver, rough, start: null, cancellation);
            for (int i = 0; i < drawn.Items.Count; i++)
            {
                int same = IndexOf(problem, drawn.Items[i]);
                if (same >= 0 && plan.Choices[i].Money > 0)
                {
                    counts[same] += 1.0 / question.Robust;
                }
            }
        }

        return counts;
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
