using System.Globalization;
using Rootscope.Answers.WeakSpots;
using Rootscope.WeakSpots;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.WeakSpots;

/// <summary>What the cells of the matrix are called, and how sure they are.</summary>
internal static class SpotPhrases
{
    public static readonly Phrase NoTrade = new(
        "No trade between economies is embedded, so dependence is judged by published shares of makers where there are any, which "
            + "stand in for purchases; feasibility at home has no data. "
            + "Bring trade such as BACI to the command line ('rootscope weakspots --trade') for both.",
        "站内没有经济体之间的贸易数据，因此依赖程度按已公布的生产商份额（代替采购）判断；本国可行性没有数据。可在命令行提供贸易数据（如 BACI，“rootscope weakspots --trade”）。"
    );

    public static Phrase Called(SpotStatus status) =>
        status switch
        {
            SpotStatus.Measured => new("measured by trade", "按贸易测得"),
            SpotStatus.Proxy => new("a proxy: published shares", "代理指标：已公布份额"),
            _ => new("no data", "没有数据"),
        };

    public static Phrase Verdict(bool? isDependent) =>
        isDependent switch
        {
            true => new("dependent", "依赖"),
            false => new("not dependent", "不依赖"),
            _ => SpotWords.Unknown,
        };

    private static string BringIn(TechnologyDependence dependence) =>
        dependence.Bring is { } bring ? ChineseTexts.Of(bring).Chinese : string.Empty;

    /// <summary>
    /// How sure a verdict is, as a sentence: what it rests on, how far it is from turning, and what it would take to know better.
    /// </summary>
    public static Phrase HowSure(TechnologyDependence dependence)
    {
        if (dependence.Status == SpotStatus.NoData)
        {
            return new("Nothing embedded says who holds it. " + dependence.Bring, "站内没有说明由谁掌握的数据。" + BringIn(dependence));
        }

        if (dependence.Margin is not { } margin)
        {
            return new(
                "Published shares leave it open: they do not say enough about where the holders are, or about the rest. "
                    + $"{dependence.Bring}",
                $"已公布份额不足以判断：未充分说明持有者所在地或其余份额。{BringIn(dependence)}"
            );
        }

        bool isBand = dependence.HighestMargin - dependence.LowestMargin >= 0.005;
        string range = string.Create(CultureInfo.InvariantCulture, $"{dependence.LowestMargin:0.00} … {dependence.HighestMargin:0.00}");
        Phrase band = isBand ? new($"; band {range}", $"；区间 {range}") : new(string.Empty, string.Empty);
        string at = margin.ToString("0.00", CultureInfo.InvariantCulture);
        Phrase firm = dependence.IsClose ? new("close to turning", "接近转折") : new("not close to turning", "离转折尚远");
        return new(
            $"{Capital(Called(dependence.Status).English)}. The margin is {at} (from -1 to 1{band.English}): {firm.English}.",
            $"{Called(dependence.Status).Chinese}。裕度为 {at}（-1 至 1{band.Chinese}）：{firm.Chinese}。"
        );
    }

    public static Phrase Feasibility(TechnologyFeasibility feasibility) =>
        feasibility.Score is { } score
            ? new($"{FigureNumbers.Percent(score)}", $"{FigureNumbers.Percent(score)}")
            : new("no data", "没有数据");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
