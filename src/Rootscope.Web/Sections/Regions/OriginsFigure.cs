using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Accounts.Exposure;
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
        int buyer = sectors.FindRegion(region.Code);
        (IReadOnlyList<IndustryNumber> buyers, Phrase who) = Buyers(table);
        SourceShare[] rows = economies.InputsOf(table) is { } exposure
            ?
            [
                .. exposure
                    .OfRegion(new(buyer), buyers)
                    .Where(s => s.Region != buyer && s.LookThrough is not null)
                    .OrderByDescending(s => s.LookThrough)
                    .ThenBy(s => s.Region),
            ]
            : [];
        SourceShare[] drawn = [.. rows.Take(Drawn).Reverse()];
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Report = new Report<SourceShare>(
                Id,
                [
                    new(
                        "region",
                        string.Empty,
                        "Code of the economy that makes the inputs.",
                        ColumnStyle.Text,
                        new Phrase("Code", "代码")[tongue],
                        s => sectors.Regions[s.Region].Code
                    ),
                    new(
                        "name",
                        string.Empty,
                        "The economy that makes the inputs.",
                        ColumnStyle.Text,
                        Phrases.Region[tongue],
                        s => EconomyNames.Of(sectors.Regions[s.Region])[tongue]
                    ),
                    new(
                        "lookThrough",
                        "share",
                        "Its share of the inputs through all tiers of suppliers; mean of the buying industries weighted by output.",
                        ColumnStyle.Share,
                        new Phrase("Through all tiers", "穿透各层")[tongue],
                        s => s.LookThrough
                    ),
                    new(
                        "faceValue",
                        "share",
                        "Its share of direct purchases.",
                        ColumnStyle.Share,
                        new Phrase("Sold directly", "直接购买")[tongue],
                        s => s.FaceValue
                    ),
                    new(
                        "hidden",
                        "share",
                        "What direct purchases do not show: the difference of the two.",
                        ColumnStyle.Share,
                        new Phrase("Hidden", "隐藏部分")[tongue],
                        s => s.Hidden
                    ),
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

    /// <summary>The industries that buy: manufacturing, or all where a table's classification does not tell which those are.</summary>
    private static (IReadOnlyList<IndustryNumber> Industries, Phrase Called) Buyers(FlowTable table)
    {
        try
        {
            return (ManufacturingIndustries.Of(table), new Phrase("manufacturers", "制造业"));
        }
        catch (ModelException)
        {
            return (
                [.. Enumerable.Range(0, table.Sectors.Industries.Count).Select(i => new IndustryNumber(i))],
                new Phrase("industries", "各行业")
            );
        }
    }

    private static string Sentence(SourceShare[] rows, SectorIndex sectors, Tongue tongue)
    {
        if (rows is not [var first, ..])
        {
            return new Phrase(
                $"A table of one region, or of more than {SiteAnswers.LargestInverse} sectors, does not tell here; 'rootscope "
                    + $"accounts exposure' has no such limit.",
                $"单一地区的表或超过 {SiteAnswers.LargestInverse} 个部门的表在此无法说明；命令行“rootscope accounts exposure”没有此限制。"
            )[tongue];
        }

        string abroad = (rows.Sum(r => r.LookThrough!.Value) * 100).ToString("0.0", CultureInfo.InvariantCulture);
        Phrase name = EconomyNames.Of(sectors.Regions[first.Region]);
        return new Phrase(
            $"Other economies make {abroad}% of the inputs through all tiers; the largest is {name.English} with "
                + $"{FigureNumbers.Percent(first.LookThrough)}, of which direct purchases show {FigureNumbers.Percent(first.FaceValue)}.",
            $"穿透各层后，其他经济体提供 {abroad}% 的投入；最大来源是{name.Chinese}，占 {FigureNumbers.Percent(first.LookThrough)}，其中直接购买只显示 "
                + $"{FigureNumbers.Percent(first.FaceValue)}。"
        )[tongue];
    }
}
