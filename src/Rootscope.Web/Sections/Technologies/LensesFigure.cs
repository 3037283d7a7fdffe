using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>Leverage and gap of a technology's carrier under each model: none is the truth, together they bound it.</summary>
internal sealed class LensesFigure : IFigureSource
{
    public string Id => "lenses";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        Technology technology = economies.Catalogue.Find(state.Subject("logic_chips"));
        FlowTable economy = economies.Economy(state);
        (ILens Lens, TechnologyRow Row)[] rows =
        [
            .. PageState.AllLenses.Select(l =>
                (l, economies.Technologies(state with { Lens = l }).AllTechnologies.First(r => r.Technology == technology))
            ),
        ];
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Title = new Phrase($"{technology.Name} by model", $"各模型下的{technology.ChineseName}")[tongue],
            Sentence = Sentence(rows, state),
            Source = $"{economy.Metadata.Source} ({economy.Metadata.Year})",
            Licence = economy.Metadata.Licence,
            ContentHash = economy.ContentHash,
            Columns =
            [
                new("name", Phrases.Lens[tongue], string.Empty, "The model."),
                new(
                    "rank",
                    "#",
                    string.Empty,
                    "Place of the part or industry that carries it among all of the table under this model, from 1."
                ),
                new(
                    "leverage",
                    Phrases.MeasureCalled("leverage")[tongue],
                    new Phrase("money per money", "元/元")[tongue],
                    "Money lost per unit of money of supply cut."
                ),
                new("gap", Phrases.MeasureCalled("gap")[tongue], "×", "How many times the loss exceeds what size alone says."),
                new(
                    "loss",
                    Phrases.MeasureCalled("loss")[tongue],
                    "%",
                    "Share of the economy that is lost when the stated share of supply is cut."
                ),
                new(
                    "reach",
                    Phrases.MeasureCalled("reach")[tongue],
                    "%",
                    "Share of value added in industries whose output falls by more than 5% of the cut."
                ),
            ],
            Rows =
            [
                .. rows.Select(r =>
                    new object?[]
                    {
                        Phrases.LensCalled(r.Lens)[tongue],
                        r.Row.Root?.Rank,
                        r.Row.Root?.Leverage,
                        r.Row.Root?.Gap,
                        r.Row.Root?.Loss,
                        r.Row.Root?.Reach,
                    }
                ),
            ],
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

    private static string Sentence((ILens Lens, TechnologyRow Row)[] rows, PageState state)
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
