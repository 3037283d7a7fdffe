using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>How sure the figures of a technology's carrier are: the middle and the 90% band over draws of what is not known.</summary>
/// <remarks>Draws take seconds: a page shows this figure once they are there, and its data addresses wait for them.</remarks>
internal sealed class BandsFigure : IFigureSource
{
    private const double Smallest = 0.0005;
    private const double Tenths = 10;

    /// <summary>One figure of the carrier: as ranked, and over the draws.</summary>
    private sealed record Row(Phrase Name, string Unit, double? Point, Band Band);

    public string Id => "bands";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        Technology technology = economies.Catalogue.Find(state.Subject("logic_chips"));
        RootAnswer answer = economies.Bands(state);
        FlowTable economy = answer.Ranking.Table;
        RootBands bands = answer.Bands!;
        int? carrier = answer.AllTechnologies.First(r => r.Technology == technology).Root?.Product;
        RootBand? band = bands.Rows.FirstOrDefault(r => r.Point.Product == carrier);
        Tongue tongue = state.Tongue;
        Row[] rows = band is null
            ? []
            :
            [
                new(Phrases.MeasureCalled("leverage"), "ratio", band.Point.Leverage, band.Leverage),
                new(Phrases.MeasureCalled("gap"), "ratio", band.Point.Gap, band.Gap),
                new(Phrases.MeasureCalled("loss"), "share", band.Point.Loss, band.Loss),
                new(new Phrase("place", "名次"), "ranks", band.Point.Rank, band.Rank),
            ];
        return new Figure
        {
            Id = Id,
            Report = new Report<Row>(
                Id,
                [
                    new("name", string.Empty, "The figure.", ColumnStyle.Text, new Phrase("Figure", "指标")[tongue], r => r.Name[tongue]),
                    new(
                        "unit",
                        string.Empty,
                        "The unit of the row: leverage and gap are ratios, the loss is a share of real final spending, a place counts "
                            + "from 1.",
                        ColumnStyle.Text,
                        new Phrase("Unit", "单位")[tongue],
                        r => r.Unit
                    ),
                    new(
                        "point",
                        string.Empty,
                        "The figure without draws, in the unit of its row.",
                        ColumnStyle.Number,
                        new Phrase("As ranked", "排名所用")[tongue],
                        r => r.Point
                    ),
                    new(
                        "median",
                        string.Empty,
                        "The middle of the draws, in the unit of the row.",
                        ColumnStyle.Number,
                        new Phrase("Median", "中位数")[tongue],
                        r => r.Band.Median
                    ),
                    new(
                        "low",
                        string.Empty,
                        "A twentieth of the draws lie below, in the unit of the row.",
                        ColumnStyle.Number,
                        new Phrase("Low", "下限")[tongue],
                        r => r.Band.Low
                    ),
                    new(
                        "high",
                        string.Empty,
                        "A twentieth of the draws lie above, in the unit of the row.",
                        ColumnStyle.Number,
                        new Phrase("High", "上限")[tongue],
                        r => r.Band.High
                    ),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase($"{technology.Name}: how sure the figures are", $"{technology.ChineseName}：数值有多确定")[tongue],
                    Sentence = Sentence(band, bands, tongue),
                    Table = economy,
                }
            ),
            Option = Option([.. rows.Take(2)], tongue),
        };
    }

    private static string Sentence(RootBand? band, RootBands bands, Tongue tongue)
    {
        if (band?.Leverage is not { Low: { } low, High: { } high })
        {
            return new Phrase("No draw has a figure for this technology's carrier.", "没有任何抽样给出承载行业的数值。")[tongue];
        }

        int places = RootBands.PlacesThatHold(bands.Length);
        string share = (band.RankShare * 100).ToString("0", CultureInfo.InvariantCulture);
        return new Phrase(
            $"Nine draws in ten put the leverage between {FigureNumbers.Spoken(low)} and {FigureNumbers.Spoken(high)}; its place "
                + $"holds, within {places} places, in {share}% of {bands.Options.Draws} draws of the cut's size, of elasticities, of "
                + $"ratings and of sizes of split parts.",
            $"十分之九的抽样中杠杆介于 {FigureNumbers.Spoken(low)} 与 {FigureNumbers.Spoken(high)}；在对削减幅度、弹性、评级与拆分规模的 {bands.Options.Draws} "
                + $"次抽样中，{share}% 的名次变动不超过 {places} 位。"
        )[tongue];
    }

    private static JsonObject Option(Row[] rows, Tongue tongue)
    {
        // An axis makes room for marks only; bands reach farther.
        JsonObject amounts = FigureAxes.Value(new Phrase("leverage, money per money; gap, ×", "杠杆，元/元；缺口，×")[tongue]);
        amounts["min"] = Math.Floor((rows.Min(r => r.Band.Low) ?? 0) * Tenths) / Tenths;
        amounts["max"] = Math.Ceiling((rows.Max(r => r.Band.High) ?? 1) * Tenths) / Tenths;
        return new JsonObject
        {
            ["xAxis"] = amounts,
            ["yAxis"] = FigureAxes.Names(rows.Select(r => r.Name[tongue])),
            ["series"] = new JsonArray(Medians(rows, tongue), Points(rows, tongue)),
        };
    }

    private static JsonObject Medians(Row[] rows, Tongue tongue) =>
        new()
        {
            ["type"] = "scatter",
            ["name"] = new Phrase("median and 90% band", "中位数与 90% 区间")[tongue],
            ["tint"] = "space",
            ["symbolSize"] = 12,
            ["data"] = new JsonArray([
                .. rows.Where(r => r.Band.Median is not null).Select(r => (JsonNode)new JsonArray(r.Band.Median!.Value, r.Name[tongue])),
            ]),
            ["markLine"] = new JsonObject
            {
                ["symbol"] = "none",
                ["silent"] = true,
                ["label"] = new JsonObject { ["show"] = false },
                ["lineStyle"] = new JsonObject
                {
                    ["type"] = "solid",
                    ["width"] = 4,
                    ["opacity"] = 0.45,
                },
                ["data"] = new JsonArray([
                    .. rows.Where(r => r.Band.Width > Smallest)
                        .Select(r =>
                            (JsonNode)new JsonArray(At(r.Band.Low!.Value, r.Name[tongue]), At(r.Band.High!.Value, r.Name[tongue]))
                        ),
                ]),
            },
        };

    private static JsonObject Points(Row[] rows, Tongue tongue) =>
        new()
        {
            ["type"] = "scatter",
            ["name"] = new Phrase("as ranked", "排名所用")[tongue],
            ["tint"] = "energy",
            ["symbol"] = "diamond",
            ["symbolSize"] = 9,
            ["data"] = new JsonArray([
                .. rows.Where(r => r.Point is not null).Select(r => (JsonNode)new JsonArray(r.Point!.Value, r.Name[tongue])),
            ]),
        };

    private static JsonObject At(double value, string name) => new() { ["coord"] = new JsonArray(value, name) };
}
