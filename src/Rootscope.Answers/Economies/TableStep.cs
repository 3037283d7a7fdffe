using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Answers.Economies;

/// <summary>The first step: the table as it was published or imported.</summary>
internal static class TableStep
{
    public static EconomyUnderStudy Take(EconomyQuestion question, FlowTable table, ElasticitySet elasticities) =>
        new EconomyUnderStudy
        {
            Question = question,
            Given = table,
            Whole = table,
            Table = table,
            Unrated = elasticities,
            Elasticities = elasticities,
        }.After("table", table.Metadata.Id, $"{table.Metadata.Source}; {table.ContentHash}");
}

/// <summary>The second step: one region out of many.</summary>
internal static class RegionStep
{
    private const int Named = 60;

    public static EconomyUnderStudy Take(EconomyUnderStudy economy)
    {
        SectorIndex sectors = economy.Given.Sectors;
        string? name = economy.Question.Region;
        if (name is null && sectors.Regions.Count > 1)
        {
            throw new QuestionException([Missing(economy.Given)]);
        }

        int region = name is null ? 0 : sectors.FindRegion(name);
        if (sectors.Regions.Count == 1)
        {
            return economy;
        }

        FlowTable view = RegionalView.Of(economy.Given, new(region));
        return (economy with { Region = new(region), Whole = view, Table = view }).After(
            "region",
            $"{sectors.Regions[region].Code} out of {sectors.Regions.Count}; the others are where imports come from and exports go"
        );
    }

    /// <summary>Keeps all regions.</summary>
    public static EconomyUnderStudy Keep(EconomyUnderStudy economy) =>
        economy.Given.Sectors.Regions.Count == 1
            ? economy
            : economy.After("region", $"all {economy.Given.Sectors.Regions.Count} regions are kept, as none is named");

    private static QuestionFault Missing(FlowTable table)
    {
        IReadOnlyList<Region> regions = table.Sectors.Regions;
        string more = regions.Count > Named ? $" and {regions.Count - Named} more" : string.Empty;
        return new QuestionFault(
            "region",
            $"{table.Metadata.Id} has {regions.Count} regions: say which economy with {{region}}.",
            $"Such as {{region={regions[0].Code}}}. They are {string.Join(", ", regions.Take(Named).Select(r => r.Code))}{more}."
        );
    }
}
