using Rootscope.Answers.Questions;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Economies;

/// <summary>Makes economies under study: the order of the steps stands here and nowhere else.</summary>
internal static class EconomyMaking
{
    /// <summary>Makes an economy.</summary>
    /// <param name="question">Which, and how.</param>
    /// <param name="table">The table that it names.</param>
    /// <param name="aboutTechnologies">Whether the question is about technologies, so that the table's own bridge is used unless the
    /// question says otherwise.</param>
    /// <exception cref="QuestionException">The table has several regions and none is named.</exception>
    /// <exception cref="UnknownNameException">There is no such region, bridge or set.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table.</exception>
    public static EconomyUnderStudy Of(EconomyQuestion question, FlowTable table, bool aboutTechnologies)
    {
        EconomyUnderStudy economy = TableStep.Take(question, table, ElasticitySets.Read(question.Elasticities));
        economy = RegionStep.Take(economy);
        economy = CapitalStep.Take(economy);
        economy = TechnologyStep.Take(economy, aboutTechnologies);
        economy = CapitalStep.Carry(economy);
        return RatingStep.Take(economy);
    }

    /// <summary>Makes the economy whose flows a network of firms carries: without elasticities, which links do not have.</summary>
    /// <param name="question">Which, and how; without a region all regions of the table stay.</param>
    /// <param name="table">The table that it names.</param>
    /// <exception cref="UnknownNameException">There is no such region or bridge.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table.</exception>
    public static EconomyUnderStudy OfFlows(EconomyQuestion question, FlowTable table)
    {
        EconomyUnderStudy economy = TableStep.Take(question, table, ElasticitySets.Read(EconomyQuestion.DefaultElasticities));
        economy = question.Region is null ? RegionStep.Keep(economy) : RegionStep.Take(economy);
        economy = CapitalStep.Take(economy);
        return TechnologyStep.Take(economy, aboutTechnologies: false);
    }
}
