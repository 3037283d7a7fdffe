using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.WeakSpots;

namespace Rootscope.Cli.WeakSpots;

/// <summary><c>rootscope weakspots</c>: dependence, feasibility and leverage of every technology, and what to build first.</summary>
internal static class WeakSpotsCommand
{
    private static readonly Column[] Columns =
    [
        new(
            "buildFirst",
            string.Empty,
            "Place in the order of building along weighted links, from 1; null where nothing is to be built or the table has no carrier.",
            ColumnStyle.Whole,
            "#"
        ),
        new("technology", string.Empty, "Identifier of the technology.", ColumnStyle.Text, null),
        new("name", string.Empty, "Its name.", ColumnStyle.Prose, "technology"),
        new("area", string.Empty, "Its area.", ColumnStyle.Text, null),
        new("tier", string.Empty, "Core or extended.", ColumnStyle.Text, null),
        new(
            "corner",
            string.Empty,
            "build-now, partner, stockpile or watch; several joined by 'or' where a figure is missing, unknown where the dependence is.",
            ColumnStyle.Prose,
            "what to do"
        ),
        new("isDependent", string.Empty, "Whether the rule flags it; null where that is not known.", ColumnStyle.Flag, "dependent"),
        new(
            "dependenceStatus",
            string.Empty,
            "measured (trade), proxy (published shares, or classes in which it is a small part) or no-data.",
            ColumnStyle.Text,
            "by"
        ),
        new("margin", "ratio", "How far the verdict is from turning, from -1 to 1; above 0 dependent.", ColumnStyle.Number, "margin"),
        new(
            "lowestMargin",
            "ratio",
            "Lower end of the margin: over years where there is trade, over what published shares leave open otherwise.",
            ColumnStyle.Number,
            null
        ),
        new("highestMargin", "ratio", "Upper end of the margin.", ColumnStyle.Number, null),
        new("isClose", string.Empty, "Whether the margin is below 0.1 in size.", ColumnStyle.Flag, null),
        new("isContested", string.Empty, "Whether published shares say the opposite of trade.", ColumnStyle.Flag, null),
        new(
            "flaggedShare",
            "share",
            "Share of imports, weighted by purity, in products that the rule flags; null without trade.",
            ColumnStyle.Share,
            null
        ),
        new("holder", string.Empty, "The largest holder abroad.", ColumnStyle.Prose, "largest holder"),
        new("holderShare", "share", "What it holds.", ColumnStyle.Share, "holds"),
        new("subject", string.Empty, "What the published share that decides is a share of; null without one.", ColumnStyle.Prose, "of")
        {
            Dispensable = 3,
        },
        new("rule", string.Empty, "The rule.", ColumnStyle.Text, null),
        new("firstYear", "year", "First year of the figures.", ColumnStyle.Whole, null),
        new("lastYear", "year", "Last year of the figures.", ColumnStyle.Whole, "year"),
        new("yearsHeld", "years", "In how many years the heaviest product is flagged; null without trade.", ColumnStyle.Whole, null),
        new("yearsKnown", "years", "For how many years that is known; null without trade.", ColumnStyle.Whole, null),
        new(
            "purity",
            string.Empty,
            "The best grade of a class that the trade figures rest on; null without trade.",
            ColumnStyle.Text,
            null
        ),
        new("source", string.Empty, "Where the figures of dependence are from.", ColumnStyle.Text, null),
        new(
            "feasibilityStatus",
            string.Empty,
            "measured, proxy (only classes in which it is a small part) or no-data.",
            ColumnStyle.Text,
            null
        ),
        new(
            "feasibility",
            "share",
            "Share of what the economy does not make that is farther off; 1 where it makes it already.",
            ColumnStyle.Share,
            "feasible"
        ),
        new("feasibilityLow", "share", "Lower end of the band, advantages at 0.75, 1 and 1.25.", ColumnStyle.Share, null),
        new("feasibilityHigh", "share", "Upper end of the band.", ColumnStyle.Share, null),
        new("density", "share", "Mean density around its products.", ColumnStyle.Share, null),
        new("madeShare", "share", "Share of its world exports in products that the economy makes already.", ColumnStyle.Share, null),
        new(
            "leverage",
            "ratio",
            "Root leverage of the part split off for it, or of the carrying industry: money lost for each unit of supply cut.",
            ColumnStyle.Number,
            "leverage"
        ),
        new("carrier", string.Empty, "Code of the part or industry that carries it in the table.", ColumnStyle.Text, null),
        new("carrierGrade", string.Empty, "How purely that part or industry is the technology.", ColumnStyle.Text, null),
        new("isHighLeverage", string.Empty, "Whether its leverage is at least the median of technologies.", ColumnStyle.Flag, null),
        new(
            "supported",
            "share",
            "What is lost with it and with all that needs it along weighted links; orders the building.",
            ColumnStyle.Share,
            "supports"
        )
        {
            Dispensable = 2,
        },
        new(
            "foreignInputs",
            "share",
            "What other economies make of the carrier's inputs, through all tiers.",
            ColumnStyle.Share,
            "foreign inputs"
        )
        {
            Dispensable = 1,
        },
        new("foreignInputsFaceValue", "share", "What they sell of them directly.", ColumnStyle.Share, null),
        new("largestInputOrigin", string.Empty, "The economy that makes most of it.", ColumnStyle.Text, null),
        new("bring", string.Empty, "What to bring for a better answer.", ColumnStyle.Text, null),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "weakspots",
            "Weak spots of an economy: who holds each technology, how feasible it is at home, how much rests on it, and what to build "
                + "first.",
            "rootscope weakspots --region CHN",
            "rootscope weakspots --region CHN --trade samples/made-trade.csv --rule eu2021 -f csv",
            "rootscope weakspots --region USA -o weakspots.svg"
        )
        {
            Draws = true,
        };
        var choices = new WeakSpotChoices();
        choices.AddTo(command);
        command.Add(WeakSpotsShowCommand.Create());
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                (WeakSpotAnswer answer, Provenance provenance) = choices.Answer(parsed, "weakspots", cancellation);
                Report report = ToReport(answer, provenance);
                ReportWriter.Write(report, parsed, () => WeakSpotsPicture.Of(answer, provenance));
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Report ToReport(WeakSpotAnswer answer, Provenance provenance) =>
        new()
        {
            Kind = "weakspots",
            Columns = Columns,
            Rows = [.. answer.Spots.Select(s => Cells(s, answer))],
            Provenance = provenance,
            Remarks = [.. Words(answer)],
        };

    private static object?[] Cells(WeakSpot spot, WeakSpotAnswer answer)
    {
        (TechnologyDependence d, TechnologyFeasibility f) = (spot.Dependence, spot.Feasibility);
        string bring = string.Join(" ", new[] { d.Bring, f.Reason }.Where(t => t.Length > 0));
        return
        [
            spot.BuildFirst,
            spot.Technology.Id,
            spot.Technology.Name,
            spot.Technology.Area.Id,
            spot.Technology.Tier.ToString().ToLowerInvariant(),
            WeakSpotColumns.CornerOf(spot),
            d.IsDependent,
            StatusWords.Of(d.Status),
            d.Margin,
            d.LowestMargin,
            d.HighestMargin,
            d.IsClose,
            d.IsContested,
            d.FlaggedShare,
            d.Holder,
            d.HolderShare,
            d.Status == SpotStatus.Measured ? null
            : d.Published is [var first, ..] ? first.Subject.Largest.Subject
            : null,
            answer.Rule.Name,
            d.Years?.First,
            d.Years?.Last,
            d.YearsHeld,
            d.YearsKnown,
            d.Purity?.ToString(),
            d.Source.Length > 0 ? d.Source : null,
            StatusWords.Of(f.Status),
            f.Score,
            f.Low,
            f.High,
            f.Density,
            f.MadeShare,
            spot.Leverage?.Root?.Leverage,
            spot.Leverage?.Carrier?.Code,
            spot.Leverage?.Carrier?.Grade.ToString(),
            spot.IsHighLeverage,
            spot.Supported,
            spot.Inputs?.Foreign,
            spot.Inputs?.FaceValue,
            spot.Inputs?.Largest,
            bring.Length > 0 ? bring : null,
        ];
    }

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
            yield return "Feasibility: no data. Bring exports by country and product (--trade or --exports); until then a dependent "
                + "technology has more than one corner.";
        }
    }
}
