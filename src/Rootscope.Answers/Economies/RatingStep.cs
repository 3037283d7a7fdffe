using Rootscope.Answers.Questions;
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
        RatingReach? reach = economy.Question.Ratings == RatingUse.Any ? RatingReach.AnyTable : null;
        bool isRated = economy.Question.Ratings != RatingUse.Off && IrreplaceabilityData.CanRate(set, economy.Whole, reach);
        ElasticitySet rated = isRated ? IrreplaceabilityData.Rate(set, economy.Whole, reach) : set;
        EconomyUnderStudy made = economy with
        {
            Elasticities = economy.Bridge is { } bridge ? rated.For(bridge) : rated,
            Evidence = isRated ? IrreplaceabilityData.EvidenceBehind(economy.Whole, reach) : null,
        };
        string source = $"elasticities {set.Name}";
        return economy.Question.Ratings == RatingUse.Off ? made.After(Name, "products are not rated, as asked", source)
            : isRated ? made.After(Name, $"products rated by the traits of {rated.RatedBy}", source)
            : set.TakesRatings
                ? made.After(Name, $"products are not rated: '{economy.Whole.Metadata.Classification}' has no traits", source)
            : made.After(Name, "products are not rated: the set takes no ratings", source);
    }
}
