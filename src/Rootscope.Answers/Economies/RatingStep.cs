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

    public static EconomyUnderStudy Take(EconomyUnderStudy economy)
    {
        ElasticitySet set = economy.Unrated;
        RatingUse use = economy.Question.Ratings;
        RatingReach? reach = use == RatingUse.Any ? RatingReach.AnyTable : null;
        bool isRated = use != RatingUse.Off && IrreplaceabilityData.CanRate(set, economy.Whole, reach);
        ProductEvidence? evidence = isRated ? IrreplaceabilityData.EvidenceBehind(economy.Whole, reach) : null;
        ElasticitySet rated = evidence is null ? set : IrreplaceabilityData.Rate(set, economy.Whole, evidence);
        EconomyUnderStudy made = economy with
        {
            Evidence = evidence,
            Elasticities = economy.Bridge is { } bridge ? rated.For(bridge) : rated,
        };
        string source = $"elasticities {set.Name}";
        return use == RatingUse.Off ? made.After(Name, "products are not rated, as asked", source)
            : isRated ? made.After(Name, $"products of {rated.RatedBy} rated by how hard they are to replace", source)
            : set.TakesRatings
                ? made.After(Name, $"products are not rated: '{economy.Whole.Metadata.Classification}' has no evidence of its own", source)
            : made.After(Name, "products are not rated: the set takes no ratings", source);
    }
}
