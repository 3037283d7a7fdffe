using System.Globalization;
using Rootscope.Answers.Language;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>What weak spots are called, in the languages that answers are told in.</summary>
internal static class SpotWords
{
    /// <summary>What is not known.</summary>
    public static readonly Phrase Unknown = new("unknown", "未知");

    /// <summary>The corners, those that ask for most first.</summary>
    public static readonly Corner[] Order = [Corner.BuildNow, Corner.Partner, Corner.Stockpile, Corner.Watch];

    /// <summary>What to do in a corner.</summary>
    public static Phrase Called(Corner corner) =>
        corner switch
        {
            Corner.BuildNow => new("build now", "立即建设"),
            Corner.Partner => new("build with partners", "合作建设"),
            Corner.Stockpile => new("stockpile, second sources", "储备与第二来源"),
            _ => new("watch", "观察"),
        };

    /// <summary>What a corner means.</summary>
    public static Phrase Meant(Corner corner) =>
        corner switch
        {
            Corner.BuildNow => new("Dependent, and near to what is made already.", "依赖外部，且接近已有能力。"),
            Corner.Partner => new("Dependent, far off, and much rests on it.", "依赖外部，距离尚远，且承载很多。"),
            Corner.Stockpile => new("Dependent, far off, and less rests on it.", "依赖外部，距离尚远，承载较少。"),
            _ => new("Not dependent.", "不依赖外部。"),
        };

    /// <summary>The corners that the figures leave open, joined.</summary>
    public static Phrase CornersOf(WeakSpot spot) =>
        spot.Corners.Count == 0
            ? Unknown
            : new(
                string.Join(" or ", spot.Corners.Select(c => Called(c).English)),
                string.Join("或", spot.Corners.Select(c => Called(c).Chinese))
            );

    /// <summary>Who holds how much of what: "NLD 100% of EUV lithography tools"; null where nobody says.</summary>
    public static Phrase? HoldingOf(WeakSpot spot) =>
        WeakSpotTable.HoldingOf(spot) is not { } english ? null
        : spot.Dependence is { Holder: { } holder, HolderShare: { } share } && spot.Dependence.Status != SpotStatus.Measured
            ? new Phrase(
                english,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ChineseTexts.Find(holder) ?? EconomyNames.InChinese(holder)}占"
                        + $"{ChineseTexts.Of(Deciding(spot)?.Subject ?? string.Empty).Chinese}的"
                        + $"{BoundInChinese(spot)} {share * 100:0.#}%（{Deciding(spot)?.Year} 年）"
                )
            )
        : ChineseTexts.Of(english);

    /// <summary>The published share that decides; null where none does.</summary>
    public static HoldingFact? Deciding(WeakSpot spot) => spot.Dependence.Published is [var deciding, ..] ? deciding.Subject.Largest : null;

    private static string BoundInChinese(WeakSpot spot) =>
        Deciding(spot)?.Bound switch
        {
            ShareBound.AtLeast => "至少",
            ShareBound.About => "约",
            _ => string.Empty,
        };
}
