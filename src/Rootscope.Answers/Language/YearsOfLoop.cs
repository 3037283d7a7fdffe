using System.Globalization;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Language;

/// <summary>Why years to replace are those of ratings: what history says of the loop that could tell them in their place.</summary>
/// <remarks>One number, one home: decision 37.</remarks>
internal static class YearsOfLoop
{
    private static readonly Lazy<IReadOnlyList<UpgradingHistory>> All = new(UpgradingData.Histories);

    /// <summary>The sentence for an economy.</summary>
    /// <param name="economy">Its three-letter code.</param>
    public static Phrase Of(string? economy)
    {
        UpgradingHistory[] own =
        [
            .. All.Value.Where(h => !h.Holds && string.Equals(h.Economy, economy, StringComparison.OrdinalIgnoreCase)),
        ];
        return own.Length > 0 ? Own(own) : General([.. All.Value]);
    }

    private static Phrase Own(UpgradingHistory[] histories) =>
        new(
            $"They are not taken from the upgrading loop: in past tables of {histories[0].Economy} "
                + string.Join(", and in those of ", histories.Select(English))
                + ".",
            $"未采用升级回路的年数：在{EconomyNames.InChinese(histories[0].Economy)}以往的投入产出表中，"
                + string.Join("；", histories.Select(Chinese))
                + "。"
        );

    private static string English(UpgradingHistory h) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{h.Years[0]}–{h.Years[^1]} ({h.Tables}) {Rate(h)}, and it foresaw home shares of {h.HoldOut.YearHeldOut} "
                + $"with a mean error of "
                + $"{h.HoldOut.Fitted * 100:0.0} points where no change errs by {h.HoldOut.NoChange * 100:0.0}"
        );

    private static string Rate(UpgradingHistory h) =>
        h.Rate is not { } rate ? "no product has a gap that could tell its rate"
        : !UpgradingCalibration.IsRateTold(rate.Low, rate.High) ? "its rate is left open"
        : string.Create(CultureInfo.InvariantCulture, $"its rate is {rate.Central * 100:0.#}% a year");

    private static string Chinese(UpgradingHistory h)
    {
        string rate =
            h.Rate is not { } told ? "没有产品的差距可说明其速度"
            : !UpgradingCalibration.IsRateTold(told.Low, told.High) ? "其速度未定"
            : string.Create(CultureInfo.InvariantCulture, $"其速度为每年 {told.Central * 100:0.#}%");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{h.Years[0]}–{h.Years[^1]} 年（{h.Tables}）{rate}，预测 {h.HoldOut.YearHeldOut} 年本国份额的平均误差为 "
                + $"{h.HoldOut.Fitted * 100:0.0} 个百分点，而“不变”的误差为 {h.HoldOut.NoChange * 100:0.0}"
        );
    }

    private static Phrase General(UpgradingHistory[] histories)
    {
        int economies = histories.Select(h => h.Economy).Distinct(StringComparer.Ordinal).Count();
        double fitted = histories.Average(h => h.HoldOut.Fitted) * 100;
        double same = histories.Average(h => h.HoldOut.NoChange) * 100;
        return new Phrase(
            string.Create(
                CultureInfo.InvariantCulture,
                $"They are not taken from the upgrading loop: over {histories.Length} histories of {economies} economies it foresaw home "
                    + $"shares with a mean error of {fitted:0.0} points where no change errs by {same:0.0}; none was of this one."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"未采用升级回路的年数：在 {economies} 个经济体的 {histories.Length} 段历史中，"
                    + $"它预测本国份额的平均误差为 {fitted:0.0} 个百分点，"
                    + $"而“不变”的误差为 {same:0.0}；其中没有本经济体。"
            )
        );
    }
}
