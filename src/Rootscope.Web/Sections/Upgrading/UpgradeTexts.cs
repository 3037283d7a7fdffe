using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Catalogue;
using Rootscope.Upgrading;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Upgrading;

/// <summary>What pages say of courses.</summary>
internal static class UpgradeTexts
{
    public static readonly Phrase HomeShare = new("Made at home", "本国制造");
    public static readonly Phrase CostGap = new("Cost gap", "成本差距");
    public static readonly Phrase AtStake = new("At stake", "关乎价值");

    /// <summary>What stands in the place of a figure that elasticities do not bear.</summary>
    public static readonly Phrase VeryMuch = new("very much", "极大");

    /// <summary>Which figures elasticities do not bear; null where they bear all.</summary>
    public static Phrase? ExtrapolatedOf(IReadOnlyList<UpgradeLine> lines) =>
        lines.Count == 0
            ? null
            : new(
                $"Extrapolated: elasticities are not known for cuts as deep as that of "
                    + $"{string.Join(", ", lines.Select(l => l.Technology.Name))}; "
                    + "read what is at stake there as very much, not as a figure.",
                $"外推：对{string.Join("、", lines.Select(l => l.Technology.ChineseName))}如此之深的削减，弹性并无依据；"
                    + "所关乎的价值应读作“极大”，而非具体数值。"
            );

    /// <summary>The first thing that a reader has to know: how much of it is assumed.</summary>
    public static Phrase Assumed(UpgradingParameters parameters)
    {
        int assumed = parameters.All.Count(p => p.IsAssumption);
        return new(
            UpgradeReport.AssumptionsInWords(parameters),
            $"这些路径建立在假设之上：{parameters.All.Count} 个参数中有 {assumed} 个没有公开数据支持，按区间抽样。它们用于在给定区间下比较政策，不是预测。"
        );
    }

    /// <summary>What a technology is called.</summary>
    public static string NameOf(Technology technology, Tongue tongue) => new Phrase(technology.Name, technology.ChineseName)[tongue];

    /// <summary>The course that a page is about: of the technology that it names, otherwise the first with something at stake.</summary>
    public static UpgradeLine? Shown(UpgradeAnswer answer, Technology? named) =>
        named is not null
            ? answer.Lines.FirstOrDefault(l => l.Technology == named)
            : answer.Lines.FirstOrDefault(l => l.Course is { Start.Stake.Count: > 0 })
                ?? answer.Lines.FirstOrDefault(l => l.Course is not null);

    /// <summary>When what is at stake falls below the mark, in words.</summary>
    public static Phrase? BelowOf(UpgradeAnswer answer, UpgradeLine line)
    {
        if (line.Course is not { Start.Stake.Count: > 0 } course)
        {
            return null;
        }

        UpgradingPassage passage = course.Passage(UpgradingFigure.AtStake, answer.Question.Below, falls: true);
        string share = (passage.Share * 100).ToString("0", CultureInfo.InvariantCulture);
        return passage switch
        {
            { Share: 0 } => new("never", "从不"),
            { Median: 0, Share: 1 } => new("now", "现在"),
            { Median: { } median } => new(
                string.Create(CultureInfo.InvariantCulture, $"year {median} ({share}% of draws)"),
                string.Create(CultureInfo.InvariantCulture, $"第 {median} 年（{share}% 的抽样）")
            ),
            _ => new($"in {share}% of draws", $"{share}% 的抽样"),
        };
    }

    /// <summary>Who shares the carrier, and so the stake, as a remark; null where nobody does.</summary>
    public static Phrase? SharedOf(UpgradeLine line) =>
        line.SharedWith.Count == 0
            ? null
            : new(
                $"shared with {string.Join(", ", line.SharedWith.Select(t => t.Name))}",
                $"与{string.Join("、", line.SharedWith.Select(t => t.ChineseName))}共有"
            );

    /// <summary>A band of shares in per cent.</summary>
    public static string Band(UpgradingFan fan, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{fan.Low[year] * 100:0}–{fan.High[year] * 100:0}%");

    /// <summary>One course in a sentence.</summary>
    public static Phrase InWords(UpgradeAnswer answer, UpgradeLine line)
    {
        if (line.Course is not { } course)
        {
            return new(line.Reason, ChineseTexts.Of(line.Reason).Chinese);
        }

        UpgradingFan share = course[UpgradingFigure.HomeShare];
        string now = FigureNumbers.Percent(share.Median[0]);
        string then = FigureNumbers.Percent(share.Median[^1]);
        string band = Band(share, course.Years);
        Phrase? below = BelowOf(answer, line);
        string mark = (answer.Question.Below * 100).ToString("0.##", CultureInfo.InvariantCulture);
        Phrase taken =
            answer.Question.Policy.Ban > 0
                ? new(", with what the ban takes already,", "（含禁售已夺去的部分）")
                : new(string.Empty, string.Empty);
        string cut = (course.Start.Cut * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return new(
            $"Of {line.Carrier}, which stands for {BriefName.InSentence(line.Technology.Name)}, {now} of the home market is made "
                + $"at home, and {then} ({band}) in year {course.Years}."
                + (
                    below is { } when
                        ? $" What a foreign cut of {cut}% puts at stake{taken.English} is below {mark}% of a year's "
                            + $"spending: {when.English}."
                        : string.Empty
                ),
            $"{line.Technology.ChineseName}（以 {line.Carrier} 代表）：本国市场的 {now} 由本国制造，第 {course.Years} 年为 {then}（{band}）。"
                + (
                    below is { } whenever
                        ? $"境外削减 {cut}% 所关乎的价值{taken.Chinese}低于一年支出的 {mark}%：{whenever.Chinese}。"
                        : string.Empty
                )
        );
    }
}
