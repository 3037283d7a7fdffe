using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;

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
        new Report<DependenceRow>(
            "dependence",
            DependenceColumns.Of(
                result.Source.UnitScale == 1
                    ? result.Source.Currency
                    : string.Create(CultureInfo.InvariantCulture, $"{result.Source.UnitScale:0} {result.Source.Currency}")
            ),
            shown,
            new Provenance
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
            }
        )
        {
            Remarks = [.. Words(result, selected)],
        };

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
