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
        PlanOutcome[] rows = [.. answer.Outcomes.Where(o => o.Kind != PlanOutcome.OtherBudget)];
        Phrase risk = PlanTexts.Called(answer.Question.Measure);
        return new Figure
        {
            Id = Id,
            Report = new Report<PlanOutcome>(
                Id,
                PlanTexts.OutcomeColumns(
                    PlanTexts.Text<PlanOutcome>(
                        "name",
                        "The rule.",
                        new Phrase("Rule", "规则")[tongue],
                        o => PlanTexts.Rule(o.Name)[tongue]
                    ),
                    tongue
                ),
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

    private static JsonObject Option(PlanOutcome[] rows, MoneyScale money, string risk, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value($"{risk}, {money.Unit}"),
            ["yAxis"] = FigureAxes.Names(rows.Select(r => PlanTexts.Rule(r.Name)[tongue])),
            ["series"] = new JsonArray(FigureAxes.Bars(risk, "information", rows.Select(r => (double?)money.AmountIn(r.Plan.Risk)))),
        };
}
