using System.Text.Json.Nodes;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Planning;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>The plan beside rules of thumb that spend the same budget.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class RulesFigure : IFigureSource
{
    public string Id => "plan-rules";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PlanAnswer answer = economies.Investments.Plan(state);
        Tongue tongue = state.Tongue;
        (string Rule, Plan Plan)[] rows =
        [
            ("nothing", Planner.NothingFor(answer.Plan.Problem)),
            ("this plan", answer.Plan),
            .. answer.Baselines,
        ];
        Phrase risk = PlanTexts.Called(answer.Question.Measure);
        return new Figure
        {
            Id = Id,
            Report = new Report<(string Rule, Plan Plan)>(
                Id,
                [
                    PlanTexts.Text<(string Rule, Plan Plan)>(
                        "name",
                        "The rule.",
                        new Phrase("Rule", "规则")[tongue],
                        r => PlanTexts.Rule(r.Rule)[tongue]
                    ),
                    PlanTexts.Amount<(string Rule, Plan Plan)>(
                        "spent",
                        "Money that it spends.",
                        new Phrase("Spent", "支出")[tongue],
                        r => r.Plan.Spent
                    ),
                    PlanTexts.Amount<(string Rule, Plan Plan)>(
                        "loss",
                        "What the plan makes small.",
                        new Phrase("Loss", "损失")[tongue],
                        r => r.Plan.Risk
                    ),
                    PlanTexts.Amount<(string Rule, Plan Plan)>(
                        "saves",
                        "What it takes off that.",
                        PlanTexts.Saves[tongue],
                        r => answer.Nothing - r.Plan.Risk
                    ),
                ],
                rows,
                PlanTexts.ProvenanceOf(
                    answer,
                    new("Beside rules of thumb", "与经验法则对照"),
                    new(
                        $"The {risk.English} under the plan, and where the same budget is spent by simpler rules.",
                        $"本规划与按简单法则使用同一预算时的{risk.Chinese}。"
                    ),
                    tongue
                )
            ),
            Option = Option([.. rows.Reverse()], MoneyScale.Of(answer.Loop.Spots.Table), risk[tongue], tongue),
        };
    }

    private static JsonObject Option((string Rule, Plan Plan)[] rows, MoneyScale money, string risk, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value($"{risk}, {money.Unit}"),
            ["yAxis"] = FigureAxes.Names(rows.Select(r => PlanTexts.Rule(r.Rule)[tongue])),
            ["series"] = new JsonArray(FigureAxes.Bars(risk, "information", rows.Select(r => (double?)money.AmountIn(r.Plan.Risk)))),
        };
}
