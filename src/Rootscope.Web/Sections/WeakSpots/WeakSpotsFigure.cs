using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Reports;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.WeakSpots;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.WeakSpots;

/// <summary>How far each technology is from the line of dependence, against how much rests on it: the four corners.</summary>
internal sealed class WeakSpotsFigure : IFigureSource
{
    /// <summary>Space between the outermost marks and the ends of the axis. Unit: times.</summary>
    private const double Room = 1.2;

    public string Id => "weak-spots";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        WeakSpotAnswer view = economies.WeakSpots(state);
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Report = new Report<WeakSpot>(
                Id,
                Columns(tongue),
                view.Spots,
                new Provenance
                {
                    Title = new Phrase($"Weak spots of {view.Place.English}", $"{view.Place.Chinese}的薄弱环节")[tongue],
                    Sentence = Sentence(view, tongue),
                    Table = view.Table,
                    Source = string.Join(
                        "; ",
                        new[] { view.Sources, $"{view.Table.Metadata.Source} ({view.Table.Metadata.Year})" }.Where(s => s.Length > 0)
                    ),
                    Licence = new Phrase(
                        $"shares: as each row says; at stake: {view.Table.Metadata.Licence}",
                        $"份额：见各行；关乎价值：{view.Table.Metadata.Licence}"
                    )[tongue],
                }
            ),
            Links = [.. view.Spots.Select(s => state.AddressOf($"/technology/{s.Technology.Id}"))],
            Option = Option(view, economies.Catalogue, tongue),
        };
    }

    private static string Sentence(WeakSpotAnswer view, Tongue tongue)
    {
        int dependent = view.Spots.Count(s => s.Dependence.IsDependent == true);
        int open = view.Spots.Count(s => s.Dependence.IsDependent is null);
        WeakSpot? first = view.Spots.FirstOrDefault(s => s.BuildFirst == 1);
        Phrase begin = first is null
            ? new(string.Empty, string.Empty)
            : new($" First in the order of building stands {first.Technology.Name}.", $"建设次序居首的是{first.Technology.ChineseName}。");
        return new Phrase(
            string.Create(
                CultureInfo.InvariantCulture,
                $"By the rule {view.Rule.Name}, {view.Place.English} depends on {dependent} of {view.Spots.Count} technologies; of "
                    + $"{open} it is not known.{begin.English}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"按规则 {view.Rule.Name}，{view.Place.Chinese}在 {view.Spots.Count} 项技术中依赖 {dependent} 项；{open} 项尚不清楚。{begin.Chinese}"
            )
        )[tongue];
    }

    private static Column<WeakSpot>[] Columns(Tongue tongue) =>
        [
            WeakSpotColumns.BuildFirst.Headed(new Phrase("Build", "次序"), tongue),
            WeakSpotColumns.Technology with
            {
                Heading = null,
            },
            new(
                "name",
                string.Empty,
                "The technology.",
                ColumnStyle.Text,
                Phrases.Technology[tongue],
                s => new Phrase(s.Technology.Name, s.Technology.ChineseName)[tongue]
            ),
            WeakSpotColumns.Corner.Headed(new Phrase("What to do", "对策"), tongue),
            new(
                "dependence",
                string.Empty,
                "Whether the rule flags it.",
                ColumnStyle.Text,
                new Phrase("Verdict", "判断")[tongue],
                s => SpotPhrases.Verdict(s.Dependence.IsDependent)[tongue]
            ),
            WeakSpotColumns.DependenceStatus.Headed(new Phrase("By", "依据"), tongue),
            WeakSpotColumns.Margin.Headed(new Phrase("Margin", "裕度"), tongue, OneToOne),
            WeakSpotColumns.LowestMargin.Headed(new Phrase("Lowest", "下限"), tongue, OneToOne),
            WeakSpotColumns.HighestMargin.Headed(new Phrase("Highest", "上限"), tongue, OneToOne),
            new(
                "holding",
                string.Empty,
                "The largest holder abroad, its share, and what that is a share of.",
                ColumnStyle.Text,
                new Phrase("Largest holder abroad", "最大境外持有者")[tongue],
                s => SpotWords.HoldingOf(s)?[tongue]
            ),
            WeakSpotColumns.Holder with
            {
                Heading = null,
            },
            WeakSpotColumns.HolderShare with
            {
                Heading = null,
            },
            WeakSpotColumns.Subject with
            {
                Heading = null,
            },
            WeakSpotColumns.LastYear.Headed(new Phrase("Year", "年份"), tongue, new Phrase(string.Empty, string.Empty)),
            WeakSpotColumns.Feasibility.Headed(new Phrase("Feasible", "可行性"), tongue),
            WeakSpotColumns.AtStakeShare.Headed(StakeTexts.AtStake, tongue),
            new(
                "band",
                "share of a year's final spending",
                "The 90% band of what is at stake.",
                ColumnStyle.Text,
                new Phrase("90% band", "90% 区间")[tongue],
                WeakSpotTable.BandOf
            )
            {
                UnitForPeople = string.Empty,
            },
            WeakSpotColumns.AtStakeLow with
            {
                Heading = null,
            },
            WeakSpotColumns.AtStakeHigh with
            {
                Heading = null,
            },
            WeakSpotColumns.YearsToReplace.Headed(new Phrase("Years", "年数"), tongue, new Phrase(string.Empty, string.Empty)),
            WeakSpotColumns.StakeStatus.Headed(new Phrase("Status", "状态"), tongue),
            WeakSpotColumns.RestsMuch with
            {
                Heading = null,
            },
            WeakSpotColumns.Carrier.Headed(new Phrase("Carried by", "承载行业"), tongue),
            WeakSpotColumns.CarrierGrade.Headed(new Phrase("Grade", "等级"), tongue),
            WeakSpotColumns.ForeignInputs.Headed(new Phrase("Foreign inputs", "境外投入"), tongue),
            WeakSpotColumns.DependenceSource.Headed(Phrases.Source, tongue),
            new(
                "licence",
                string.Empty,
                "Under which licence the share stands, or how it is used.",
                ColumnStyle.Text,
                Phrases.Licence[tongue],
                s => SpotWords.Deciding(s)?.Licence
            ),
        ];

    private static readonly Phrase OneToOne = new("−1…1", "−1…1");

    private static JsonObject Option(WeakSpotAnswer view, TechnologyCatalogue catalogue, Tongue tongue)
    {
        WeakSpot[] drawn = [.. view.Spots.Where(s => s.Dependence.Margin is not null && s.Weight > 0)];
        double median = drawn.Where(s => s.RestsMuch == true).Select(WeightOf).DefaultIfEmpty(1).Min();
        var series = new JsonArray([
            .. drawn.GroupBy(s => s.Technology.Area).Select(area => (JsonNode)Series(area.Key, [.. area], tongue)),
        ]);
        double[] weights = [.. drawn.Select(WeightOf)];
        double low = FigureAxes.OneDigit(weights.DefaultIfEmpty(0.1).Min() / Room, Math.Floor);
        double high = FigureAxes.OneDigit(weights.DefaultIfEmpty(1).Max() * Room, Math.Ceiling);
        series.Add((JsonNode)Corners((low, median, high), tongue));
        return new JsonObject
        {
            ["legend"] = new JsonObject
            {
                ["data"] = new JsonArray([
                    .. catalogue.Areas.Where(a => drawn.Any(s => s.Technology.Area == a)).Select(a => (JsonNode)NameOf(a, tongue)),
                ]),
            },
            ["xAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["min"] = -1,
                ["max"] = 1,
                ["nameLocation"] = "middle",
                ["nameGap"] = 34,
                ["name"] = new Phrase("margin: left not dependent, right dependent", "裕度：左不依赖，右依赖")[tongue],
            },
            ["yAxis"] = FigureAxes.Log(
                new Phrase("at stake, % of a year's final spending", "关乎价值，占一年最终支出 %")[tongue],
                low,
                high
            ),
            ["series"] = series,
        };
    }

    /// <summary>The technologies of an area with the bands of their margins; hollow where the verdict is a proxy.</summary>
    private static JsonObject Series(Area area, WeakSpot[] spots, Tongue tongue) =>
        new()
        {
            ["type"] = "scatter",
            ["name"] = NameOf(area, tongue),
            ["area"] = area.Id,
            ["symbolSize"] = 12,
            ["label"] = new JsonObject
            {
                ["show"] = true,
                ["formatter"] = "{b}",
                ["position"] = "top",
            },
            ["labelLayout"] = new JsonObject { ["hideOverlap"] = true },
            ["data"] = new JsonArray([
                .. spots.Select(s =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = new Phrase(s.Technology.Name, s.Technology.ChineseName)[tongue],
                            ["value"] = new JsonArray(s.Dependence.Margin!.Value, WeightOf(s)),
                            ["hollow"] = s.Dependence.Status != SpotStatus.Measured,
                            ["label"] = new JsonObject
                            {
                                ["position"] =
                                    s.Dependence.Margin > 0.5 ? "left"
                                    : s.Dependence.Margin < -0.5 ? "right"
                                    : "top",
                            },
                        }
                ),
            ]),
            ["markLine"] = new JsonObject
            {
                ["symbol"] = "none",
                ["silent"] = true,
                ["label"] = new JsonObject { ["show"] = false },
                ["lineStyle"] = new JsonObject
                {
                    ["type"] = "solid",
                    ["width"] = 2,
                    ["opacity"] = 0.35,
                },
                ["data"] = new JsonArray([
                    .. spots
                        .Where(s => s.Dependence.HighestMargin - s.Dependence.LowestMargin > 0.001)
                        .Select(s =>
                            (JsonNode)
                                new JsonArray(
                                    At(s.Dependence.LowestMargin!.Value, WeightOf(s)),
                                    At(s.Dependence.HighestMargin!.Value, WeightOf(s))
                                )
                        ),
                ]),
            },
        };

    /// <summary>The lines between the corners, and what each corner says to do while feasibility is open.</summary>
    private static JsonObject Corners((double Low, double Median, double High) at, Tongue tongue) =>
        new()
        {
            ["type"] = "scatter",
            ["name"] = string.Empty,
            ["data"] = new JsonArray(),
            ["markLine"] = new JsonObject
            {
                ["symbol"] = "none",
                ["silent"] = true,
                ["label"] = new JsonObject { ["show"] = false },
                ["soft"] = true,
                ["data"] = new JsonArray(new JsonObject { ["xAxis"] = 0 }, new JsonObject { ["yAxis"] = at.Median }),
            },
            ["markArea"] = new JsonObject
            {
                ["silent"] = true,
                ["soft"] = true,
                ["itemStyle"] = new JsonObject { ["color"] = "transparent" },
                ["data"] = new JsonArray(
                    Area(new Phrase("build now or partner", "立即建设或合作")[tongue], "insideTopRight", (0, at.Median), (1, at.High)),
                    Area(new Phrase("build now or stockpile", "立即建设或储备")[tongue], "insideBottomRight", (0, at.Low), (1, at.Median)),
                    Area(new Phrase("watch", "观察")[tongue], "insideTopLeft", (-1, at.Median), (0, at.High)),
                    Area(new Phrase("watch", "观察")[tongue], "insideBottomLeft", (-1, at.Low), (0, at.Median))
                ),
            },
        };

    private static JsonArray Area(string name, string place, (double X, double Y) from, (double X, double Y) to) =>
        new(
            new JsonObject
            {
                ["name"] = name,
                ["xAxis"] = from.X,
                ["yAxis"] = from.Y,
                ["label"] = new JsonObject { ["position"] = place },
            },
            new JsonObject { ["xAxis"] = to.X, ["yAxis"] = to.Y }
        );

    private static JsonObject At(double x, double y) => new() { ["coord"] = new JsonArray(x, y) };

    /// <summary>In percent, as the axis is.</summary>
    private static double WeightOf(WeakSpot spot) => 100 * spot.Weight!.Value;

    private static string NameOf(Area area, Tongue tongue) => new Phrase(area.Name, area.ChineseName)[tongue];
}
