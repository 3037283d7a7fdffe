using Rootscope.Answers.Reports;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>The columns of a weak spot, the same in the API and in figures.</summary>
internal static class WeakSpotColumns
{
    public static readonly Column<WeakSpot> BuildFirst = new(
        "buildFirst",
        string.Empty,
        "Place in the order of building along weighted links, from 1; null where nothing is to be built or the table has no carrier.",
        ColumnStyle.Whole,
        "buildFirst",
        s => s.BuildFirst
    );

    public static readonly Column<WeakSpot> Technology = new(
        "technology",
        string.Empty,
        "Identifier of the technology.",
        ColumnStyle.Text,
        "technology",
        s => s.Technology.Id
    );

    public static readonly Column<WeakSpot> Name = new(
        "name",
        string.Empty,
        "Its English name.",
        ColumnStyle.Text,
        "name",
        s => s.Technology.Name
    );

    public static readonly Column<WeakSpot> Area = new(
        "area",
        string.Empty,
        "Its area.",
        ColumnStyle.Text,
        "area",
        s => s.Technology.Area.Id
    );

    public static readonly Column<WeakSpot> Corner = new(
        "corner",
        string.Empty,
        $"{StatusWords.AllOf<Corner>()}; several joined by 'or' where a figure is missing, unknown where the dependence is.",
        ColumnStyle.Text,
        "corner",
        s => CornerOf(s)
    );

    public static readonly Column<WeakSpot> IsDependent = new(
        "isDependent",
        string.Empty,
        "Whether the rule flags it; null where that is not known.",
        ColumnStyle.Flag,
        "isDependent",
        s => s.Dependence.IsDependent
    );

    public static readonly Column<WeakSpot> DependenceStatus = new(
        "dependenceStatus",
        string.Empty,
        "measured (trade), proxy (published shares, or classes in which it is a small part) or no-data.",
        ColumnStyle.Text,
        "dependenceStatus",
        s => s.Dependence.Status
    );

    public static readonly Column<WeakSpot> Margin = new(
        "margin",
        "ratio",
        "How far the verdict is from turning, from -1 to 1; above 0 dependent.",
        ColumnStyle.Number,
        "margin",
        s => s.Dependence.Margin
    );

    public static readonly Column<WeakSpot> LowestMargin = new(
        "lowestMargin",
        "ratio",
        "Lower end of the margin: over years where there is trade, over what published shares leave open otherwise.",
        ColumnStyle.Number,
        "lowestMargin",
        s => s.Dependence.LowestMargin
    );

    public static readonly Column<WeakSpot> HighestMargin = new(
        "highestMargin",
        "ratio",
        "Upper end of the margin.",
        ColumnStyle.Number,
        "highestMargin",
        s => s.Dependence.HighestMargin
    );

    public static readonly Column<WeakSpot> IsClose = new(
        "isClose",
        string.Empty,
        "Whether the margin is below 0.1 in size.",
        ColumnStyle.Flag,
        "isClose",
        s => s.Dependence.IsClose
    );

    public static readonly Column<WeakSpot> Holder = new(
        "holder",
        string.Empty,
        "The largest holder abroad.",
        ColumnStyle.Text,
        "holder",
        s => s.Dependence.Holder
    );

    public static readonly Column<WeakSpot> HolderShare = new(
        "holderShare",
        "share",
        "What it holds.",
        ColumnStyle.Share,
        "holderShare",
        s => s.Dependence.HolderShare
    );

    public static readonly Column<WeakSpot> DependenceSource = new(
        "dependenceSource",
        string.Empty,
        "Where the figures of dependence are from.",
        ColumnStyle.Text,
        "dependenceSource",
        s => s.Dependence.Source.Length > 0 ? s.Dependence.Source : null
    );

    public static readonly Column<WeakSpot> FeasibilityStatus = new(
        "feasibilityStatus",
        string.Empty,
        "measured, proxy (only classes in which it is a small part) or no-data.",
        ColumnStyle.Text,
        "feasibilityStatus",
        s => s.Feasibility.Status
    );

    public static readonly Column<WeakSpot> Feasibility = new(
        "feasibility",
        "share",
        "Share of what the economy does not make that is farther off; 1 where it makes it already.",
        ColumnStyle.Share,
        "feasibility",
        s => s.Feasibility.Score
    );

    public static readonly Column<WeakSpot> Leverage = new(
        "leverage",
        "ratio",
        "Root leverage of the part split off for it, or of the carrying industry: money lost for each unit of supply cut.",
        ColumnStyle.Number,
        "leverage",
        s => s.Leverage?.Root?.Leverage
    );

    public static readonly Column<WeakSpot> Carrier = new(
        "carrier",
        string.Empty,
        "Code of the part or industry that carries it in the table.",
        ColumnStyle.Text,
        "carrier",
        s => s.Leverage?.Carrier?.Code
    );

    public static readonly Column<WeakSpot> CarrierGrade = new(
        "carrierGrade",
        string.Empty,
        "How purely that part or industry is the technology.",
        ColumnStyle.Text,
        "carrierGrade",
        s => s.Leverage?.Carrier?.Grade.ToString()
    );

    public static readonly Column<WeakSpot> Supported = new(
        "supported",
        "share",
        "What is lost with it and with all that needs it along weighted links; orders the building.",
        ColumnStyle.Share,
        "supported",
        s => s.Supported
    );

    public static readonly Column<WeakSpot> ForeignInputs = new(
        "foreignInputs",
        "share",
        "What other economies make of the carrier's inputs, through all tiers.",
        ColumnStyle.Share,
        "foreignInputs",
        s => s.Inputs?.Foreign
    );

    public static readonly Column<WeakSpot> LargestInputOrigin = new(
        "largestInputOrigin",
        string.Empty,
        "The economy that makes most of it.",
        ColumnStyle.Text,
        "largestInputOrigin",
        s => s.Inputs?.Largest
    );

    /// <summary>Those of the API.</summary>
    public static readonly IReadOnlyList<Column<WeakSpot>> All =
    [
        BuildFirst,
        Technology,
        Name,
        Area,
        Corner,
        IsDependent,
        DependenceStatus,
        Margin,
        LowestMargin,
        HighestMargin,
        IsClose,
        Holder,
        HolderShare,
        DependenceSource,
        FeasibilityStatus,
        Feasibility,
        Leverage,
        Carrier,
        CarrierGrade,
        Supported,
        ForeignInputs,
        LargestInputOrigin,
    ];

    /// <summary>What to do about a technology, in a word, or in several where a figure is missing.</summary>
    public static string CornerOf(WeakSpot spot) =>
        spot.Corners.Count == 0 ? "unknown" : string.Join(" or ", spot.Corners.Select(c => StatusWords.Of(c)));
}
