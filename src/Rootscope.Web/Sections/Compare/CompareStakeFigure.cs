using System.Text.Json.Nodes;
using Rootscope.Answers.Pictures;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Sections.Compare;

/// <summary>What is at stake with each technology in two economies: on the diagonal it is the same share of a year.</summary>
internal sealed class CompareStakeFigure : IFigureSource
{
    /// <summary>The marks that carry a name: those farthest from the diagonal.</summary>
    private const int NamedMarks = 14;

    private const double Room = 1.4;

    public string Id => "compare-at-stake";

    /// <summary>Whether both economies' stakes are there; those that are not are begun.</summary>
    public static bool IsAtHand(PageState state, SiteAnswers economies)
    {
        PageState asked = CompareSection.WithOther(state);
        bool first = economies.Stakes.AtHand(asked, asked.Supply) is not null;
        return economies.Stakes.AtHand(asked.Other, asked.Supply) is not null && first;
    }

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PageState asked = CompareSection.WithOther(state);
        FlowTable first = economies.Economy(asked);
        FlowTable second = economies.Economy(asked.Other);
        Tongue tongue = state.Tongue;
        (string a, string b) = (EconomyNames.Of(first.Sectors.Regions[0])[tongue], EconomyNames.Of(second.Sectors.Regions[0])[tongue]);
        (a, b) = a == b ? ($"{a} ({first.Metadata.Id})", $"{b} ({second.Metadata.Id})") : (a, b);
        IReadOnlyList<ComparedStake> rows = ComparedStake.Of(asked, economies);
        return new Figure
        {
            Id = Id,
            Report = new Report<ComparedStake>(
                Id,
                Columns(a, b, tongue),
                rows,
                new Provenance
                {
                    Title = new Phrase($"{a} and {b}, by what is at stake", $"{a}与{b}：关乎价值")[tongue],
                    Sentence = Sentence(rows, a, b, tongue),
                    Source = string.Join("; ", new[] { first, second }.Select(t => $"{t.Metadata.Source} ({t.Metadata.Year})").Distinct()),
                    Licence = string.Join("; ", new[] { first, second }.Select(t => t.Metadata.Licence).Distinct()),
                    ContentHash = Digest.Of(first.ContentHash + second.ContentHash),
                }
            ),
            Links = [.. rows.Select(r => (asked with { Of = null }).AddressOf(r.Address))],
            Option = Option(rows, a, b, tongue),
        };
    }

    private static string Sentence(IReadOnlyList<ComparedStake> rows, string a, string b, Tongue tongue)
    {
        ComparedStake[] drawn = [.. rows.Where(r => r is { First: > 0, Second: > 0 })];
        if (drawn.Length == 0)
        {
            return new Phrase(
                "The two have no row in common: compare technologies, or tables of one classification.",
                "两者没有共同的行：请比较技术，或使用同一分类的表。"
            )[tongue];
        }

        ComparedStake most = drawn.MaxBy(r => Math.Abs(Math.Log(r.Times!.Value)))!;
        (a, b) = tongue == Tongue.English ? (SpokenName.Of(a), SpokenName.Of(b)) : (a, b);
        (string x, string y) = (StakeWords.Percent(most.First), StakeWords.Percent(most.Second));
        return new Phrase(
            $"Of {rows.Count} that both have, {most.Name.English} differs most: {x} of a year's final spending is at stake in {a}, "
                + $"{y} in {b}.",
            $"两者共有 {rows.Count} 项，差异最大的是{most.Name.Chinese}：在{a}关乎一年最终支出的 {x}，在{b}为 {y}。"
        )[tongue];
    }

    private static Column<ComparedStake>[] Columns(string a, string b, Tongue tongue)
    {
        Column<ComparedStake> Stake(string name, string which, string where, Func<ComparedStake, double> value) =>
            new(
                name,
                "share of a year's final spending",
                $"What is at stake with it in the {which} economy.",
                ColumnStyle.Share,
                new Phrase($"At stake, {where}", $"关乎价值，{where}")[tongue],
                r => value(r)
            )
            {
                UnitForPeople = StakeTexts.AtStakeUnit[tongue],
            };
        return
        [
            new("code", string.Empty, "Identifier of the technology, or code of the industry.", ColumnStyle.Text, null, r => r.Code),
            new("name", string.Empty, "The technology or industry.", ColumnStyle.Text, Phrases.Name[tongue], r => r.Name[tongue]),
            new(
                "areaName",
                string.Empty,
                "The area of the catalogue that it stands for.",
                ColumnStyle.Text,
                Phrases.Area[tongue],
                r => r.Area is { } area ? new Phrase(area.Name, area.ChineseName)[tongue] : null
            ),
            Stake("firstAtStake", "first", a, r => r.First),
            Stake("secondAtStake", "second", b, r => r.Second),
            new(
                "times",
                "ratio",
                "How many times as much is at stake in the second economy.",
                ColumnStyle.Tenths,
                new Phrase("Times as much", "倍数")[tongue],
                r => r.Times
            )
            {
                UnitForPeople = "×",
            },
        ];
    }

    private static JsonObject Option(IReadOnlyList<ComparedStake> rows, string a, string b, Tongue tongue)
    {
        ComparedStake[] drawn = [.. rows.Where(r => r is { First: > 0, Second: > 0 })];
        HashSet<string> named = [.. drawn.OrderByDescending(r => Math.Abs(Math.Log(r.Times!.Value))).Take(NamedMarks).Select(r => r.Code)];
        double[] values = [.. drawn.SelectMany(r => (double[])[r.First * 100, r.Second * 100])];
        double low = FigureAxes.OneDigit(values.DefaultIfEmpty(0.1).Min() / Room, Math.Floor);
        double high = FigureAxes.OneDigit(values.DefaultIfEmpty(1).Max() * Room, Math.Ceiling);
        var series = new JsonArray([.. drawn.GroupBy(r => r.Area).Select(area => (JsonNode)Series(area.Key, [.. area], named, tongue))]);
        series.Add(
            (JsonNode)
                new JsonObject
                {
                    ["type"] = "scatter",
                    ["name"] = string.Empty,
                    ["data"] = new JsonArray(),
                    ["markLine"] = new JsonObject
                    {
                        ["symbol"] = "none",
                        ["silent"] = true,
                        ["soft"] = true,
                        ["label"] = new JsonObject { ["show"] = false },
                        ["data"] = new JsonArray(
                            new JsonArray(
                                new JsonObject { ["coord"] = new JsonArray(low, low) },
                                new JsonObject { ["coord"] = new JsonArray(high, high) }
                            )
                        ),
                    },
                }
        );
        string unit = new Phrase("at stake, % of a year (log)", "关乎价值，占一年 %（对数）")[tongue];
        return new JsonObject
        {
            ["legend"] = new JsonObject
            {
                ["data"] = new JsonArray([
                    .. series.Select(s => s!["name"]!.GetValue<string>()).Where(n => n.Length > 0).Select(n => (JsonNode)n),
                ]),
            },
            ["xAxis"] = FigureAxes.Log($"{a}: {unit}", low, high),
            ["yAxis"] = FigureAxes.Log($"{b}: {unit}", low, high),
            ["series"] = series,
        };
    }

    private static JsonObject Series(Catalogue.Area? area, ComparedStake[] rows, HashSet<string> named, Tongue tongue) =>
        new()
        {
            ["type"] = "scatter",
            ["name"] = area is null ? new Phrase("other industries", "其他行业")[tongue] : new Phrase(area.Name, area.ChineseName)[tongue],
            ["area"] = area?.Id ?? string.Empty,
            ["symbolSize"] = area is null ? 7 : 12,
            ["data"] = new JsonArray([
                .. rows.Select(r =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = r.Name[tongue],
                            ["value"] = new JsonArray(r.First * 100, r.Second * 100),
                            ["label"] = new JsonObject { ["show"] = named.Contains(r.Code) },
                        }
                ),
            ]),
            ["label"] = new JsonObject { ["formatter"] = "{b}", ["position"] = "top" },
            ["labelLayout"] = new JsonObject { ["hideOverlap"] = true },
        };
}
