using System.Reflection;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.About;

/// <summary>What measures and models mean, and how to cite them.</summary>
internal static class AboutTexts
{
    public static readonly (Phrase Term, Phrase Meaning)[] Measures =
    [
        (
            Phrases.MeasureCalled("leverage"),
            new("Money that the economy loses for each unit of money of supply that is cut.", "每削减一单位货币的供给，经济损失多少货币。")
        ),
        (
            Phrases.MeasureCalled("gap"),
            new(
                "How many times the loss exceeds what the product's sales alone say (Hulten 1978; Baqaee and Farhi 2019): 1 where size "
                    + "tells all, above 1 where revenue understates.",
                "损失是仅凭销售额所预期的多少倍（Hulten 1978；Baqaee 与 Farhi 2019）：等于 1 时规模说明一切，大于 1 时营收低估了它。"
            )
        ),
        (
            Phrases.MeasureCalled("reach"),
            new(
                "Share of value added in industries whose output falls by more than 5% of the cut.",
                "产出下降超过削减幅度 5% 的行业在增加值中的占比。"
            )
        ),
        (
            Phrases.MeasureCalled("loss"),
            new(
                "Share of real final spending (equilibrium) or of value added (extraction) that is lost.",
                "损失的实际最终支出（均衡）或增加值（提取法）占比。"
            )
        ),
        (
            new("Margin of dependence", "依赖裕度"),
            new(
                "How far a verdict of dependence is from turning, from -1 to 1; above 0 the rule flags the technology.",
                "依赖判断离转折的距离，-1 至 1；大于 0 表示规则认定依赖。"
            )
        ),
    ];

    public static readonly Phrase[] Limits =
    [
        new(
            "A technology is seen through the industry that carries it. Its grade says how much of that industry it is; the figures "
                + "are the industry's.",
            "技术通过承载它的行业来观察。等级说明它占该行业多少；数值属于整个行业。"
        ),
        new(
            "A table is a year's average. It knows no stocks, no firm and no day.",
            "投入产出表是一年的平均：没有库存，没有企业，没有日期。"
        ),
        new("Elasticities are judged from the literature, not measured for each product.", "替代弹性依文献判断，而非逐一测得。"),
        new(
            "Published shares of makers stand in for purchases where no trade is at hand; such cells say so.",
            "没有贸易数据时，以已公布的生产商份额代替采购；相应单元格会注明。"
        ),
    ];

    private static string Version =>
        (typeof(AboutTexts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[
            0
        ];

    /// <summary>An entry for a bibliography.</summary>
    public static string Citation =>
        $$"""
            @software{rootscope,
              title   = {Rootscope: which small technologies an economy stands on},
              version = {{{Version}}},
              note    = {Figure: title, source and hash as printed below it}
            }
            """;
}
