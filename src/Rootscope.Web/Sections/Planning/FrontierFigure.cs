using System.Text.Json.Nodes;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Planning;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>The efficient frontier: what other budgets leave to be lost.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class FrontierFigure : IFigureSource
{
    public string Id => "plan-frontier";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PlanAnswer answer = economies.Investments.Plan(state);
        Tongue tongue = state.Tongue;
        PlanOutcome[] plans =
        [
            answer.Outcomes[1] with
            {
                Plan = Planner.NothingFor(answer.Plan.Problem with { Budget = 0 }),
            },
            .. answer.Outcomes.Where(o => o.Kind == PlanOutcome.OtherBudget),
        ];
        Phrase risk = PlanTexts.Called(answer.Question.Measure);
        return new Figure
        {
            Id = Id,
            Report = new Report<PlanOutcome>(
                Id,
                PlanTexts.OutcomeColumns(PlanColumns.Of("budget").Headed(new Phrase("Budget", "预算"), tongue), tongue),
                plans,
                PlanTexts.ProvenanceOf(
                    answer,
                    new("Other budgets", "其他预算"),
                    new(
                        $"The {risk.English} that the best plan of each budget leaves, each started from the one before.",
                        $"各预算下最优规划所余的{risk.Chinese}；每个规划以前一个为起点。"
                    ),
                    tongue
                )
            ),
            Option = Option(plans, MoneyScale.Of(answer.Loop.Spots.Table), risk[tongue], tongue),
        };
    }

    private static JsonObject Option(PlanOutcome[] plans, MoneyScale money, string risk, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value(new Phrase($"budget, {money.Unit}", $"预算，{money.Unit}")[tongue]),
            ["yAxis"] = FigureAxes.Value($"{risk}, {money.Unit}"),
            ["series"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "line",
                    ["name"] = risk,
                    ["tint"] = "information",
                    ["symbol"] = "circle",
                    ["symbolSize"] = 8,
                    ["data"] = new JsonArray([
                        .. plans.Select(p => (JsonNode)new JsonArray(money.AmountIn(p.Plan.Problem.Budget), money.AmountIn(p.Plan.Risk))),
                    ]),
                }
            ),
        };
}
