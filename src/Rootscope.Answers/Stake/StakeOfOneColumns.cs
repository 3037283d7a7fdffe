using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Stake;

/// <summary>The columns of what is said of one product, declared once for the command line, the API and the tools.</summary>
internal static class StakeOfOneColumns
{
    private const string Years = "years";
    private const string Share = "share";

    /// <summary>Figures of the ranking that a product's own row repeats.</summary>
    private static readonly string[] OfTheRanking =
    [
        "outputShare",
        "supply",
        "atStake",
        "atStakeShare",
        "tailShare",
        "leverage",
        "timesTypical",
        "yearsToReplace",
        "capitalShareOfUse",
        "servicesScarceFrom",
        "strain",
        "median",
        "low",
        "high",
    ];

    /// <summary>Those that mean something only among all products.</summary>
    private static readonly string[] OfItsPlace = ["tier", "rankShare", "rankLow", "rankHigh"];

    /// <summary>Every column, in order.</summary>
    public static IReadOnlyList<Column<StakePart>> All { get; } =
    [
        Text("part", "figures, path, buyer, industry, chain, trait or source.", p => p.Part),
        Text("item", "The number of the buyer, industry or chain, the trait, or what the source is of.", p => p.Item),
        Text(
            "supplyCut",
            "Which supply goes missing, all, domestic or imported (figures, path, industry).",
            p => p.Supply is { } supply ? QuestionWords.Supplies.WordOf(supply) : null
        ),
        new("step", string.Empty, "Which purchase of the chain, from 1.", ColumnStyle.Whole, null, p => p.Link?.Step),
        Text(
            "code",
            "Code of the product (figures), of the buyer (buyer), of the industry, or of who buys at this step (chain).",
            p => p.Line?.Row.Code ?? p.Buyer?.Code ?? p.Loser?.Industry.Code ?? p.Link?.Code
        ),
        Text("name", "Its English name.", p => p.Line?.Row.Name ?? p.Buyer?.Name ?? p.Loser?.Industry.Name ?? p.Link?.Name),
        new(
            "rank",
            string.Empty,
            "Place by what is at stake, from 1; null where it alone was cut.",
            ColumnStyle.Whole,
            null,
            p => p.Ranked is null ? null : p.Line?.Row.Rank
        ),
        .. StakeColumns.All.Where(c => OfTheRanking.Contains(c.Name, StringComparer.Ordinal)).Select(c => c.Within<StakePart>(p => p.Line)),
        .. StakeColumns.All.Where(c => OfItsPlace.Contains(c.Name)).Select(c => c.Within<StakePart>(p => p.Ranked is null ? null : p.Line)),
        new("ranked", "products", "How many products are ranked; null where it alone was cut.", ColumnStyle.Whole, null, p => p.Ranked),
        Number("yearsLow", Years, "Fewest years to replace where one kind of evidence is left out.", p => p.Years?.Low),
        Number("yearsHigh", Years, "Most years to replace where one kind of evidence is left out.", p => p.Years?.High),
        Number("years", Years, "How long after the cut (path).", p => p.Moment?.Years),
        Number("missingFlow", Share, "What is missing of its flow at that moment.", p => p.Moment?.MissingFlow),
        Number(
            "missingServices",
            Share,
            "What is missing of its services as a capital good at that moment.",
            p => p.Moment?.MissingServices
        ),
        Number("loss", "share of a year's final spending", "What is lost at that moment, as a yearly rate.", p => p.Moment?.Loss),
        new(
            "value",
            Column.Money,
            "What the buyer takes, what output the industry loses, or what of the yearly supply comes this far by the chain.",
            ColumnStyle.Money,
            null,
            p => p.Buyer is { } buyer ? buyer.Flow + buyer.Capital : p.Loser?.Industry.Money(p.Loser.Value.Supply) ?? p.Link?.Link.Carried
        ),
        Number(
            "loses",
            "share of a year",
            "Output that the industry loses until the product is replaced, as a share of its output of a year; below 0 where it makes "
                + "more. Of buyers with the first supply: of exports all exports, of other final uses what final users lose together.",
            p => p.Buyer is { } buyer ? buyer.Loses : p.Loser?.Industry.Loses[p.Loser.Value.Supply]
        ),
        Number(
            "share",
            Share,
            "Of all use but its own (buyer); of products that are easier to replace by the trait (trait).",
            p => p.Buyer?.Share ?? p.Trait?.Rank
        ),
        Number(
            "capitalShare",
            Share,
            "How much of the purchase is used up as a capital good.",
            p => p.Buyer is { } buyer ? buyer.Capital / (buyer.Flow + buyer.Capital) : p.Link?.Link.CapitalShare
        ),
        Number("shareOfCapital", Share, "The buyer's part of all that is used up as a capital good.", p => p.Buyer?.ShareOfCapital),
        Number("traitValue", Share, "The trait's value, where the table tells it.", p => p.Trait?.Value),
        new(
            "standsOut",
            string.Empty,
            "Whether the purchase stands out in the source table; 'data check' has the rule.",
            ColumnStyle.Flag,
            null,
            p => p.Buyer?.StandsOut ?? p.Link?.Link.StandsOut
        ),
        Text("words", "What it means (trait), or what is said (source).", p => p.Trait?.Words ?? p.Words),
        Text("source", "Where it is from.", p => p.Trait?.Source ?? p.Source),
        new(
            "status",
            string.Empty,
            "ok, no-use, not-converged, not-represented or extrapolated (figures, path).",
            ColumnStyle.Text,
            null,
            p => p.Line is { } line ? line.Row.Status : p.Moment?.Status
        ),
    ];

    private static Column<StakePart> Text(string name, string meaning, Func<StakePart, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<StakePart> Number(string name, string unit, string meaning, Func<StakePart, object?> value) =>
        new(name, unit, meaning, ColumnStyle.Number, null, value);
}
