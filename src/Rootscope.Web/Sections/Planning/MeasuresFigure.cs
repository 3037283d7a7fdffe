using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Planning;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>The portfolio over time: what begins in which year, and why each measure is in or out.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class MeasuresFigure : IFigureSource
{
    private static readonly string[] Tints = ["information", "energy", "matter", "space", "life"];

    public string Id => "plan-measures";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PlanAnswer answer = economies.Investments.Plan(state);
        Tongue tongue = state.Tongue;
        var money = MoneyScale.Of(answer.Loop.Spots.Table);
        int funded = answer.Lines.Count(l => l.Choice.Money > 0);
        return new Figure
        {
            Id = Id,
            Report = new Report<PlanLine>(
                Id,
                Columns(answer, tongue),
                answer.Lines,
                PlanTexts.ProvenanceOf(
                    answer,
                    new("What begins when", "何时启动何种措施"),
                    new(
                        $"{funded} of {answer.Lines.Count} measures are funded; each says why it is in or out.",
                        $"{answer.Lines.Count} 项措施中资助 {funded} 项；每项都说明入选或落选的原因。"
                    ),
                    tongue
                )
            ),
            Option = Option(answer, money, tongue),
        };
    }

    private static Column<PlanLine>[] Columns(PlanAnswer answer, Tongue tongue)
    {
        static bool IsIn(PlanLine line) => line.Choice.Money > 0;
        return
        [
            PlanTexts.Text<PlanLine>(
                "technology",
                "Identifier of the technology; of all that share a carrier, joined by +.",
                null,
                l => l.Subject.Id
            ),
            PlanTexts.Text<PlanLine>(
                "name",
                "The technology, or those that share a carrier.",
                Phrases.Technology[tongue],
                l => PlanTexts.NameOf(l.Subject, tongue)
            ),
            PlanTexts.Text<PlanLine>(
                "measure",
                "research, capacity, stockpile, second-source or licence.",
                null,
                l => QuestionWords.PlanMeasures.WordOf(l.Item.Measure)
            ),
            PlanTexts.Text<PlanLine>(
                "kind",
                "The measure in words.",
                PlanTexts.Measure[tongue],
                l => PlanTexts.Called(l.Item.Measure)[tongue]
            ),
            PlanTexts.Amount<PlanLine>("money", "What is put into it.", PlanTexts.Money[tongue], l => l.Choice.Money),
            new(
                "year",
                "years",
                "The year in which it begins, from 0; null where it is not funded.",
                ColumnStyle.Whole,
                new Phrase("Begins", "启动")[tongue],
                l => IsIn(l) ? l.Choice.Year : null
            )
            {
                UnitForPeople = new Phrase("year", "年")[tongue],
            },
            new(
                "worksFrom",
                "years",
                "The year from which it works; null where it is not funded.",
                ColumnStyle.Whole,
                new Phrase("Works from", "生效")[tongue],
                l => IsIn(l) ? l.Choice.Year + l.Item.Lead : null
            )
            {
                UnitForPeople = new Phrase("year", "年")[tongue],
            },
            new(
                "takenOff",
                "share",
                "What the money takes off what is at stake with the technology.",
                ColumnStyle.Share,
                new Phrase("Takes off", "减少关乎价值")[tongue],
                l => l.TakenOff
            ),
            PlanTexts.Amount<PlanLine>(
                "saves",
                "Mean loss over scenarios that would be more without it.",
                PlanTexts.Saves[tongue],
                l => l.Saves
            ),
            PlanTexts.Text<PlanLine>(
                "why",
                "Why it is in or out.",
                new Phrase("Why", "原因")[tongue],
                l => PlanTexts.Why(l, answer)[tongue]
            ),
        ];
    }

    private static JsonObject Option(PlanAnswer answer, MoneyScale money, Tongue tongue)
    {
        int[] years = [.. Enumerable.Range(0, answer.Question.Horizon)];
        PlanMeasure[] measures = Enum.GetValues<PlanMeasure>();
        return new JsonObject
        {
            ["xAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["name"] = new Phrase("year in which it begins", "启动年份")[tongue],
                ["nameLocation"] = "middle",
                ["nameGap"] = 34,
                ["data"] = new JsonArray([.. years.Select(y => (JsonNode)y.ToString(CultureInfo.InvariantCulture))]),
            },
            ["yAxis"] = FigureAxes.Value(money.Unit),
            ["series"] = new JsonArray([
                .. measures.Select(
                    (measure, m) =>
                    {
                        JsonObject bars = FigureAxes.Bars(
                            PlanTexts.Called(measure)[tongue],
                            Tints[m],
                            years.Select(y =>
                                (double?)
                                    money.AmountIn(
                                        answer.Lines.Where(l => l.Item.Measure == measure && l.Choice.Year == y).Sum(l => l.Choice.Money)
                                    )
                            )
                        );
                        bars["stack"] = "money";
                        return (JsonNode)bars;
                    }
                ),
            ]),
        };
    }
}
