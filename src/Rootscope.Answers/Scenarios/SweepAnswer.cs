using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Answers.Scenarios;

/// <summary>What a <see cref="SweepQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Study">The scenario with the economy that it happens to.</param>
/// <param name="Scenario">The scenario as it was run: with one elasticity for all products.</param>
/// <param name="Nest">The nest whose elasticity was swept.</param>
/// <param name="Points">The loss at every elasticity, of all regions together and of each.</param>
public sealed record SweepAnswer(
    SweepQuestion Question,
    ScenarioStudy Study,
    Scenario Scenario,
    Nest Nest,
    IReadOnlyList<SweepPoint> Points
)
{
    /// <summary>The lens that elasticities are swept under: the one that adjusts most of those that use any.</summary>
    public static ILens Lens { get; } = LensRegistry.Default.All.Last(l => l.Cuts.UsesElasticities);

    /// <summary>Answers a question.</summary>
    internal static SweepAnswer Of(
        SweepQuestion question,
        ScenarioStudy study,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    )
    {
        // A sweep has one elasticity for all products.
        Scenario scenario = study.Scenario with
        {
            Elasticities = study.Scenario.Elasticities.Unrated,
        };
        Nest nest = question.Nest ?? ScenarioSweep.NestOf(study.Scenario, study.Made);
        IReadOnlyList<double> values = ScenarioSweep.DefaultElasticities(nest, study.Made.Source);
        return new SweepAnswer(
            question,
            study,
            scenario,
            nest,
            ScenarioSweep.Of(
                scenario,
                study.Made,
                Lens,
                nest,
                values,
                threads,
                AnswerProgress.Of(progress, AnswerProgress.Elasticities, values.Count),
                cancellation
            )
        );
    }
}
