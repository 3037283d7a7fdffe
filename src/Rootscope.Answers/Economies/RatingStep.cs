using Rootscope.Answers.Questions;
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
        RatingReach? reach = ReachOf(economy.Question);
        ElasticitySet rated =
            economy.Question.Ratings != RatingUse.Off && IrreplaceabilityData.CanRate(set, economy.Whole, reach)
                ? IrreplaceabilityData.Rate(set, economy.Whole, reach)
                : set;
        return economy.Bridge is { } bridge ? rated.For(bridge) : rated;
    }

    public static EconomyUnderStudy Take(EconomyUnderStudy economy)
    {
        ElasticitySet set = economy.Unrated;
        RatingReach? reach = ReachOf(economy.Question);
        bool isRated = economy.Question.Ratings != RatingUse.Off && IrreplaceabilityData.CanRate(set, economy.Whole, reach);
        ElasticitySet rated = Rated(set, economy);
        EconomyUnderStudy made = economy with
        {
            Elasticities = rated,
            Evidence = isRated ? IrreplaceabilityData.EvidenceBehind(economy.Whole, reach) : null,
        };
        string source = $"elasticities {set.Name}";
        return economy.Question.Ratings == RatingUse.Off ? made.After(Name, "products are not rated, as asked", source)
            : isRated ? made.After(Name, $"products rated by the traits of {rated.RatedBy}", source)
            : set.TakesRatings
                ? made.After(Name, $"products are not rated: '{economy.Whole.Metadata.Classification}' has no traits", source)
            : made.After(Name, "products are not rated: the set takes no ratings", source);
    }

    private static RatingReach? ReachOf(EconomyQuestion question) => question.Ratings == RatingUse.Any ? RatingReach.AnyTable : null;
}
