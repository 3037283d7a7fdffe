using Rootscope.Answers;
using Rootscope.Answers.Stake;
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
            yield return $"What a missing quantity costs until it is replaced is another question: {beside.Command}.";
            yield break;
        }

        yield return $"{StakeBesideShock.InWords(answer)} ({beside.Command}).";
        yield return StakeBesideShock.WhyTheyDiffer(lens.Lens.Word, result.Scenario.Elasticities.Name);
    }
}
