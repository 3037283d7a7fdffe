using Rootscope.Catalogue;
using Rootscope.Complexity;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables.Trade;
using Rootscope.WeakSpots;

namespace Rootscope.Tests.WeakSpots;

/// <summary>From products to technologies: purity, editions, and never a silent zero.</summary>
public class TechnologyRollUpTests
{
    private static readonly TechnologyCatalogue Catalogue = CatalogueLibrary.Read();
    private static readonly DependenceRule Eu = DependenceRules.Read("eu2021");

    [Fact]
    public void A_single_exporter_and_no_exports_of_ones_own_make_a_technology_dependent()
    {
        TechnologyDependence memory = Of("hs2017", "memory_chips", ("KOR", "CHN", "854232", 100), ("KOR", "USA", "854232", 5));
        Assert.Equal((SpotStatus.Measured, true, PurityGrade.A), (memory.Status, memory.IsDependent!.Value, memory.Purity!.Value));
        Assert.Equal(("KOR", 1.0), (memory.Holder, memory.HolderShare!.Value));
        Assert.Equal(1, memory.FlaggedShare);
        Assert.Equal((2020, 2020), memory.Years);
        Assert.Equal(1, memory.Margin!.Value, 1e-12);
    }

    [Fact]
    public void Products_are_weighted_by_imports_and_purity()
    {
        // 854231 has grade A and one origin; 854239 has grade B, four origins, and ten times the imports: 100 × 0.75 = 75 of 75 + 1000 ×
        // 0.3 = 375.
        TechnologyDependence logic = Of(
            "hs2017",
            "logic_chips",
            ("TWN", "CHN", "854231", 100),
            ("TWN", "CHN", "854239", 250),
            ("KOR", "CHN", "854239", 250),
            ("JPN", "CHN", "854239", 250),
            ("USA", "CHN", "854239", 250)
        );
        Assert.Equal(75.0 / 375, logic.FlaggedShare!.Value, 1e-12);
        Assert.False(logic.IsDependent);

        // The heavier half is 854239, whose imports have a concentration of 0.25: (0.25 − 0.4) / 0.4.
        Assert.Equal(-0.375, logic.Margin!.Value, 1e-12);
        Assert.Equal("854239", logic.Products.MaxBy(p => p.Imports)!.Code.Code);
    }

    [Fact]
    public void No_imports_is_not_dependent_and_says_it_was_measured()
    {
        TechnologyDependence memory = Of("hs2017", "memory_chips", ("CHN", "KOR", "854232", 100), ("KOR", "CHN", "010121", 1));
        Assert.Equal((SpotStatus.Measured, false), (memory.Status, memory.IsDependent!.Value));
        Assert.Null(memory.FlaggedShare);
    }

    [Fact]
    public void A_code_of_another_edition_is_named_and_not_taken_for_zero()
    {
        TechnologyDependence cells = Of("hs2022", "pv", ("CHN", "DEU", "854142", 10), ("USA", "CHN", "280461", 10));
        Assert.Contains(cells.Products, p => p.Code.Code == "854142" && p.Row is not null);
        Assert.Contains(cells.Products, p => p.Code.Code == "854143" && p.Row is null);
        Assert.Contains("854143", cells.Bring, StringComparison.Ordinal);
        TechnologyDependence drones = Of("hs2017", "uav", ("USA", "CHN", "880220", 10));
        Assert.Equal((SpotStatus.Proxy, PurityGrade.C), (drones.Status, drones.Purity!.Value));
    }

    [Fact]
    public void Software_has_no_class_and_rests_on_published_shares()
    {
        TechnologyDependence software = Of("hs2017", "industrial_software", ("USA", "CHN", "854231", 10));
        Assert.Equal((SpotStatus.Proxy, true, "USA"), (software.Status, software.IsDependent!.Value, software.Holder));
        Assert.Contains("shares of its suppliers", software.Bring, StringComparison.Ordinal);
        Assert.Null(software.Purity);
    }

    [Fact]
    public void Every_technology_has_a_figure_or_says_what_to_bring()
    {
        var rollUp = new TechnologyRollUp("CHN", Eu, Catalogue, FactLibrary.Holdings(), trade: null);
        foreach (Technology technology in Catalogue.Technologies)
        {
            TechnologyDependence dependence = rollUp.Of(technology);
            Assert.True(
                dependence.Status != SpotStatus.NoData || (dependence.Bring.Length > 0 && dependence.IsDependent is null),
                technology.Id
            );
            Assert.True(dependence.Status == SpotStatus.NoData || dependence.Source.Length > 0, technology.Id);
        }
    }

    [Fact]
    public void Trade_and_shares_that_disagree_are_told()
    {
        TechnologyDependence equipment = Of(
            "hs2017",
            "semi_equipment",
            ("CHN", "USA", "848620", 1000),
            ("NLD", "CHN", "848620", 10),
            ("JPN", "CHN", "848620", 10),
            ("USA", "CHN", "848620", 10)
        );
        Assert.False(equipment.IsDependent);
        Assert.True(equipment.IsContested);
    }

    [Fact]
    public void What_is_made_already_is_feasible_and_what_is_far_is_not()
    {
        ComplexityProfile[] profiles =
        [
            .. new[] { 1, 0.75, 1.25 }.Select(t =>
                ComplexityProfile.Of(
                    Golden.ComplexityVectors.Exports("small"),
                    new ComplexityOptions { Filter = CountryFilter.None, Threshold = t }
                )
            ),
        ];
        ComplexityProfile central = profiles[0];
        for (int p = 0; p < central.Advantage.Products.Count; p++)
        {
            TechnologyFeasibility feasibility = TechnologyFeasibility.Of("c0", [Code(central.Advantage.Products[p])], profiles);
            Assert.Equal(SpotStatus.Measured, feasibility.Status);
            Assert.InRange(feasibility.Score!.Value, feasibility.Low!.Value, feasibility.High!.Value);
            Assert.InRange(feasibility.Low.Value, 0, feasibility.High.Value);
            if (central.Advantage[new(0), new(p)])
            {
                Assert.Equal((1, 1, 0), (feasibility.Score, feasibility.MadeShare, feasibility.Leads.Count));
            }
            else
            {
                Assert.All(
                    feasibility.Leads,
                    l => Assert.True(central.Advantage[new(0), new(central.Advantage.Products.ToList().IndexOf(l.Product))])
                );
                Assert.All(
                    feasibility.Missing,
                    l => Assert.False(central.Advantage[new(0), new(central.Advantage.Products.ToList().IndexOf(l.Product))])
                );
            }
        }
    }

    [Fact]
    public void Feasibility_without_exports_is_no_data_and_no_guess()
    {
        TechnologyFeasibility none = TechnologyFeasibility.Of("CHN", [Code("854231")], []);
        Assert.Equal((SpotStatus.NoData, (double?)null, (bool?)null), (none.Status, none.Score, none.IsFeasible));
        Assert.Contains("exports by country", none.Reason, StringComparison.Ordinal);
        var profile = ComplexityProfile.Of(
            Golden.ComplexityVectors.Exports("small"),
            new ComplexityOptions { Filter = CountryFilter.None }
        );
        Assert.Contains(
            "not among the countries",
            TechnologyFeasibility.Of("XXX", [Code("p0")], [profile]).Reason,
            StringComparison.Ordinal
        );
        Assert.Contains("another edition", TechnologyFeasibility.Of("c0", [Code("848620")], [profile]).Reason, StringComparison.Ordinal);
    }

    private static IndustryCode Code(string code) =>
        new(Catalogue.Find("logic_chips"), Classification.Of("hs2017"), code, PurityGrade.A, string.Empty);

    private static TechnologyDependence Of(
        string edition,
        string technology,
        params (string From, string To, string Product, double Value)[] flows
    )
    {
        var metadata = new TradeMetadata("made", "USD", 1, edition, "fob", "made", "made", MayBePassedOn: true, []);
        var panel = TradePanel.Of(new TradeFlows(metadata, flows.Select(f => new TradeFlow(2020, f.From, f.To, f.Product, f.Value, null))));
        return new TechnologyRollUp("CHN", Eu, Catalogue, FactLibrary.Holdings(), DependenceAnalysis.Of(panel, Bloc.Of("CHN"), Eu)).Of(
            Catalogue.Find(technology)
        );
    }
}
