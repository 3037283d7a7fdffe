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

/// <content>Chokepoints, and who holds them.</content>
internal sealed partial class BriefWriting
{
    private IEnumerable<BriefBlock> Holders()
    {
        int count = _answer.Chokepoints.Count;
        yield return new BriefHeading(
            Said(new($"2. {Spelled(count)} chokepoint{(count == 1 ? "" : "s")}, and who holds them", $"二、{count} 个关口，握于谁手"))
        );
        if (count == 0)
        {
            yield return new BriefText(
                Said(
                    new(
                        "No published share or trade shows this economy to depend on others for a technology with a figure; "
                            + "that is no sign of "
                            + "safety, as most shares are not published.",
                        "没有公开份额或贸易数据显示该经济体在有数值的技术上依赖他人；多数份额并未公开，这并不表示安全。"
                    )
                )
            );
            yield break;
        }

        yield return new BriefTable(
            [
                new(Said(new("Technology", "技术")), 2.6),
                new(Said(new("At stake (90% band)", "关乎价值（90% 区间）")), 1.7),
                new(Said(new("Years", "年数")), 0.7, IsNumber: true),
                new(Said(new("Who holds what", "谁持有什么")), 3.4),
                new(Said(new("What to do", "应对")), 1.6),
            ],
            [
                .. _answer.Chokepoints.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(c),
                            StakeOf(c.Spots[0]),
                            c.Spots[0].Stake?.YearsToReplace is { } years ? Tenths(years) : "–",
                            string.Join(
                                Said(new("; " + "", "；")),
                                c.Spots.Select(HoldingOf).OfType<string>().Distinct(StringComparer.Ordinal)
                            ),
                            SpotWords.CornersOf(c.Spots[0])[_tongue],
                        ]
                ),
            ]
        );
        string[] whole = [.. _answer.Chokepoints.Where(c => c.Spots[0].Part is null).Select(NameOf)];
        yield return new BriefSmall(
            Said(
                new(
                    $"At stake with {Share(Cut).English} of the imports missing, until they are replaced. A holder holds the "
                        + $"part that is named, not the technology."
                        + (
                            whole.Length > 0
                                ? $" Seen through the whole industry that carries them, which is larger: {string.Join(", ", whole)}."
                                : string.Empty
                        ),
                    $"关乎价值为进口失去{Share(Cut).Chinese}、直至得到替代期间的损失。持有者所持为所列的部分，而非整项技术。"
                        + (whole.Length > 0 ? $"以下技术按承载其的整个行业计，范围较大：{string.Join("、", whole)}。" : string.Empty)
                )
            )
        );
        yield return BarsOf(
            [
                .. _answer.Chokepoints.Select(
                    (c, i) =>
                        _marks.First(m => m.Code == c.Row.Code) with
                        {
                            Name = NameOf(c),
                            Rank = i + 1,
                            Area = c.Spots[0].Technology.Area.Id,
                            Tier = null,
                        }
                ),
            ],
            Said(new("The same figures, in the order of building.", "同上，按建设次序排列。"))
        );
    }

    /// <summary>Who holds how much of what, with the economy by its name.</summary>
    private string? HoldingOf(WeakSpot spot)
    {
        if (SpotWords.HoldingOf(spot) is not { } phrase)
        {
            return null;
        }

        // English has the economies' codes at the head; a brief says who that is, and where.
        string english = phrase.English;
        if (SpotWords.Deciding(spot) is { Holder: { } name } && spot.Dependence is { Status: not SpotStatus.Measured, Holder: { } codes })
        {
            bool isEconomy = EconomyIdentities.Find(name)?.Code == codes;
            english = (isEconomy ? name : $"{name} ({codes.Replace("+", ", ", StringComparison.Ordinal)})") + english[codes.Length..];
        }

        return new Phrase(english, phrase.Chinese)[_tongue];
    }

    private static string StakeOf(WeakSpot spot) =>
        spot.Stake is { AtStakeShare: { } share }
            ? StakeWords.Percent(share) + (spot.Stake.Band is { Low: { } low, High: { } high } ? $" ({Range(low, high)})" : string.Empty)
            : "–";
}
