using System.Text.Json.Nodes;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Tables;
using Rootscope.Upgrading;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Upgrading;

/// <summary>What every technology's home share is now and in the last year.</summary>
/// <remarks>A first answer takes seconds: a page shows this figure once it is there, and its data addresses wait for it.</remarks>
internal sealed class CoursesFigure : IFigureSource
{
    public string Id => "upgrade";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        UpgradeAnswer answer = economies.Investments.Upgrade(state);
        Tongue tongue = state.Tongue;
        UpgradeLine[] lines = [.. answer.Lines.Where(l => l.Course is not null)];
        int last = answer.Question.Years;
        Phrase place = EconomyNames.Of(answer.Spots.Table.Sectors.Regions[0]);
        return new Figure
        {
            Id = Id,
            Report = new Report<UpgradeLine>(
                Id,
                Columns(answer, tongue),
                lines,
                new Provenance
                {
                    Title = new Phrase($"How {SpokenName.Of(place.English)} catches up", $"{place.Chinese}如何追赶")[tongue],
                    Sentence = Sentence(lines, last)[tongue],
                    Table = answer.Spots.Table,
                    Question = answer.Question,
                }
            ),
            Note = UpgradeTexts.ExtrapolatedOf([.. lines.Where(l => UpgradeColumns.IsExtrapolated(answer, l))])?[tongue],
            Links = [.. lines.Select(l => (state with { Of = l.Technology.Id }).AddressOf("/upgrade"))],
            Option = Option(lines, last, tongue),
        };
    }

    private static Phrase Sentence(UpgradeLine[] lines, int last)
    {
        int rise = lines.Count(l => l.Course![UpgradingFigure.HomeShare] is { } fan && fan.Low[last] > fan.Median[0]);
        return new(
            $"In nine draws of ten, {rise} of {lines.Length} technologies have a larger home share in year {last} than now.",
            $"{lines.Length} 项技术中，有 {rise} 项在第 {last} 年的本国份额在十分之九的抽样中高于现在。"
        );
    }

    private static Column<UpgradeLine>[] Columns(UpgradeAnswer answer, Tongue tongue)
    {
        int last = answer.Question.Years;
        Phrase now = new(", now", "（现在）");
        Phrase then = new($", year {last}", $"（第 {last} 年）");
        string Head(Phrase what, Phrase when) => what[tongue] + when[tongue];
        return
        [
            new("technology", string.Empty, "Identifier of the technology.", ColumnStyle.Text, null, l => l.Technology.Id),
            new(
                "name",
                string.Empty,
                "The technology.",
                ColumnStyle.Text,
                Phrases.Technology[tongue],
                l => UpgradeTexts.NameOf(l.Technology, tongue)
            ),
            Share(
                "homeShare",
                "Share of the home market made at home, now.",
                Head(UpgradeTexts.HomeShare, now),
                l => l.Course![UpgradingFigure.HomeShare].Median[0]
            ),
            Share(
                "homeShareThen",
                "Share of the home market made at home in the last year, median.",
                Head(UpgradeTexts.HomeShare, then),
                l => l.Course![UpgradingFigure.HomeShare].Median[last]
            ),
            new(
                "band",
                string.Empty,
                "The 90% band of that.",
                ColumnStyle.Text,
                new Phrase("90% band", "90% 区间")[tongue],
                l => UpgradeTexts.Band(l.Course![UpgradingFigure.HomeShare], last)
            ),
            Share(
                "costGap",
                "How much more a unit of the same quality costs at home, now.",
                Head(UpgradeTexts.CostGap, now),
                l => l.Course![UpgradingFigure.CostGap].Median[0]
            ),
            Share(
                "costGapThen",
                "How much more a unit of the same quality costs at home in the last year, median.",
                Head(UpgradeTexts.CostGap, then),
                l => l.Course![UpgradingFigure.CostGap].Median[last]
            ),
            Share("atStake", "What is at stake in the foreign cut now, over a year's final spending.", null, AtStake),
            new(
                "atStakeInWords",
                string.Empty,
                "The same for people: very much where the cut is deeper than elasticities are known for.",
                ColumnStyle.Text,
                Head(UpgradeTexts.AtStake, now),
                l =>
                    UpgradeColumns.IsExtrapolated(answer, l) ? UpgradeTexts.VeryMuch[tongue]
                    : AtStake(l) is { } share ? FigureNumbers.Percent(share)
                    : null
            ),
            new(
                "shared",
                string.Empty,
                "Who else has the same carrier, and so the same stake.",
                ColumnStyle.Text,
                new Phrase("That is", "该价值")[tongue],
                l => UpgradeTexts.SharedOf(l)?[tongue]
            ),
            new(
                "below",
                string.Empty,
                "When what is at stake is below the mark, and in how many draws.",
                ColumnStyle.Text,
                new Phrase("Below the mark", "低于界限")[tongue],
                l => UpgradeTexts.BelowOf(answer, l)?[tongue]
            ),
            Share(
                "banUserPrice",
                "Under a full ban: added to users' price in the base year, median.",
                new Phrase("Ban: price", "禁售：价格")[tongue],
                UpgradeColumns.BanPrice
            ),
            Share(
                "banHomeSales",
                "Under a full ban: change of home makers' sales in the last year, median.",
                new Phrase("Ban: home sales", "禁售：本国销售")[tongue],
                l => UpgradeColumns.BanChange(l, UpgradingFigure.HomeSales)
            ),
            Share(
                "banForeignSales",
                "Under a full ban: change of foreign makers' sales in the last year, median.",
                new Phrase("Ban: foreign sales", "禁售：境外销售")[tongue],
                l => UpgradeColumns.BanChange(l, UpgradingFigure.ForeignSales)
            ),
            new(
                "capitalDelay",
                "years",
                "How many years later the middle of the way is reached with half of research gone; null where it never is.",
                ColumnStyle.Tenths,
                new Phrase("Less capital", "资本受限")[tongue],
                l => UpgradeColumns.CapitalDelay(l)
            )
            {
                UnitForPeople = new Phrase("years later", "年延后")[tongue],
            },
        ];
    }

    private static Column<UpgradeLine> Share(string name, string meaning, string? heading, Func<UpgradeLine, double?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, heading, l => value(l));

    private static JsonObject Option(UpgradeLine[] lines, int last, Tongue tongue)
    {
        UpgradeLine[] drawn = [.. lines.Reverse()];
        return new JsonObject
        {
            ["xAxis"] = FigureAxes.Value(new Phrase("share of the home market, %", "占本国市场的份额，%")[tongue]),
            ["yAxis"] = FigureAxes.Names(drawn.Select(l => UpgradeTexts.NameOf(l.Technology, tongue))),
            ["series"] = new JsonArray(
                FigureAxes.Bars(new Phrase("now", "现在")[tongue], "plain", drawn.Select(l => At(l, 0))),
                FigureAxes.Bars(new Phrase($"year {last}", $"第 {last} 年")[tongue], "information", drawn.Select(l => At(l, last)))
            ),
        };
    }

    private static double? AtStake(UpgradeLine line) =>
        line.Course is { Start.Stake.Count: > 0 } course ? course[UpgradingFigure.AtStake].Median[0] : null;

    private static double? At(UpgradeLine line, int year) => Math.Round(line.Course![UpgradingFigure.HomeShare].Median[year] * 100, 3);
}
