using Rootscope.Answers.Questions;
using Rootscope.Shocks.Equilibrium;
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
        bool isRated = economy.Question.Ratings == RatingUse.On && IrreplaceabilityData.CanRate(set, economy.Whole);
        ElasticitySet rated = isRated ? IrreplaceabilityData.Rate(set, economy.Whole) : set;
        EconomyUnderStudy made = economy with { Elasticities = economy.Bridge is { } bridge ? rated.For(bridge) : rated };
        string source = $"elasticities {set.Name}";
        return economy.Question.Ratings == RatingUse.Off ? made.After(Name, "products are not rated, as asked", source)
            : isRated ? made.After(Name, $"products rated by the traits of {rated.RatedBy}", source)
            : set.TakesRatings
                ? made.After(Name, $"products are not rated: '{economy.Whole.Metadata.Classification}' has no traits", source)
            : made.After(Name, "products are not rated: the set takes no ratings", source);
    }
}
