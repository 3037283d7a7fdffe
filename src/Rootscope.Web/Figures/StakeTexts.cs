using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>What figures of what is at stake say, in the languages of the site.</summary>
internal static class StakeTexts
{
    public static readonly Phrase AtStake = new("At stake", "关乎价值");
    public static readonly Phrase AtStakeUnit = new("% of a year", "占一年 %");
    public static readonly Phrase TimesTypical = new("× typical", "典型的倍数");
    public static readonly Phrase Years = new("Years", "年数");
    public static readonly Phrase Leverage = new("Leverage", "杠杆");
    public static readonly Phrase Supply = new("Supply", "供给");
    public static readonly Phrase Low = new("Low", "下限");
    public static readonly Phrase High = new("High", "上限");
    public static readonly Phrase Tier = new("Tier", "档");

    /// <summary>The words inside a drawing.</summary>
    public static StakeWords WordsOf(StakeAnswer answer, Tongue tongue, TechnologyCatalogue catalogue) =>
        tongue == Tongue.Chinese
            ? StakeWords.Chinese with
            {
                Area = id => catalogue.FindArea(id).ChineseName,
                IsRough = !answer.Bands.IsExact,
            }
            : StakeWords.English with
            {
                Area = id => catalogue.FindArea(id).Name.ToLowerInvariant(),
                IsRough = !answer.Bands.IsExact,
            };

    /// <summary>What tiers are, and whether the rows of a figure share one.</summary>
    public static Phrase TiersOf(IReadOnlyList<StakeAnswer> answers, int shown)
    {
        string? shared = answers.Select(a => TierWords.Shared(a, shown)).FirstOrDefault(t => t is not null);
        bool isOne = answers.All(a => TierWords.Shared(a, shown) is not null);
        return new Phrase(
            "Tier: products whose bands of places overlap that of the tier's first share one."
                + (
                    isOne
                        ? $" All rows shown are tier {shared}: the bands overlap, the order within a tier is not established."
                        : " The order within a tier is not established."
                ),
            "档：名次区间与该档首位相重叠的产品同属一档。"
                + (isOne ? $"所示各行均属 {shared} 档：区间重叠，档内次序未定。" : "档内次序未定。")
        );
    }

    /// <summary>Which supply goes missing.</summary>
    public static Phrase SupplyInWords(SupplyScope supply) =>
        supply switch
        {
            SupplyScope.Domestic => new("made at home", "本国所造"),
            SupplyScope.Imported => new("held abroad: imports", "握于国外：进口"),
            _ => new("all supply", "全部供给"),
        };

    /// <summary>What is said where elasticities do not carry as far as the cut goes; null where they do and all have a figure.</summary>
    public static Phrase? Strain(IReadOnlyList<StakeRow> rows) =>
        StakeStrain.InWords(rows) is not { } english
            ? null
            : new Phrase(
                english,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"外推：{rows.Count} 项中有 {rows.Count(r => r.Status == CutStatus.Extrapolated)} 项的短缺之深，使最终支出的四分之一以上损失"
                        + $"或用于购买所剩之物，弹性不足以支持；应读作“极多”而非数值。{rows.Count(r => r.AtStakeShare is null)} 项没有数值。"
                )
            );

    /// <summary>What the first row means, and which mark stands farthest out of proportion to its size.</summary>
    public static Phrase Sentence(IReadOnlyList<StakeMark> marks, StakeAnswer answer, PageState state, Func<StakeMark, Phrase> name)
    {
        bool areTechnologies = marks.Any(m => m.Host is not null);
        StakeMark[] told = [.. marks.Where(m => m.IsDrawn && (m.IsStrong || !areTechnologies))];
        if (told is not [var first, ..])
        {
            return new Phrase("No product has a figure under these choices.", "在这些选择下没有产品有数值。");
        }

        Phrase where = EconomyNames.Of(answer.Ranking.Inputs.Table.Sectors.Regions[0]);
        string place = SpokenName.Of(where.English);
        string cut = state.Cut.ToString("0.##%", CultureInfo.InvariantCulture);
        string half = state.Cut.Equals(0.5) ? "half" : cut;
        string years = answer.Ranking.Rows.First(r => r.Code == first.Code).YearsToReplace.ToString("0.0", CultureInfo.InvariantCulture);
        (string english, string chinese) = answer.Question.Supply switch
        {
            SupplyScope.Domestic => ($"what {place} makes of", "本国"),
            SupplyScope.Imported => ($"{place}'s imports of", "进口"),
            _ => ($"{place}'s supply of", string.Empty),
        };
        StakeMark small = told.MaxBy(m => m.AtStakeShare!.Value / m.OutputShare)!;
        string times = (small.AtStakeShare!.Value / small.OutputShare).ToString("0", CultureInfo.InvariantCulture);
        string lost = StakeWords.Percent(first.AtStakeShare!.Value);
        return new Phrase(
            $"Without {half} of {english} {BriefName.InSentence(name(first).English)}, {lost} of a year's final spending is lost in the "
                + $"{years} years until it is replaced; it makes {StakeWords.Percent(first.OutputShare)} of all output. Farthest out of "
                + $"proportion is {BriefName.InSentence(name(small).English)}: {StakeWords.Percent(small.OutputShare)} of output, "
                + $"{StakeWords.Percent(small.AtStakeShare.Value)} at stake, {times} times as much.",
            $"若失去{where.Chinese}{name(first).Chinese}{chinese}供给的 {cut}，在 {years} 年后得到替代之前，将损失一年最终支出的 {lost}；"
                + $"其自身产出只占 {StakeWords.Percent(first.OutputShare)}。最不成比例的是{name(small).Chinese}：产出占 "
                + $"{StakeWords.Percent(small.OutputShare)}，关乎 {StakeWords.Percent(small.AtStakeShare.Value)}，为其 {times} 倍。"
        );
    }
}
