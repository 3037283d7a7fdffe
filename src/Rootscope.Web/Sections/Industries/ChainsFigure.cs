using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Industries;

/// <summary>The chains that carry most of an industry's sales downstream, as a Sankey diagram.</summary>
internal sealed class ChainsFigure : IFigureSource
{
    private const int Chains = 25;

    public string Id => "chains";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        TechnologyAnswer answer = IndustryOfPage.Of(state, economies);
        FlowTable economy = answer.Economy.Table;
        int product = answer.Product;
        IReadOnlyList<DownstreamPath> paths = DownstreamPaths.Strongest(answer.Support.Table, new(product), Chains);
        var links = AcyclicLinks.Of(
            paths
                .SelectMany(p => p.Sectors.Zip(p.Sectors.Skip(1), (from, to) => new FlowLink(from, to, p.Carried)))
                .GroupBy(l => (l.From, l.To))
                .Select(g => new FlowLink(g.Key.From, g.Key.To, g.Sum(l => l.Value)))
        );
        Tongue tongue = state.Tongue;
        Phrase name = ProductNames.Of(economy, economy.Sectors.IndustryOf(new(product)));
        string Called(int sector) => BriefName.Of(ProductNames.Of(economy, economy.Sectors.IndustryOf(new(sector)))[tongue]);
        var money = new MoneyScale(economy.Metadata, paths.Count == 0 ? 0 : paths.Max(p => p.Carried));
        return new Figure
        {
            Id = Id,
            Report = new Report<(int Rank, DownstreamPath Path)>(
                Id,
                [
                    new("rank", string.Empty, "Place by value carried, from 1.", ColumnStyle.Whole, "#", r => r.Rank),
                    new(
                        "name",
                        string.Empty,
                        "The industries from the root to the last buyer.",
                        ColumnStyle.Text,
                        new Phrase("Chain", "链条")[tongue],
                        r => string.Join(" → ", r.Path.Sectors.Select(s => Called(s)))
                    ),
                    new(
                        "carried",
                        Column.Money,
                        "The root's sales that take this way.",
                        ColumnStyle.Money,
                        new Phrase("Carried", "传递")[tongue],
                        r => r.Path.Carried
                    ),
                ],
                paths.Select((p, i) => (i + 1, p)),
                new Provenance
                {
                    Title = new Phrase($"Where the sales of {BriefName.InSentence(name.English)} go", $"{name.Chinese}的销售去向")[tongue],
                    Sentence = SentenceOf(paths.Count, links.Cut.Count)[tongue],
                    Table = economy,
                }
            ),
            Option = Option(links, Called, money),
        };
    }

    private static Phrase SentenceOf(int chains, int cut)
    {
        Phrase circles =
            cut == 0
                ? new(".", "。")
                : new(
                    $"; {cut} that close a circle are left out of the drawing, not of the table.",
                    $"；{cut} 条构成环路的连接未绘出，但列于表中。"
                );
        return new Phrase(
            $"The {chains} strongest chains of at least two purchases{circles.English}",
            $"至少两次购买的 {chains} 条最强链条{circles.Chinese}"
        );
    }

    private static JsonObject Option(AcyclicLinks links, Func<int, string> label, MoneyScale money)
    {
        IEnumerable<int> nodes = links.Kept.SelectMany(l => (int[])[l.From, l.To]).Distinct().Order();
        return new JsonObject
        {
            ["series"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "sankey",
                    ["data"] = new JsonArray([.. nodes.Select(n => (JsonNode)new JsonObject { ["name"] = label(n) })]),
                    ["links"] = new JsonArray([
                        .. links.Kept.Select(l =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["source"] = label(l.From),
                                    ["target"] = label(l.To),
                                    ["value"] = money.AmountIn(l.Value),
                                }
                        ),
                    ]),
                    ["unit"] = money.Unit,
                    ["label"] = new JsonObject(),
                    ["right"] = "20%",
                }
            ),
        };
    }
}
