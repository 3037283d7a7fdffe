using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage;

namespace Rootscope.Web.Api;

/// <summary>Which technologies an economy depends on others for, and what to do about each.</summary>
internal static class WeakSpotResource
{
    public static readonly Resource WeakSpots = new()
    {
        Name = "weak-spots",
        Path = "weak-spots",
        Summary = "The weak spots of an economy",
        Description =
            "Every technology by dependence, feasibility and leverage, in the order of building. Dependence rests on published shares "
            + "of makers (dependenceStatus proxy); "
            + "without trade figures feasibility is not known, and a dependent technology may have more than one corner.",
        Parameters =
        [
            new("region", "The economy, by its three-letter code.", WeakSpotQuestion.DefaultRegion) { Example = "USA" },
            new("rule", "When an economy counts as dependent.", WeakSpotQuestion.DefaultRule) { Words = [.. DependenceRules.Names] },
            .. Parameters.Making,
            Parameters.Top,
        ],
        Columns = WeakSpotColumns.All,
        Answer = (query, context, _) =>
            Task.FromResult<Report>(
                WeakSpotsReport.Of(context.Economies.WeakSpots(QueryQuestions.WeakSpots(query)), command: null, query.Count("top"))
            ),
    };
}
