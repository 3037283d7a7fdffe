using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Rules;

namespace Rootscope.Answers.Trade;

/// <summary>The columns of a verdict: what it is, what it rests on, and who sells.</summary>
internal static class DependenceColumns
{
    /// <summary>The columns.</summary>
    /// <param name="unit">The unit of the trade's values.</param>
    public static IReadOnlyList<Column<DependenceRow>> Of(string unit) =>
        [
            new("product", string.Empty, "Code of the product.", ColumnStyle.Text, "Product", row => row.Product),
            new("year", "year", "The year that is judged.", ColumnStyle.Whole, null, row => row.Verdict.Year),
            new(
                "status",
                string.Empty,
                "flagged, not-flagged, or not-known where missing years or figures could turn it.",
                ColumnStyle.Text,
                "Verdict",
                row =>
                    row.Verdict.IsDependent switch
                    {
                        true => "flagged",
                        false => "not-flagged",
                        null => "not-known",
                    }
            ),
            new(
                "margin",
                "ratio",
                "How far the verdict is from turning, from -1 to 1: above 0 flagged, below 0 not; null without imports and where not "
                    + "known.",
                ColumnStyle.Number,
                "Margin",
                row => row.Verdict.Margin
            ),
            new(
                "close",
                string.Empty,
                "Whether the margin is smaller than 0.1.",
                ColumnStyle.Flag,
                "Close",
                row => row.Verdict.Margin is null ? null : row.Verdict.IsClose
            )
            {
                Dispensable = 1,
            },
            new(
                "marginLow",
                "ratio",
                "The smallest margin of a year looked at.",
                ColumnStyle.Number,
                null,
                row => row.Verdict.LowestMargin
            ),
            new(
                "marginHigh",
                "ratio",
                "The largest margin of a year looked at.",
                ColumnStyle.Number,
                null,
                row => row.Verdict.HighestMargin
            ),
            new(
                "yearsHeld",
                "years",
                "In how many of the years looked at all of the conditions hold.",
                ColumnStyle.Whole,
                "Years held",
                row => row.Verdict.YearsHeld
            ),
            new("yearsKnown", "years", "For how many of them that is known.", ColumnStyle.Whole, "of", row => row.Verdict.YearsKnown)
            {
                Dispensable = 2,
            },
            new(
                "years",
                string.Empty,
                "Each year with what its conditions say: held, not, no-imports, not-traded, no-data or figure-missing, and its margin.",
                ColumnStyle.Text,
                null,
                row => string.Join("; ", row.Years.Select(Phrase))
            ),
            new(
                "decidedBy",
                string.Empty,
                "The condition with the smallest margin in the year that is judged.",
                ColumnStyle.Text,
                "Decided by",
                row => row.Deciding is { } deciding ? DependenceIndicators.Of(deciding.Condition.Indicator).Name : null
            )
            {
                Dispensable = 3,
            },
            new(
                "conditions",
                string.Empty,
                "Each condition with its value and margin in that year.",
                ColumnStyle.Text,
                null,
                row => string.Join("; ", row.Conditions.Select(Phrase))
            ),
            new(
                "imports",
                unit,
                "Imports from outside the buyer.",
                ColumnStyle.Money,
                "Imports",
                row => Of(row, DependenceIndicator.Imports)
            ),
            new("exports", unit, "Exports to outside the buyer.", ColumnStyle.Money, null, row => Of(row, DependenceIndicator.Exports)),
            new(
                "production",
                unit,
                "Production of the buyer; null where it is not known.",
                ColumnStyle.Money,
                null,
                row => row.Indicators?.Production
            ),
            new(
                "basis",
                string.Empty,
                "What ratios of imports are set against: exports or production.",
                ColumnStyle.Text,
                null,
                row => row.Indicators?.Basis.ToString().ToLowerInvariant()
            ),
            new(
                "importHhi",
                "index from 0 to 1",
                "Sum of squared shares of origins in imports from outside.",
                ColumnStyle.Number,
                "Import HHI",
                row => Of(row, DependenceIndicator.ImportConcentration)
            ),
            new(
                "effectiveSuppliers",
                "suppliers",
                "1 over the former.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.EffectiveSuppliers)
            ),
            new("suppliers", "suppliers", "Number of origins.", ColumnStyle.Number, null, row => Of(row, DependenceIndicator.Suppliers)),
            new(
                "importTheil",
                "nats",
                "Theil's index of the shares of origins over all economies outside.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.ImportTheil)
            ),
            new(
                "externalShare",
                "share",
                "Imports from outside over all imports of the members; 1 for one economy.",
                ColumnStyle.Share,
                null,
                row => Of(row, DependenceIndicator.ExternalShare)
            ),
            new(
                "importExportRatio",
                "ratio",
                "Imports from outside over all exports of the members, or over production; null without either.",
                ColumnStyle.Number,
                "Imports / exports",
                row => Of(row, DependenceIndicator.ImportExportRatio)
            ),
            new(
                "externalImportExportRatio",
                "ratio",
                "Imports from outside over exports to outside, or over production; null without either.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.ExternalImportExportRatio)
            ),
            new(
                "importPenetration",
                "ratio",
                "Imports over production less exports plus imports; null without production.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.ImportPenetration)
            ),
            new(
                "worldExportHhi",
                "index from 0 to 1",
                "Sum of squared shares of economies in world exports.",
                ColumnStyle.Number,
                "World HHI",
                row => Of(row, DependenceIndicator.WorldExportConcentration)
            )
            {
                Dispensable = 4,
            },
            new(
                "worldExportTheil",
                "nats",
                "Theil's index of these shares over all economies.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.WorldExportTheil)
            ),
            new(
                "exporterShareSd",
                "share",
                "Standard deviation of these shares.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.ExporterShareDeviation)
            ),
            new(
                "clustering",
                "index from 0 to 1",
                "Mean clustering of the network of the product's trade; null unless asked for.",
                ColumnStyle.Number,
                null,
                row => Of(row, DependenceIndicator.Clustering)
            ),
            new(
                "largestOrigin",
                string.Empty,
                "Code of the largest origin.",
                ColumnStyle.Text,
                "Largest origin",
                row => Largest(row.Indicators?.Origins)?.Economy
            ),
            new(
                "largestOriginShare",
                "share",
                "Its share in imports from outside.",
                ColumnStyle.Share,
                "Share",
                row => Largest(row.Indicators?.Origins)?.Share
            ),
            new(
                "origins",
                string.Empty,
                "The largest origins with their shares.",
                ColumnStyle.Text,
                null,
                row => SharesOf(row.Indicators?.Origins)
            ),
            new(
                "largestExporter",
                string.Empty,
                "Code of the largest exporter in the world.",
                ColumnStyle.Text,
                "Largest exporter",
                row => Largest(row.Indicators?.Exporters)?.Economy
            )
            {
                Dispensable = 5,
            },
            new(
                "largestExporterShare",
                "share",
                "Its share in world exports.",
                ColumnStyle.Share,
                "Of world",
                row => Largest(row.Indicators?.Exporters)?.Share
            )
            {
                Dispensable = 6,
            },
            new(
                "exporters",
                string.Empty,
                "The largest exporters with their shares.",
                ColumnStyle.Text,
                null,
                row => SharesOf(row.Indicators?.Exporters)
            ),
        ];

    private static double? Of(DependenceRow row, DependenceIndicator indicator) => row.Indicators?[indicator].Value;

    private static Holder? Largest(IReadOnlyList<Holder>? holders) => holders is { Count: > 0 } ? holders[0] : null;

    private static string? SharesOf(IReadOnlyList<Holder>? holders) =>
        holders is { Count: > 0 }
            ? string.Join("; ", holders.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Economy} {h.Share * 100:0.0}%")))
            : null;

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
}
