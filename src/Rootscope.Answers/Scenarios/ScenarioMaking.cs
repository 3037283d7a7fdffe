using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
using TechnologyStep = Rootscope.Answers.Economies.TechnologyStep;

namespace Rootscope.Answers.Scenarios;

/// <summary>Makes the economy that a scenario happens to, by the steps of every economy under study.</summary>
/// <remarks>
/// In a table of one region it is the root ranking's: all parts of the bridge are split off as soon as the scenario names a technology. In
/// a table of many only the parts that it names are, region by region.
/// </remarks>
internal static class ScenarioMaking
{
    /// <summary>The bridge that splits technologies off a table; null where none does.</summary>
    public static Func<FlowTable, TechnologyBridge?> BridgeOf(ScenarioQuestion question) =>
        table => TechnologyStep.BridgeOf(question.Economy(table.Metadata.Id), table);

    /// <summary>Makes it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="reading">What its text holds, without fault.</param>
    public static ScenarioStudy Of(ScenarioQuestion question, ScenarioReading reading)
    {
        (Scenario scenario, FlowTable table) = (reading.Scenario!, reading.Table!);
        bool isOneRegion = table.Sectors.Regions.Count == 1;
        ScenarioProduct[] named = [.. scenario.Shocks.SelectMany(s => s.Products).Where(p => p.IsPartOfCarrier).Distinct()];
        ElasticitySet unrated = (question.Elasticities is { } given ? ElasticitySets.Read(given) : scenario.Elasticities).Unrated;
        EconomyUnderStudy economy = TableStep.Take(question.Economy(scenario.Table), table, unrated);
        economy = CapitalStep.Take(economy);
        economy = TechnologyStep.Take(economy, named.Length > 0, bridge => PartSizes.Fitted(bridge, named, isOneRegion));
        economy = RatingStep.Take(economy);
        economy = CapitalStep.Carry(economy);
        CapitalUse? use = economy.Question.Capital == CapitalTreatment.Off ? null : CapitalUse.Of(economy.Table, economy.CapitalFlows);
        return new ScenarioStudy
        {
            Question = question,
            Reading = reading,
            Economy = economy,
            Scenario = scenario with
            {
                Factors = question.Factors ?? scenario.Factors,
                ExportsElasticity = question.Exports ?? scenario.ExportsElasticity,

                // What parts take over from their industries is added where the table is split.
                Elasticities = RatingStep.Rated(unrated, economy with { Bridge = null }),
                Essentiality = EssentialityRatings.Of(question.Essentiality, economy with { Bridge = null }),
                Draws = question.Draws ?? scenario.Draws,
            },
            Made = new ScenarioEconomy(table)
            {
                Table = use?.Table ?? economy.Table,
                Bridge = economy.Bridge,
                YearsToReplace = Economies.YearsToReplace.ByCode(economy),
                Ratings = EssentialityRatings.ByDivision(economy with { Bridge = null }),
                Notes = use?.Notes ?? [],
                Capital = use is null ? null : CapitalInFlows.Of(use, CapitalStep.EvidenceFor(economy).Depreciation),
            },
        };
    }
}
