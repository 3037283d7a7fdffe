using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Upgrading;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Upgrading;

/// <summary>One technology's home share year by year: the middle and the 90% band over draws.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class FanFigure : IFigureSource
{
    public string Id => "upgrade-fan";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        UpgradeAnswer answer = economies.Investments.Upgrade(state);
        UpgradeLine line =
            UpgradeTexts.Shown(answer, state.Of is { } of ? economies.Catalogue.Find(of) : null)
            ?? throw new ModelException("This technology has no course: it is not core, or nothing of it is imported. Name another.");
        Tongue tongue = state.Tongue;
        UpgradeYear[] rows =
        [
            .. line.Course is { } course ? Enumerable.Range(0, course.Years + 1).Select(t => new UpgradeYear(answer, line, t)) : [],
        ];
        bool isFar = UpgradeColumns.IsExtrapolated(answer, line);
        string name = UpgradeTexts.NameOf(line.Technology, tongue);
        return new Figure
        {
            Id = Id,
            Report = new Report<UpgradeYear>(
                Id,
                Columns(tongue, isFar),
                rows,
                new Provenance
                {
                    Title = new Phrase($"{name}: made at home, year by year", $"{name}：逐年的本国份额")[tongue],
                    Sentence = UpgradeTexts.InWords(answer, line)[tongue],
                    Table = answer.Spots.Table,
                    Question = answer.Question,
                }
            ),
            Note = NoteOf(line, isFar)?[tongue],
            Option = line.Course is { } drawn ? Option(drawn, tongue) : null,
        };
    }

    private static Phrase? NoteOf(UpgradeLine line, bool isFar)
    {
        Phrase? far = isFar ? UpgradeTexts.ExtrapolatedOf([line]) : null;
        return UpgradeTexts.SharedOf(line) is not { } shared
            ? far
            : new Phrase(
                $"What is at stake is {shared.English}, and counts once. {far?.English}".TrimEnd(),
                $"关乎的价值{shared.Chinese}，只计一次。{far?.Chinese}"
            );
    }

    private static Column<UpgradeYear>[] Columns(Tongue tongue, bool isFar)
    {
        Phrase median = new("median", "中位数");
        Phrase low = new("low", "下限");
        Phrase high = new("high", "上限");
        Column<UpgradeYear> Named(string name, Phrase what, Phrase which) =>
            UpgradeColumns
                .All.First(c => c.Name == name)
                .Headed(new Phrase($"{what.English}, {which.English}", $"{what.Chinese}，{which.Chinese}"), tongue);
        // Figures that elasticities do not bear are for the data alone.
        Column<UpgradeYear> Stake(string name, Phrase which) =>
            isFar ? UpgradeColumns.All.First(c => c.Name == name) with { Heading = null } : Named(name, UpgradeTexts.AtStake, which);
        return
        [
            UpgradeColumns.All.First(c => c.Name == "technology") with
            {
                Heading = null,
            },
            UpgradeColumns
                .All.First(c => c.Name == "year")
                .Headed(new Phrase("Year", "年"), tongue, new Phrase(string.Empty, string.Empty)),
            Named("homeShare", UpgradeTexts.HomeShare, median),
            Named("homeShareLow", UpgradeTexts.HomeShare, low),
            Named("homeShareHigh", UpgradeTexts.HomeShare, high),
            Named("costGap", UpgradeTexts.CostGap, median),
            Named("costGapLow", UpgradeTexts.CostGap, low),
            Named("costGapHigh", UpgradeTexts.CostGap, high),
            Stake("atStake", median),
            Stake("atStakeLow", low),
            Stake("atStakeHigh", high),
        ];
    }

    private static JsonObject Option(UpgradingCourse course, Tongue tongue)
    {
        UpgradingFan share = course[UpgradingFigure.HomeShare];
        string median = new Phrase("median", "中位数")[tongue];
        string band = new Phrase("90% band", "90% 区间")[tongue];
        return new JsonObject
        {
            ["xAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["boundaryGap"] = false,
                ["name"] = new Phrase("year", "年")[tongue],
                ["nameLocation"] = "middle",
                ["nameGap"] = 34,
                ["data"] = new JsonArray([
                    .. Enumerable.Range(0, course.Years + 1).Select(t => (JsonNode)t.ToString(CultureInfo.InvariantCulture)),
                ]),
            },
            ["yAxis"] = FigureAxes.Value(new Phrase("made at home, %", "本国制造，%")[tongue]),
            ["legend"] = new JsonObject { ["data"] = new JsonArray(median, band) },
            ["series"] = new JsonArray(
                Line(string.Empty, share.Low, isSeen: false, "space"),
                Line(band, [.. share.High.Zip(share.Low, (h, l) => h - l)], isSeen: false, "space", isBand: true),
                Line(median, share.Median, isSeen: true, "space")
            ),
        };
    }

    /// <summary>A line in per cent; a band is what lies on the line below it.</summary>
    private static JsonObject Line(string name, IReadOnlyList<double> values, bool isSeen, string tint, bool isBand = false)
    {
        var line = new JsonObject
        {
            ["type"] = "line",
            ["name"] = name,
            ["tint"] = tint,
            ["symbol"] = isSeen ? "circle" : "none",
            ["symbolSize"] = 6,
            ["silent"] = !isSeen,
            ["lineStyle"] = new JsonObject { ["opacity"] = isSeen ? 1 : 0 },
            ["data"] = new JsonArray([.. values.Select(v => (JsonNode)Math.Round(v * 100, 4))]),
        };
        if (!isSeen)
        {
            line["stack"] = "band";
        }

        if (isBand)
        {
            line["areaStyle"] = new JsonObject { ["opacity"] = 0.25 };
        }

        return line;
    }
}
