using Rootscope.Answers.Questions;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;

namespace Rootscope.Answers.Economies;

/// <summary>The last step: elasticities by product, from how hard each is to replace.</summary>
/// <remarks>Products are rated before the split, and parts inherit what is known of the industries they were split off.</remarks>
internal static class RatingStep
{
    private const string Name = "ratings";

    /// <summary>A set with the ratings that the economy has.</summary>
    public static ElasticitySet Rated(ElasticitySet set, EconomyUnderStudy economy)
    {
        ElasticitySet rated = IsRated(set, economy) ? IrreplaceabilityData.Rate(set, economy.Whole, EvidenceOf(economy)) : set;
        return economy.Bridge is { } bridge ? rated.For(bridge) : rated;
    }

    public static EconomyUnderStudy Take(EconomyUnderStudy economy)
    {
        ElasticitySet set = economy.Unrated;
        bool isRated = IsRated(set, economy);
        EconomyUnderStudy made = economy with { Evidence = isRated ? EvidenceOf(economy) : null };
        ElasticitySet rated = Rated(set, made);
        made = made with { Elasticities = rated };
        string source = $"elasticities {set.Name}";
        return economy.Question.Ratings == RatingUse.Off ? made.After(Name, "products are not rated, as asked", source)
            : isRated ? made.After(Name, $"products rated by the traits of {rated.RatedBy}", source)
            : set.TakesRatings
                ? made.After(Name, $"products are not rated: '{economy.Whole.Metadata.Classification}' has no traits", source)
            : made.After(Name, "products are not rated: the set takes no ratings", source);
    }

    private static bool IsRated(ElasticitySet set, EconomyUnderStudy economy) =>
        economy.Question.Ratings != RatingUse.Off && IrreplaceabilityData.CanRate(set, economy.Whole, ReachOf(economy.Question));

    /// <summary>What the economy is rated by: read once, when the step is taken.</summary>
    private static ProductEvidence EvidenceOf(EconomyUnderStudy economy) =>
        economy.Evidence ?? IrreplaceabilityData.EvidenceBehind(economy.Whole, ReachOf(economy.Question));

    private static RatingReach? ReachOf(EconomyQuestion question) => question.Ratings == RatingUse.Any ? RatingReach.AnyTable : null;
}
