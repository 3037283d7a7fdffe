using Rootscope.Answers.Reports;
using Rootscope.Roots.Stake;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Upgrading;

/// <summary>One year of one technology.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Line">The technology.</param>
/// <param name="Year">Years after the base year; null for a technology without a course. Unit: years.</param>
internal sealed record UpgradeYear(UpgradeAnswer Answer, UpgradeLine Line, int? Year)
{
    /// <summary>A quantile of a figure in this year; null without a course.</summary>
    public double? Of(UpgradingFigure figure, Func<UpgradingFan, IReadOnlyList<double>> quantile) =>
        Line.Course is { } course
        && Year is { } year
        && (figure is not (UpgradingFigure.AtStake or UpgradingFigure.TakenByBan) || course.Start.Stake.Count > 0)
            ? quantile(course[figure])[year]
            : null;

    /// <summary>When what is at stake first falls below the mark; null without a course or a stake.</summary>
    public UpgradingPassage? Below =>
        Line.Course is { Start.Stake.Count: > 0 } course
            ? course.Passage(UpgradingFigure.AtStake, Answer.Question.Below, falls: true)
            : null;
}

/// <summary>The columns of upgrading, the same for every format.</summary>
internal static class UpgradeColumns
{
    private const string YearShare = "share of a year's final spending";

    public static readonly Column<UpgradeYear> Name = new(
        "name",
        string.Empty,
        "Its English name.",
        ColumnStyle.Prose,
        "technology",
        y => y.Line.Technology.Name
    );

    /// <summary>All of them: a row a technology and year.</summary>
    public static readonly IReadOnlyList<Column<UpgradeYear>> All =
    [
        Text("technology", "Identifier of the technology.", y => y.Line.Technology.Id),
        Name,
        Text(
            "carrier",
            "Code of the industry, or of the part split off it, whose figures stand for the " + "technology.",
            y => y.Line.Carrier
        ),
        Text(
            "carrierGrade",
            "How much of that industry the technology is: A about half or more, B some, C little; none of a part.",
            GradeOf
        ),
        new("year", "years", "Years after the base year.", ColumnStyle.Whole, "year", y => y.Year),
        .. Fan("homeShare", "share", "Share of the home market made at home", ColumnStyle.Share, UpgradingFigure.HomeShare),
        .. Fan("costGap", "share", "How much more a unit of the same quality costs at home", ColumnStyle.Share, UpgradingFigure.CostGap),
        .. Fan(
            "foreignMarketShare",
            "share",
            "Share of the foreign market that home makers have",
            ColumnStyle.Share,
            UpgradingFigure.ForeignMarketShare
        ),
        .. Fan(
            "atStake",
            YearShare,
            "What is at stake in the foreign cut, with what a ban takes of imports already",
            ColumnStyle.Share,
            UpgradingFigure.AtStake
        ),
        Text(
            "atStakeStatus",
            "extrapolated where the cut is deeper than elasticities are known for: read what is at stake as very much, not as a figure.",
            y => IsExtrapolated(y.Answer, y.Line) ? "extrapolated" : null
        ),
        .. Fan("takenByBan", YearShare, "What of it a ban takes already", ColumnStyle.Share, UpgradingFigure.TakenByBan),
        .. Fan(
            "userPrice",
            "share",
            "What bans and tariffs add to the price of the same quality",
            ColumnStyle.Share,
            UpgradingFigure.UserPrice
        ),
        .. Fan("homeSales", "ratio", "Sales of home makers over those of the base year", ColumnStyle.Number, UpgradingFigure.HomeSales),
        .. Fan(
            "foreignSales",
            "ratio",
            "Sales of foreign makers over those of the base year",
            ColumnStyle.Number,
            UpgradingFigure.ForeignSales
        ),
        new(
            "yearBelow",
            "years",
            "The year by which what is at stake is below the mark in half of the draws; null where it is not.",
            ColumnStyle.Whole,
            null,
            y => y.Below?.Median
        ),
        new("drawsBelow", "share", "Share of draws in which it falls below.", ColumnStyle.Share, null, y => y.Below?.Share),
        new(
            "learningRate",
            "share a doubling",
            "What a doubling of production takes off cost: fitted to its series, or the general figure.",
            ColumnStyle.Share,
            null,
            y => LearningOf(y)
        ),
        Text(
            "learningFrom",
            "The series that the learning rate is fitted to; assumption where there is none.",
            y => y.Line.Course is null ? null : y.Line.Course.Start.Experience?.Series.Id ?? "assumption"
        ),
        new(
            "feasibility",
            "share",
            "Nearness to what is made already; null without data.",
            ColumnStyle.Share,
            null,
            y => y.Line.Spot.Feasibility.Score
        ),
        new("upstreamness", "stages", "How far its carrier stands from final use.", ColumnStyle.Number, null, y => y.Line.Upstreamness),
        new("complexity", "share", "Rank of its carrier's product by complexity.", ColumnStyle.Share, null, y => y.Line.Complexity),
        new(
            "yearsToReplace",
            "years",
            "Years until missing supply is replaced, from ratings: the loop does not change them.",
            ColumnStyle.Tenths,
            null,
            y => y.Line.Spot.Stake?.YearsToReplace
        ),
        Replaced("yearsToReplaceByLoop", "half of the draws", p => p.Median),
        Replaced("yearsToReplaceByLoopLow", "5% of them", p => p.Low),
        Replaced("yearsToReplaceByLoopHigh", "95% of them", p => p.High),
        new(
            "banUserPrice",
            "share",
            "Under a full ban: added to users' price in the base year, median.",
            ColumnStyle.Share,
            null,
            y => BanPrice(y.Line)
        ),
        new(
            "banHomeSales",
            "share",
            "Under a full ban: change of home makers' sales in the last year, median.",
            ColumnStyle.Share,
            null,
            y => BanChange(y.Line, UpgradingFigure.HomeSales)
        ),
        new(
            "banForeignSales",
            "share",
            "Under a full ban: change of foreign makers' sales in the last year, median.",
            ColumnStyle.Share,
            null,
            y => BanChange(y.Line, UpgradingFigure.ForeignSales)
        ),
        new(
            "capitalDelay",
            "years",
            "How many years later half of the gain of home share is reached with half of research gone, median of draws; null "
                + "where never.",
            ColumnStyle.Tenths,
            null,
            y => CapitalDelay(y.Line)
        ),
        Text(
            "sharedWith",
            "Others asked about that the same industry or part carries, joined by +: what is at stake is theirs too, and counts once.",
            y => y.Line.SharedWith.Count > 0 ? string.Join('+', y.Line.SharedWith.Select(t => t.Id)) : null
        ),
        Text("reason", "Why it has no course; null where it has one.", y => y.Line.Reason.Length > 0 ? y.Line.Reason : null),
    ];

    /// <summary>One row a technology, for people.</summary>
    public static IReadOnlyList<Column<UpgradeYear>> ForPeople(UpgradeAnswer answer)
    {
        int last = answer.Question.Years;
        return
        [
            Name,
            Text(
                "carrier",
                "Whose figures these are.",
                y => $"{y.Line.Carrier}{(GradeOf(y) is { } grade ? $" ({grade})" : string.Empty)}"
            ) with
            {
                Heading = "measured on",
            },
            Share("made at home now", y => y.Line.Course?[UpgradingFigure.HomeShare].Median[0]),
            Share($"in year {last}", y => y.Line.Course?[UpgradingFigure.HomeShare].Median[last]),
            new(
                "band",
                "share",
                "The 90% band of that.",
                ColumnStyle.Text,
                "90% band",
                y => Band(y.Line.Course, UpgradingFigure.HomeShare, last)
            )
            {
                Dispensable = 3,
            },
            Share("cost gap now", y => y.Line.Course?[UpgradingFigure.CostGap].Median[0]) with
            {
                Dispensable = 2,
            },
            Share("gap then", y => y.Line.Course?[UpgradingFigure.CostGap].Median[last]),
            new(
                "atStake",
                "share",
                "What is at stake now, and what of it a ban takes already.",
                ColumnStyle.Text,
                "at stake now",
                AtStakeInWords
            )
            {
                Dispensable = answer.Question.Policy.Ban > 0 ? 0 : 1,
            },
            .. answer.Lines.Any(l => l.SharedWith.Count > 0) ? [SharedWith] : Array.Empty<Column<UpgradeYear>>(),
            new("below", "years", "When it is below the mark, and in how many draws.", ColumnStyle.Text, "below mark", BelowInWords),
            .. answer.Calibration is { Holds: true } ? [ToReplace] : Array.Empty<Column<UpgradeYear>>(),
            Share("ban: price", y => BanPrice(y.Line)) with
            {
                Dispensable = 4,
            },
            Share("ban: home sales", y => BanChange(y.Line, UpgradingFigure.HomeSales)) with
            {
                Dispensable = 5,
            },
            Share("ban: foreign sales", y => BanChange(y.Line, UpgradingFigure.ForeignSales)) with
            {
                Dispensable = 6,
            },
            new("delay", "years", "Years later without half of research.", ColumnStyle.Text, "less capital", DelayInWords)
            {
                Dispensable = 7,
            },
        ];
    }

    private static readonly Column<UpgradeYear> SharedWith = new(
        "shared",
        string.Empty,
        "Who else has the same carrier, and so the same stake.",
        ColumnStyle.Prose,
        "shared with",
        y => y.Line.SharedWith.Count > 0 ? string.Join(", ", y.Line.SharedWith.Select(t => t.Name)) : null
    )
    {
        Dispensable = 1,
    };

    /// <summary>Years to replace by ratings, and by the loop where history says how fast it closes gaps.</summary>
    private static readonly Column<UpgradeYear> ToReplace = new(
        "yearsToReplace",
        "years",
        "Years to replace, from ratings; by the loop, until the foreign cut puts less than the mark at stake, with the 90% band.",
        ColumnStyle.Text,
        "years to replace",
        ToReplaceInWords
    );

    private static string? ToReplaceInWords(UpgradeYear year)
    {
        if (year.Below is not { } passage)
        {
            return null;
        }

        int last = year.Answer.Question.Years;
        string End(int? at) => at is { } y ? FormattableString.Invariant($"{y}") : FormattableString.Invariant($"over {last}");
        string rated = year.Line.Spot.Stake?.YearsToReplace is { } years
            ? FormattableString.Invariant($"{years:0.#} by ratings; ")
            : string.Empty;
        return passage is { High: 0 }
            ? $"{rated}below the mark already"
            : $"{rated}{End(passage.Median)} ({End(passage.Low)} to {End(passage.High)}) by the loop";
    }

    private static Column<UpgradeYear> Replaced(string name, string share, Func<UpgradingPassage, int?> of) =>
        new(
            name,
            "years",
            $"Where history tells the rate and foresees best with it: the years by which the foreign cut puts less than "
                + $"the mark at stake in {share}; null "
                + "where it is not within the years run, and without such history.",
            ColumnStyle.Whole,
            null,
            y => y.Answer.Calibration is { Holds: true } && y.Below is { } passage ? of(passage) : null
        );

    /// <summary>What a full ban adds to users' price in the base year.</summary>
    public static double? BanPrice(UpgradeLine line) => line.Banned?[UpgradingFigure.UserPrice].Median[0];

    /// <summary>What a full ban changes of sales in the last year, median over median.</summary>
    public static double? BanChange(UpgradeLine line, UpgradingFigure figure) =>
        line is { Banned: { } banned, Free: { } free } ? (banned[figure].Median[^1] / free[figure].Median[^1]) - 1 : null;

    /// <summary>How many years later half of the gain of home share is reached with half of research gone.</summary>
    public static double? CapitalDelay(UpgradeLine line) =>
        line is { Starved: { } starved, Course: { } course }
        && course[UpgradingFigure.HomeShare].Median is var median
        && median[^1] > median[0]
            ? starved.Delay(course, UpgradingFigure.HomeShare, (median[0] + median[^1]) / 2, falls: false)
            : null;

    private static double? LearningOf(UpgradeYear year) =>
        year.Line.Course is { } course
            ? course.Start.Experience?.LearningRateOfChanges ?? year.Answer.Parameters[UpgradingParameters.LearningRate].Central
            : null;

    private static string? Band(UpgradingCourse? course, UpgradingFigure figure, int year) =>
        course is null ? null : FormattableString.Invariant($"{course[figure].Low[year] * 100:0}–{course[figure].High[year] * 100:0}%");

    private static string? BelowInWords(UpgradeYear year) =>
        year.Below switch
        {
            null => year.Line.Reason.Length > 0 ? null : "not known",
            { Share: 0 } => "never",
            { Median: 0, Share: 1 } => "now",
            { Median: { } median } passage => FormattableString.Invariant($"year {median} ({passage.Share * 100:0}% of draws)"),
            { } passage => FormattableString.Invariant($"in {passage.Share * 100:0}% of draws"),
        };

    /// <summary>
    /// Whether the cut asked about, with what a ban takes, is deeper than elasticities are known for: a figure there reads as very much.
    /// </summary>
    public static bool IsExtrapolated(UpgradeAnswer answer, UpgradeLine line) =>
        line.Course is { } course
        && course.Start.StrainAt(1 - ((1 - answer.Question.Policy.Ban) * (1 - answer.Question.Asked.Stake.Cut)))
            > StakeRanking.FarthestStrain;

    private static string? AtStakeInWords(UpgradeYear year) =>
        IsExtrapolated(year.Answer, year.Line) && year.Line.Course is { Start.Stake.Count: > 0 }
            ? "very much"
            : (year.Of(UpgradingFigure.AtStake, f => f.Median), year.Of(UpgradingFigure.TakenByBan, f => f.Median)) switch
            {
                (null, _) => null,
                ({ } stake, > 0 and var taken) => $"{CellText.Rounded(stake)}, {CellText.Rounded(taken)} lost to the ban",
                ({ } stake, _) => CellText.Rounded(stake),
            };

    private static string? DelayInWords(UpgradeYear year) =>
        CapitalDelay(year.Line) is { } delay ? FormattableString.Invariant($"{delay:+0.#;-0.#;0} years") : null;

    /// <summary>How much of the industry the technology is; null of a part, which is split off for it.</summary>
    private static string? GradeOf(UpgradeYear year) =>
        year.Line.Spot.Stake is { Part: null, Carrier: { } carrier } ? carrier.Grade.ToString() : null;

    private static Column<UpgradeYear>[] Fan(string name, string unit, string meaning, ColumnStyle style, UpgradingFigure figure) =>
        [
            new(name, unit, $"{meaning}, median.", style, null, y => y.Of(figure, f => f.Median)),
            new($"{name}Low", unit, $"{meaning}, lower end of the 90% band.", style, null, y => y.Of(figure, f => f.Low)),
            new($"{name}High", unit, $"{meaning}, upper end of the 90% band.", style, null, y => y.Of(figure, f => f.High)),
        ];

    private static Column<UpgradeYear> Text(string name, string meaning, Func<UpgradeYear, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<UpgradeYear> Share(string heading, Func<UpgradeYear, double?> value) =>
        new(
            heading,
            "share",
            $"{heading}.",
            ColumnStyle.Text,
            heading,
            y => value(y) is { } share ? FormattableString.Invariant($"{share * 100:0.#}%") : null
        );
}
