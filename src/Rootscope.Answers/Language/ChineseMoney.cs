using System.Globalization;

namespace Rootscope.Answers.Language;

/// <summary>Amounts of money in Chinese: "7.16 万亿元".</summary>
internal static class ChineseMoney
{
    /// <summary>The units, the largest first. Unit: one of the currency.</summary>
    public static readonly (double Size, string Name)[] Sizes = [(1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (1, string.Empty)];

    /// <summary>An amount in the largest unit of which there is at least one, with three digits.</summary>
    /// <param name="money">Unit: one of the currency.</param>
    /// <param name="currency">Its code of ISO 4217.</param>
    public static string Of(double money, string currency)
    {
        (double size, string word) = Sizes.FirstOrDefault(s => Math.Abs(money) >= s.Size, Sizes[^1]);
        double shown = money / size;
        string format = Math.Abs(shown) switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            0 => "0",
            _ => "0.00",
        };
        return $"{shown.ToString(format, CultureInfo.InvariantCulture)} {word}{Currencies.InChinese(currency)}";
    }
}
