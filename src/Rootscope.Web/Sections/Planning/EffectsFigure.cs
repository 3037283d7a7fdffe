using System.Text.Json.Nodes;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>What a plan buys: mean loss over scenarios before and after it, by technology, with what is funded.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class EffectsFigure : IFigureSource
{
    private const int Drawn = 20;

    public string Id => "plan";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PlanAnswer answer = economies.Investments.Plan(state);
        Tongue tongue = state.Tongue;
        var money = MoneyScale.Of(answer.Loop.Spots.Table);
        Phrase place = EconomyNames.Of(answer.Loop.Spots.Table.Sectors.Regions[0]);
        string budget = money.Text(answer.Plan.Problem.Budget);
        return new Figure
        {
            Id = Id,
            Report = new Report<PlanEffect>(
                Id,
                [
                    PlanTexts.Text<PlanEffect>(
                        "technology",
                        "Identifier of the technology; of all that share a carrier, joined by +.",
                        null,
                        e => e.Subject.Id
                    ),
                    PlanTexts.Text<PlanEffect>(
                        "name",
                        "The technology, or those that share a carrier.",
                        Phrases.Technology[tongue],
                        e => PlanTexts.NameOf(e.Subject, tongue)
                    ),
                    PlanTexts.Amount<PlanEffect>(
                        "before",
                        "Mean loss over scenarios if nothing is done.",
                        PlanTexts.Before[tongue],
                        e => e.Before
                    ),
                    PlanTexts.Amount<PlanEffect>(
                        "after",
                        "Mean loss over scenarios under the plan.",
                        PlanTexts.After[tongue],
                        e => e.After
                    ),
                    PlanTexts.Amount<PlanEffect>("money", "What is put into it.", PlanTexts.Money[tongue], e => e.Money),
                    PlanTexts.Text<PlanEffect>(
                        "measures",
                        "The measures that are funded.",
                        PlanTexts.Measure[tongue],
                        e => Funded(answer, e, tongue)
                    ),
                ],
                answer.Effects,
                PlanTexts.ProvenanceOf(
                    answer,
                    new($"Where {budget} {money.Unit} go: {place.English}", $"{budget} {money.Unit} 用于何处：{place.Chinese}"),
                    PlanTexts.InWords(answer),
                    tongue
                )
            ),
            Links = [.. answer.Effects.Select(e => (state with { Of = e.Subject.Technologies[0].Id }).AddressOf("/upgrade"))],
            Option = Option([.. answer.Effects.Take(Drawn).Reverse()], money, tongue),
        };
    }

    private static string? Funded(PlanAnswer answer, PlanEffect effect, Tongue tongue)
    {
        string[] measures =
        [
            .. answer
                .Lines.Where(l => l.Subject == effect.Subject && l.Choice.Money > 0)
                .Select(l => PlanTexts.Called(l.Item.Measure)[tongue]),
        ];
        return measures.Length > 0 ? string.Join(new Phrase(", ", "、")[tongue], measures) : null;
    }

    private static JsonObject Option(PlanEffect[] effects, MoneyScale money, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value(new Phrase($"mean loss, {money.Unit}", $"平均损失，{money.Unit}")[tongue]),
            ["yAxis"] = FigureAxes.Names(effects.Select(e => PlanTexts.NameOf(e.Subject, tongue))),
            ["series"] = new JsonArray(
                FigureAxes.Bars(PlanTexts.Before[tongue], "plain", effects.Select(e => (double?)money.AmountIn(e.Before))),
                FigureAxes.Bars(PlanTexts.After[tongue], "information", effects.Select(e => (double?)money.AmountIn(e.After)))
            ),
        };
}
