using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Planning;

/// <summary>What a plan is made from: technologies with their courses, measures, scenarios and rules.</summary>
internal static class PlanInputs
{
    /// <summary>Public money tried for research, over what makers spend on it.</summary>
    private static readonly double[] Levels = [0.25, 1, 4, 16];

    /// <summary>
    /// The technologies that something foreign is at stake with. Those that one industry or part carries are one, so that its stake is
    /// counted once.
    /// </summary>
    public static IReadOnlyList<PlanSubject> SubjectsOf(UpgradeAnswer loop) =>
        [
            .. loop
                .Lines.Where(l => l.Course is { Start.Stake.Count: > 0 })
                .GroupBy(l => l.Spot.Stake!.Product)
                .Select(g => new PlanSubject([.. g.Select(l => l.Technology)])),
        ];

    /// <summary>The same with their courses: that of the first stands for all that share a carrier.</summary>
    public static PlanTechnology[] TechnologiesOf(
        UpgradeAnswer loop,
        IReadOnlyList<PlanSubject> subjects,
        IReadOnlyList<UpgradingParameter> measures,
        int threads,
        CancellationToken cancellation
    )
    {
        int years = (int)measures.Single(m => m.Name == "research-years").Central;
        double research =
            loop.Parameters[UpgradingParameters.Markup].Central * loop.Parameters[UpgradingParameters.ResearchOfProfit].Central;
        UpgradingPolicy policy = loop.Question.PolicyIn(loop.Spots.Table.Metadata.UnitScale);
        return
        [
            .. subjects
                .Select(s => (s.Id, Line: loop.Lines.First(l => l.Technology == s.Technologies[0])))
                .Select(s =>
                {
                    UpgradeLine l = s.Line;
                    UpgradingStart start = l.Course!.Start;
                    double own = research * ((start.HomeMarket * start.HomeShare) + start.Exports);
                    return new PlanTechnology(
                        l.Course,
                        own <= 0 ? [] : [.. Levels.Select(level => (level * own, Paid(level * own, start)))],
                        l.Spot.Stake!.YearsToReplace!.Value
                    )
                    {
                        Id = s.Id,
                    };
                }),
        ];

        UpgradingCourse Paid(double money, UpgradingStart start) =>
            UpgradingLoop.Run(
                [start],
                loop.Parameters,
                policy.PublicMoney > 0 ? policy with { PublicMoney = policy.PublicMoney + money } : policy with { PublicMoney = money },
                new UpgradingOptions
                {
                    Years = Math.Min(loop.Question.Years, years),
                    Draws = loop.Question.Draws,
                    Seed = loop.Question.Seed,
                    Threads = threads,
                },
                cancellation
            )[0];
    }

    /// <summary>The problem, with what measures cost and do.</summary>
    public static PlanProblem ProblemOf(
        PlanQuestion question,
        PlanRules rules,
        UpgradeAnswer loop,
        PlanTechnology[] technologies,
        IReadOnlyList<PlanScenario> scenarios,
        TechnologyCatalogue catalogue,
        MeasureFigures figures
    )
    {
        FlowTable table = loop.Spots.Table;
        PlanItem[] items =
        [
            .. technologies.SelectMany(t => t.Items(figures, question.Horizon)).Where(i => !rules.Without.Any(w => w.IsAbout(i))),
        ];
        return new PlanProblem
        {
            Items = items,
            Scenarios = scenarios,
            Budget = question.Budget / table.Metadata.UnitScale,
            Horizon = question.Horizon,
            MostAYear = question.MostAYear,
            Risk = question.Measure,
            Tail = question.Tail,
            Required = [.. rules.Require.Where(r => r.Measure is not null).Select(r => ItemsOf(r, items)[0])],
            Floors = [.. rules.Require.Where(r => r.Money is not null).Select(r => FloorOf(r, items, table))],
            Orders = question.Ordered ? [.. OrdersOf(items, catalogue)] : [],
        };
    }

    private static PlanFloor FloorOf(PlanRule rule, PlanItem[] items, FlowTable table)
    {
        var money = MoneyScale.Of(table);
        double least = rule.Money!.Value / table.Metadata.UnitScale;
        int[] about = ItemsOf(rule, items);
        return new PlanFloor(
            $"at least {money.Text(least)} {money.Unit} for {rule.Text.Split('=')[0].Trim()} (of which "
                + $"{money.Text(about.Sum(i => items[i].Maximum))} do anything)",
            about,
            least
        );
    }

    private static int[] ItemsOf(PlanRule rule, PlanItem[] items)
    {
        int[] about = [.. Enumerable.Range(0, items.Length).Where(i => rule.IsAbout(items[i]))];
        return about.Length > 0
            ? about
            : throw new QuestionException([
                new QuestionFault(
                    "require",
                    $"{{require}} cannot be {QuestionFault.Quoted(rule.Text)}: nothing is at stake with it, the measure does nothing, or "
                        + "{without} leaves it out.",
                    "Leave it out, or name another."
                ),
            ]);
    }

    /// <summary>Research in a technology begins no later than research in those that need it, along links; both ways for a ring.</summary>
    private static IEnumerable<(int First, int Then)> OrdersOf(PlanItem[] items, TechnologyCatalogue catalogue)
    {
        foreach (TechnologyLink link in catalogue.Links)
        {
            int first = Array.FindIndex(items, i => Is(i, link.Upstream.Id, PlanMeasure.Research));
            int then = Array.FindIndex(items, i => Is(i, link.Downstream.Id, PlanMeasure.Research));
            if (first >= 0 && then >= 0 && first != then)
            {
                yield return (first, then);
            }
        }
    }

    private static bool Is(PlanItem item, string technology, PlanMeasure measure) =>
        item.Measure == measure && Has(item.Technology, technology);

    private static bool Has(string subject, string technology) => subject.Split('+').Contains(technology, StringComparer.Ordinal);

    /// <summary>The scenarios: those that the question names, or drawn ones. What measures cost and do does not change them.</summary>
    public static IReadOnlyList<PlanScenario> ScenariosOf(
        PlanQuestion question,
        PlanRules rules,
        UpgradeAnswer loop,
        PlanTechnology[] technologies,
        IReadOnlyList<UpgradingParameter> measures,
        TechnologyCatalogue catalogue
    )
    {
        double spending = loop.Spots.Stake!.Ranking.FinalSpending;
        if (rules.Scenarios is not { } files)
        {
            return PlanScenarios.Draw(technologies, measures, spending, question.Horizon, question.Count, question.Loop.Seed);
        }

        return
        [
            .. files.Select(f => new PlanScenario(
                f.Name,
                [
                    // Cuts of several technologies of one carrier in one year are one cut of it: that which costs most.
                    .. from cut in f.Cuts
                    let id = catalogue.Find(cut.Technology).Id
                    let technology = technologies.FirstOrDefault(t => Has(t.Id, id))
                    where technology is not null
                    group PlanScenarios.Named(technology, cut.Share, cut.Year, spending) by (technology.Id, cut.Year) into hits
                    select hits.MaxBy(h => h.Loss),
                ]
            )),
        ];
    }
}
