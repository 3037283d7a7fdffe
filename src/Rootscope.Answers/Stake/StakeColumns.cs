using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Stake;

/// <summary>The columns of what is at stake, declared once for the command line, the API and figures.</summary>
internal static class StakeColumns
{
    private const string Ratio = "ratio";
    private const string Share = "share";
    private const string YearShare = "share of a year's final spending";
    private const string Years = "years";

    private static readonly Column<StakeLine> Name = new(
        "name",
        string.Empty,
        "Its English name.",
        ColumnStyle.Text,
        "product",
        l => l.Row.Name
    );

    private static readonly Column<StakeLine> AtStakeShare = new(
        "atStakeShare",
        YearShare,
        "What is lost, over the years, until the missing supply is replaced.",
        ColumnStyle.Share,
        "% of a year",
        l => l.Row.AtStakeShare
    );

    private static readonly Column<StakeLine> Tier = new(
        "tier",
        string.Empty,
        "Products whose places cannot be told apart share a tier, A first; null where it alone was cut.",
        ColumnStyle.Text,
        "tier",
        l => l.Band?.Tier
    );

    private static readonly Column<StakeLine> Low = new(
        "low",
        YearShare,
        "Lower end of the 90% band of what is at stake.",
        ColumnStyle.Share,
        null,
        l => l.Band?.AtStake.Low
    );

    private static readonly Column<StakeLine> High = new(
        "high",
        YearShare,
        "Upper end of the 90% band of what is at stake.",
        ColumnStyle.Share,
        null,
        l => l.Band?.AtStake.High
    );

    /// <summary>The band as people read it.</summary>
    private static readonly Column<StakeLine> InWords = new(
        "band",
        YearShare,
        "The 90% band of what is at stake.",
        ColumnStyle.Text,
        "90% band",
        l =>
            l.Band?.AtStake is { Low: { } low, High: { } high }
                ? string.Create(CultureInfo.InvariantCulture, $"{low * 100:0.0}–{high * 100:0.0}%")
                : null
    );

    /// <summary>Every column, in order.</summary>
    public static IReadOnlyList<Column<StakeLine>> All { get; } =
    [
        new(
            "supplyCut",
            string.Empty,
            "Which supply goes missing: all, domestic or imported.",
            ColumnStyle.Text,
            null,
            l => QuestionWords.Supplies.WordOf(l.Supply)
        ),
        new("rank", string.Empty, "Place by what is at stake, from 1.", ColumnStyle.Whole, "#", l => l.Row.Rank),
        new(
            "code",
            string.Empty,
            "Code in the table's classification, or of a part that was split off.",
            ColumnStyle.Text,
            "code",
            l => l.Row.Code
        )
        {
            Dispensable = 6,
        },
        Name,
        new("area", string.Empty, "Area of the catalogue that it stands for; null for none.", ColumnStyle.Text, null, l => l.Area),
        new(
            "technologies",
            string.Empty,
            "Technologies of the catalogue that it stands for, by identifier; null for none.",
            ColumnStyle.Text,
            null,
            l => l.Technologies
        ),
        new(
            "slices",
            string.Empty,
            "Technologies of the catalogue that are seen through it as a whole, by identifier: its buyers stand for theirs; null for none.",
            ColumnStyle.Text,
            null,
            l => l.Slices
        ),
        new(
            "outputShare",
            Share,
            "Own output over the output of all industries, own use netted out.",
            ColumnStyle.Share,
            "own output",
            l => l.Row.OutputShare
        )
        {
            Dispensable = 1,
        },
        new(
            "supply",
            Column.Money,
            "Yearly supply, of which a share goes missing; net of own use.",
            ColumnStyle.Money,
            null,
            l => l.Row.Supply
        ),
        new(
            "atStake",
            Column.Money,
            "What is lost, over the years, until the missing supply is replaced.",
            ColumnStyle.Money,
            null,
            l => l.Row.AtStake
        ),
        AtStakeShare,
        new(
            "tailShare",
            YearShare,
            "What worn-out capital goods cost after it was replaced; beside what is at stake.",
            ColumnStyle.Share,
            null,
            l => l.Row.TailShare
        ),
        new(
            "leverage",
            Ratio,
            "Money lost, until the loss is made good, per unit of money of yearly supply cut.",
            ColumnStyle.Tenths,
            "leverage",
            l => l.Row.Leverage
        )
        {
            Dispensable = 2,
        },
        new(
            "timesTypical",
            Ratio,
            "Leverage over the median leverage of all products.",
            ColumnStyle.Tenths,
            "× typical",
            l => l.Row.TimesTypical
        )
        {
            Dispensable = 3,
        },
        new("yearsToReplace", Years, "Years until the missing supply is replaced.", ColumnStyle.Tenths, "years", l => l.Row.YearsToReplace)
        {
            Dispensable = 4,
        },
        new(
            "capitalShareOfUse",
            Share,
            "Share of services as a capital good in its home use.",
            ColumnStyle.Share,
            null,
            l => l.Row.CapitalShareOfUse
        ),
        new(
            "servicesScarceFrom",
            Years,
            "When its services first become scarce; null where they never do.",
            ColumnStyle.Number,
            null,
            l => l.Row.ServicesScarceFromYears
        ),
        new(
            "strain",
            Share,
            "How far from the base at the worst moment: the larger of what is lost and of what is paid for what is left beyond its "
                + "cost, as shares of final spending.",
            ColumnStyle.Share,
            null,
            l => l.Row.Strain
        ),
        new(
            "status",
            string.Empty,
            "ok, no-use, not-converged, not-represented, or extrapolated where the strain is above a quarter and elasticities do not "
                + "carry.",
            ColumnStyle.Text,
            null,
            l => l.Row.Status
        ),
        Tier,
        new("median", YearShare, "Median of what is at stake over draws.", ColumnStyle.Share, null, l => l.Band?.AtStake.Median),
        Low,
        High,
        new(
            "rankShare",
            Share,
            "Share of draws in which the place is within a tenth of the list; null where it alone was cut.",
            ColumnStyle.Share,
            null,
            l => l.Band?.RankShare
        ),
        new(
            "rankLow",
            string.Empty,
            "Best place of the 90% band of places, from which tiers follow; null where it alone was cut.",
            ColumnStyle.Number,
            null,
            l => l.Band?.Rank.Low
        ),
        new(
            "rankHigh",
            string.Empty,
            "Worst place of the 90% band of places; null where it alone was cut.",
            ColumnStyle.Number,
            null,
            l => l.Band?.Rank.High
        ),
    ];

    /// <summary>The columns that people see, with the money in a unit that fits.</summary>
    public static IReadOnlyList<Column<StakeLine>> ForPeople(MoneyScale money) =>
        [
            .. Headed.TakeWhile(c => c.Name != "outputShare"),
            AtStakeShare,
            InWords,
            Tier,
            new(
                "atStake",
                money.Unit,
                "What is lost.",
                ColumnStyle.Money,
                $"at stake, {money.Unit}",
                l => l.Row.AtStake is { } v ? money.Text(v) : null
            )
            {
                Dispensable = 5,
            },
            .. Headed.SkipWhile(c => c.Name != "outputShare"),
        ];

    private static IEnumerable<Column<StakeLine>> Headed =>
        All.Where(c => c.Heading is not null && c != AtStakeShare && c != Tier)
            .Select(c => c == Name ? c with { Value = l => BriefName.Of(l.Row.Name) } : c);
}
