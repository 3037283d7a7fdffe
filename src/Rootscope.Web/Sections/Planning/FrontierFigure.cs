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
        Plan[] plans = [Planner.NothingFor(answer.Plan.Problem with { Budget = 0 }), .. answer.Frontier];
        Phrase risk = PlanTexts.Called(answer.Question.Measure);
        return new Figure
        {
            Id = Id,
            Report = new Report<Plan>(
                Id,
                [
                    PlanTexts.Amount<Plan>("budget", "The budget.", new Phrase("Budget", "预算")[tongue], p => p.Problem.Budget),
                    PlanTexts.Amount<Plan>("loss", "What the plan makes small.", Capital(risk[tongue]), p => p.Risk),
                    PlanTexts.Amount<Plan>("saves", "What it takes off that.", PlanTexts.Saves[tongue], p => answer.Nothing - p.Risk),
                    new(
                        "shadowPrice",
                        "ratio",
                        "What a unit more of budget would take off, with what is begun held fixed.",
                        ColumnStyle.Number,
                        new Phrase("Last unit saves", "最后一单位减少")[tongue],
                        p => p.ShadowPrice
                    )
                    {
                        UnitForPeople = string.Empty,
                    },
                    PlanTexts.Text<Plan>(
                        "status",
                        "How the solve ended.",
                        new Phrase("Status", "状态")[tongue],
                        p => p.Problem.Budget > 0 ? PlanTexts.Called(p.Status)[tongue] : null
                    ),
                    new(
                        "gap",
                        "share",
                        "How far the plan may be from the best, over what it makes small.",
                        ColumnStyle.Share,
                        new Phrase("Gap", "差距")[tongue],
                        p => p.Gap
                    ),
                ],
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

    private static JsonObject Option(Plan[] plans, MoneyScale money, string risk, Tongue tongue) =>
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
                        .. plans.Select(p => (JsonNode)new JsonArray(money.AmountIn(p.Problem.Budget), money.AmountIn(p.Risk))),
                    ]),
                }
            ),
        };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
