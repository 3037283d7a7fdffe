using CsCheck;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of exports that substitute for each other (docs/methods/equilibrium.md), over random economies.</summary>
public class ExportBasketLaws
{
    /// <summary>Prices are solved to 1e-13, supply under cuts in quantity is found to 1e-10 of itself.</summary>
    private const double SolverTolerance = 1e-9;

    /// <summary>The search for a scarcity price may stop where supply is within 1e-7 of the cut.</summary>
    private const double SearchTolerance = 2e-6;

    private static readonly Gen<SupplyScope> AnyScope = Gen.Int[0, 2].Select(i => (SupplyScope)i);

    private static readonly Gen<ElasticitySet> AnyElasticities =
        from va in Gen.Double[0.1, 2]
        from among in Gen.Double[0.1, 2]
        from armington in Gen.Double[0.2, 4]
        from final in Gen.Double[0.2, 2]
        select ElasticitySet.Uniform("random", va, among, armington, final);

    [Fact]
    public void Dearer_products_cost_less_the_more_easily_exports_replace_each_other() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyScope, Gen.Double[0, 2], Gen.Double[0, 2])
            .ForAll(
                (table, elasticities, scope, first, second) =>
                {
                    double rigid = Loss(table, elasticities, Math.Min(first, second), CutKind.Cost, scope, 0.5)!.Value;
                    double easy = Loss(table, elasticities, Math.Max(first, second), CutKind.Cost, scope, 0.5)!.Value;
                    Assert.True(easy <= rigid + SolverTolerance, $"{easy:R} with easier exports, {rigid:R} with harder");
                }
            );

    [Fact]
    public void To_first_order_their_elasticity_does_not_matter() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyScope, Gen.Double[0, 3])
            .ForAll(
                (table, elasticities, scope, exports) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, exports, CutKind.Cost);
                    Assert.Equal(Lens(table, elasticities, 0, CutKind.Cost).ElasticityOf(new(1), scope), lens.ElasticityOf(new(1), scope));
                    const double Small = 1e-4;
                    double loss = lens.Solve(new SupplyCut(new(1), Small, scope)).Loss!.Value;
                    double expected = lens.ElasticityOf(new(1), scope) * Small;
                    Assert.True(Math.Abs(loss - expected) <= 100 * Small * Small, $"{loss:R} and {expected:R}");
                }
            );

    /// <summary>Two programs for one model: the search for two scarcity prices, and the older one for a single price.</summary>
    [Fact]
    public void A_shortage_of_flows_alone_costs_what_a_cut_in_quantity_does() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyScope, Gen.Double[0, 2], Gen.Double[0.05, 0.5])
            .ForAll(
                (table, elasticities, scope, exports, cut) =>
                {
                    double? older = Loss(table, elasticities, exports, CutKind.Quantity, scope, cut);
                    double? newer = Shortage(table, elasticities, exports, scope, cut);
                    if (older is { } a && newer is { } b)
                    {
                        Assert.True(Math.Abs(a - b) <= SearchTolerance * Math.Max(1, a), $"{a:R} and {b:R}, {scope}, {exports}");
                    }
                }
            );

    /// <summary>What fixed exports do, and why they are not the default (docs/methods/stake.md).</summary>
    [Theory]
    [InlineData("090")]
    [InlineData("030")]
    public void A_cut_of_an_exported_product_strangles_exports_of_fixed_composition(string code)
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        ElasticitySet set = ElasticitySets.Read("short-run");
        int product = china.Sectors.FindIndustry(code).Value;
        double fixedComposition = LossOf(0);
        double basket = LossOf(EquilibriumOptions.UsualExportsElasticity);
        Assert.True(basket < 0.5 * fixedComposition, $"{basket:R} with a basket, {fixedComposition:R} with fixed composition");

        double LossOf(double exports) => Loss(china, set, exports, CutKind.Quantity, SupplyScope.All, 0.5, product)!.Value;
    }

    [Fact]
    public void An_elasticity_that_is_none_is_refused()
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        ModelException fault = Assert.Throws<ModelException>(() => Lens(china, ElasticitySets.Read("short-run"), double.NaN, CutKind.Cost));
        Assert.Contains("the elasticity among exports is NaN, expected from 0 to 100", fault.Message, StringComparison.Ordinal);
    }

    private static EquilibriumCuts Lens(FlowTable table, ElasticitySet elasticities, double exports, CutKind kind) =>
        new(
            RegionEconomy.Of(
                table,
                new EquilibriumOptions
                {
                    Elasticities = elasticities,
                    ExportsElasticity = exports,
                    CutAs = kind,
                    Tolerance = 1e-13,
                }
            )
        );

    private static double? Loss(
        FlowTable table,
        ElasticitySet elasticities,
        double exports,
        CutKind kind,
        SupplyScope scope,
        double cut,
        int product = 0
    ) => Lens(table, elasticities, exports, kind).Solve(new SupplyCut(new(product), cut, scope)).Loss;

    private static double? Shortage(FlowTable table, ElasticitySet elasticities, double exports, SupplyScope scope, double cut)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, table.Size)];
        var options = new StakeOptions
        {
            Elasticities = new HorizonElasticities(elasticities, elasticities, elasticities),
            ExportsElasticity = exports,
            Capital = StakeCapital.Off,
            Supply = scope,
            Cut = cut,
        };
        var solver = StakeSolver.Of(new StakeInputs(table, table, ones, ones), options);
        var scarce = ScarceProduct.Of(solver.Economy, 0, scope);
        if (scarce.Flow <= 0 || !solver.Economy.IsUsed(0, scope))
        {
            return null;
        }

        ShortageSolver workspace = solver.NewWorkspace();
        workspace.Take(scarce);
        ShortageSolution solution = workspace.Solve(1, new Shortage(cut, 0), CancellationToken.None);
        return solution.Status == CutStatus.Ok ? solution.Loss : null;
    }
}
