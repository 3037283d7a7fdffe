using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Roots;

/// <summary>The industry that a technology is seen through.</summary>
internal static class CarrierColumns
{
    public static readonly IReadOnlyList<Column<RankedRow>> All =
    [
        RankingColumns.Carrier,
        new("carrierName", string.Empty, "Name of that industry.", ColumnStyle.Text, "carried by", r => r.Root?.Name),
        RankingColumns.Grade,
        new(
            "carrierShare",
            "share",
            "Share of its parent's output that the carrier is, where it was split off; null for a whole industry, in which the "
                + "technology's share is not known.",
            ColumnStyle.Share,
            null,
            r => r.ShareOfParent
        ),
        new(
            "sharing",
            "technologies",
            "Number of technologies that the same industry or part carries; they cannot be told apart.",
            ColumnStyle.Whole,
            "sharing",
            r => r.Technology?.Sharing
        ),
        new(
            "splitFrom",
            string.Empty,
            "Code of the industry that the carrier was split off from; null where it is a whole industry.",
            ColumnStyle.Text,
            "split from",
            r => r.Technology?.Part?.Split.Parent
        )
        {
            Dispensable = 7,
        },
        new(
            "buyers",
            string.Empty,
            "Whose buyers its buyers are: those of its class, named by what it is, or its carrier's with the reason; null where no bridge "
                + "was used.",
            ColumnStyle.Text,
            null,
            r => r.Buyers
        ),
        new(
            "splitError",
            "share",
            "Error of such splits where the truth is known: share of recipes and buyers in the wrong place; null where nothing was split.",
            ColumnStyle.Share,
            "split error",
            r => r.Technology?.Part?.Error
        )
        {
            Dispensable = 4,
        },
    ];
}
