using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Regions;

/// <summary>Which economies make the inputs of a region's manufacturers, through all tiers of suppliers and at face value.</summary>
internal sealed class OriginsFigure : IFigureSource
{
    private const int Drawn = 12;

    public string Id => "origins";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        FlowTable table = economies.Table(state.Table);
        FlowTable economy = economies.Economy(state);
        Region region = economy.Sectors.Regions[0];
        Phrase place = EconomyNames.Of(region);
        SectorIndex sectors = table.Sectors;
        ExposureAnswer? answer = economies.Exposure(new ExposureQuestion(region.Code, state.Table));
        Phrase who = answer?.IsManufacturing == false ? new Phrase("industries", "各行业") : new Phrase("manufacturers", "制造业");
        SourceShare[] rows = [.. (answer?.Shares ?? []).Where(s => s.Region != answer!.Region && s.LookThrough is not null)];
        SourceShare[] drawn = [.. rows.Take(Drawn).Reverse()];
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Report = new Report<SourceShare>(
                Id,
                [
                    ExposureReport.Region(sectors).Headed(new Phrase("Code", "代码"), tongue),
                    new(
                        "name",
                        string.Empty,
                        "The economy that makes the inputs.",
                        ColumnStyle.Text,
                        Phrases.Region[tongue],
                        s => EconomyNames.Of(sectors.Regions[s.Region])[tongue]
                    ),
                    ExposureReport.LookThrough.Headed(new Phrase("Through all tiers", "穿透各层"), tongue),
                    ExposureReport.FaceValue.Headed(new Phrase("Sold directly", "直接购买"), tongue),
                    ExposureReport.Hidden.Headed(new Phrase("Hidden", "隐藏部分"), tongue),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase(
                        $"Who makes the inputs of {place.English}'s {who.English}",
                        $"{place.Chinese}{who.Chinese}的投入来自何处"
                    )[tongue],
                    Sentence = Sentence(rows, sectors, tongue),
                    Table = table,
                    Question = answer?.Question,
                }
            ),
            Links =
            [
                .. rows.Select(s =>
                    (state with { Region = null }).AddressOf($"/region/{Uri.EscapeDataString(sectors.Regions[s.Region].Code)}")
                ),
            ],
            Option = new JsonObject
            {
                ["xAxis"] = FigureAxes.Value(new Phrase("share of inputs, %", "占投入的比例，%")[tongue]),
                ["yAxis"] = FigureAxes.Names(drawn.Select(s => EconomyNames.Of(sectors.Regions[s.Region])[tongue])),
                ["series"] = new JsonArray(
                    FigureAxes.Bars(new Phrase("sold directly", "直接购买")[tongue], "energy", drawn.Select(s => s.FaceValue * 100)),
                    FigureAxes.Bars(
                        new Phrase("through all tiers", "穿透各层")[tongue],
                        "information",
                        drawn.Select(s => s.LookThrough * 100)
                    )
                ),
            },
        };
    }

    private static string Sentence(SourceShare[] rows, SectorIndex sectors, Tongue tongue)
    {
        if (rows is not [var first, ..])
        {
            return new Phrase(
                $"A table of one region, or of more than {SiteAnswers.LargestInverse} sectors, does not tell here. Choose a table of "
                    + $"several regions, such as {ExposureQuestion.DefaultTable}.",
                $"单一地区的表或超过 {SiteAnswers.LargestInverse} 个部门的表在此无法说明。请选择含多个地区的表，例如 {ExposureQuestion.DefaultTable}。"
            )[tongue];
        }

        string abroad = (rows.Sum(r => r.LookThrough!.Value) * 100).ToString("0.0", CultureInfo.InvariantCulture);
        Phrase name = EconomyNames.Of(sectors.Regions[first.Region]);
        return new Phrase(
            $"Other economies make {abroad}% of the inputs through all tiers; the largest is {name.English} with "
                + $"{FigureNumbers.Percent(first.LookThrough)}, of which direct purchases show {FigureNumbers.Percent(first.FaceValue)}.",
            $"穿透各层后，其他经济体提供 {abroad}% 的投入；最大来源是{name.Chinese}，占 {FigureNumbers.Percent(first.LookThrough)}，"
                + $"其中直接购买只显示 {FigureNumbers.Percent(first.FaceValue)}。"
        )[tongue];
    }
}
