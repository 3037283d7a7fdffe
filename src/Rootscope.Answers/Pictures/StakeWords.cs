using System.Globalization;

namespace Rootscope.Answers.Pictures;

/// <summary>The words inside pictures of what is at stake, in one language.</summary>
internal sealed record StakeWords
{
    /// <summary>In English, which files are written in.</summary>
    public static StakeWords English { get; } = new();

    /// <summary>In Chinese.</summary>
    public static StakeWords Chinese { get; } =
        new()
        {
            OwnOutput = "自身产出",
            AtStake = "关乎价值",
            XAxis = "自身产出，占总产出 %",
            YAxis = "关乎价值，占一年最终支出 %",
            Typical = "同等规模的典型水平",
            Plain = "其他行业",
            DrawnBand = "十次抽样中的九次",
            RoughBand = "90% 区间（近似）",
            Tier = "档",
        };

    public string OwnOutput { get; init; } = "own output";

    public string AtStake { get; init; } = "at stake";

    public string XAxis { get; init; } = "own output, % of all output";

    public string YAxis { get; init; } = "at stake, % of a year's final spending";

    public string Typical { get; init; } = "typical for its size";

    public string Plain { get; init; } = "other industries";

    /// <summary>Whether bands are by approximation, and not from draws.</summary>
    public bool IsRough { get; init; }

    /// <summary>What the band is.</summary>
    public string Band => IsRough ? RoughBand : DrawnBand;

    public string DrawnBand { get; init; } = "nine draws in ten";

    public string RoughBand { get; init; } = "90% band, approximate";

    public string Tier { get; init; } = "tier";

    /// <summary>What the areas are called, by identifier.</summary>
    public Func<string, string> Area { get; init; } = a => a;

    /// <summary>What a mark says when touched: name, own share, what is at stake, and how many times its own share.</summary>
    public string Tip(StakeMark mark)
    {
        string text = $"{mark.Name}: {OwnOutput} {Percent(mark.OutputShare)}, {AtStake} {Percent(mark.AtStakeShare ?? 0)}";
        return mark is { Low: { } low, High: { } high } ? $"{text} ({Percent(low)} – {Percent(high)})" : text;
    }

    /// <summary>A share in per cent with two significant digits, three from ten on.</summary>
    public static string Percent(double share)
    {
        double percent = share * 100;
        string format = Math.Abs(percent) switch
        {
            >= 1 => "0.0",
            >= 0.1 => "0.00",
            >= 0.01 => "0.000",
            >= 0.001 => "0.0000",
            0 => "0",
            _ => "0.0E+0",
        };
        return percent.ToString(format, CultureInfo.InvariantCulture) + "%";
    }
}
