using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Briefs;

/// <content>What an embargo costs.</content>
internal sealed partial class BriefWriting
{
    private IEnumerable<BriefBlock> Embargo()
    {
        yield return new BriefHeading(Said(new("3. What an embargo costs", "三、禁运的代价")));
        if (_answer.Chokepoints is not [var worst, ..])
        {
            yield return new BriefText(Said(new("There is no chokepoint to ask about.", "没有可供考察的关口。")));
            yield break;
        }

        worst = _answer.Chokepoints.MaxBy(c => c.Row.AtStakeShare ?? 0)!;
        string cut = Percent(_answer.Question.Embargo);
        yield return new BriefText(
            Said(
                new(
                    $"With {cut} of the imports of each missing, one at a time: what is lost at first and after some years, as a "
                        + $"share of a "
                        + "year's final spending at that rate, and in all until the imports are replaced.",
                    $"各项进口逐一失去 {cut} 时：起初与若干年后的损失率（占一年最终支出的份额），以及直至得到替代的全部损失。"
                )
            )
        );
        yield return new BriefTable(
            [
                new(Said(new("Imports missing", "缺失的进口")), 3),
                new(Said(new("At first", "起初")), 1, IsNumber: true),
                new(Said(new("After 1 year", "1 年后")), 1, IsNumber: true),
                new(Said(new("After 3 years", "3 年后")), 1, IsNumber: true),
                new(Said(new("In all (90% band)", "全部（90% 区间）")), 1.9, IsNumber: true),
                new(Said(new("Money", "金额")), 1.5, IsNumber: true),
            ],
            [
                .. _answer.Chokepoints.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(c),
                            LossAt(c, 0),
                            LossAt(c, 1),
                            LossAt(c, 3),
                            c.Row.AtStakeShare is { } share ? StakeWords.Percent(share) + Mark(c) + BandIn(c.Band) : "–",
                            c.Row.AtStake is { } money ? _money.Of(money)[_tongue] + Mark(c) : "–",
                        ]
                ),
            ]
        );
        if (Strain() is { } strain)
        {
            yield return new BriefSmall(strain);
        }

        (double Years, double Loss)[] points = [.. worst.Moments.Where(m => m.Loss is not null).Select(m => (m.Years, m.Loss!.Value))];
        string share = worst.Row.AtStakeShare is { } all ? StakeWords.Percent(all) : "–";
        StakeCurveWords words = _tongue == Tongue.Chinese ? StakeCurveWords.Chinese : StakeCurveWords.English;
        string caption = Said(
            new(
                $"{NameOf(worst)}: loss year by year with {cut} of its imports missing from year 0. The shaded area is what is "
                    + $"lost in all.",
                $"{NameOf(worst)}：自第 0 年起进口失去 {cut} 时逐年的损失。阴影面积为全部损失。"
            )
        );
        yield return new BriefFigure(
            StakeCurve.Of(
                [new StakeCurveLine(words.Line(Said(new("imports", "进口")), share), points)],
                worst.Row.YearsToReplace,
                worst.Spots[0].Technology.Area.Id,
                Frame(caption),
                words,
                SheetFormat.Page
            ),
            caption,
            new BriefTable(
                [new(words.XAxis, 1, IsNumber: true), new(words.YAxis, 1, IsNumber: true)],
                [
                    .. points
                        .Where(p => p.Years == Math.Floor(p.Years))
                        .DistinctBy(p => p.Years)
                        .Select(p =>
                            (IReadOnlyList<string>)[p.Years.ToString("0", CultureInfo.InvariantCulture), StakeWords.Percent(p.Loss)]
                        ),
                ]
            )
        );
    }

    /// <summary>The mark beside a figure that is extrapolated.</summary>
    private static string Mark(Chokepoint point) => point.Row.Status == CutStatus.Extrapolated ? Far : string.Empty;

    private string? Strain()
    {
        return _answer.Chokepoints.All(c => c.Row.Status != CutStatus.Extrapolated)
            ? null
            : Said(
                new(
                    $"{Far} Extrapolated: more than {Percent(StakeRanking.FarthestStrain)} of final spending is lost or paid for "
                        + "what is left, and elasticities do not carry so far. Read \"very much\", not the figure.",
                    $"{Far} 外推：最终支出的 {Percent(StakeRanking.FarthestStrain)} 以上损失或用于购买所剩之物，弹性不足以支持；"
                        + $"应读作“极多”而非数值。"
                )
            );
    }

    private static string LossAt(Chokepoint point, double years) =>
        point.Row.YearsToReplace < years ? "0%"
        : point.Moments.FirstOrDefault(m => m.Years.Equals(years))?.Loss is { } loss ? StakeWords.Percent(loss)
        : "–";
}
