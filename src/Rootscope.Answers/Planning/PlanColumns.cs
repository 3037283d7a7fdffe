using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Planning;

/// <summary>One row of a plan as data: a measure, or a plan among those compared.</summary>
/// <param name="Line">The measure; null for a plan.</param>
/// <param name="Outcome">The plan; null for a measure.</param>
/// <param name="Why">Why a measure is in or out; what there is to say of a plan.</param>
internal sealed record PlanRow(PlanLine? Line, PlanOutcome? Outcome, string? Why);

/// <summary>The columns of plans, the same for every format.</summary>
internal static class PlanColumns
{
    /// <summary>The plans that an answer compares: each figure is told here once, for commands, addresses and pages.</summary>
    public static readonly IReadOnlyList<Column<PlanOutcome>> Outcomes =
    [
        Money<PlanOutcome>("budget", "The budget of a plan; null of a measure.", o => o.Plan.Problem.Budget),
        Money<PlanOutcome>(
            "loss",
            "What a plan makes small: the mean loss over scenarios, or that of the worst of them.",
            o => o.Plan.Risk
        ),
        Money<PlanOutcome>("lossError", "Standard error of that over the draw of scenarios; null where they are named.", o => o.LossError),
        Money<PlanOutcome>(
            "savesError",
            "Standard error of what a plan saves, on the same scenarios; null where they are named.",
            o => o.SavesError
        ),
        new("status", string.Empty, "How the solve ended; null of a measure and of rules.", ColumnStyle.Text, null, StatusOf),
        Money<PlanOutcome>("bound", "What the loss cannot be below, as proved; null where nothing was.", o => o.Plan.Bound),
        Share<PlanOutcome>("gap", "How far the plan may be from the best, over its loss.", o => o.Plan.Gap),
        new(
            "shadowPrice",
            "ratio",
            "What a unit more of budget would take off the loss, with what is begun held fixed.",
            ColumnStyle.Number,
            null,
            o => o.Plan.ShadowPrice
        ),
    ];

    /// <summary>All of them: a row a measure, then a row a plan.</summary>
    public static readonly IReadOnlyList<Column<PlanRow>> All =
    [
        Text<PlanRow>("row", "What the row is: measure, plan (this one), rule (of thumb) or budget (another one).", KindOf),
        Text<PlanRow>("technology", "Identifier of the technology; of all that share a carrier, joined by +.", r => r.Line?.Subject.Id),
        Text<PlanRow>("name", "Its English name; of a plan what it is called.", r => r.Line?.Subject.Name ?? r.Outcome?.Name),
        Text<PlanRow>(
            "measure",
            "research, capacity, stockpile, second-source or licence.",
            r => r.Line is { } l ? QuestionWords.PlanMeasures.WordOf(l.Item.Measure) : null
        ),
        new(
            "isFunded",
            string.Empty,
            "Whether the plan funds it.",
            ColumnStyle.Flag,
            null,
            r => r.Line is { } l ? l.Choice.Money > 0 : null
        ),
        Money<PlanRow>("money", "What is put into it; of a plan all that it spends.", r => r.Line?.Choice.Money ?? r.Outcome?.Plan.Spent),
        new(
            "year",
            "years",
            "The year in which it begins, from 0; null where it is not funded.",
            ColumnStyle.Whole,
            null,
            r => r.Line is { Choice: { Money: > 0 } choice } ? choice.Year : null
        ),
        new("lead", "years", "Years from the money to its effect.", ColumnStyle.Whole, null, r => r.Line?.Item.Lead),
        Share<PlanRow>("takenOff", "What the money takes off what is at stake with the technology.", r => r.Line?.TakenOff),
        Money<PlanRow>(
            "saves",
            "Mean loss over scenarios that would be more without it; of a plan what it takes off the loss of doing nothing.",
            r => r.Line?.Saves ?? r.Outcome?.Saves
        ),
        new(
            "firstRatio",
            "ratio",
            "Mean loss that its first money, or its next, takes off beside what is funded, a unit of money.",
            ColumnStyle.Number,
            null,
            r => r.Line?.FirstRatio
        ),
        Money<PlanRow>("minimum", "The least that can be put into it.", r => r.Line?.Item.Minimum),
        Money<PlanRow>("maximum", "The most that does anything.", r => r.Line?.Item.Maximum),
        Money<PlanRow>("fundedFrom", "The smallest budget planned for that funds it; null where none does.", r => r.Line?.FundedFrom),
        Money<PlanRow>("notFundedAt", "The largest budget planned for below that, which does not.", r => r.Line?.NotFundedAt),
        Share<PlanRow>(
            "fundedShare",
            "Draws of what measures cost and do in which it is funded; null without draws.",
            r => r.Line?.FundedShare
        ),
        Text<PlanRow>("why", "Why it is in or out; of a plan what there is to say of it.", r => r.Why),
        .. Outcomes.Select(c => c.Within<PlanRow>(r => r.Outcome)),
    ];

    /// <summary>A column of <see cref="Outcomes"/> by name.</summary>
    public static Column<PlanOutcome> Of(string name) => Outcomes.First(c => c.Name == name);

    private static string KindOf(PlanRow row) => row.Outcome?.Kind ?? "measure";

    private static string? StatusOf(PlanOutcome outcome) => outcome.Kind == PlanOutcome.Rule ? null : StatusWords.Of(outcome.Plan.Status);

    private static Column<TRow> Text<TRow>(string name, string meaning, Func<TRow, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<TRow> Money<TRow>(string name, string meaning, Func<TRow, double?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, null, r => value(r));

    private static Column<TRow> Share<TRow>(string name, string meaning, Func<TRow, double?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, null, r => value(r));
}
