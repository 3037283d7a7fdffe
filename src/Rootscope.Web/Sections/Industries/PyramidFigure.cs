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

/// <summary>The support pyramid of an industry: what it sells shrinks from tier to tier, what stands on it grows.</summary>
internal sealed class PyramidFigure : IFigureSource
{
    private const int NamesInATier = 3;

    public string Id => "pyramid";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        TechnologyAnswer answer = IndustryOfPage.Of(state, economies);
        FlowTable economy = answer.Economy.Table;
        (SupportPyramid pyramid, int product) = (answer.Pyramid, answer.Product);
        Tongue tongue = state.Tongue;
        Phrase name = ProductNames.Of(economy, economy.Sectors.IndustryOf(new(product)));
        string share = (pyramid.SupportedShare * 100).ToString("0.0", CultureInfo.InvariantCulture);
        return new Figure
        {
            Id = Id,
            Report = new Report<PyramidTier>(
                Id,
                [
                    new(
                        "tier",
                        "purchases",
                        "Purchases between the root and the industries of this tier.",
                        ColumnStyle.Whole,
                        new Phrase("Tier", "层级")[tongue],
                        t => t.Tier
                    )
                    {
                        UnitForPeople = new Phrase("purchases", "次购买")[tongue],
                    },
                    new(
                        "carried",
                        Column.Money,
                        "The root's own sales carried through that many purchases.",
                        ColumnStyle.Money,
                        new Phrase("Carried", "传递")[tongue],
                        t => t.Carried
                    ),
                    new(
                        "supported",
                        Column.Money,
                        "Value added of the industries whose shortest strong path has that many steps.",
                        ColumnStyle.Money,
                        new Phrase("Supported", "支撑")[tongue],
                        t => t.Supported
                    ),
                    new(
                        "industries",
                        "industries",
                        "How many industries there are in this tier.",
                        ColumnStyle.Whole,
                        new Phrase("Industries", "行业数")[tongue],
                        t => t.Industries.Count
                    )
                    {
                        UnitForPeople = new Phrase("number", "个")[tongue],
                    },
                    new(
                        "largest",
                        string.Empty,
                        "The largest industries of this tier.",
                        ColumnStyle.Text,
                        new Phrase("Largest", "最大者")[tongue],
                        t =>
                            string.Join(
                                "; ",
                                t.Industries.Take(NamesInATier)
                                    .Select(i => ProductNames.Of(economy, economy.Sectors.IndustryOf(i.Industry))[tongue])
                            )
                    ),
                ],
                pyramid.Tiers,
                new Provenance
                {
                    Title = new Phrase($"What stands on {BriefName.InSentence(name.English)}", $"立足于{name.Chinese}的行业")[tongue],
                    Sentence = new Phrase(
                        $"Industries that make {share}% of all value added take it in, directly or through others, by a path of at least "
                            + $"0.1% of their cost.",
                        $"占全部增加值 {share}% 的行业直接或间接使用它，其路径不低于成本的 0.1%。"
                    )[tongue],
                    Table = economy,
                }
            ),
            Option = Option(pyramid, economy, tongue),
        };
    }

    private static JsonObject Option(SupportPyramid pyramid, FlowTable economy, Tongue tongue)
    {
        var money = new MoneyScale(economy.Metadata, pyramid.Tiers.Max(t => Math.Max(t.Carried, t.Supported)));
        JsonArray Values(Func<PyramidTier, double> value) => new([.. pyramid.Tiers.Select(t => (JsonNode)money.AmountIn(value(t)))]);
        return new JsonObject
        {
            ["xAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["name"] = money.Unit,
                ["nameLocation"] = "middle",
                ["nameGap"] = 34,
            },
            ["yAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["name"] = new Phrase("tier", "层级")[tongue],
                ["nameLocation"] = "middle",
                ["nameGap"] = 30,
                ["data"] = new JsonArray([.. pyramid.Tiers.Select(t => (JsonNode)t.Tier.ToString(CultureInfo.InvariantCulture))]),
            },
            ["series"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "bar",
                    ["name"] = new Phrase("carried", "传递")[tongue],
                    ["tint"] = "matter",
                    ["data"] = Values(t => t.Carried),
                },
                new JsonObject
                {
                    ["type"] = "bar",
                    ["name"] = new Phrase("supported", "支撑")[tongue],
                    ["tint"] = "space",
                    ["data"] = Values(t => t.Supported),
                }
            ),
        };
    }
}
