using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary>
/// What is at stake with the cut that a scenario makes, beside what a lens says of it: two answers to two questions, and why they differ.
/// </summary>
internal static class ShockStake
{
    /// <summary>Shares that what is at stake can be asked for.</summary>
    private static readonly (double Least, double Most) Cuts = (0.001, 0.999);

    /// <summary>The sentences; none where the scenario is not one cut of one product's supply to one region.</summary>
    public static IEnumerable<string> Beside(ScenarioResult result, Analyst analyst, CancellationToken cancellation)
    {
        if (ShockReport.Fullest(result) is not { } lens || CutOf(result) is not { } cut)
        {
            yield break;
        }

        string word = QuestionWords.Supplies.WordOf(cut.Supply);
        string region = result.Table.IsOneRegion ? string.Empty : $" --region {cut.Region}";
        string command = string.Create(
            CultureInfo.InvariantCulture,
            $"rootscope root {cut.Product} {result.Scenario.Table}{region} --cut {cut.Share:0.####} --supply {word} --alone"
        );
        if (!cut.IsSame || Asked(result, cut, analyst, cancellation) is not { } answer)
        {
            yield return $"What a missing quantity costs until it is replaced is another question: {command}.";
            yield break;
        }

        StakeAnswer ranking = answer.Rankings[0];
        string first = answer.Paths[0].Marks is [{ Loss: { } loss }, ..] ? $", {Percent(loss)} a year at first" : string.Empty;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Another question, the same cut: until it is replaced, in {answer.Years.Years:0.0} years, "
                + $"{Percent(answer.Under(ranking).AtStakeShare ?? 0)} of a year's final spending is lost in all{first} ({command})."
        );
        yield return "Why they differ: there a quantity is missing, its output losses are summed over the years, capital goods not "
            + "delivered are missed as old ones wear out, and elasticities grow with the years and are rated by how hard a product is to "
            + $"replace. The {lens.Lens.Word} lens compares two states of rest, told for a year: a dearer product at "
            + $"{result.Scenario.Elasticities.Name} elasticities, wear of capital bought as a flow, buyers adjusted.";
    }

    private static StakeOfOneAnswer? Asked(ScenarioResult result, Cut cut, Analyst analyst, CancellationToken cancellation)
    {
        try
        {
            StakeQuestion asked = new(new EconomyQuestion(result.Scenario.Table) { Region = result.Table.IsOneRegion ? null : cut.Region })
            {
                Cut = cut.Share,
            };
            StakeOfOneAnswer answer = analyst.StakeOfOne(
                new StakeOfOneQuestion(cut.Product, asked) { Alone = true, Supply = cut.Supply },
                progress: null,
                cancellation
            );
            return answer.Under(answer.Rankings[0]).AtStakeShare is null ? null : answer;
        }
        catch (RootscopeException)
        {
            return null;
        }
    }

    /// <summary>The cut that a scenario makes; null where it is another kind of shock, or several.</summary>
    private static Cut? CutOf(ScenarioResult result)
    {
        if (result.Scenario.Shocks is not [{ Products: [var product] } shock] || product.IsPartOfCarrier && product.Technology is null)
        {
            return null;
        }

        string name = product.Technology ?? product.Code;
        bool isWhole = product.ShareOfCarrier is null || !product.IsPartOfCarrier;
        return shock.Cut is not { } cut
            ? null
            : new Cut(
                name,
                cut.Region,
                Math.Clamp(cut.Share, Cuts.Least, Cuts.Most),
                cut.Supply,
                isWhole && cut.IsWhole && cut.Share >= Cuts.Least && cut.Share <= Cuts.Most
            );
    }

    private static string Percent(double share) => CellText.ForPeople(share, ColumnStyle.Share);

    /// <summary>A cut of one product's supply to one region.</summary>
    /// <param name="Product">A technology or a code.</param>
    /// <param name="Region">The region.</param>
    /// <param name="Share">The share, as near as what is at stake can be asked for.</param>
    /// <param name="Supply">Which supply.</param>
    /// <param name="IsSame">Whether what is at stake can be asked for exactly this cut.</param>
    private sealed record Cut(string Product, string Region, double Share, SupplyScope Supply, bool IsSame);
}
