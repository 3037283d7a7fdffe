using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>The table of weak spots as people read it: what to do, how much rests on it with its band, and who holds what of it.</summary>
internal static class WeakSpotTable
{
    private const string Shares = "°";

    /// <summary>The table.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="top">The most rows; 0 for all.</param>
    public static Section Of(WeakSpotAnswer answer, int top = 0)
    {
        bool byStake = answer.Question.Measure == WeakSpotMeasure.AtStake;
        IReadOnlyList<Column<WeakSpot>> columns =
        [
            WeakSpotColumns.BuildFirst,
            WeakSpotColumns.Name,
            WeakSpotColumns.Corner,
            .. byStake
                ?
                [
                    WeakSpotColumns.AtStakeShare with
                    {
                        Heading = "at stake, of a year",
                    },
                    new("band", "share", "The 90% band of what is at stake.", ColumnStyle.Text, "90% band", BandOf),
                ]
                : new[] { WeakSpotColumns.Leverage },
            new("holding", string.Empty, "Who holds how much of what.", ColumnStyle.Prose, "largest holder of what", HoldingOf),
            new("margin", "ratio", "How far the verdict is from turning.", ColumnStyle.Number, "margin, −1 to 1", MarginOf)
            {
                Dispensable = 3,
            },
            .. byStake
                ? [WeakSpotColumns.YearsToReplace with { Heading = "years to replace", Dispensable = 2 }]
                : Array.Empty<Column<WeakSpot>>(),
            WeakSpotColumns.IsDependent with
            {
                Dispensable = 4,
            },
            WeakSpotColumns.DependenceStatus with
            {
                Dispensable = 5,
            },
            WeakSpotColumns.LastYear with
            {
                Dispensable = 6,
            },
            WeakSpotColumns.Feasibility with
            {
                Dispensable = 7,
            },
            WeakSpotColumns.Supported with
            {
                Dispensable = 8,
            },
            WeakSpotColumns.ForeignInputs with
            {
                Dispensable = 9,
            },
        ];
        bool hasShares = answer.Spots.Any(IsFromShares);
        return Section.Of(null, columns, top == 0 ? answer.Spots : answer.Spots.Take(top)) with
        {
            OutOf = answer.Spots.Count,
            Below = _ =>
                hasShares
                    ?
                    [
                        "A holder holds what is named, one part of the technology; 'weakspots show NAME' lists all that is published, and "
                            + "what is not named is not known.",
                        $"A margin with {Shares} is from published shares of makers, not from this economy's purchases: the same for every "
                            + "economy that holds none of it.",
                    ]
                    : [],
        };
    }

    /// <summary>The largest holder with what it holds a share of: "NLD 100% of EUV lithography tools, 2025 (1 of 6 published)".</summary>
    public static string? HoldingOf(WeakSpot spot)
    {
        if (spot.Dependence is { Status: SpotStatus.Measured, Holder: { } origin, HolderShare: { } bought })
        {
            return $"{origin} {CellText.Rounded(bought)} of imports";
        }

        if (spot.Dependence.Published is not [{ Subject: { } subject }, ..])
        {
            return null;
        }

        HoldingFact largest = subject.Largest;
        string among = spot.Dependence.Published.Count > 1 ? $" (1 of {spot.Dependence.Published.Count} published)" : string.Empty;
        string what = string.Create(CultureInfo.InvariantCulture, $"{largest.Subject}, {largest.Year}{among}");
        return spot.Dependence is { Holder: { } holder, HolderShare: { } share }
            ? $"{holder} {BoundInWords(largest.Bound)}{CellText.Rounded(share)} of {what}"
            : $"{what}: no holder abroad";
    }

    /// <summary>How a share is to be read, in a word before the figure; nothing where it is the share.</summary>
    public static string BoundInWords(ShareBound bound) =>
        bound switch
        {
            ShareBound.AtLeast => "at least ",
            ShareBound.About => "about ",
            _ => string.Empty,
        };

    /// <summary>The 90% band of what is at stake: "2.0–11.9%"; null where it has none.</summary>
    public static string? BandOf(WeakSpot spot) =>
        spot.Stake?.Band is { Low: { } low, High: { } high }
            ? string.Create(CultureInfo.InvariantCulture, $"{low * 100:0.0}–{high * 100:0.0}%")
            : null;

    private static object? MarginOf(WeakSpot spot) =>
        spot.Dependence.Margin is { } margin
            ? margin.ToString("0.00", CultureInfo.InvariantCulture) + (IsFromShares(spot) ? Shares : string.Empty)
            : null;

    private static bool IsFromShares(WeakSpot spot) => spot.Dependence is { Status: not SpotStatus.Measured, Published.Count: > 0 };
}
