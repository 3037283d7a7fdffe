using System.Globalization;
using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Answers.WeakSpots;
using Rootscope.Roots.Stake;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Upgrading;

/// <summary>Upgrading as a report: one row a technology and year in data, one a technology for people.</summary>
internal static class UpgradeReport
{
    private const string Kind = "upgrade";

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report Of(UpgradeAnswer answer, string? command)
    {
        Provenance spots = WeakSpotsReport.ProvenanceOf(answer.Spots, command);
        return new Report<UpgradeYear>(
            Kind,
            UpgradeColumns.All,
            answer.Lines.SelectMany(l => YearsOf(answer, l)),
            spots with
            {
                Question = answer.Question,
                Options =
                [
                    .. OptionsOf(answer),
                    .. spots.Options.Where(o => o.Key is not ("draws" or "seed" or "bands" or "exposure" or "rule")),
                ],
                Notes = [.. Notes(answer)],
            }
        )
        {
            ForPeople =
            [
                Section.Of(
                    $"Each technology by the industry or part that carries it. {OfThem(answer.Parameters)} are assumptions.",
                    UpgradeColumns.ForPeople(answer),
                    answer.Lines.Select(l => new UpgradeYear(answer, l, l.Course is null ? null : 0))
                ),
                History(answer),
                .. answer.Calibration is { } calibration ? [ByTables(calibration)] : Array.Empty<Section>(),
                Rests(answer),
            ],
            Remarks = [.. Words(answer)],
        };
    }

    private static string OfThem(UpgradingParameters parameters) =>
        string.Create(CultureInfo.InvariantCulture, $"{parameters.All.Count(p => p.IsAssumption)} of {parameters.All.Count} parameters");

    /// <summary>The first thing that a reader has to know: how much of it is assumed.</summary>
    public static string AssumptionsInWords(UpgradingParameters parameters)
    {
        int assumed = parameters.All.Count(p => p.IsAssumption);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"These courses rest on assumptions: {assumed} of {parameters.All.Count} parameters have no published figure behind "
                + $"them, and "
                + $"ranges are drawn over. They are a way to compare policies under stated ranges and no forecast."
        );
    }

    private static IEnumerable<UpgradeYear> YearsOf(UpgradeAnswer answer, UpgradeLine line) =>
        line.Course is { } course
            ? Enumerable.Range(0, course.Years + 1).Select(t => new UpgradeYear(answer, line, t))
            : [new UpgradeYear(answer, line, null)];

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(UpgradeAnswer answer)
    {
        foreach ((string name, object? value) in answer.Question.Values())
        {
            if (
                name
                is "technology"
                    or "ban"
                    or "exportBan"
                    or "tariff"
                    or "foreignTariff"
                    or "capitalCut"
                    or "publicMoney"
                    or "from"
                    or "lasts"
                    or "set"
                    or "history"
                    or "below"
                    or "years"
                    or "draws"
                    or "seed"
            )
            {
                yield return new(
                    name,
                    value switch
                    {
                        IReadOnlyList<string> { Count: 0 } => name == "technology" ? "core" : "none",
                        IReadOnlyList<string> texts => string.Join('+', texts),
                        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                        _ => "for ever",
                    }
                );
            }
        }
    }

    private static Section History(UpgradeAnswer answer)
    {
        Column<(ExperienceCurve Curve, HoldOut HoldOut)>[] columns =
        [
            new("series", string.Empty, "The series.", ColumnStyle.Text, "series", h => h.Curve.Series.Name),
            new(
                "years",
                string.Empty,
                "Its years.",
                ColumnStyle.Text,
                "years",
                h => string.Create(CultureInfo.InvariantCulture, $"{h.Curve.Series.Years[0]}-{h.Curve.Series.Years[^1]}")
            ),
            new("rate", "share", "Learning rate of levels.", ColumnStyle.Share, "learning rate", h => h.Curve.LearningRate),
            new("ofChanges", "share", "Learning rate of changes.", ColumnStyle.Share, "of changes", h => h.Curve.LearningRateOfChanges),
            new("explained", "share", "Variance explained.", ColumnStyle.Share, "explained", h => h.Curve.Explained) { Dispensable = 2 },
            new(
                "error",
                "log points",
                "Mean error of the last five years when they are held out.",
                ColumnStyle.Number,
                "hold-out error",
                h => h.HoldOut.MeanError
            ),
            new(
                "inside",
                string.Empty,
                "How many of those years lay in the 90% band.",
                ColumnStyle.Text,
                "in band",
                h => string.Create(CultureInfo.InvariantCulture, $"{h.HoldOut.Inside} of {h.HoldOut.Years}")
            ),
            new("published", string.Empty, "The published rate.", ColumnStyle.Prose, "published", h => h.Curve.Series.Published)
            {
                Dispensable = 1,
            },
        ];
        return Section.Of("Wright's law by history (errors in log points; 0.1 is about 10%)", columns, answer.History);
    }

    /// <summary>How each product's home share went over the dated tables.</summary>
    private static Section ByTables(UpgradingCalibration calibration)
    {
        int tables = calibration.Products[0].Points.Count;
        Column<ProductHistory>[] columns =
        [
            new("product", string.Empty, "Classes of the tables that carry a technology.", ColumnStyle.Text, "product", p => p.Id),
            .. Enumerable
                .Range(0, tables)
                .Select(i => new Column<ProductHistory>(
                    $"homeShare{calibration.Products[0].Points[i].Year}",
                    "share",
                    "Share of the home market made at home.",
                    ColumnStyle.Share,
                    calibration.Products[0].Points[i].Year.ToString(CultureInfo.InvariantCulture),
                    p => p.Points[i].HomeShare
                )),
        ];
        return Section.Of("Made at home by history, of the home market", columns, calibration.Products);
    }

    /// <summary>What history says of the rate at which gaps close, and whether that helps.</summary>
    public static string CalibrationInWords(UpgradingCalibration calibration)
    {
        HistoryHoldOut held = calibration.HoldOut;
        string rate =
            calibration.Telling == 0 ? "so that they tell nothing of how fast gaps close, and the loop runs as without history"
            : calibration.IsOpen ? "and the tables do not tell how fast: products drawn again give from 0% to 30% a year"
            : calibration.Rate.Central <= 0 ? "no gap closed: home shares fell or stood still, and the loop closes none"
            : calibration.IsAtEnd ? $"gaps closed by {CellText.Rounded(calibration.Rate.Central)} a year or more, the most that is tried"
            : $"gaps closed by {calibration.Rate.Central * 100:0.#}% a year "
                + $"({calibration.Rate.Low * 100:0.#}–{calibration.Rate.High * 100:0.#}%)";
        string worth = held.IsBetter
            ? "History foresaw it best."
            : "History does not foresee better than the plainest of them: take its courses, and years from them, as one possible way and "
                + "no more.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"By history, over {calibration.Products.Count} products, of which {calibration.Telling} had a gap to close, {rate}. "
                + $"Home shares of {held.YearHeldOut} foreseen from {held.YearKnown}, mean "
                + $"error in points: {held.Fitted * 100:0.0} by the loop with that, {held.Usual * 100:0.0} by the loop without history, "
                + $"{held.NoChange * 100:0.0} if nothing changes, {held.Trend * 100:0.0} by the trend; {held.Inside} of "
                + $"{calibration.Products.Count} in the 90% band. {worth}"
        );
    }

    private static Section Rests(UpgradeAnswer answer)
    {
        Column<UpgradingParameter>[] columns =
        [
            new("parameter", string.Empty, "Its name.", ColumnStyle.Text, "parameter", p => p.Name),
            new("low", "see unit", "Lower end.", ColumnStyle.Number, "low", p => p.Low),
            new("central", "see unit", "The figure.", ColumnStyle.Number, "central", p => p.Central),
            new("high", "see unit", "Upper end.", ColumnStyle.Number, "high", p => p.High),
            new(
                "basis",
                string.Empty,
                "Whether it is published.",
                ColumnStyle.Text,
                "basis",
                p =>
                    p.IsAssumption ? "assumption"
                    : p.IsFitted ? "fitted"
                    : "published"
            ),
            new("unit", string.Empty, "Its unit.", ColumnStyle.Text, "unit", p => p.Unit) { Dispensable = 1 },
            new("source", string.Empty, "Where it is from.", ColumnStyle.Prose, "source", p => p.Source) { Dispensable = 2 },
        ];
        return Section.Of("What the loop rests on", columns, answer.Parameters.All);
    }

    private static IEnumerable<string> Notes(UpgradeAnswer answer)
    {
        yield return AssumptionsInWords(answer.Parameters);
        yield return "The gap of the base year is read from the home share: what it lacks to a half is a gap of quality and "
            + "cost, what it "
            + "has beyond a half is preference for home.";
        yield return "What is at stake is that of the base year's economy, times the imports of each year over those of the base year.";
        if (answer.Calibration is { } calibration)
        {
            yield return CalibrationInWords(calibration);
        }

        yield return "Years to replace are those of ratings, in the loop and in roots. "
            + (
                answer.Calibration is { Holds: true }
                    ? "Those of the loop are told beside them: years until the foreign cut puts less than the mark at stake."
                    : YearsOfLoop.Of(answer.Question.Asked.Economy).English
            );
        if (answer.Spots.Profiles.Count == 0)
        {
            yield return "Without exports by country and product no capability counts as missing: bring trade or exports for the gate.";
        }

        foreach (string note in answer.Spots.Notes.Where(n => !n.StartsWith("Rule ", StringComparison.Ordinal)))
        {
            yield return note;
        }
    }

    private static IEnumerable<string> Words(UpgradeAnswer answer)
    {
        yield return AssumptionsInWords(answer.Parameters);
        if (answer.Calibration is { } calibration)
        {
            yield return CalibrationInWords(calibration);
        }

        if (answer.Lines.FirstOrDefault(l => l.Course is { Start.Stake.Count: > 0 }) is { Course: { } course } first)
        {
            UpgradingPassage passage = course.Passage(UpgradingFigure.AtStake, answer.Question.Below, falls: true);
            UpgradingFan share = course[UpgradingFigure.HomeShare];
            string taken = answer.Question.Policy.Ban > 0 ? ", with what the ban takes already," : string.Empty;
            string when = passage.Median is { } year
                ? string.Create(CultureInfo.InvariantCulture, $"by year {year} in half of the draws")
                : string.Create(CultureInfo.InvariantCulture, $"in {passage.Share * 100:0}% of the draws within {course.Years} years");
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: of {first.Carrier}, which stands for {BriefName.InSentence(first.Technology.Name)}, "
                    + $"{share.Median[0] * 100:0}% of the home market is made at home and {share.Median[^1] * 100:0}% "
                    + $"({share.Low[^1] * 100:0}–{share.High[^1] * 100:0}%) in year "
                    + $"{course.Years}; what "
                    + $"a foreign cut of {course.Start.Cut * 100:0.##}% puts at stake{taken} is below "
                    + $"{answer.Question.Below * 100:0.##}% of a year's spending {when}."
            );
        }

        if (answer.Question.Policy.Ban > 0)
        {
            yield return "At stake under a ban is what it has taken of imports already with what a further cut would take: "
                + "ending imports "
                + "does not make them safe.";
        }

        string[] deep = [.. answer.Lines.Where(l => UpgradeColumns.IsExtrapolated(answer, l)).Select(l => l.Technology.Name)];
        if (deep.Length > 0)
        {
            yield return $"Extrapolated: elasticities are not known for cuts as deep as that of {string.Join(", ", deep)}; read what "
                + "is at stake there as very much, not as a figure.";
        }

        yield return "Ban: were nothing foreign sold from now on, what users would pay more now, and how sales of home and of foreign "
            + $"makers would differ in year {answer.Question.Years}, whatever the question does. Less capital: how much later "
            + $"half of the "
            + "gain of home share comes with half of research gone.";
        UpgradeLine[] shared = [.. answer.Lines.Where(l => l.Course is not null && l.SharedWith.Count > 0)];
        foreach (UpgradeLine line in shared.Where(l => l.SharedWith.All(o => string.CompareOrdinal(o.Id, l.Technology.Id) > 0)))
        {
            yield return $"Shared: one industry or part of the table carries {line.Technology.Name} and "
                + $"{string.Join(" and ", line.SharedWith.Select(t => t.Name))}; what is at stake is that of all of them and "
                + "counts once.";
        }

        foreach (UpgradeOrder order in answer.Order.Where(o => o.AtStart is not null))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Order: over {order.Technologies} technologies the cost gap goes with {order.Trait} by a rank correlation of "
                    + $"{order.AtStart:0.00} now and {order.AtEnd:0.00} in year {answer.Question.Years}; above 0 means that applications "
                    + $"come before basics."
            );
        }
    }
}
