using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>
/// The laws of a cut in quantity (docs/methods/equilibrium.md), over random economies and in two textbook ones with a closed form.
/// </summary>
public class QuantityCutLaws
{
    /// <summary>Supply is found to 1e-10 of itself, prices and quantities to 1e-12.</summary>
    private const double SolverTolerance = 1e-9;

    /// <summary>
    /// The search for the price may stop where supply is within 1e-7 of the cut; a loss is that far off, and more where supply is steep in
    /// the price.
    /// </summary>
    private const double SearchTolerance = 2e-6;

    private static readonly Gen<ElasticitySet> AnyElasticities =
        from va in Gen.Double[0.1, 2]
        from among in Gen.Double[0.1, 2]
        from armington in Gen.Double[0.2, 4]
        from final in Gen.Double[0.2, 2]
        select ElasticitySet.Uniform("random", va, among, armington, final);

    private static readonly Gen<TradeClosure> AnyTrade = Gen.Bool.Select(b => b ? TradeClosure.Balanced : TradeClosure.Factor);

    private static readonly Gen<SupplyScope> AnyScope = Gen.Int[0, 2].Select(i => (SupplyScope)i);

    [Fact]
    public void A_small_cut_costs_nothing_to_first_order() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, AnyScope)
            .ForAll(
                (table, elasticities, trade, scope) =>
                {
                    // A loss that grows with the square of the cut falls by a hundred when the cut falls by ten; one that grows with the
                    // cut falls by ten.
                    EquilibriumCuts lens = Lens(table, elasticities, trade);
                    Assert.Equal(0, lens.ElasticityOf(new(0), scope));
                    if (Loss(lens, 0, 0.01, scope) is { } large && Loss(lens, 0, 0.001, scope) is { } small)
                    {
                        Assert.True(small <= (large / 40) + SolverTolerance, $"losses {small:R} and {large:R}");
                    }
                }
            );

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.9)]
    [InlineData(1)]
    [InlineData(3)]
    public void Among_final_goods_the_loss_is_the_textbooks(double elasticity)
    {
        // Goods made by the factor alone: what a cut frees makes more of the others.
        FlowTable table = RandomEconomies.Build(3, new double[9], [0, 0, 0], [4, 36, 60], [0, 0, 0], [0, 0, 0]);
        EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("final", 0.5, 0.5, 1, elasticity), TradeClosure.Balanced);
        CheckClosedForm(lens, product: 0, share: 0.04, elasticity);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.9)]
    [InlineData(1)]
    [InlineData(3)]
    public void For_an_input_beside_the_factor_the_loss_is_the_textbooks(double elasticity)
    {
        // One final good, made of the factor and an input that the factor makes.
        FlowTable table = RandomEconomies.Build(2, [0, 1, 0, 0], [0, 0.04], [0, 100], [0, 0], [0, 0]);
        EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("input", elasticity, 0.5, 1, 0.5), TradeClosure.Balanced);
        CheckClosedForm(lens, product: 0, share: 0.04, elasticity);
    }

    [Fact]
    public void Of_imports_the_loss_is_the_textbooks()
    {
        // One good from home and abroad: the factor that paid for the missing imports makes home goods, which are exported less.
        const double Elasticity = 0.76;
        FlowTable table = RandomEconomies.Build(1, [0], [0], [100], [0.04], [1]);
        EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("Armington", 0.5, 0.5, Elasticity, 0.5), TradeClosure.Balanced);
        CheckClosedForm(lens, product: 0, share: 0.04, Elasticity, SupplyScope.Imported);
    }

    [Fact]
    public void The_loss_is_between_0_and_1_and_rises_with_the_cut() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, AnyScope, Gen.Double[0.05, 0.6])
            .ForAll(
                (table, elasticities, trade, scope, cut) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        if (Loss(lens, k, cut / 2, scope) is { } small && Loss(lens, k, cut, scope) is { } large)
                        {
                            Assert.InRange(small, 0, 1);
                            Assert.InRange(large, small - SearchTolerance, 1);
                        }
                    }
                },
                count: 60
            );

    /// <remarks>
    /// Whatever users can make of given inputs, they can make more of it with a higher elasticity, so rationing at least cost loses less. A
    /// scarcity of home goods and imports together is shared out in proportion to their prices, which is not quite the least cost once
    /// these have moved apart: there a higher Armington elasticity can cost a little.
    /// </remarks>
    [Fact]
    public void The_loss_falls_in_every_elasticity() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, AnyScope, Gen.Int[0, 3])
            .ForAll(
                (table, elasticities, trade, scope, raised) =>
                {
                    if (scope == SupplyScope.All && (Nest)raised == Nest.DomesticImported)
                    {
                        return;
                    }

                    double[] values = [.. Enum.GetValues<Nest>().Take(4).Select(n => elasticities.Of(n))];
                    values[raised] += 0.5;
                    var higher = ElasticitySet.Uniform("higher", values[0], values[1], values[2], values[3]);
                    EquilibriumCuts rigid = Lens(table, elasticities, trade);
                    EquilibriumCuts flexible = Lens(table, higher, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        if (Loss(flexible, k, 0.3, scope) is { } low && Loss(rigid, k, 0.3, scope) is { } high)
                        {
                            Assert.True(
                                low <= high + SearchTolerance,
                                $"nest {raised} from {elasticities.Of((Nest)raised)}: {low:R} above {high:R}"
                            );
                        }
                    }
                },
                count: 60
            );

    [Fact]
    public void No_cut_no_loss() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, AnyScope)
            .ForAll(
                (table, elasticities, trade, scope) =>
                    Assert.InRange(Loss(Lens(table, elasticities, trade), 0, 0, scope) ?? 0, 0, SolverTolerance)
            );

    [Fact]
    public void Relabelling_industries_permutes_the_outcomes() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, AnyScope)
            .ForAll(
                (table, elasticities, trade, scope) =>
                {
                    int[] order = [.. Enumerable.Range(0, table.Size).Reverse()];
                    EquilibriumCuts plain = Lens(table, elasticities, trade);
                    EquilibriumCuts relabelled = Lens(RandomEconomies.Permute(table, order), elasticities, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        Assert.Equal(Loss(plain, order[k], 0.3, scope) ?? -1, Loss(relabelled, k, 0.3, scope) ?? -1, SearchTolerance);
                    }
                },
                count: 40
            );

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        FlowTable table = RandomEconomies.Open.Single();
        EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("some", 0.5, 0.1, 0.8, 0.9), TradeClosure.Balanced);
        SupplyCut[] cuts = [.. Enumerable.Range(0, 60).Select(i => new SupplyCut(new(i % table.Size), 0.01 * (i + 1), SupplyScope.All))];
        IReadOnlyList<CutOutcome> one = lens.Solve(cuts, threads: 1, cancellation: TestContext.Current.CancellationToken);
        IReadOnlyList<CutOutcome> four = lens.Solve(cuts, threads: 4, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(one, four);
    }

    [Fact]
    public void A_cut_that_no_price_achieves_is_not_represented()
    {
        // Without any substitution, the factor makes as much of everything at any price.
        FlowTable table = RandomEconomies.Build(2, [0, 1, 0, 0], [0, 0.4], [10, 100], [0, 0], [0, 0]);
        var cut = new SupplyCut(new(0), 0.3, SupplyScope.All);
        CutOutcome outcome = Lens(table, ElasticitySet.Uniform("Leontief", 0, 0, 0, 0), TradeClosure.Balanced)
            .Solve(cut, TestContext.Current.CancellationToken);
        Assert.Equal(CutStatus.NotRepresented, outcome.Status);
        Assert.Null(outcome.Loss);
    }

    private static void CheckClosedForm(
        EquilibriumCuts lens,
        int product,
        double share,
        double elasticity,
        SupplyScope scope = SupplyScope.All
    )
    {
        foreach (double cut in new[] { 0.01, 0.1, 0.5, 0.8 })
        {
            double loss = Loss(lens, product, cut, scope)!.Value;
            double kept = share * (1 - cut);
            double power = (elasticity - 1) / elasticity;
            double real =
                elasticity == 1
                    ? Math.Pow(1 - cut, share) * Math.Pow((1 - kept) / (1 - share), 1 - share)
                    : Math.Pow((share * Math.Pow(1 - cut, power)) + ((1 - share) * Math.Pow((1 - kept) / (1 - share), power)), 1 / power);
            Assert.Equal(1 - real, loss, SolverTolerance);
        }

        // The triangle of the textbook; the others grow a little, by λ/(1 − λ), and the third order adds the cut.
        double small = Loss(lens, product, 0.01, scope)!.Value;
        Assert.InRange(small / (0.5 * 0.01 * 0.01 * share / elasticity), 1, 1.08);
    }

    private static EquilibriumCuts Lens(FlowTable table, ElasticitySet elasticities, TradeClosure trade) =>
        new(
            RegionEconomy.Of(
                table,
                new EquilibriumOptions
                {
                    Elasticities = elasticities,
                    Trade = trade,
                    CutAs = CutKind.Quantity,
                    Tolerance = 1e-13,
                }
            )
        );

    /// <summary>The loss, or null where no price achieves the cut.</summary>
    private static double? Loss(EquilibriumCuts lens, int product, double cut, SupplyScope scope)
    {
        CutOutcome outcome = lens.Solve(new SupplyCut(new(product), cut, scope));
        Assert.True(
            outcome.Status is CutStatus.Ok or CutStatus.NoUse or CutStatus.NotRepresented,
            $"status {outcome.Status}, residual {outcome.Residual}, product {product}, {scope}"
        );
        return outcome.Loss;
    }
}
