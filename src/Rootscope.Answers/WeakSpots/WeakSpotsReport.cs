using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Dependence.Rules;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>Every technology by dependence, feasibility and leverage, with all that is known of each cell.</summary>
internal static class WeakSpotsReport
{
    public const string Kind = "weakspots";

    private static readonly Column<WeakSpot> Subject = new(
        "subject",
        string.Empty,
        "What the published share that decides is a share of; null without one.",
        ColumnStyle.Prose,
        null,
        s => s.Dependence is { Status: not SpotStatus.Measured, Published: [var first, ..] } ? first.Subject.Largest.Subject : null
    );

    /// <summary>The report of an answer.</summary>
    public static Report<WeakSpot> Of(WeakSpotAnswer answer, Provenance provenance) =>
        new(Kind, Under(answer.Rule), answer.Spots, provenance) { Remarks = [.. Words(answer)] };

    private static IReadOnlyList<Column<WeakSpot>> Under(DependenceRule rule) =>
        [
            WeakSpotColumns.BuildFirst with
            {
                Heading = "#",
            },
            Unshown(WeakSpotColumns.Technology),
            WeakSpotColumns.Name with
            {
                Style = ColumnStyle.Prose,
                Heading = "technology",
            },
            Unshown(WeakSpotColumns.Area),
            Text("tier", "Core or extended.", s => s.Technology.Tier.ToString().ToLowerInvariant()),
            WeakSpotColumns.Corner with
            {
                Style = ColumnStyle.Prose,
                Heading = "what to do",
            },
            WeakSpotColumns.IsDependent with
            {
                Heading = "dependent",
            },
            WeakSpotColumns.DependenceStatus with
            {
                Heading = "by",
            },
            WeakSpotColumns.Margin,
            Unshown(WeakSpotColumns.LowestMargin),
            Unshown(WeakSpotColumns.HighestMargin),
            Unshown(WeakSpotColumns.IsClose),
            new(
                "isContested",
                string.Empty,
                "Whether published shares say the opposite of trade.",
                ColumnStyle.Flag,
                null,
                s => s.Dependence.IsContested
            ),
            Share(
                "flaggedShare",
                "Share of imports, weighted by purity, in products that the rule flags; null without trade.",
                s => s.Dependence.FlaggedShare
            ),
            WeakSpotColumns.Holder with
            {
                Style = ColumnStyle.Prose,
                Heading = "largest holder",
            },
            WeakSpotColumns.HolderShare with
            {
                Heading = "holds",
            },
            Subject with
            {
                Heading = "of",
                Dispensable = 3,
            },
            Text("rule", "The rule.", _ => rule.Name),
            Year("firstYear", "First year of the figures.", s => s.Dependence.Years?.First),
            Year("lastYear", "Last year of the figures.", s => s.Dependence.Years?.Last) with
            {
                Heading = "year",
            },
            Years("yearsHeld", "In how many years the heaviest product is flagged; null without trade.", s => s.Dependence.YearsHeld),
            Years("yearsKnown", "For how many years that is known; null without trade.", s => s.Dependence.YearsKnown),
            Text(
                "purity",
                "The best grade of a class that the trade figures rest on; null without trade.",
                s => s.Dependence.Purity?.ToString()
            ),
            Unshown(WeakSpotColumns.DependenceSource) with
            {
                Name = "source",
            },
            Unshown(WeakSpotColumns.FeasibilityStatus),
            WeakSpotColumns.Feasibility with
            {
                Heading = "feasible",
            },
            Share("feasibilityLow", "Lower end of the band, advantages at 0.75, 1 and 1.25.", s => s.Feasibility.Low),
            Share("feasibilityHigh", "Upper end of the band.", s => s.Feasibility.High),
            Share("density", "Mean density around its products.", s => s.Feasibility.Density),
            Share("madeShare", "Share of its world exports in products that the economy makes already.", s => s.Feasibility.MadeShare),
            WeakSpotColumns.Leverage,
            Unshown(WeakSpotColumns.Carrier),
            Unshown(WeakSpotColumns.CarrierGrade),
            new(
                "isHighLeverage",
                string.Empty,
                "Whether its leverage is at least the median of technologies.",
                ColumnStyle.Flag,
                null,
                s => s.IsHighLeverage
            ),
            WeakSpotColumns.Supported with
            {
                Heading = "supports",
                Dispensable = 2,
            },
            WeakSpotColumns.ForeignInputs with
            {
                Heading = "foreign inputs",
                Dispensable = 1,
            },
            Share("foreignInputsFaceValue", "What they sell of them directly.", s => s.Inputs?.FaceValue),
            Unshown(WeakSpotColumns.LargestInputOrigin),
            Text("bring", "What to bring for a better answer.", BringOf),
        ];

    private static IEnumerable<string> Words(WeakSpotAnswer answer)
    {
        int dependent = answer.Spots.Count(s => s.Dependence.IsDependent == true);
        int unknown = answer.Spots.Count(s => s.Dependence.IsDependent is null);
        string first = answer.Spots.FirstOrDefault(s => s.BuildFirst == 1) is { } spot
            ? $" First in the order of building: {spot.Technology.Name}."
            : string.Empty;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {answer.Economy} depends on {dependent} of {answer.Spots.Count} technologies by the rule {answer.Rule.Name}; "
                + $"of {unknown} it is not known.{first}"
        );
        if (answer.Profiles.Count == 0)
        {
            yield return "Feasibility: no data. Bring a set of trade or a file of exports by country and product; until then a dependent "
                + "technology has more than one corner.";
        }
    }

    private static string? BringOf(WeakSpot spot) =>
        string.Join(" ", new[] { spot.Dependence.Bring, spot.Feasibility.Reason }.Where(t => t.Length > 0)) is { Length: > 0 } bring
            ? bring
            : null;

    private static Column<WeakSpot> Unshown(Column<WeakSpot> column) => column with { Heading = null };

    private static Column<WeakSpot> Text(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<WeakSpot> Share(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, null, value);

    private static Column<WeakSpot> Year(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "year", meaning, ColumnStyle.Whole, null, value);

    private static Column<WeakSpot> Years(string name, string meaning, Func<WeakSpot, object?> value) =>
        new(name, "years", meaning, ColumnStyle.Whole, null, value);
}
