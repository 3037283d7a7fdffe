using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>What pages say of what is at stake with one product: in English the sentences of <c>rootscope root NAME</c>.</summary>
internal static class StakeOfOneTexts
{
    public static readonly Phrase Title = new("What is at stake", "关乎多少价值");
    public static readonly Phrase Missing = new("Missing", "缺失");
    public static readonly Phrase OfAYear = new("Of a year's final spending", "占一年最终支出");
    public static readonly Phrase Band = new("90% band", "90% 区间");
    public static readonly Phrase Place = new("Place", "名次");
    public static readonly Phrase PlaceOf = new("{0} of {1}", "{1} 项中第 {0}");
    public static readonly Phrase Buyers = new("Who stands on it: the largest of {0} buyers", "谁立足于它：{0} 个购买方中最大者");
    public static readonly Phrase Buyer = new("Buyer", "购买方");
    public static readonly Phrase Buys = new("Buys, {0}", "购买，{0}");
    public static readonly Phrase OfUse = new("Of all use", "占全部用途");
    public static readonly Phrase AsCapital = new("As capital", "其中作资本");
    public static readonly Phrase OfCapital = new("Of capital use", "占资本用途");
    public static readonly Phrase Loses = new("Loses, of a year", "损失，占一年");
    public static readonly Phrase LosesInWords = new(
        "What it makes less, added up until the product is replaced, against its output of a year; exports: against all exports; other "
            + "final uses: what final users lose together.",
        "在得到替代之前累计少生产的部分，与其一年产出相比；出口与全部出口相比；其他最终用途为最终用户共同的损失。"
    );
    public static readonly Phrase Losers = new("Who loses most output until it is replaced", "得到替代之前，谁损失的产出最多");
    public static readonly Phrase Industry = new("Industry", "行业");
    public static readonly Phrase Lost = new("Output lost, {0}", "损失的产出，{0}");
    public static readonly Phrase With = new("Of a year, {0}", "占一年，{0}");
    public static readonly Phrase Further = new("Further on: the chains that it carries", "再往下：它承载的链条");
    public static readonly Phrase FurtherInWords = new(
        "Each figure is what of the yearly supply comes that far, in {0}; [capital] marks a purchase that is mostly used up as a capital "
            + "good.",
        "数字为每年供给中传到该处的部分，单位 {0}；[资本] 表示主要作为资本品消耗的购买。"
    );
    public static readonly Phrase Capital = new("[capital]", "[资本]");
    public static readonly Phrase Commerce = new("with e-commerce", "含电子商务");
    public static readonly Phrase Through = new("Through purchases that stand out in the source table", "经由原表中异常突出的购买");
    public static readonly Phrase StandsOut = new(
        "! marks a purchase that stands out in the source table: probably booked under another class. Other chains go around such cells.",
        "! 表示该购买在原表中异常突出，很可能记在别的分类之下；其他链条绕开这些单元格。"
    );
    public static readonly Phrase Why = new("Why it is hard to replace", "为何难以替代");
    public static readonly Phrase Trait = new("Trait", "特征");
    public static readonly Phrase Value = new("Value", "数值");
    public static readonly Phrase Rank = new("Rank, 1 hardest", "排位，1 最难");
    public static readonly Phrase InWords = new("In words", "含义");
    public static readonly Phrase Pattern = new("Who uses which capital goods", "谁使用哪些资本品");
    public static readonly Phrase Computing = new(
        "Its place, tier and × typical need every product to be cut in turn. They are being computed; read the page again in some seconds, "
            + "of a large table in a minute or two.",
        "名次、档与“典型的倍数”需逐一削减每种产品，正在计算；请数秒后刷新，大表约需一两分钟。"
    );
    public static readonly Phrase Alone = new(
        "It alone was cut, so that its place, tier and × typical are not told here; the command below tells them.",
        "此处只削减它一项，因此没有名次、档与“典型的倍数”；下面的命令会给出。"
    );
    public static readonly Phrase Notes = new("Notes", "说明");
    public static readonly Phrase All = new("All of it as data", "全部数据");
    public static readonly Phrase SameAs = new("The same on the command line", "命令行同此");

    /// <summary>Where chains end.</summary>
    public static Phrase Called(StakeEndKind kind) =>
        kind switch
        {
            StakeEndKind.Goods => new("Where goods are made", "制造与建筑"),
            StakeEndKind.Information => new("Information, communication and e-commerce", "信息、通信与电子商务"),
            StakeEndKind.Services => new("Other services", "其他服务业"),
            _ => new("Elsewhere", "其他"),
        };

    /// <summary>What the figures of the first supply mean.</summary>
    public static Phrase Sentence(StakeOfOneAnswer answer, Phrase name, Phrase where)
    {
        StakeAnswer ranking = answer.Rankings[0];
        string english = StakeOfOneWords.Figures(answer, ranking);
        StakeRow row = answer.Under(ranking);
        if (row is not { AtStake: { } value, AtStakeShare: { } share })
        {
            return new Phrase(english, $"在这些选择下，{name.Chinese}没有数值。");
        }

        var money = MoneyScale.Of(answer.Economy.Table);
        StakeOptions options = ranking.Ranking.Options;
        double until = Math.Min(row.YearsToReplace, options.AtMostYears);
        string worn = row.TailShare is > 0
            ? string.Create(CultureInfo.InvariantCulture, $"此后，磨损的设备还将造成 {row.TailShare * 100:0.00}% 的损失。")
            : string.Empty;
        return new Phrase(
            english,
            string.Create(
                CultureInfo.InvariantCulture,
                $"换言之：若{name.Chinese}的{StakeTexts.SupplyInWords(options.Supply).Chinese}缺失 {options.Cut * 100:0.##}%、历时 {until:0.0} 年，"
                    + $"{where.Chinese}将损失 {money.Text(value)} {money.Unit}，占一年最终支出的 {share * 100:0.00}%。{worn}"
            )
        );
    }

    /// <summary>Whether elasticities carry as far as the cut goes; null where they do.</summary>
    public static Phrase? Strain(StakeOfOneAnswer answer) => StakeTexts.Strain([.. answer.Rankings.Select(answer.Under)]);

    /// <summary>How long it takes to replace, and how sure that is.</summary>
    public static Phrase Years(StakeOfOneAnswer answer)
    {
        string english = StakeOfOneWords.Years(answer);
        string why = StakeOfOneWords.WhyRating(answer).Chinese;
        ReplacementYears years = answer.Years;
        if (years is not { Rating: { } rating, Low: { } low, High: { } high })
        {
            return new Phrase(
                english,
                string.Create(CultureInfo.InvariantCulture, $"替代年数：{years.Years:0.0}，取刻度的中点；此处产品没有评级。{why}")
            );
        }

        string of = years.RatedAs == answer.Code ? string.Empty : $"（其大类 {years.RatedAs}）";
        return new Phrase(
            english,
            string.Create(
                CultureInfo.InvariantCulture,
                $"替代年数：{years.Years:0.0}，由不可替代度 {rating:0.0}{of} 得出（0.5 年 × 20^r）；去掉任一类证据时为 {low:0.0} 至 {high:0.0} 年。"
            ) + $"可信的是数量级，而非年份。{why}"
        );
    }

    /// <summary>What a reader must not conclude.</summary>
    public static readonly Phrase Caution = new(
        StakeOfOneWords.Caution,
        "不应得出的结论：购买方的损失相加等于所关乎的价值（产出会重复计入其所用的投入），或关乎价值小就可以不要。"
    );

    /// <summary>How bands and tiers were made.</summary>
    public static Phrase Bands(StakeBands bands) =>
        new(
            StakeReport.BandsInWords(bands),
            bands.IsExact
                ? string.Create(CultureInfo.InvariantCulture, $"90% 区间与档由 {bands.Draws} 次精确抽样得出，种子 {bands.Options.Seed}。")
                : "90% 区间与档为近似值：端点误差约为一成至六分之一，个别大得多；选项 draws 给出精确值。"
        );

    /// <summary>How much of it is used as a capital good, and how fast such goods wear out; null where none is.</summary>
    public static Phrase? CapitalUse(StakeOfOneAnswer answer)
    {
        double all = answer.Buyers.Sum(b => b.Flow + b.Capital);
        double capital = answer.Buyers.Sum(b => b.Capital);
        return capital <= 0
            ? null
            : new Phrase(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{capital / all * 100:0}% of it is used as a capital good; "
                        + $"{answer.Depreciation * 100:0.#}% of those wear out in a year."
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"其用途的 {capital / all * 100:0}% 为资本品，此类资本品每年磨损 {answer.Depreciation * 100:0.#}%。"
                )
            );
    }
}
