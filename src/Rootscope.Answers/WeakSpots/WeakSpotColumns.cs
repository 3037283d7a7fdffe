using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Dependence;
using Rootscope.Dependence.Rules;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>The columns of a weak spot, the same for the command line, the API, assistants and figures.</summary>
internal static class WeakSpotColumns
{
    private const string YearShare = "share of a year's final spending";

    public static readonly Column<WeakSpot> BuildFirst = new(
        "buildFirst",
        string.Empty,
        "Place in the order of building along weighted links, from 1; null where nothing is to be built or the table has no carrier.",
        ColumnStyle.Whole,
        "#",
        s => s.BuildFirst
    );

    public static readonly Column<WeakSpot> Technology = Text("technology", "Identifier of the technology.", s => s.Technology.Id);

    public static readonly Column<WeakSpot> Name = Prose("name", "Its English name.", "technology", s => s.Technology.Name);

    public static readonly Column<WeakSpot> Corner = Prose(
        "corner",
        $"{StatusWords.AllOf<Corner>()}; several joined by 'or' where a figure is missing, unknown where the dependence is.",
        "what to do",
        s => CornerOf(s)
    );

    public static readonly Column<WeakSpot> IsDependent = Flag(
        "isDependent",
        "Whether the rule flags it; null where that is not known.",
        s => s.Dependence.IsDependent
    ) with
    {
        Heading = "dependent",
    };

    public static readonly Column<WeakSpot> DependenceStatus = Text(
        "dependenceStatus",
        "measured (trade), proxy (published shares, or classes in which it is a small part) or no-data.",
        s => s.Dependence.Status
    ) with
    {
        Heading = "by",
    };

    public static readonly Column<WeakSpot> Margin = Ratio(
        "margin",
        "How far the verdict is from turning, from -1 to 1; above 0 dependent.",
        s => s.Dependence.Margin
    ) with
    {
        Heading = "margin",
    };

    public static readonly Column<WeakSpot> LowestMargin = Ratio(
        "lowestMargin",
        "Lower end of the margin: over years where there is trade, over what published shares leave open otherwise.",
        s => s.Dependence.LowestMargin
    );

    public static readonly Column<WeakSpot> HighestMargin = Ratio(
        "highestMargin",
        "Upper end of the margin.",
        s => s.Dependence.HighestMargin
    );

    public static readonly Column<WeakSpot> Holder = Prose(
        "holder",
        "The largest holder abroad.",
        "largest holder",
        s => s.Dependence.Holder
    );

    public static readonly Column<WeakSpot> HolderShare = Share("holderShare", "What it holds.", s => s.Dependence.HolderShare) with
    {
        Heading = "holds",
    };

    public static readonly Column<WeakSpot> Subject = Prose(
        "subject",
        "What the published share that decides is a share of; null without one.",
        "of",
        s => s.Dependence is { Status: not SpotStatus.Measured, Published: [var first, ..] } ? first.Subject.Largest.Subject : null
    ) with
    {
        Dispensable = 3,
    };

    public static readonly Column<WeakSpot> LastYear = Year("lastYear", "Last year of the figures.", s => s.Dependence.Years?.Last) with
    {
        Heading = "year",
    };

    public static readonly Column<WeakSpot> DependenceSource = Text(
        "dependenceSource",
        "Where the figures of dependence are from.",
        s => s.Dependence.Source.Length > 0 ? s.Dependence.Source : null
    );

    public static readonly Column<WeakSpot> Feasibility = Share(
        "feasibility",
        "Share of what the economy does not make that is farther off; 1 where it makes it already.",
        s => s.Feasibility.Score
    ) with
    {
        Heading = "feasible",
    };

    public static readonly Column<WeakSpot> AtStakeShare = new(
        "atStakeShare",
        YearShare,
        "What is lost until it is replaced, with the part split off for it or the carrying industry; null where leverage is asked for.",
        ColumnStyle.Share,
        "at stake",
        s => s.Stake?.AtStakeShare
    );

    public static readonly Column<WeakSpot> AtStakeLow = new(
        "atStakeLow",
        YearShare,
        "Lower end of the 90% band of what is at stake.",
        ColumnStyle.Share,
        null,
        s => s.Stake?.Band?.Low
    );

    public static readonly Column<WeakSpot> AtStakeHigh = new(
        "atStakeHigh",
        YearShare,
        "Upper end of the 90% band of what is at stake.",
        ColumnStyle.Share,
        null,
        s => s.Stake?.Band?.High
    );

    public static readonly Column<WeakSpot> YearsToReplace = new(
        "yearsToReplace",
        "years",
        "Years until the missing supply is replaced.",
        ColumnStyle.Tenths,
        "years",
        s => s.Stake?.YearsToReplace
    )
    {
        Dispensable = 4,
    };

    public static readonly Column<WeakSpot> StakeStatus = Text(
        "stakeStatus",
        "Of what is at stake: ok, no-use where the table shows no such supply, as no imports, not-represented where no industry carries "
            + "it, not-converged; null where leverage is asked for.",
        s => s.Stake?.Status
    );

    public static readonly Column<WeakSpot> Leverage = Ratio(
        "leverage",
        "Root leverage of the part split off for it, or of the carrying industry: money lost for each unit of supply cut; null unless it "
            + "is asked for.",
        s => s.Leverage?.Root?.Leverage
    ) with
    {
        Heading = "leverage",
    };

    public static readonly Column<WeakSpot> Carrier = Text(
        "carrier",
        "Code of the part or industry that carries it in the table.",
        s => s.Carrier?.Code
    );

    public static readonly Column<WeakSpot> CarrierGrade = Text(
        "carrierGrade",
        "How purely that part or industry is the technology.",
        s => s.Carrier?.Grade.ToString()
    );

    public static readonly Column<WeakSpot> RestsMuch = Flag(
        "restsMuch",
        "Whether what is at stake with it, or its leverage where that is asked for, is at least the median of technologies; null where it "
            + "has none.",
        s => s.RestsMuch
    );

    public static readonly Column<WeakSpot> Supported = Share(
        "supported",
        "What is lost with it and with all that needs it along weighted links; orders the building.",
        s => s.Supported
    ) with
    {
        Heading = "supports",
        Dispensable = 2,
    };

    public static readonly Column<WeakSpot> ForeignInputs = Share(
        "foreignInputs",
        "What other economies make of the carrier's inputs, through all tiers.",
        s => s.Inputs?.Foreign
    ) with
    {
        Heading = "foreign inputs",
        Dispensable = 1,
    };

    /// <summary>All of them; which rule an answer was made under, an answer says (<see cref="Under"/>).</summary>
    public static readonly IReadOnlyList<Column<WeakSpot>> All = Under(rule: null);

    /// <summary>All of them, with the rule of an answer; people see those of the measure that was asked for.</summary>
    public static IReadOnlyList<Column<WeakSpot>> Of(WeakSpotAnswer answer)
    {
        string[] hidden = answer.Question.Measure == WeakSpotMeasure.AtStake ? [Leverage.Name] : [AtStakeShare.Name, YearsToReplace.Name];
        return [.. Under(answer.Rule).Select(c => hidden.Contains(c.Name, StringComparer.Ordinal) ? c with { Heading = null } : c)];
    }

    private static IReadOnlyList<Column<WeakSpot>> Under(DependenceRule? rule) =>
        [
            BuildFirst,
            Technology,
            Name,
            Text("area", "Its area.", s => s.Technology.Area.Id),
            Text("tier", "Core or extended.", s => s.Technology.Tier),
            Corner,
            IsDependent,
            DependenceStatus,
            Margin,
            LowestMargin,
            HighestMargin,
            Flag("isClose", "Whether the margin is below 0.1 in size.", s => s.Dependence.IsClose),
            Flag("isContested", "Whether published shares say the opposite of trade.", s => s.Dependence.IsContested),
            Share(
                "flaggedShare",
                "Share of imports, weighted by purity, in products that the rule flags; null without trade.",
                s => s.Dependence.FlaggedShare
            ),
            Holder,
            HolderShare,
            Subject,
            Text("rule", "The rule.", _ => rule?.Name),
            Year("firstYear", "First year of the figures.", s => s.Dependence.Years?.First),
            LastYear,
            Years("yearsHeld", "In how many years the heaviest product is flagged; null without trade.", s => s.Dependence.YearsHeld),
            Years("yearsKnown", "For how many years that is known; null without trade.", s => s.Dependence.YearsKnown),
            Text(
                "purity",
                "The best grade of a class that the trade figures rest on; null without trade.",
                s => s.Dependence.Purity?.ToString()
            ),
            DependenceSource,
            Text("feasibilityStatus", "measured, proxy (only classes in which it is a small part) or no-data.", s => s.Feasibility.Status),
            Feasibility,
            Share("feasibilityLow", "Lower end of the band, advantages at 0.75, 1 and 1.25.", s => s.Feasibility.Low),
            Share("feasibilityHigh", "Upper end of the band.", s => s.Feasibility.High),
            Share("density", "Mean density around its products.", s => s.Feasibility.Density),
            Share("madeShare", "Share of its world exports in products that the economy makes already.", s => s.Feasibility.MadeShare),
            AtStakeShare,
            new("atStake", Column.Money, "The same in money.", ColumnStyle.Money, null, s => s.Stake?.AtStake),
            AtStakeLow,
            AtStakeHigh,
            YearsToReplace,
            StakeStatus,
            Leverage,
            Carrier,
            CarrierGrade,
            RestsMuch,
            Supported,
            ForeignInputs,
            Share("foreignInputsFaceValue", "What they sell of them directly.", s => s.Inputs?.FaceValue),
            Text("largestInputOrigin", "The economy that makes most of it.", s => s.Inputs?.Largest),
            Text("bring", "What to bring for a better answer.", BringOf),
        ];

    /// <summary>What to do about a technology, in a word, or in several where a figure is missing.</summary>
    public static string CornerOf(WeakSpot spot) =>
        spot.Corners.Count == 0 ? "unknown" : string.Join(" or ", spot.Corners.Select(c => StatusWords.Of(c)));

    private static string? BringOf(WeakSpot spot) =>
        string.Join(" ", new[] { spot.Dependence.Bring, spot.Feasibility.Reason }.Where(t => t.Length > 0)) is { Length: > 0 } bring
            ? bring
            : null;

    private static Column<WeakSpot> Text(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<WeakSpot> Prose(string name, string meaning, string heading, Func<WeakSpot, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Prose, heading, value);

    private static Column<WeakSpot> Flag(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Flag, null, value);

    private static Column<WeakSpot> Share(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, null, value);

    private static Column<WeakSpot> Ratio(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "ratio", meaning, ColumnStyle.Number, null, value);

    private static Column<WeakSpot> Year(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "year", meaning, ColumnStyle.Whole, null, value);

    private static Column<WeakSpot> Years(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "years", meaning, ColumnStyle.Whole, null, value);
}
