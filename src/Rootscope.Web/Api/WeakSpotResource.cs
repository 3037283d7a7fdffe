using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage;

namespace Rootscope.Web.Api;

/// <summary>Which technologies an economy depends on others for, and what to do about each.</summary>
internal static class WeakSpotResource
{
    private static readonly WeakSpotQuestion Usual = new();

    /// <summary>How many rows are shown, which is no part of the question.</summary>
    private static readonly ResourceParameter Top = new("top", "The most rows; 0 stands for all.", "0") { IsCount = true, Example = "20" };

    public static readonly Resource WeakSpots = new()
    {
        Name = "weak-spots",
        Path = "weak-spots",
        Summary = "The weak spots of an economy",
        Description =
            "Every technology by dependence, feasibility and how much rests on it, in the order of building: what is at stake with its "
            + "imports, until they are replaced; stakeStatus says where the table shows none. Dependence rests on published shares of "
            + "makers (dependenceStatus proxy); without trade figures feasibility is not known, and a dependent technology may have more "
            + "than one corner.",
        Parameters =
        [
            Parameters.Of(Usual, "region", "The economy, by its three-letter code.") with
            {
                Example = "USA",
            },
            Parameters.Of(Usual, "table", "The table that says how much rests on a technology; the economy's own unless one is named.") with
            {
                Example = "world-2011",
            },
            Parameters.Of(Usual, "rule", "When an economy counts as dependent.") with
            {
                Words = [.. DependenceRules.Names],
            },
            Parameters.Of(
                Usual,
                "horizon",
                "How much rests on a technology: what is at stake until it is replaced, or root leverage, the older measure (settled)."
            ) with
            {
                Words = QuestionWords.WeakSpotMeasures.Words,
            },
            Parameters.Of(Usual, "supply", "Which supply goes missing: imports unless another is named; all supply for root leverage.") with
            {
                Words = QuestionWords.Supplies.Words,
            },
            Parameters.Of(Usual, "cut", "The share of supply that goes missing.") with
            {
                Range = (0, 1),
            },
            .. StakeResource.Making,
            Parameters.Of(Usual, "technologies", Parameters.Technologies.Meaning) with
            {
                Words = Parameters.Technologies.Words,
            },
            Parameters.Of(
                Usual,
                "elasticities",
                $"A set of elasticities for all horizons, or those that grow ({StakeQuestion.ByHorizon}); root leverage takes "
                    + $"{EconomyQuestion.DefaultElasticities} for them."
            ) with
            {
                Words = [StakeQuestion.ByHorizon, .. ElasticitySets.Names],
            },
            Top,
        ],
        Columns = WeakSpotColumns.All,
        Answer = (query, context, _) =>
            Task.FromResult<Report>(
                WeakSpotsReport.Of(context.Economies.WeakSpots(QueryQuestions.WeakSpots(query)), command: null, query.Count("top"))
            ),
    };
}
