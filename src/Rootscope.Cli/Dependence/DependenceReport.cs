using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Dependence;

namespace Rootscope.Cli.Dependence;

/// <summary>Verdicts of a rule as a report: a row a product, with everything the verdict rests on.</summary>
internal static class DependenceReport
{
    /// <summary>Builds the report.</summary>
    /// <param name="result">The verdicts.</param>
    /// <param name="panel">The trade behind them.</param>
    /// <param name="shown">The rows to print.</param>
    /// <param name="selected">The rows they are taken from, for the remarks.</param>
    /// <param name="choices">Options as used.</param>
    public static Report Of(
        DependenceResult result,
        TradePanel panel,
        IReadOnlyList<DependenceRow> shown,
        IReadOnlyList<DependenceRow> selected,
        IReadOnlyList<KeyValuePair<string, string>> choices
    ) =>
        new()
        {
            Kind = "dependence",
            Columns = Columns(
                result.Source.UnitScale == 1
                    ? result.Source.Currency
                    : string.Create(CultureInfo.InvariantCulture, $"{result.Source.UnitScale:0} {result.Source.Currency}")
            ),
            Rows = [.. shown.Select(Cells)],
            Provenance = new Provenance
            {
                Command = "dependence",
                Options =
                [
                    new("trade", result.Source.Title),
                    new("tradeSource", result.Source.Source),
                    new("tradeLicence", result.Source.Licence),
                    new("tradeSha256", panel.ContentHash()),
                    .. choices,
                ],
                Notes =
                [
                    .. result.Source.Derivations,
                    .. result.Notes,
                    .. result.Churn.Where(c => c.Share is not null).Select(Sentence),
                    "Exports stand in for production unless the basis of a row says otherwise. The country of shipment is not that of "
                        + "the firm.",
                ],
            },
            Remarks = [.. Words(result, selected)],
        };

    private static Column[] Columns(string unit) =>
        [
            new("product", string.Empty, "Code of the product.", ColumnStyle.Text, "Product"),
            new("year", "year", "The year that is judged.", ColumnStyle.Whole, null),
            new(
                "status",
                string.Empty,
                "flagged, not-flagged, or not-known where missing years or figures could turn it.",
                ColumnStyle.Text,
                "Verdict"
            ),
            new(
                "margin",
                "ratio",
                "How far the verdict is from turning, from -1 to 1: above 0 flagged, below 0 not; null without imports and where not "
                    + "known.",
                ColumnStyle.Number,
                "Margin"
            ),
            new("close", string.Empty, "Whether the margin is smaller than 0.1.", ColumnStyle.Flag, "Close") { Dispensable = 1 },
            new("marginLow", "ratio", "The smallest margin of a year looked at.", ColumnStyle.Number, null),
            new("marginHigh", "ratio", "The largest margin of a year looked at.", ColumnStyle.Number, null),
            new("yearsHeld", "years", "In how many of the years looked at all of the conditions hold.", ColumnStyle.Whole, "Years held"),
            new("yearsKnown", "years", "For how many of them that is known.", ColumnStyle.Whole, "of") { Dispensable = 2 },
            new(
                "years",
                string.Empty,
                "Each year with what its conditions say: held, not, no-imports, not-traded, no-data or figure-missing, and its margin.",
                ColumnStyle.Text,
                null
            ),
            new(
                "decidedBy",
                string.Empty,
                "The condition with the smallest margin in the year that is judged.",
                ColumnStyle.Text,
                "Decided by"
            )
            {
                Dispensable = 3,
            },
            new("conditions", string.Empty, "Each condition with its value and margin in that year.", ColumnStyle.Text, null),
            new("imports", unit, "Imports from outside the buyer.", ColumnStyle.Money, "Imports"),
            new("exports", unit, "Exports to outside the buyer.", ColumnStyle.Money, null),
            new("production", unit, "Production of the buyer; null where it is not known.", ColumnStyle.Money, null),
            new("basis", string.Empty, "What ratios of imports are set against: exports or production.", ColumnStyle.Text, null),
            new(
                "importHhi",
                "index from 0 to 1",
                "Sum of squared shares of origins in imports from outside.",
                ColumnStyle.Number,
                "Import HHI"
            ),
            new("effectiveSuppliers", "suppliers", "1 over the former.", ColumnStyle.Number, null),
            new("suppliers", "suppliers", "Number of origins.", ColumnStyle.Number, null),
            new("importTheil", "nats", "Theil's index of the shares of origins over all economies outside.", ColumnStyle.Number, null),
            new(
                "externalShare",
                "share",
                "Imports from outside over all imports of the members; 1 for one economy.",
                ColumnStyle.Share,
                null
            ),
            new(
                "importExportRatio",
                "ratio",
                "Imports from outside over all exports of the members, or over production; null without either.",
                ColumnStyle.Number,
                "Imports / exports"
            ),
            new(
                "externalImportExportRatio",
                "ratio",
                "Imports from outside over exports to outside, or over production; null without either.",
                ColumnStyle.Number,
                null
            ),
            new(
                "importPenetration",
                "ratio",
                "Imports over production less exports plus imports; null without production.",
                ColumnStyle.Number,
                null
            ),
            new(
                "worldExportHhi",
                "index from 0 to 1",
                "Sum of squared shares of economies in world exports.",
                ColumnStyle.Number,
                "World HHI"
            )
            {
                Dispensable = 4,
            },
            new("worldExportTheil", "nats", "Theil's index of these shares over all economies.", ColumnStyle.Number, null),
            new("exporterShareSd", "share", "Standard deviation of these shares.", ColumnStyle.Number, null),
            new(
                "clustering",
                "index from 0 to 1",
                "Mean clustering of the network of the product's trade; null unless asked for.",
                ColumnStyle.Number,
                null
            ),
            new("largestOrigin", string.Empty, "Code of the largest origin.", ColumnStyle.Text, "Largest origin"),
            new("largestOriginShare", "share", "Its share in imports from outside.", ColumnStyle.Share, "Share"),
            new("origins", string.Empty, "The largest origins with their shares.", ColumnStyle.Text, null),
            new("largestExporter", string.Empty, "Code of the largest exporter in the world.", ColumnStyle.Text, "Largest exporter")
            {
                Dispensable = 5,
            },
            new("largestExporterShare", "share", "Its share in world exports.", ColumnStyle.Share, "Of world") { Dispensable = 6 },
            new("exporters", string.Empty, "The largest exporters with their shares.", ColumnStyle.Text, null),
        ];

    private static object?[] Cells(DependenceRow row)
    {
        (DependenceVerdict verdict, ProductIndicators? figures) = (row.Verdict, row.Indicators);
        object? Of(DependenceIndicator indicator) => figures?[indicator].Value;
        return
        [
            row.Product,
            verdict.Year,
            verdict.IsDependent switch
            {
                true => "flagged",
                false => "not-flagged",
                null => "not-known",
            },
            verdict.Margin,
            verdict.Margin is null ? null : verdict.IsClose,
            verdict.LowestMargin,
            verdict.HighestMargin,
            verdict.YearsHeld,
            verdict.YearsKnown,
            string.Join("; ", row.Years.Select(Phrase)),
            row.Deciding is { } deciding ? DependenceIndicators.Of(deciding.Condition.Indicator).Name : null,
            string.Join("; ", row.Conditions.Select(Phrase)),
            Of(DependenceIndicator.Imports),
            Of(DependenceIndicator.Exports),
            figures?.Production,
            figures?.Basis.ToString().ToLowerInvariant(),
            Of(DependenceIndicator.ImportConcentration),
            Of(DependenceIndicator.EffectiveSuppliers),
            Of(DependenceIndicator.Suppliers),
            Of(DependenceIndicator.ImportTheil),
            Of(DependenceIndicator.ExternalShare),
            Of(DependenceIndicator.ImportExportRatio),
            Of(DependenceIndicator.ExternalImportExportRatio),
            Of(DependenceIndicator.ImportPenetration),
            Of(DependenceIndicator.WorldExportConcentration),
            Of(DependenceIndicator.WorldExportTheil),
            Of(DependenceIndicator.ExporterShareDeviation),
            Of(DependenceIndicator.Clustering),
            .. Largest(figures?.Origins),
            .. Largest(figures?.Exporters),
        ];
    }

    private static object?[] Largest(IReadOnlyList<Holder>? holders) =>
        holders is { Count: > 0 }
            ?
            [
                holders[0].Economy,
                holders[0].Share,
                string.Join("; ", holders.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Economy} {h.Share * 100:0.0}%"))),
            ]
            : [null, null, null];

    private static string Phrase(YearVerdict year)
    {
        string word = year.Status switch
        {
            YearStatus.Judged => year.Holds == true ? "held" : "not",
            YearStatus.NoImports => "no-imports",
            YearStatus.NotTraded => "not-traded",
            YearStatus.NoData => "no-data",
            _ => "figure-missing",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{year.Year} {word}{Signed(year.Margin)}");
    }

    private static string Phrase(ConditionOutcome outcome)
    {
        string value =
            outcome.Value.Value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : outcome.Value.Status == IndicatorStatus.Unbounded ? "without bound"
            : "none";
        return $"{outcome.Condition}: {value}{Signed(outcome.Margin)}";
    }

    private static string Signed(double? margin) =>
        margin is { } m ? string.Create(CultureInfo.InvariantCulture, $" ({m:+0.000;-0.000;0.000})") : string.Empty;

    private static string Sentence(DependenceChurn churn) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"From {churn.From} to {churn.To} the conditions stopped holding for {churn.Fell} of {churn.Flagged} products "
                + $"({churn.Share * 100:0.#}%) and began to for {churn.Rose}."
        );

    private static IEnumerable<string> Words(DependenceResult result, IReadOnlyList<DependenceRow> rows)
    {
        int flagged = rows.Count(r => r.Verdict.IsDependent == true);
        int close = rows.Count(r => r.Verdict is { IsDependent: true, IsClose: true });
        int open = rows.Count(r => r.Verdict.IsDependent is null);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"By {result.Rule.Name} ({result.Rule}), {result.Buyer.Name} depends on {flagged} of {rows.Count} products in "
                + $"{result.Years[^1]}. Flagged and close to the threshold: {close}. Not known: {open}."
        );
        if (
            rows.FirstOrDefault(r => r.Verdict.IsDependent == true) is { Deciding: { } deciding } top
            && top.Indicators is { Origins.Count: > 0 } figures
        )
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {top.Product} comes to {figures.Origins[0].Share * 100:0.0}% from {figures.Origins[0].Economy}; its "
                    + $"conditions held in {top.Verdict.YearsHeld} of the {top.Verdict.YearsKnown} years that are known, "
                    + $"by a margin of {top.Verdict.Margin:0.000} on a scale to 1; in {top.Verdict.Year} its weakest condition is "
                    + $"{deciding.Condition}."
            );
        }
    }
}
