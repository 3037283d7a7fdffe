using System.Globalization;
using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Briefs;

/// <summary>Amounts of money in the words of a language: "7,163 bn CNY", "7.16 万亿元".</summary>
internal sealed class BriefMoney(FlowTable table)
{
    private const double Myriad = 1e4;
    private const double HundredMillion = 1e8;
    private readonly MoneyScale _scale = MoneyScale.Of(table);

    /// <summary>An amount.</summary>
    /// <param name="amount">Unit: the table's money.</param>
    public Phrase Of(double amount) => new($"{_scale.Text(amount)} {_scale.Unit}", Chinese(amount * table.Metadata.UnitScale));

    private string Chinese(double money)
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
        return $"{shown.ToString(format, CultureInfo.InvariantCulture)} {word}{Currency}";
    }

    private string Currency =>
        table.Metadata.Currency switch
        {
            "CNY" => "元",
            "USD" => "美元",
            "EUR" => "欧元",
            "JPY" => "日元",
            "GBP" => "英镑",
            "KRW" => "韩元",
            var other => " " + other,
        };
}
