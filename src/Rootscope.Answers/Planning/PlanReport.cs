using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Answers.WeakSpots;
using Rootscope.Planning;
using Rootscope.Tables;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Planning;

/// <summary>A plan as a report: one measure of one technology a row.</summary>
internal static class PlanReport
{
    private const string Kind = "plan";

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report Of(PlanAnswer answer, string? command)
    {
        FlowTable table = answer.Loop.Spots.Table;
        var money = MoneyScale.Of(table);
        Provenance spots = WeakSpotsReport.ProvenanceOf(answer.Loop.Spots, command);
        return new Report<PlanRow>(
            Kind,
            PlanColumns.All,
            [
                .. answer.Lines.Select(l => new PlanRow(l, null, l.Why)),
                .. answer.Outcomes.Select(o => new PlanRow(null, o, SaidOf(answer, o, money))),
            ],
            spots with
            {
                Question = answer.Question,
                Options =
                [
                    .. answer
                        .Question.Values()
                        .Take(14)
                        .Select(v => new KeyValuePair<string, string>(
                            v.Key,
                            v.Value switch
                            {
                                IReadOnlyList<string> { Count: 0 } or null => "none",
                                IReadOnlyList<string> texts => string.Join('+', texts),
                                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                                var other => other.ToString()!,
                            }
                        )),
                    new("draws", answer.Question.Loop.Draws.ToString(CultureInfo.InvariantCulture)),
                    new("seed", answer.Question.Loop.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("solver", answer.Solver),
                    .. spots.Options.Where(o => o.Key is "region" or "cut" or "trade" or "exports" or "bridge"),
                ],
                Notes =
                [
                    AssumptionsInWords(answer),
                    .. DepthInWords(answer) is { } depth ? new[] { depth } : [],
                    .. answer.Loop.Spots.Notes.Where(n => !n.StartsWith("Rule ", StringComparison.Ordinal)),
                ],
            }
        )
        {
            ForPeople =
            [
                Funded(answer, money),
                Out(answer),
                Effects(answer, money),
                Rules(answer, money),
                .. Frontier(answer, money),
                Rests(answer),
            ],
            Remarks = [.. Words(answer, money)],
        };
    }

    /// <summary>The first thing that a reader has to know: how much of it is assumed.</summary>
    public static string AssumptionsInWords(PlanAnswer answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"This plan rests on assumptions: {answer.Measures.Count(m => m.IsAssumption)} of {answer.Measures.Count} figures of what "
                + $"measures cost and do, and {answer.Loop.Parameters.All.Count(p => p.IsAssumption)} of "
                + $"{answer.Loop.Parameters.All.Count} of the loop, have no published figure behind them."
        );

    private static Section Funded(PlanAnswer answer, MoneyScale money)
    {
        Column<PlanLine>[] columns =
        [
            Prose("technology", l => l.Subject.Name),
            Prose("measure", l => QuestionWords.PlanMeasures.WordOf(l.Item.Measure)),
            Prose($"{money.Unit}", l => money.Text(l.Choice.Money)),
            Prose("year", l => l.Choice.Year.ToString(CultureInfo.InvariantCulture)),
            Prose("works from", l => (l.Choice.Year + l.Item.Lead).ToString(CultureInfo.InvariantCulture)) with
            {
                Dispensable = 2,
            },
            Prose("takes off", l => CellText.Rounded(l.TakenOff)),
            Prose($"saves, {money.Unit}", l => money.Text(l.Saves)),
            Prose("of draws", l => l.FundedShare is { } share ? CellText.Rounded(share) : null) with
            {
                Dispensable = 1,
            },
        ];
        int assumed = answer.Measures.Count(m => m.IsAssumption);
        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"What is funded ({assumed} of {answer.Measures.Count} figures of what measures cost and do are assumptions)"
        );
        return Section.Of(title, columns, answer.Lines.Where(l => l.Choice.Money > 0));
    }

    /// <summary>The best measure left out of every technology, the one with most still to lose first; data has all measures.</summary>
    private static Section Out(PlanAnswer answer)
    {
        Column<PlanLine>[] columns =
        [
            Prose("technology", l => l.Subject.Name),
            Prose("measure", l => QuestionWords.PlanMeasures.WordOf(l.Item.Measure)),
            new("why", string.Empty, "Why it is out.", ColumnStyle.Prose, "why not", l => l.Why),
        ];
        return Section.Of("What is not: the best measure left out of each technology, by what it still loses", columns, BestOut(answer));
    }

    /// <summary>The best measure left out of every technology, by what the technology still loses.</summary>
    public static IEnumerable<PlanLine> BestOut(PlanAnswer answer) =>
        answer
            .Effects.OrderByDescending(e => e.After)
            .Select(e => answer.Lines.Where(l => l.Subject == e.Subject && l.Choice.Money <= 0).MaxBy(l => l.FirstRatio))
            .OfType<PlanLine>();

    private static Section Effects(PlanAnswer answer, MoneyScale money)
    {
        Column<PlanEffect>[] columns =
        [
            new("technology", string.Empty, "The technology.", ColumnStyle.Prose, "technology", e => e.Subject.Name),
            new("before", string.Empty, "Before.", ColumnStyle.Text, $"before, {money.Unit}", e => money.Text(e.Before)),
            new("after", string.Empty, "After.", ColumnStyle.Text, $"after, {money.Unit}", e => money.Text(e.After)),
            new("money", string.Empty, "Money.", ColumnStyle.Text, $"funded, {money.Unit}", e => money.Text(e.Money)),
        ];
        return Section.Of("Mean loss over scenarios, before and after", columns, answer.Effects);
    }

    private static Section Rules(PlanAnswer answer, MoneyScale money) =>
        Section.Of(
            $"Beside rules of thumb ({QuestionWords.PlanRisks.WordOf(answer.Question.Measure)} loss; ± standard errors of the draw)",
            [
                Said("rule", o => o.Name) with
                {
                    Style = ColumnStyle.Prose,
                },
                Said($"spent, {money.Unit}", o => money.Text(o.Plan.Spent)),
                .. Totals(money),
            ],
            answer.Outcomes.Where(o => o.Kind != PlanOutcome.OtherBudget)
        );

    private static IEnumerable<Section> Frontier(PlanAnswer answer, MoneyScale money) =>
        answer.Frontier.Count == 0
            ? []
            :
            [
                Section.Of(
                    "Other budgets",
                    [
                        Said($"budget, {money.Unit}", o => money.Text(o.Plan.Problem.Budget)),
                        .. Totals(money),
                        Said(
                            "last unit saves",
                            o => o.Plan.ShadowPrice is { } price ? string.Create(CultureInfo.InvariantCulture, $"{price:0.##}") : null
                        ),
                        Said("status", o => StatusWords.Of(o.Plan.Status)) with
                        {
                            Dispensable = 2,
                        },
                        Said("gap", o => o.Plan.Gap is { } gap ? CellText.Rounded(gap) : null) with
                        {
                            Dispensable = 1,
                        },
                    ],
                    answer.Outcomes.Where(o => o.Kind == PlanOutcome.OtherBudget)
                ),
            ];

    private static Column<PlanOutcome>[] Totals(MoneyScale money) =>
        [
            Said($"loss, {money.Unit}", o => money.WithError(o.Plan.Risk, o.LossError)),
            Said($"saves, {money.Unit}", o => money.WithError(o.Saves, o.SavesError)),
        ];

    private static Column<PlanOutcome> Said(string heading, Func<PlanOutcome, object?> value) =>
        new(heading, string.Empty, $"{heading}.", ColumnStyle.Text, heading, value);

    private static Section Rests(PlanAnswer answer) =>
        Section.Of(
            "What measures cost and do (all drawn over their ranges for 'of draws')",
            [
                new Column<UpgradingParameter>("figure", string.Empty, "Its name.", ColumnStyle.Text, "figure", p => p.Name),
                new("low", string.Empty, "Lower end.", ColumnStyle.Number, "low", p => p.Low),
                new("central", string.Empty, "The figure.", ColumnStyle.Number, "central", p => p.Central),
                new("high", string.Empty, "Upper end.", ColumnStyle.Number, "high", p => p.High),
                new("basis", string.Empty, "Basis.", ColumnStyle.Text, "basis", p => p.IsAssumption ? "assumption" : "published"),
                new("unit", string.Empty, "Its unit.", ColumnStyle.Text, "unit", p => p.Unit) { Dispensable = 1 },
                new("meaning", string.Empty, "What it is.", ColumnStyle.Prose, "what", p => p.Meaning) { Dispensable = 2 },
            ],
            answer.Measures
        );

    private static IEnumerable<string> Words(PlanAnswer answer, MoneyScale money)
    {
        yield return AssumptionsInWords(answer);
        yield return InWords(answer, money);
        if (DepthInWords(answer) is { } depth)
        {
            yield return depth;
        }

        int dear = answer.Lines.Count(l => l.Choice.Money > 0 && l.Saves < l.Choice.Money);
        if (dear > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{dear} of {answer.Lines.Count(l => l.Choice.Money > 0)} measures funded save less of the mean loss than they cost: the "
                    + $"budget is more than these scenarios are worth."
            );
        }
    }

    /// <summary>What there is to say of one plan among those compared; null where its figures say all.</summary>
    private static string? SaidOf(PlanAnswer answer, PlanOutcome outcome, MoneyScale money) =>
        outcome.Kind == PlanOutcome.Own ? InWords(answer, money)
        : outcome.Plan.Conflicts.Count > 0 ? ConflictsInWords(outcome.Plan)
        : null;

    private static string ConflictsInWords(Plan plan) =>
        $"There is no plan: these cannot all be kept: {string.Join("; ", plan.Conflicts)}. Drop one, or raise the budget.";

    /// <summary>The plan in a sentence.</summary>
    private static string InWords(PlanAnswer answer, MoneyScale money)
    {
        Plan plan = answer.Plan;
        if (plan.Status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            return plan.Conflicts.Count > 0
                ? ConflictsInWords(plan)
                : $"There is no plan: the solve ended {StatusWords.Of(plan.Status)}. Give it more time, or a wider gap.";
        }

        string none = plan.Problem.Budget <= 0 ? "A budget of 0 funds nothing. Give an amount in currency, such as 100e9. " : string.Empty;
        string bound = plan is { Bound: { } low, Gap: { } gap }
            ? string.Create(CultureInfo.InvariantCulture, $", at least {money.Text(low)} whatever the plan (gap {gap * 100:0.##}%)")
            : string.Empty;
        string price = plan.ShadowPrice is { } worth
            ? string.Create(CultureInfo.InvariantCulture, $" The last unit of the budget saves {worth:0.##}.")
            : string.Empty;
        int scenarios = plan.Problem.Scenarios.Count;
        (PlanOutcome own, PlanOutcome nothing) = (answer.Outcomes[0], answer.Outcomes[1]);
        string error = own.SavesError is { } chance
            ? $" With other scenarios drawn alike the loss of doing nothing would differ by about {money.Text(nothing.LossError!.Value)}, "
                + $"what is saved by about {money.Text(chance)} (standard errors)."
            : string.Empty;
        return $"{none}In words: {money.Text(plan.Spent)} of {money.Text(plan.Problem.Budget)} {money.Unit} are spent; the "
            + $"{QuestionWords.PlanRisks.WordOf(answer.Question.Measure)} loss over "
            + $"{scenarios} {(answer.Question.Scenarios is null ? "drawn " : string.Empty)}scenario{(scenarios == 1 ? string.Empty : "s")} "
            + $"falls "
            + $"from {money.Text(answer.Nothing)} to {money.Text(plan.Risk)} {money.Unit}{bound}; status {StatusWords.Of(plan.Status)}."
            + $"{price}{error}";
    }

    /// <summary>How much of the loss is of cuts deeper than elasticities are known for; null where nothing is.</summary>
    public static string? DepthInWords(PlanAnswer answer) =>
        answer.ExtrapolatedShare is > 0 and var share
            ? $"Extrapolated: {CellText.Rounded(share)} of the mean loss of doing nothing is of cuts so deep that elasticities are not "
                + "known for them (as roots marks such figures)."
            : null;

    private static Column<PlanLine> Prose(string heading, Func<PlanLine, object?> value) =>
        new(heading, string.Empty, $"{heading}.", ColumnStyle.Text, heading, value);
}
