using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Regions;

/// <summary>The industries at the head of a region's ranking by an older measure.</summary>
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
        Phrase measure = Phrases.MeasureCalled(state.MeasureWord);
        return new Figure
        {
            Id = Id,
            Report = new Report<RootRow>(
                Id,
                [
                    RootRowColumns.Rank,
                    RootRowColumns.Code with
                    {
                        Heading = null,
                    },
                    new(
                        "name",
                        string.Empty,
                        "The industry.",
                        ColumnStyle.Text,
                        Phrases.Industry[tongue],
                        r => Name(r, economy, economies)[tongue]
                    ),
                    FigureColumns.OutputShare(tongue),
                    FigureColumns.Loss(tongue),
                    FigureColumns.Of(RootMeasures.Leverage, tongue),
                    FigureColumns.Of(RootMeasures.Gap, tongue),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase(
                        $"{place.English} by {measure.English.ToLowerInvariant()}, an older measure",
                        $"{place.Chinese}：{measure.Chinese}（较早的指标）"
                    )[tongue],
                    Sentence = Sentence(rows, economy, economies, state),
                    Table = economy,
                }
            ),
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
            $"First by {Phrases.MeasureCalled(state.MeasureWord).English.ToLowerInvariant()} stands "
                + $"{BriefName.InSentence(name.English)}: "
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
            ["yAxis"] = FigureAxes.Names(rows.Select(r => Brief(Name(r, economy, economies), tongue))),
            ["series"] = new JsonArray(
                FigureAxes.Bars(new Phrase("own output", "自身产出")[tongue], "energy", rows.Select(r => (double?)(r.OutputShare * 100))),
                FigureAxes.Bars(FigureColumns.LostWithTheCut[tongue].ToLowerInvariant(), "space", rows.Select(r => r.Loss * 100))
            ),
        };

    private static Phrase Name(RootRow row, FlowTable economy, SiteAnswers economies) =>
        ProductNames.Of(economy.Metadata, row.Code, row.Name);

    /// <summary>A name in a drawing, where there is little room.</summary>
    private static string Brief(Phrase name, Tongue tongue) => new Phrase(BriefName.Of(name.English), name.Chinese)[tongue];
}
