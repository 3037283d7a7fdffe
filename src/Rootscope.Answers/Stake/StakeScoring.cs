using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Shocks.Stake;

namespace Rootscope.Answers.Stake;

/// <summary>Scores of what is at stake: the measure for all supply and for imports, and what is left of it without its parts.</summary>
internal static class StakeScoring
{
    private const string Imports = "-imports";

    private static readonly (SupplyScope Supply, string Suffix)[] Blocks = [(SupplyScope.All, ""), (SupplyScope.Imported, Imports)];

    public static StakeScores Of(
        StakeQuestion question,
        EconomyUnderStudy studied,
        ExpertLabels labels,
        GuardOptions guards,
        CancellationToken cancellation
    )
    {
        (EconomyUnderStudy economy, StakeInputs inputs, _) = StakeMaking.Of(question, studied);
        StakeOptions options = StakeMaking.OptionsOf(question, economy);
        var measures = new List<MeasureValues>();
        var permuted = new List<PermutedMeasure>();
        IReadOnlyList<MeasureValues> Scored(StakeInputs of, StakeOptions asked, string suffix) =>
            StakeMeasures.Of(of, asked, labels, suffix, guards.Threads, cancellation);
        foreach ((SupplyScope supply, string suffix) in Blocks)
        {
            IReadOnlyList<MeasureValues> block = Scored(inputs, options with { Supply = supply }, suffix);
            measures.AddRange(block.Select(m => m with { IsDefault = m.Name == StakeMeasures.AtStake }));
        }

        foreach ((SupplyScope supply, string suffix) in guards.Permutations > 0 ? Blocks : [])
        {
            StakeOptions asked = options with { Supply = supply };
            if (question.Capital != StakeCapital.Off)
            {
                measures.Add(Scored(StakeMaking.SpreadByDepreciation(inputs), asked, $"{suffix}-capital-spread")[0]);
            }

            if (economy.Evidence is { } evidence)
            {
                var ratings = ProductRatings.Of(evidence.Products);
                measures.Add(Scored(Unrated(inputs), asked with { Elasticities = Unrated(options.Elasticities) }, $"{suffix}-unrated")[0]);
                permuted.AddRange(
                    StakeMeasures.Permuted(
                        inputs,
                        asked,
                        inputs.Table.Sectors.Industries.ToDictionary(i => i.Code, i => ratings.Of(i.Code), StringComparer.Ordinal),
                        labels,
                        guards,
                        suffix,
                        cancellation
                    )
                );
            }
        }

        return new StakeScores(measures, permuted);
    }

    private static HorizonElasticities Unrated(HorizonElasticities rated) =>
        new(rated.HalfYear.Unrated, rated.ThreeYears.Unrated, rated.TenYears.Unrated);

    /// <summary>Every product is replaced after the years of the middle of the scale.</summary>
    private static StakeInputs Unrated(StakeInputs inputs) =>
        new(inputs.Table, inputs.Support, [.. inputs.YearsToReplace.Select(_ => StakeInputs.YearsFrom(0.5))], inputs.Depreciation);
}
