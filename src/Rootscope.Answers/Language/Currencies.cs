namespace Rootscope.Answers.Language;

/// <summary>What currencies are called.</summary>
internal static class Currencies
{
    /// <summary>What stands behind an amount: "亿" + "元"; a code that is not listed stays as it is, behind a blank.</summary>
    /// <param name="code">The code of ISO 4217.</param>
    public static string InChinese(string code) =>
        code switch
        {
            "CNY" => "元",
            "USD" => "美元",
            "EUR" => "欧元",
            "JPY" => "日元",
            "GBP" => "英镑",
            "KRW" => "韩元",
            "INR" => "卢比",
            "CHF" => "瑞士法郎",
            "TWD" => "新台币",
            _ => $" {code}",
        };
}
