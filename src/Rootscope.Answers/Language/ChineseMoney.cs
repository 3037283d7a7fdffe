using System.Globalization;

namespace Rootscope.Answers.Language;

/// <summary>Amounts of money in Chinese: "7.16 万亿元".</summary>
internal static class ChineseMoney
{
    private const double Myriad = 1e4;
    private const double HundredMillion = 1e8;

    /// <summary>An amount in the largest unit of which there is at least one, with three digits.</summary>
    /// <param name="money">Unit: one of the currency.</param>
    /// <param name="currency">Its code of ISO 4217.</param>
    public static string Of(double money, string currency)
    {
        (double size, string word) = Math.Abs(money) switch
        {
            >= Myriad * HundredMillion => (Myriad * HundredMillion, "万亿"),
            >= HundredMillion => (HundredMillion, "亿"),
            >= Myriad => (Myriad, "万"),
            _ => (1, string.Empty),
        };
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
