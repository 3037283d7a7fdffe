using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.HowTo;

/// <summary>docs/how-to/add-a-lens.md, done: a lens is one folder and one line.</summary>
public class AddALensTests
{
    /// <summary>Sums of value added in another order.</summary>
    private const double Rounding = 1e-12;

    private static readonly LensRegistry Lenses = LensRegistry.Default.With(new DirectLossLens());

    [Fact]
    public void The_page_has_the_lens_that_is_tested() => HowToPage.Holds("add-a-lens.md", "tests/Rootscope.Tests/HowTo/DirectLossLens.cs");

    [Fact]
    public void The_lens_answers_cuts_in_the_root_ranking()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        var ranking = RootRanking.Of(
            table,
            new RootOptions
            {
                Lens = Lenses.Named("direct"),
                Capital = CapitalTreatment.Off,
                Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
            }
        );
        Assert.Equal(table.Size, ranking.Rows.Count);
        RootRow chips = ranking.Rows.Single(r => r.Code == "094");
        double[] valueAdded = TableTotals.ValueAdded(table);
        Assert.Equal(0.5 * valueAdded[chips.Product] / valueAdded.Sum(), chips.Loss!.Value, Rounding);
        Assert.All(ranking.Rows, r => Assert.True(r.Gap is null && r.FirstOrderLoss is null));
    }

    [Fact]
    public void The_lens_answers_scenarios_beside_the_others_and_refuses_what_it_has_no_handler_for()
    {
        FlowTable world = ScenarioCases.World;
        var cut = new SupplyCutShock
        {
            Products = [new ScenarioProduct("s1")],
            Region = "A",
            Share = 0.4,
            Supply = SupplyScope.All,
        };
        var tariff = new TariffShock
        {
            Products = [new ScenarioProduct("s1")],
            From = ["B"],
            To = ["A"],
            Rate = 0.1,
        };
        ScenarioResult result = ScenarioRun.Of(
            ScenarioCases.Scenario(world, cut, tariff),
            world,
            Lenses.All,
            progress: null,
            TestContext.Current.CancellationToken
        );
        LensResult direct = result.Lenses.Single(l => l.Lens.Word == "direct");
        Assert.Equal(ScenarioStatus.Partial, direct.Status);
        double[] valueAdded = TableTotals.ValueAdded(world);
        Assert.Equal(0.4 * valueAdded[0] / valueAdded.Take(3).Sum(), direct.Figures.Regions[0].Loss, Rounding);
        Assert.Equal(0, direct.Figures.Regions[1].Loss);
        Assert.Equal(["a cut of deliveries", "a tariff"], direct.Unrepresented.Select(u => u.Part).Distinct());
        Assert.Contains("no notion of a cut of deliveries", direct.Unrepresented[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lens_stands_before_the_usual_one()
    {
        Assert.Equal(["first-order", "extraction", "cascade", "inventory", "direct", "equilibrium"], Lenses.Words);
        Assert.Same(LensRegistry.Default.Usual, Lenses.Usual);
    }
}
