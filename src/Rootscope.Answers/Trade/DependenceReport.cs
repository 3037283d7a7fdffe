using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;

namespace Rootscope.Answers.Trade;

/// <summary>Verdicts of a rule as a report: a row a product, with everything the verdict rests on.</summary>
internal static class DependenceReport
{
    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<DependenceRow> Of(DependenceAnswer answer, string? command)
    {
        DependenceResult result = answer.Result;
        return new Report<DependenceRow>(
            "dependence",
            DependenceColumns.Of(
                result.Source.UnitScale == 1
                    ? result.Source.Currency
                    : string.Create(CultureInfo.InvariantCulture, $"{result.Source.UnitScale:0} {result.Source.Currency}")
            ),
            answer.Rows,
            new Provenance
            {
                Command = command,
                Question = answer.Question,
                Options = [.. OptionsOf(answer)],
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
            Remarks = [.. Words(result, answer.Selected)],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(DependenceAnswer answer)
    {
        (DependenceQuestion question, DependenceResult result) = (answer.Question, answer.Result);
        return
        [
            new("trade", result.Source.Title),
            new("tradeSource", result.Source.Source),
            new("tradeLicence", result.Source.Licence),
            new("tradeSha256", answer.Panel.ContentHash()),
            new("importer", answer.Buyer.Code),
            new("members", string.Join(' ', answer.Buyer.Members)),
            new("rule", result.Rule.Name),
            new("ruleText", result.Rule.ToString()),
            new("ruleSource", result.Rule.Source),
            new("years", string.Join(' ', result.Years)),
            new("asOne", Joined(answer.AsOne.Select(b => b.Code))),
            new("products", Joined(question.Products)),
            new("production", answer.Production?.Title ?? "none"),
            new("only", QuestionWords.DependenceSelections.WordOf(question.Only)),
            new("sort", QuestionWords.DependenceOrders.WordOf(question.Sort)),
            new("top", question.Top == 0 ? "all" : question.Top.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static string Joined(IEnumerable<string> codes) => string.Join(' ', codes) is { Length: > 0 } words ? words : "none";

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
