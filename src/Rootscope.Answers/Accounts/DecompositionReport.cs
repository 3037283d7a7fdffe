using Rootscope.Accounts.Decomposition;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>What a <see cref="DecompositionQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Before">The first table.</param>
/// <param name="After">The second table.</param>
/// <param name="Split">The effects of the factors on every sector.</param>
public sealed record DecompositionAnswer(DecompositionQuestion Question, FlowTable Before, FlowTable After, StructuralDecomposition Split);

/// <summary>Why output or value added changed, as a report: a row a sector, a column a factor.</summary>
internal static class DecompositionReport
{
    private static readonly Dictionary<string, (string Column, string Heading, string Meaning)> FactorColumns = new(StringComparer.Ordinal)
    {
        ["value-added"] = ("valueAddedShares", "Value-added shares", "Effect of value added per unit of output."),
        ["requirements"] = ("requirements", "Requirements", "Effect of requirements, direct and indirect."),
        ["mix"] = ("mix", "Mix", "Effect of the mix of final demand over products."),
        ["level"] = ("level", "Level", "Effect of the level of final demand."),
    };

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<int> Of(DecompositionAnswer answer, string? command)
    {
        (FlowTable before, FlowTable after) = (answer.Before, answer.After);
        return new Report<int>(
            "accounts-decompose",
            [.. Columns(answer.Split, before.Sectors)],
            Enumerable.Range(0, before.Size),
            new Provenance
            {
                Command = command,
                Table = after,
                Question = answer.Question,
                Options =
                [
                    new("before", $"{before.Metadata.Id} {before.ContentHash}"),
                    new("measure", QuestionWords.DecomposedTotals.WordOf(answer.Question.Measure)),
                    new("method", QuestionWords.DecompositionMethods.WordOf(answer.Question.Method)),
                ],
                Notes =
                [
                    $"Prices: {before.Metadata.Prices} in the first table, {after.Metadata.Prices} in the second; at current prices a "
                        + $"change of prices is part of every factor.",
                    "Final demand is that for domestic goods, exports included.",
                ],
            }
        );
    }

    private static IEnumerable<Column<int>> Columns(StructuralDecomposition split, SectorIndex sectors)
    {
        string? region = sectors.Regions.Count == 1 ? null : "Region";
        yield return new("region", string.Empty, "Code of the region.", ColumnStyle.Text, region, k => sectors.RegionOf(new(k)).Code);
        yield return new("code", string.Empty, "Code of the industry.", ColumnStyle.Text, "Code", k => sectors.IndustryOf(new(k)).Code);
        yield return new("name", string.Empty, "Name of the industry.", ColumnStyle.Text, "Name", k => sectors.IndustryOf(new(k)).Name);
        yield return new("before", Column.Money, "Its total in the first table.", ColumnStyle.Money, null, k => split.Before[k]);
        yield return new("after", Column.Money, "Its total in the second table.", ColumnStyle.Money, null, k => split.After[k]);
        yield return new(
            "change",
            Column.Money,
            "The second less the first.",
            ColumnStyle.Money,
            "Change",
            k => split.After[k] - split.Before[k]
        );
        for (int f = 0; f < split.Factors.Count; f++)
        {
            int factor = f;
            (string name, string heading, string meaning) = FactorColumns[split.Factors[f]];
            yield return new(name, Column.Money, meaning, ColumnStyle.Money, heading, k => split.Effect(new(k), factor));
        }
    }
}
