using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>Leverage and gap of a technology's carrier under each model: none is the truth, together they bound it.</summary>
internal sealed class LensesFigure : IFigureSource
{
    /// <summary>A model with the carrier's row under it.</summary>
    private sealed record UnderLens(ILens Lens, TechnologyRow Row);

    public string Id => "lenses";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        Technology technology = economies.Catalogue.Find(state.Subject("logic_chips"));
        FlowTable economy = economies.Economy(state);
        UnderLens[] rows =
        [
            .. PageState.AllLenses.Select(l => new UnderLens(
                l,
                economies.Technologies(state with { Lens = l }).AllTechnologies.First(r => r.Technology == technology)
            )),
        ];
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Report = new Report<UnderLens>(
                Id,
                [
                    new(
                        "name",
                        string.Empty,
                        "The model.",
                        ColumnStyle.Text,
                        Phrases.Lens[tongue],
                        r => Phrases.LensCalled(r.Lens)[tongue]
                    ),
                    (
                        RootRowColumns.Rank with
                        {
                            Meaning = "Place of the carrying industry in the ranking under this model, from 1.",
                        }
                    ).Within<UnderLens>(r => r.Row.Root),
                    FigureColumns.Of(RootMeasures.Leverage, tongue).Within<UnderLens>(r => r.Row.Root),
                    FigureColumns.Of(RootMeasures.Gap, tongue).Within<UnderLens>(r => r.Row.Root),
                    FigureColumns.Of(RootMeasures.Loss, tongue).Within<UnderLens>(r => r.Row.Root),
                    FigureColumns.Of(RootMeasures.Reach, tongue).Within<UnderLens>(r => r.Row.Root),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase($"{technology.Name} by model", $"各模型下的{technology.ChineseName}")[tongue],
                    Sentence = Sentence(rows, state),
                    Table = economy,
                }
            ),
            Links = [.. rows.Select(r => (state with { Lens = r.Lens, Of = null }).AddressOf("/"))],
            Option = new JsonObject
            {
                ["xAxis"] = FigureAxes.Value(new Phrase("leverage, money per money; gap, ×", "杠杆，元/元；缺口，×")[tongue]),
                ["yAxis"] = FigureAxes.Names(rows.Reverse().Select(r => Phrases.LensCalled(r.Lens)[tongue])),
                ["series"] = new JsonArray(
                    FigureAxes.Bars(Phrases.MeasureCalled("gap")[tongue], "energy", rows.Reverse().Select(r => r.Row.Root?.Gap)),
                    FigureAxes.Bars(Phrases.MeasureCalled("leverage")[tongue], "space", rows.Reverse().Select(r => r.Row.Root?.Leverage))
                ),
            },
        };
    }

    private static string Sentence(UnderLens[] rows, PageState state)
    {
        double[] leverages = [.. rows.Select(r => r.Row.Root?.Leverage).OfType<double>().Order()];
        if (leverages.Length == 0)
        {
            return new Phrase("No model has a figure under these choices.", "在这些选择下没有模型有数值。")[state.Tongue];
        }

        string cut = (state.Cut * 100).ToString("0.#", CultureInfo.InvariantCulture);
        string low = FigureNumbers.Spoken(leverages[0]);
        string high = FigureNumbers.Spoken(leverages[^1]);
        Phrase carrier = TechnologyCarrier.Called(rows.Select(r => r.Row).FirstOrDefault(r => r.Part is not null));
        return new Phrase(
            $"A cut of {cut}% loses between {low} and {high} for each unit of supply cut, whatever the model; the figures are those of "
                + $"{carrier.English}.",
            $"削减 {cut}% 时，各模型下每单位被削减的供给损失 {low} 至 {high}；数值属于{carrier.Chinese}。"
        )[state.Tongue];
    }
}
