using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary>What is at stake with the cut that a scenario makes, in sentences below what the lenses say.</summary>
internal static class ShockStake
{
    /// <summary>The sentences; none where the scenario is not one cut of one product's supply to one region.</summary>
    public static IEnumerable<string> Beside(ScenarioResult result, Analyst analyst, CancellationToken cancellation)
    {
        if (ShockReport.Fullest(result) is not { } lens || StakeBesideShock.Of(result) is not { } beside)
        {
            yield break;
        }

        if (beside.Answered(q => analyst.StakeOfOne(q, progress: null, cancellation)) is not { } answer)
        {
            yield return $"What a missing quantity costs until it is replaced is another question: {CommandOf(beside.Question)}.";
            yield break;
        }

        yield return $"{StakeBesideShock.InWords(answer)} ({CommandOf(beside.Question)}).";
        yield return StakeBesideShock.WhyTheyDiffer(lens.Lens.Word, result.Scenario.Elasticities.Name);
    }

    private static string CommandOf(StakeOfOneQuestion question)
    {
        EconomyQuestion economy = question.Asked.Economy;
        string region = economy.Region is { } code ? $" --region {code}" : string.Empty;
        string supply = QuestionWords.Supplies.WordOf(question.Supply ?? SupplyScope.All);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"rootscope root {question.Name} {economy.Table}{region} --cut {question.Asked.Cut:0.####} --supply {supply} --alone"
        );
    }
}
