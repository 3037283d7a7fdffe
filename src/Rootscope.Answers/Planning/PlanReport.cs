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

    /// <summary>Rows of measures left out that people see; data has all.</summary>
    private const int MostOut = 8;

    /// <summary>The columns, the same for every format.</summary>
    public static readonly IReadOnlyList<Column<PlanLine>> Columns =
    [
        Text("technology", "Identifier of the technology; of all that share a carrier, joined by +.", l => l.Subject.Id),
        Text("name", "Its English name.", l => l.Subject.Name),
        Text("measure", "research, capacity, stockpile, second-source or licence.", l => QuestionWords.PlanMeasures.WordOf(l.Item.Measure)),
        Flag("isFunded", "Whether the plan funds it.", l => l.Choice.Money > 0),
        Money("money", "What is put into it.", l => l.Choice.Money),
        new(
            "year",
            "years",
            "The year in which it begins, from 0; null where it is not funded.",
            ColumnStyle.Whole,
            null,
            l => l.Choice.Money > 0 ? l.Choice.Year : null
        ),
        new("lead", "years", "Years from the money to its effect.", ColumnStyle.Whole, null, l => l.Item.Lead),
        Share("takenOff", "What the money takes off what is at stake with the technology.", l => l.TakenOff),
        Money("saves", "Mean loss over scenarios that would be more without it.", l => l.Saves),
        new(
            "firstRatio",
            "ratio",
            "Mean loss that its first money, or its next, takes off beside what is funded, a unit of money.",
            ColumnStyle.Number,
            null,
            l => l.FirstRatio
        ),
        Money("minimum", "The least that can be put into it.", l => l.Item.Minimum),
        Money("maximum", "The most that does anything.", l => l.Item.Maximum),
        Money("fundedFrom", "The smallest budget planned for that funds it; null where none does.", l => l.FundedFrom),
        Share("fundedShare", "Draws of what measures cost and do in which it is funded; null without draws.", l => l.FundedShare),
        Text("why", "Why it is in or out.", l => l.Why),
    ];

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report Of(PlanAnswer answer, string? command)
    {
        FlowTable table = answer.Loop.Spots.Table;
        var money = MoneyScale.Of(table);
        Provenance spots = WeakSpotsReport.ProvenanceOf(answer.Loop.Spots, command);
        return new Report<PlanLine>(
            Kind,
            Columns,
            answer.Lines,
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
            Prose("takes off", l => Percent(l.TakenOff)),
            Prose($"saves, {money.Unit}", l => money.Text(l.Saves)),
            Prose("of draws", l => l.FundedShare is { } share ? Percent(share) : null) with
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

    private static Section Out(PlanAnswer answer)
    {
        Column<PlanLine>[] columns =
        [
            Prose("technology", l => l.Subject.Name),
            Prose("measure", l => QuestionWords.PlanMeasures.WordOf(l.Item.Measure)),
            new("why", string.Empty, "Why it is out.", ColumnStyle.Prose, "why not", l => l.Why),
        ];
        PlanLine[] lines = [.. answer.Lines.Where(l => l.Choice.Money <= 0)];
        return Section.Of("What is not, those nearest first", columns, lines.Take(MostOut)) with { OutOf = lines.Length };
    }

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

    private static Section Rules(PlanAnswer answer, MoneyScale money)
    {
        (string Rule, Plan Plan)[] rows =
        [
            ("nothing", Planner.NothingFor(answer.Plan.Problem)),
            ("this plan", answer.Plan),
            .. answer.Baselines,
        ];
        return Section.Of(
            $"Beside rules of thumb ({QuestionWords.PlanRisks.WordOf(answer.Question.Measure)} loss)",
            [
                new Column<(string Rule, Plan Plan)>("rule", string.Empty, "The rule.", ColumnStyle.Prose, "rule", r => r.Rule),
                new("spent", string.Empty, "Spent.", ColumnStyle.Text, $"spent, {money.Unit}", r => money.Text(r.Plan.Spent)),
                new("loss", string.Empty, "Loss.", ColumnStyle.Text, $"loss, {money.Unit}", r => money.Text(r.Plan.Risk)),
                new(
                    "saves",
                    string.Empty,
                    "Saved.",
                    ColumnStyle.Text,
                    $"saves, {money.Unit}",
                    r => money.Text(answer.Nothing - r.Plan.Risk)
                ),
            ],
            rows
        );
    }

    private static IEnumerable<Section> Frontier(PlanAnswer answer, MoneyScale money) =>
        answer.Frontier.Count == 0
            ? []
            :
            [
                Section.Of(
                    "Other budgets",
                    [
                        new Column<Plan>(
                            "budget",
                            string.Empty,
                            "The budget.",
                            ColumnStyle.Text,
                            $"budget, {money.Unit}",
                            p => money.Text(p.Problem.Budget)
                        ),
                        new("loss", string.Empty, "Loss.", ColumnStyle.Text, $"loss, {money.Unit}", p => money.Text(p.Risk)),
                        new(
                            "saves",
                            string.Empty,
                            "Saved.",
                            ColumnStyle.Text,
                            $"saves, {money.Unit}",
                            p => money.Text(answer.Nothing - p.Risk)
                        ),
                        new(
                            "price",
                            string.Empty,
                            "Shadow price.",
                            ColumnStyle.Text,
                            "last unit saves",
                            p => p.ShadowPrice is { } price ? string.Create(CultureInfo.InvariantCulture, $"{price:0.##}") : null
                        ),
                        new("status", string.Empty, "How the solve ended.", ColumnStyle.Text, "status", p => StatusWords.Of(p.Status)),
                        new("gap", string.Empty, "Gap.", ColumnStyle.Text, "gap", p => p.Gap is { } gap ? Percent(gap) : null),
                    ],
                    answer.Frontier
                ),
            ];

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
        Plan plan = answer.Plan;
        if (plan.Status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            yield return plan.Conflicts.Count > 0
                ? $"There is no plan: these cannot all be kept: {string.Join("; ", plan.Conflicts)}. Drop one, or raise the budget."
                : $"There is no plan: the solve ended {StatusWords.Of(plan.Status)}. Give it more time, or a wider gap.";
            yield break;
        }

        if (plan.Problem.Budget <= 0)
        {
            yield return "A budget of 0 funds nothing. Give an amount in currency, such as 100e9.";
        }

        string bound = plan is { Bound: { } low, Gap: { } gap }
            ? string.Create(CultureInfo.InvariantCulture, $", at least {money.Text(low)} whatever the plan (gap {gap * 100:0.##}%)")
            : string.Empty;
        string price = plan.ShadowPrice is { } worth
            ? string.Create(CultureInfo.InvariantCulture, $" The last unit of the budget saves {worth:0.##}.")
            : string.Empty;
        yield return $"In words: {money.Text(plan.Spent)} of {money.Text(plan.Problem.Budget)} {money.Unit} are spent; the "
            + $"{QuestionWords.PlanRisks.WordOf(answer.Question.Measure)} loss over "
            + $"{plan.Problem.Scenarios.Count} scenario{(plan.Problem.Scenarios.Count == 1 ? string.Empty : "s")} falls from "
            + $"{money.Text(answer.Nothing)} to {money.Text(plan.Risk)} {money.Unit}{bound}; status {StatusWords.Of(plan.Status)}.{price}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    private static Column<PlanLine> Prose(string heading, Func<PlanLine, object?> value) =>
        new(heading, string.Empty, $"{heading}.", ColumnStyle.Text, heading, value);

    private static Column<PlanLine> Text(string name, string meaning, Func<PlanLine, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<PlanLine> Flag(string name, string meaning, Func<PlanLine, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Flag, null, value);

    private static Column<PlanLine> Money(string name, string meaning, Func<PlanLine, object?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, null, value);

    private static Column<PlanLine> Share(string name, string meaning, Func<PlanLine, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, null, value);
}
