using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Sections.Compare;

/// <summary>The places of technologies in the rankings of two economies: on the diagonal they agree.</summary>
internal sealed class CompareFigure : IFigureSource
{
    /// <summary>The marks that carry a name: those that differ most.</summary>
    private const int NamedMarks = 14;

    public string Id => "compare";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        PageState asked = CompareSection.WithOther(state);
        FlowTable first = economies.Economy(asked);
        FlowTable second = economies.Economy(asked.Other);
        Tongue tongue = state.Tongue;
        (string a, string b) = (EconomyNames.Of(first.Sectors.Regions[0])[tongue], EconomyNames.Of(second.Sectors.Regions[0])[tongue]);
        (a, b) = a == b ? ($"{a} ({first.Metadata.Id})", $"{b} ({second.Metadata.Id})") : (a, b);
        IReadOnlyList<ComparedMark> marks = ComparedMark.Of(asked, economies);
        Phrase measure = Phrases.MeasureCalled(asked.MeasureWord);
        return new Figure
        {
            Id = Id,
            Report = new Report<ComparedMark>(
                Id,
                Columns(a, b, asked, tongue),
                marks,
                new Provenance
                {
                    Title = new Phrase($"{a} and {b}, by {measure.English.ToLowerInvariant()}", $"{a}与{b}：{measure.Chinese}")[tongue],
                    Sentence = Sentence(marks, a, b, tongue),
                    Source = string.Join("; ", new[] { first, second }.Select(t => $"{t.Metadata.Source} ({t.Metadata.Year})").Distinct()),
                    Licence = string.Join("; ", new[] { first, second }.Select(t => t.Metadata.Licence).Distinct()),
                    ContentHash = Digest.Of(first.ContentHash + second.ContentHash),
                }
            ),
            Links = [.. marks.Select(m => asked.AddressOf(m.First.Address))],
            Option = Option(marks, (a, b), tongue),
        };
    }

    private static string Sentence(IReadOnlyList<ComparedMark> marks, string a, string b, Tongue tongue)
    {
        ComparedMark[] ranked = [.. marks.Where(m => m.Rise is not null)];
        if (ranked.Length == 0)
        {
            return new Phrase(
                "The two have no row in common: compare technologies, or tables of one classification.",
                "两者没有共同的行：请比较技术，或使用同一分类的表。"
            )[tongue];
        }

        ComparedMark most = ranked.MaxBy(m => Math.Abs(m.Rise!.Value))!;
        string Place(int? rank) => rank!.Value.ToString(CultureInfo.InvariantCulture);
        return new Phrase(
            $"Of {ranked.Length} that both have, {most.First.Name(Tongue.English)} differs most: place {Place(most.First.Rank)} in "
                + $"{SpokenName.Of(a)}, place {Place(most.Second.Rank)} in {SpokenName.Of(b)}.",
            $"两者共有 {ranked.Length} 项，差异最大的是{most.First.Name(Tongue.Chinese)}：在{a}列第 {Place(most.First.Rank)}，在{b}列第 "
                + $"{Place(most.Second.Rank)}。"
        )[tongue];
    }

    private static Column<ComparedMark>[] Columns(string a, string b, PageState state, Tongue tongue)
    {
        Phrase called = Phrases.MeasureCalled(state.MeasureWord);
        Column<RootRow> measure = RootRowColumns.Of(state.Measure);
        Phrase? unit = Phrases.UnitOf(state.Measure);
        return
        [
            new("firstRank", "ranks", "Place in the ranking of the first economy, from 1.", ColumnStyle.Whole, $"# {a}", m => m.First.Rank)
            {
                UnitForPeople = string.Empty,
            },
            new(
                "secondRank",
                "ranks",
                "Place in the ranking of the second economy, from 1.",
                ColumnStyle.Whole,
                $"# {b}",
                m => m.Second.Rank
            )
            {
                UnitForPeople = string.Empty,
            },
            new(
                "rise",
                "ranks",
                "Places that it stands higher in the second economy; below 0 where it stands lower.",
                ColumnStyle.Whole,
                new Phrase("Rises by", "上升")[tongue],
                m => m.Rise
            )
            {
                UnitForPeople = new Phrase("places", "位")[tongue],
            },
            new("code", string.Empty, "Identifier of the technology, or code of the industry.", ColumnStyle.Text, null, m => m.First.Code),
            new("name", string.Empty, "The technology or industry.", ColumnStyle.Text, Phrases.Name[tongue], m => m.First.Name(tongue)),
            new(
                "areaName",
                string.Empty,
                "The area of the catalogue that it stands for.",
                ColumnStyle.Text,
                Phrases.Area[tongue],
                m => m.First.AreaNames[tongue] is { Length: > 0 } area ? area : null
            ),
            (measure with { Name = "firstValue", Meaning = $"In the first economy: {measure.Meaning}" })
                .Headed(new Phrase($"{called.English}, {a}", $"{called.Chinese}, {a}"), tongue, unit)
                .Within<ComparedMark>(m => m.First.Root),
            (measure with { Name = "secondValue", Meaning = $"In the second economy: {measure.Meaning}" })
                .Headed(new Phrase($"{called.English}, {b}", $"{called.Chinese}, {b}"), tongue, unit)
                .Within<ComparedMark>(m => m.Second.Root),
            new(
                "difference",
                measure.Unit,
                "The second less the first.",
                measure.Style,
                new Phrase("Difference", "差")[tongue],
                m => ComparedMark.ValueOf(m.Second.Root, state.Measure) - ComparedMark.ValueOf(m.First.Root, state.Measure)
            )
            {
                UnitForPeople = unit?[tongue],
            },
            new(
                "firstCarrier",
                string.Empty,
                "Code of the industry whose figures these are in the first economy.",
                ColumnStyle.Text,
                new Phrase($"Carried by, {a}", $"承载行业，{a}")[tongue],
                m => m.First.Carrier
            ),
            new(
                "secondCarrier",
                string.Empty,
                "Code of the industry whose figures these are in the second economy.",
                ColumnStyle.Text,
                new Phrase($"Carried by, {b}", $"承载行业，{b}")[tongue],
                m => m.Second.Carrier
            ),
        ];
    }

    private static JsonObject Option(IReadOnlyList<ComparedMark> marks, (string First, string Second) names, Tongue tongue)
    {
        ComparedMark[] drawn = [.. marks.Where(m => m.Rise is not null)];
        HashSet<string> named = [.. drawn.OrderByDescending(m => Math.Abs(m.Rise!.Value)).Take(NamedMarks).Select(m => m.First.Code)];
        int last = drawn.Select(m => Math.Max(m.First.Rank!.Value, m.Second.Rank!.Value)).DefaultIfEmpty(1).Max() + 1;
        var series = new JsonArray([
            .. drawn
                .GroupBy(m => m.First.AreaId, StringComparer.Ordinal)
                .Select(area =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = "scatter",
                            ["name"] =
                                area.Key.Length == 0
                                    ? new Phrase("other industries", "其他行业")[tongue]
                                    : area.First().First.AreaNames[tongue],
                            ["area"] = area.Key,
                            ["symbolSize"] = area.Key.Length == 0 ? 7 : 12,
                            ["data"] = new JsonArray([
                                .. area.Select(m =>
                                    (JsonNode)
                                        new JsonObject
                                        {
                                            ["name"] = m.First.Name(tongue),
                                            ["value"] = new JsonArray(m.First.Rank!.Value, m.Second.Rank!.Value),
                                            ["label"] = new JsonObject
                                            {
                                                ["show"] = named.Contains(m.First.Code),
                                                ["position"] = m.First.Rank > last * 0.6 ? "left" : "right",
                                            },
                                        }
                                ),
                            ]),
                            ["label"] = new JsonObject { ["formatter"] = "{b}" },
                            ["labelLayout"] = new JsonObject { ["hideOverlap"] = true },
                        }
                ),
        ]);
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
                                new JsonObject { ["coord"] = new JsonArray(0, 0) },
                                new JsonObject { ["coord"] = new JsonArray(last, last) }
                            )
                        ),
                    },
                }
        );
        return new JsonObject
        {
            ["legend"] = new JsonObject
            {
                ["data"] = new JsonArray([
                    .. series.Select(s => s!["name"]!.GetValue<string>()).Where(n => n.Length > 0).Select(n => (JsonNode)n),
                ]),
            },
            ["xAxis"] = Axis(new Phrase($"place in {names.First}", $"在{names.First}的位次")[tongue], last),
            ["yAxis"] = Axis(
                new Phrase($"place in {names.Second} (1 at the top)", $"在{names.Second}的位次（1 在上）")[tongue],
                last,
                isInverse: true
            ),
            ["series"] = series,
        };
    }

    private static JsonObject Axis(string name, int last, bool isInverse = false) =>
        new()
        {
            ["type"] = "value",
            ["name"] = name,
            ["nameLocation"] = "middle",
            ["nameGap"] = 34,
            ["min"] = 0,
            ["max"] = last,
            ["inverse"] = isInverse,
        };
}
