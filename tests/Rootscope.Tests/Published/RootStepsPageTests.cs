using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>The tables of docs/methods/roots.md are those that the code gives today.</summary>
public class RootStepsPageTests
{
    private static readonly string[] Named =
    [
        "semi_equipment",
        "logic_chips",
        "basic_software",
        "instruments",
        "machine_tools",
        "aero_engines",
        "li_ion",
        "biologics",
        "special_alloys",
        "medical_imaging",
    ];

    private static readonly FlowTable China = EmbeddedTables.Read("china-2020");
    private static readonly TechnologyCatalogue Catalogue = CatalogueLibrary.Read();
    private static readonly TechnologyBridge Bridge = BridgeLibrary.Read("china-2020");

    [Fact]
    public void Each_step_s_effect_on_ten_technologies_is_the_computed_one()
    {
        RootRanking flows = Rank(China, CapitalTreatment.Off);
        RootRanking capital = Rank(China, CapitalTreatment.On);
        RootRanking split = Rank(BridgeLibrary.Split(China, Bridge), CapitalTreatment.On);
        ElasticitySet ratings = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), China).For(Bridge);
        RootRanking rated = Rank(BridgeLibrary.Split(China, Bridge), CapitalTreatment.On, elasticities: ratings);
        AssertTable(
            "Each step's effect",
            Named
                .Select(id => Catalogue.Technologies.First(t => t.Id == id))
                .Select(t =>
                    $"| {t.Name} | {Cell(flows, t, null)} | {Cell(capital, t, null)} | {Cell(split, t, Bridge)} | "
                    + $"{Cell(rated, t, Bridge)} |"
                )
        );
    }

    [Fact]
    public void The_largest_movers_against_revenue_are_the_computed_ones()
    {
        RootRanking leverage = Rank(China, CapitalTreatment.On);
        RootRanking revenue = Rank(China, CapitalTreatment.On, RootMeasures.Output);
        RootPair[] movers = [.. RootComparison.Of(revenue, leverage).Pairs.OrderByDescending(p => p.Rise).ThenBy(p => p.Second.Rank)];
        AssertTable("Risers", movers.Take(10).Select(Row));
        AssertTable("Fallers", movers.Reverse().Take(10).Select(Row));
    }

    private static string Row(RootPair pair) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {pair.Second.Code} {pair.Second.Name} | {pair.First.Rank} | {pair.Second.Rank} | {pair.Second.Leverage:0.00} |"
        );

    private static string Cell(RootRanking ranking, Technology technology, TechnologyBridge? bridge)
    {
        string code = TechnologyRanking.CarrierOf(technology, ranking.Table, Catalogue, bridge)!.Code;
        RootRow row = ranking.Rows.First(r => r.Code == code);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Leverage:0.00} (place {row.Rank} of {ranking.Rows.Count}); "
                + $"{SupportPyramid.Of(ranking.Support, new(row.Product)).SupportedShare * 100:0.0}%"
        );
    }

    private static RootRanking Rank(
        FlowTable table,
        CapitalTreatment capital,
        RootMeasure? sort = null,
        ElasticitySet? elasticities = null
    ) =>
        RootRanking.Of(
            table,
            new RootOptions
            {
                Capital = capital,
                Sort = sort,
                Equilibrium = new EquilibriumOptions
                {
                    Elasticities = elasticities ?? ElasticitySets.Read("short-run"),
                    CutAs = CutKind.Cost,
                },
            },
            threads: 2
        );

    private static void AssertTable(string heading, IEnumerable<string> rows)
    {
        string[] expected = [.. rows];
        string[] found =
        [
            .. File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot(), "docs", "methods", "roots.md"))
                .SkipWhile(l => !l.StartsWith($"### {heading}", StringComparison.Ordinal))
                .SkipWhile(l => !l.StartsWith("| ", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal)),
        ];
        Assert.True(expected.SequenceEqual(found), $"The table below '### {heading}' should read:\n{string.Join('\n', expected)}");
    }
}
