using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Briefs;

/// <content>What to build first.</content>
internal sealed partial class BriefWriting
{
    private IEnumerable<BriefBlock> Build()
    {
        yield return new BriefHeading(Said(new("4. What to build first", "四、先建设什么")));
        if (_answer.Plan is not { } plan || plan.Plan.Status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            yield return new BriefText(
                Said(
                    new(
                        _answer.Question.BudgetShare > 0
                            ? "No foreign supply of a core technology has anything at stake in this table: there is nothing to plan."
                            : "No budget was asked about. In the order of building: "
                                + string.Join(", ", _answer.Chokepoints.Select(NameOf))
                                + ".",
                        _answer.Question.BudgetShare > 0
                            ? "该表中没有核心技术的国外供给关乎价值，无可规划。"
                            : "未询问预算。按建设次序：" + string.Join("、", _answer.Chokepoints.Select(NameOf)) + "。"
                    )
                )
            );
            yield break;
        }

        PlanEffect[] effects = [.. plan.Effects.Where(e => e.Money > 0).OrderByDescending(e => e.Before - e.After).Take(Funded)];
        int funded = plan.Effects.Count(e => e.Money > 0);
        (Phrase spent, Phrase before, Phrase after) = (_money.Of(plan.Plan.Spent), _money.Of(plan.Nothing), _money.Of(plan.Plan.Risk));
        yield return new BriefText(
            Said(
                new(
                    $"{Capital(Percent(_answer.Question.BudgetShare))} of a year's final spending "
                        + $"({_money.Of(plan.Plan.Problem.Budget).English}) "
                        + $"over {plan.Question.Horizon} years, put where it saves most, goes to {funded} technologies "
                        + $"({spent.English} spent); the "
                        + $"mean loss over {plan.Plan.Problem.Scenarios.Count} drawn cuts of imports falls from {before.English} to "
                        + $"{after.English}. The {effects.Length} that save most:",
                    $"{plan.Question.Horizon} 年内投入一年最终支出的 {Percent(_answer.Question.BudgetShare)}"
                        + $"（{_money.Of(plan.Plan.Problem.Budget).Chinese}），用于最能减少损失之处，分配给 {funded} "
                        + $"项技术（实际支出 {spent.Chinese}）；"
                        + $"在抽取的 {plan.Plan.Problem.Scenarios.Count} 种进口削减下，平均损失由 {before.Chinese} 降至 {after.Chinese}。"
                        + $"减少损失最多的 {effects.Length} 项："
                )
            )
        );
        string caption = Said(new("Mean loss over drawn cuts, before and after.", "抽取的各种削减下的平均损失，规划前与规划后。"));
        var data = new BriefTable(
            [
                new(Said(new("Technology", "技术")), 2.6),
                new(Said(new("Measures", "措施")), 2.2),
                new(Said(new("Money", "资金")), 1.2, IsNumber: true),
                new(Said(new("Loss before", "规划前损失")), 1.2, IsNumber: true),
                new(Said(new("Loss after", "规划后损失")), 1.2, IsNumber: true),
            ],
            [
                .. effects.Select(e =>
                    (IReadOnlyList<string>)
                        [
                            SubjectOf(e.Subject),
                            string.Join(
                                Said(new(", ", "、")),
                                plan.Lines.Where(l => l.Choice.Money > 0 && l.Subject.Equals(e.Subject))
                                    .Select(l => PlanWords.Called(l.Item.Measure)[_tongue])
                            ),
                            _money.Of(e.Money)[_tongue],
                            _money.Of(e.Before)[_tongue],
                            _money.Of(e.After)[_tongue],
                        ]
                ),
            ]
        );
        yield return data;
        yield return new BriefFigure(
            EffectBars.Of(
                [
                    .. effects.Select(e => new EffectRow(
                        SubjectOf(e.Subject),
                        e.Subject.Technologies[0].Area.Id,
                        e.Before,
                        e.After,
                        string.Create(CultureInfo.InvariantCulture, $"−{(e.Before > 0 ? (e.Before - e.After) / e.Before : 0) * 100:0}%")
                    )),
                ],
                Said(new("mean loss before", "规划前平均损失")),
                Said(new("after", "规划后")),
                Frame(caption),
                SheetFormat.Page
            ),
            caption,
            data
        );
        if (Unfunded(plan) is { } unfunded)
        {
            yield return new BriefText(unfunded);
        }
    }

    /// <summary>Why chokepoints are not among what is funded; null where all are.</summary>
    private string? Unfunded(PlanAnswer plan)
    {
        (Chokepoint Point, PlanLine Best)[] left =
        [
            .. from c in _answer.Chokepoints
            let lines = plan.Lines.Where(l => c.Spots.Any(s => l.Subject.Has(s.Technology.Id))).ToArray()
            where lines.Length > 0 && lines.All(l => l.Choice.Money <= 0)
            select (c, lines.MaxBy(l => l.FirstRatio)!),
        ];
        if (left.Length == 0)
        {
            return null;
        }

        string english = string.Join(
            ", ",
            left.Select(l => string.Create(CultureInfo.InvariantCulture, $"{NameOf(l.Point)} ({l.Best.FirstRatio:0.#})"))
        );
        string last = plan.Plan.ShadowPrice is { } price ? price.ToString("0.#", CultureInfo.InvariantCulture) : "–";
        return Said(
            new(
                $"Chokepoints that this budget does not reach, with the loss that the first unit of money put into each would "
                    + $"save: {english}; "
                    + $"the last unit of the budget saves {last}.",
                $"该预算未及的关口，括号内为投入第一单位资金所能减少的损失：{english}；预算的最后一单位减少 {last}。"
            )
        );
    }
}
