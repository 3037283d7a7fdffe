using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Home;

/// <summary>
/// The economy by the older measures: own output share against what a cut loses, one mark a technology or industry, coloured by area.
/// </summary>
internal sealed class EconomyFigure : IFigureSource
{
    /// <summary>The marks that carry a name in the chart; the others tell theirs when touched.</summary>
    private const int NamedMarks = 12;

    /// <summary>The widest axis whose ticks double. Unit: doublings.</summary>
    private const double MostDoublings = 6;

    public string Id => "economy";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        RootAnswer answer = economies.Roots(state);
        RootRanking ranking = answer.Ranking;
        List<EconomyMark> marks = [.. EconomyMark.Of(answer, economies)];
        TableMetadata metadata = ranking.Table.Metadata;
        Phrase measure = Phrases.MeasureCalled(state.MeasureWord);
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Report = new Report<EconomyMark>(
                Id,
                Columns(tongue),
                marks,
                new Provenance
                {
                    Title = new Phrase(
                        $"{metadata.Title} by {measure.English.ToLowerInvariant()}, an older measure",
                        $"{metadata.Title}：{measure.Chinese}（较早的指标）"
                    )[tongue],
                    Sentence = Sentence(marks, state),
                    Table = ranking.Table,
                }
            ),
            Links = [.. marks.Select(m => state.AddressOf(m.Address))],
            Option = Option(marks, economies.Catalogue, tongue),
        };
    }

    private static string Sentence(List<EconomyMark> marks, PageState state)
    {
        EconomyMark? first = marks.Find(m => m.Root?.Loss is not null);
        if (first?.Root is not { Loss: { } loss } root)
        {
            return new Phrase("No mark has a figure under these choices.", "在这些选择下没有数值。")[state.Tongue];
        }

        string share = (root.OutputShare * 100).ToString("0.00", CultureInfo.InvariantCulture);
        string lost = (loss * 100).ToString("0.00", CultureInfo.InvariantCulture);
        string cut = (state.Cut * 100).ToString("0.#", CultureInfo.InvariantCulture);
        Phrase measure = Phrases.MeasureCalled(state.MeasureWord);
        return new Phrase(
            $"First by {measure.English.ToLowerInvariant()} stands {first.Name(Tongue.English)}: {share}% of all output; losing {cut}% of "
                + $"its supply would cost {lost}% of the economy.",
            $"按{measure.Chinese}居首的是{first.Name(Tongue.Chinese)}：占总产出的 {share}%；若失去其 {cut}% 的供给，将损失经济总量的 {lost}%。"
        )[state.Tongue];
    }

    private static Column<EconomyMark>[] Columns(Tongue tongue) =>
        [
            new("rank", string.Empty, "Place in the ranking, from 1.", ColumnStyle.Whole, "#", m => m.Rank),
            new("code", string.Empty, "Identifier of the technology, or code of the industry.", ColumnStyle.Text, null, m => m.Code),
            new("name", string.Empty, "The technology or industry.", ColumnStyle.Text, Phrases.Name[tongue], m => m.Name(tongue)),
            FigureColumns.Of(RootMeasures.Leverage, tongue).Within<EconomyMark>(m => m.Root),
            FigureColumns.Of(RootMeasures.Gap, tongue).Within<EconomyMark>(m => m.Root),
            FigureColumns.OutputShare(tongue).Within<EconomyMark>(m => m.Root),
            FigureColumns.Loss(tongue).Within<EconomyMark>(m => m.Root),
            new(
                "areaName",
                string.Empty,
                "The area of the catalogue that it stands for.",
                ColumnStyle.Text,
                Phrases.Area[tongue],
                m => m.AreaNames[tongue] is { Length: > 0 } area ? area : null
            ),
            new(
                "carrier",
                string.Empty,
                "Code of the industry whose figures these are.",
                ColumnStyle.Text,
                new Phrase("Carried by", "承载行业")[tongue],
                m => m.Carrier.Length > 0 ? m.Carrier : null
            ),
            new(
                "status",
                string.Empty,
                "Whether the figures hold, and if not, why.",
                ColumnStyle.Text,
                new Phrase("Status", "状态")[tongue],
                m => m.Root?.Status ?? CutStatus.NotRepresented
            ),
        ];

    private static JsonObject Option(List<EconomyMark> marks, TechnologyCatalogue catalogue, Tongue tongue)
    {
        var series = new JsonArray();
        HashSet<string> named = [.. marks.Where(m => m.Root?.Loss > 0).Take(NamedMarks).Select(m => m.Code)];
        EconomyMark[] drawn = [.. marks.Where(m => m.Root is { OutputShare: > 0, Loss: > 0 })];
        foreach (IGrouping<string, EconomyMark> area in drawn.GroupBy(m => m.AreaId, StringComparer.Ordinal))
        {
            var points = new JsonArray([
                .. area.Select(m =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = m.Name(tongue),
                            ["value"] = new JsonArray(m.Root!.OutputShare * 100, m.Root.Loss!.Value * 100),
                            ["label"] = new JsonObject { ["show"] = named.Contains(m.Code) },
                        }
                ),
            ]);
            series.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "scatter",
                        ["name"] =
                            area.Key.Length == 0
                                ? new Phrase("other industries", "其他行业")[tongue]
                                : NameOf(catalogue.FindArea(area.Key), tongue),
                        ["area"] = area.Key,
                        ["symbolSize"] = area.Key.Length == 0 ? 7 : 12,
                        ["data"] = points,
                        ["label"] = new JsonObject { ["formatter"] = "{b}", ["position"] = "top" },
                        ["labelLayout"] = new JsonObject { ["hideOverlap"] = true },
                    }
            );
        }

        return new JsonObject
        {
            ["xAxis"] = Axis(
                new Phrase("own output, % of all output (log)", "自身产出占总产出 %（对数）")[tongue],
                [.. drawn.Select(m => m.Root!.OutputShare * 100)]
            ),
            ["yAxis"] = Axis(
                new Phrase("lost with the cut, % of the economy (log)", "削减所致损失，占经济 %（对数）")[tongue],
                [.. drawn.Select(m => m.Root!.Loss!.Value * 100)]
            ),
            ["series"] = series,
        };
    }

    /// <summary>
    /// An axis from just below the values to just above them, whose ticks double, or grow tenfold where that would be too many.
    /// </summary>
    private static JsonObject Axis(string name, double[] values)
    {
        (double low, double high) = (values.DefaultIfEmpty(1).Min(), values.DefaultIfEmpty(2).Max());
        int step = Math.Log2(high / low) <= MostDoublings ? 2 : 10;
        return new JsonObject
        {
            ["type"] = "log",
            ["logBase"] = step,
            ["name"] = name,
            ["nameLocation"] = "middle",
            ["nameGap"] = 40,
            ["min"] = Math.Pow(step, Math.Floor(Math.Log(low, step))),
            ["max"] = Math.Pow(step, Math.Ceiling(Math.Log(high, step))),
        };
    }

    private static string NameOf(Area area, Tongue tongue) => tongue == Tongue.Chinese ? area.ChineseName : area.Name;
}
