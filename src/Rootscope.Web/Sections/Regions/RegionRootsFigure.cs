using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Sections.Regions;

/// <summary>The industries at the head of a region's ranking.</summary>
internal sealed class RegionRootsFigure : IFigureSource
{
    private const int Shown = 15;

    public string Id => "region-roots";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        RootRanking ranking = economies.Industries(state).Ranking;
        FlowTable economy = ranking.Table;
        RootRow[] rows = [.. ranking.Rows.Where(r => r.Loss is not null).Take(Shown)];
        Tongue tongue = state.Tongue;
        Phrase place = EconomyNames.Of(economy.Sectors.Regions[0]);
        return new Figure
        {
            Id = Id,
            Title = new Phrase($"What {place.English} stands on most", $"{place.Chinese}最倚重的行业")[tongue],
            Sentence = Sentence(rows, economy, economies, state),
            Source = $"{economy.Metadata.Source} ({economy.Metadata.Year})",
            Licence = economy.Metadata.Licence,
            ContentHash = economy.ContentHash,
            Columns =
            [
                new("rank", "#", string.Empty, "Place in the ranking, from 1."),
                new("name", Phrases.Industry[tongue], string.Empty, "The industry."),
                new("outputShare", new Phrase("Own output", "自身产出")[tongue], "%", "Its output over the output of all industries."),
                new(
                    "loss",
                    new Phrase("At stake", "关乎价值")[tongue],
                    "%",
                    "Share of the economy that is lost when the stated share of its supply is cut."
                ),
                new(
                    "leverage",
                    Phrases.MeasureCalled("leverage")[tongue],
                    new Phrase("money per money", "元/元")[tongue],
                    "Money lost per unit of money of supply cut."
                ),
                new("gap", Phrases.MeasureCalled("gap")[tongue], "×", "How many times the loss exceeds what size alone says."),
            ],
            Rows =
            [
                .. rows.Select(r =>
                    new object?[] { r.Rank, Name(r, economy, economies)[tongue], r.OutputShare, r.Loss, r.Leverage, r.Gap }
                ),
            ],
            Links = [.. rows.Select(r => state.AddressOf($"/industry/{Uri.EscapeDataString(r.Code)}"))],
            Option = Option([.. rows.Reverse()], economy, economies, tongue),
        };
    }

    private static string Sentence(RootRow[] rows, FlowTable economy, SiteAnswers economies, PageState state)
    {
        if (rows is not [var first, ..])
        {
            return new Phrase("No industry has a figure under these choices.", "在这些选择下没有行业有数值。")[state.Tongue];
        }

        string cut = (state.Cut * 100).ToString("0.#", CultureInfo.InvariantCulture);
        Phrase name = Name(first, economy, economies);
        return new Phrase(
            $"First by {Phrases.MeasureCalled(state.MeasureWord).English.ToLowerInvariant()} stands {name.English}: "
                + $"{FigureNumbers.Percent(first.OutputShare)} of output; without {cut}% of its supply "
                + $"{FigureNumbers.Percent(first.Loss)} of the economy is lost.",
            $"按{Phrases.MeasureCalled(state.MeasureWord).Chinese}排名，居首的是{name.Chinese}：占产出 "
                + $"{FigureNumbers.Percent(first.OutputShare)}；若失去其 {cut}% 的供给，将损失经济的 {FigureNumbers.Percent(first.Loss)}。"
        )[state.Tongue];
    }

    private static JsonObject Option(RootRow[] rows, FlowTable economy, SiteAnswers economies, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value(new Phrase("share of the economy, %", "占经济的比例，%")[tongue]),
            ["yAxis"] = FigureAxes.Names(rows.Select(r => Name(r, economy, economies)[tongue])),
            ["series"] = new JsonArray(
                FigureAxes.Bars(new Phrase("own output", "自身产出")[tongue], "energy", rows.Select(r => (double?)(r.OutputShare * 100))),
                FigureAxes.Bars(new Phrase("at stake", "关乎价值")[tongue], "space", rows.Select(r => r.Loss * 100))
            ),
        };

    private static Phrase Name(RootRow row, FlowTable economy, SiteAnswers economies) =>
        economies.NameOf(economy.Metadata, row.Code, row.Name);
}
