using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of docs/methods/equilibrium.md, over random economies.</summary>
public class EquilibriumLaws
{
    /// <summary>Prices are solved to 1e-12 in logs; a few operations stand behind each figure.</summary>
    private const double SolverTolerance = 1e-9;

    /// <summary>A central difference with step 1e-4 is off by the square of the step.</summary>
    private const double DifferenceTolerance = 1e-6;

    private static readonly Gen<ElasticitySet> AnyElasticities =
        from va in Gen.Double[0, 2]
        from among in Gen.Double[0, 2]
        from armington in Gen.Double[0.2, 4]
        from final in Gen.Double[0, 2]
        select ElasticitySet.Uniform("random", va, among, armington, final);

    private static readonly Gen<TradeClosure> AnyTrade = Gen.Bool.Select(b => b ? TradeClosure.Balanced : TradeClosure.Factor);

    [Fact]
    public void Hulten_in_a_closed_table_the_first_order_elasticity_is_the_Domar_weight() =>
        Gen.Select(RandomEconomies.Closed, AnyElasticities)
            .ForAll(
                (table, elasticities) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, TradeClosure.Balanced);
                    double gdp = TableTotals.GrossDomesticProduct(table);
                    for (int k = 0; k < table.Size; k++)
                    {
                        Close(lens.Economy.Table.Output[k] / gdp, lens.ElasticityOf(new(k), SupplyScope.All), SolverTolerance);
                    }
                }
            );

    [Fact]
    public void Hulten_with_balanced_trade_the_first_order_elasticity_is_supply_over_GDP() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities)
            .ForAll(
                (table, elasticities) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, TradeClosure.Balanced, OwnUseTreatment.Gross);
                    double gdp = TableTotals.GrossDomesticProduct(table);
                    foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
                    {
                        for (int k = 0; k < table.Size; k++)
                        {
                            Close(lens.Economy.SupplyOf(new(k), scope) / gdp, lens.ElasticityOf(new(k), scope), SolverTolerance);
                        }
                    }
                }
            );

    [Fact]
    public void Hulten_holds_net_of_own_use_too() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities)
            .ForAll(
                (table, elasticities) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, TradeClosure.Balanced, OwnUseTreatment.Net);
                    double gdp = TableTotals.GrossDomesticProduct(table);
                    for (int k = 0; k < table.Size; k++)
                    {
                        Close(
                            lens.Economy.SupplyOf(new(k), SupplyScope.All) / gdp,
                            lens.ElasticityOf(new(k), SupplyScope.All),
                            SolverTolerance
                        );
                    }
                }
            );

    [Fact]
    public void The_first_order_elasticity_is_the_derivative_of_the_models_own_loss() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade)
            .ForAll(
                (table, elasticities, trade) =>
                {
                    const double Step = 1e-4;
                    EquilibriumCuts lens = Lens(table, elasticities, trade);
                    foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
                    {
                        // Two cuts and Richardson's rule stand for a central difference, because supply cannot be cut by a negative share.
                        double once = LogSpending(lens, 0, Step, scope) / Step;
                        double half = LogSpending(lens, 0, Step / 2, scope) / (Step / 2);
                        Close(lens.ElasticityOf(new(0), scope), -((2 * half) - once), 10 * DifferenceTolerance);
                    }
                },
                count: 50
            );

    [Fact]
    public void With_all_elasticities_one_the_loss_is_exactly_the_first_order_loss() =>
        Gen.Select(RandomEconomies.Open, Gen.Double[0.01, 0.95])
            .ForAll(
                (table, cut) =>
                {
                    EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("Cobb-Douglas", 1, 1, 1, 1), TradeClosure.Factor);
                    for (int k = 0; k < table.Size; k++)
                    {
                        double expected = 1 - Math.Pow(1 - cut, lens.ElasticityOf(new(k), SupplyScope.All));
                        Close(expected, Loss(lens, k, cut), SolverTolerance);
                    }
                }
            );

    [Fact]
    public void With_all_elasticities_zero_prices_solve_the_linear_cost_equations() =>
        // Inputs are at most 0.8 of cost: a cut of 0.15 leaves every loop below 1, so that prices exist.
        Gen.Select(RandomEconomies.Closed, Gen.Double[0.01, 0.15])
            .ForAll(
                (table, cut) =>
                {
                    EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("Leontief", 0, 0, 0, 0), TradeClosure.Balanced);
                    double[] prices = LinearPrices(lens.Economy.Table, 0, cut);
                    CutOutcome outcome = lens.Solve(new SupplyCut(new(0), cut, SupplyScope.All));
                    Assert.Equal(CutStatus.Ok, outcome.Status);
                    double[] final = TableTotals.Absorption(table);
                    double index = final.Zip(prices, (f, p) => f * p).Sum() / final.Sum();
                    Close(1 - (1 / index), outcome.Loss!.Value, SolverTolerance);
                }
            );

    [Fact]
    public void No_cut_no_loss() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade)
            .ForAll(
                (table, elasticities, trade) =>
                {
                    CutOutcome outcome = Lens(table, elasticities, trade).Solve(new SupplyCut(new(0), 0, SupplyScope.All));
                    Assert.Equal(0, outcome.Loss);
                    Assert.Equal(0, outcome.Reach);
                }
            );

    [Fact]
    public void The_loss_is_between_0_and_1_and_rises_with_the_cut() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, Gen.Double[0.05, 0.5])
            .ForAll(
                (table, elasticities, trade, cut) =>
                {
                    EquilibriumCuts lens = Lens(table, elasticities, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        double small = Loss(lens, k, cut / 2);
                        double large = Loss(lens, k, cut);
                        Assert.InRange(small, 0, 1);
                        Assert.InRange(large, small - SolverTolerance, 1);
                    }
                }
            );

    [Fact]
    public void The_loss_falls_in_every_elasticity() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, Gen.Int[0, 3])
            .ForAll(
                (table, elasticities, trade, raised) =>
                {
                    double[] values = [.. Enum.GetValues<Nest>().Select(n => elasticities.Of(n))];
                    values[raised] += 0.5;
                    var higher = ElasticitySet.Uniform("higher", values[0], values[1], values[2], values[3]);
                    EquilibriumCuts rigid = Lens(table, elasticities, trade);
                    EquilibriumCuts flexible = Lens(table, higher, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        double low = Loss(flexible, k, 0.4);
                        double high = Loss(rigid, k, 0.4);
                        Assert.True(
                            low <= high + SolverTolerance,
                            $"nest {raised} from {elasticities.Of((Nest)raised)}: {low:R} above {high:R}"
                        );
                    }
                }
            );

    [Fact]
    public void A_small_input_without_loops_has_a_gap_below_the_bound_of_cost_cuts()
    {
        // Two industries: the second sells a sliver to the first and buys nothing.
        const double Cut = 0.7;
        double bound = Cut / ((1 - Cut) * -Math.Log(1 - Cut));
        FlowTable table = RandomEconomies.Build(2, [0, 0, 1, 0], [0.001, 0], [100, 0], [0, 0], [0, 0]);
        EquilibriumCuts lens = Lens(table, ElasticitySet.Uniform("Leontief", 0, 0, 0, 0), TradeClosure.Balanced);
        double gap = Math.Log(1 - Loss(lens, 1, Cut)) / (lens.ElasticityOf(new(1), SupplyScope.All) * Math.Log(1 - Cut));
        Assert.InRange(gap, 0.99 * bound, bound);
        Assert.Equal(1.94, Math.Round(bound, 2));
    }

    [Fact]
    public void Money_in_another_unit_leaves_losses_alone() =>
        Gen.Select(Gen.Double[1e-3, 1e6], AnyElasticities)
            .ForAll(
                (scale, elasticities) =>
                {
                    FlowTable Table(double s) =>
                        RandomEconomies.Build(3, [1, 2, 3, 4, 0, 6, 7, 8, 1], [0.5, 0.3, 0.6], [5, 3, 2], [0.2, 0.1, 0.5], [1, 2, 1], s);
                    double plain = Loss(Lens(Table(1), elasticities, TradeClosure.Balanced), 1, 0.4);
                    double scaled = Loss(Lens(Table(scale), elasticities, TradeClosure.Balanced), 1, 0.4);
                    Close(plain, scaled, SolverTolerance);
                }
            );

    [Fact]
    public void Relabelling_industries_permutes_the_outcomes() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade)
            .ForAll(
                (table, elasticities, trade) =>
                {
                    int[] order = [.. Enumerable.Range(0, table.Size).Reverse()];
                    EquilibriumCuts plain = Lens(table, elasticities, trade);
                    EquilibriumCuts relabelled = Lens(RandomEconomies.Permute(table, order), elasticities, trade);
                    for (int k = 0; k < table.Size; k++)
                    {
                        Close(Loss(plain, order[k], 0.4), Loss(relabelled, k, 0.4), SolverTolerance);
                    }
                }
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
    public void A_loop_that_eats_more_than_it_makes_collapses_without_substitution_and_not_with_it()
    {
        // Half of what the industry makes goes back into it: a cut of 60% leaves nothing over.
        FlowTable table = RandomEconomies.Build(1, [1], [0.5], [1], [0], [0]);
        var cut = new SupplyCut(new(0), 0.6, SupplyScope.All);
        CutOutcome rigid = Lens(table, ElasticitySet.Uniform("Leontief", 0, 0, 1, 1), TradeClosure.Balanced, OwnUseTreatment.Gross)
            .Solve(cut, TestContext.Current.CancellationToken);
        CutOutcome flexible = Lens(table, ElasticitySet.Uniform("flexible", 1.5, 1, 1, 1), TradeClosure.Balanced, OwnUseTreatment.Gross)
            .Solve(cut, TestContext.Current.CancellationToken);
        Assert.Equal(CutStatus.Collapse, rigid.Status);
        Assert.Equal(1, rigid.Loss);
        Assert.Equal(CutStatus.Ok, flexible.Status);
        Assert.InRange(flexible.Loss!.Value, 0.01, 0.99);
    }

    [Fact]
    public void Without_a_cut_the_quantities_are_the_tables() =>
        RandomEconomies.Open.ForAll(table =>
        {
            RegionEconomy economy = Lens(table, ElasticitySet.Uniform("some", 0.5, 0.1, 0.8, 0.9), TradeClosure.Balanced).Economy;
            Assert.Empty(economy.CalibrationNotes);
            for (int i = 0; i < table.Size; i++)
            {
                Close(economy.Table.Output[i], economy.Base.Output[i], SolverTolerance);
            }
        });

    [Fact]
    public void After_a_cut_quantities_and_prices_add_up_to_income() =>
        Gen.Select(RandomEconomies.Open, AnyElasticities, AnyTrade, Gen.Double[0.05, 0.15])
            .ForAll(
                (table, elasticities, trade, share) =>
                {
                    // Costs are covered by sales, so what the factor earns is all of income.
                    EquilibriumCuts lens = Lens(table, elasticities, trade);
                    var cut = new SupplyCut(new(0), share, SupplyScope.Domestic);
                    var solver = new PriceSolver(lens.Economy);
                    Assert.Equal(CutStatus.Ok, solver.Solve(PriceShock.OfCost(cut), CancellationToken.None).Status);
                    var quantities = new QuantitySystem(lens.Economy);
                    Assert.True(quantities.Solve(solver.Prices, solver.Home, PriceShock.OfCost(cut)));
                    double before = 0;
                    double after = 0;
                    for (int j = 0; j < table.Size; j++)
                    {
                        double beta = lens.Economy.Shares.ValueAddedShare[j];
                        double waste = j == 0 ? 1 / (1 - share) : 1;
                        double perUnit = beta * waste * Math.Exp(lens.Economy.Elasticities.ValueAddedInputs[j] * solver.Prices.Cost[j]);
                        before += beta * lens.Economy.Base.Output[j];
                        after += perUnit * quantities.Output[j];
                    }

                    if (trade == TradeClosure.Balanced)
                    {
                        Close(before, after, 1e-8);
                    }
                }
            );

    private static EquilibriumCuts Lens(
        FlowTable table,
        ElasticitySet elasticities,
        TradeClosure trade,
        OwnUseTreatment ownUse = OwnUseTreatment.Net
    ) =>
        new(
            RegionEconomy.Of(
                table,
                new EquilibriumOptions
                {
                    Elasticities = elasticities,
                    Trade = trade,
                    OwnUse = ownUse,
                    Tolerance = 1e-13,
                }
            )
        );

    private static double Loss(EquilibriumCuts lens, int product, double cut)
    {
        CutOutcome outcome = lens.Solve(new SupplyCut(new(product), cut, SupplyScope.All));
        Assert.True(outcome.Status is CutStatus.Ok or CutStatus.Collapse, $"status {outcome.Status}, residual {outcome.Residual}");
        return outcome.Loss!.Value;
    }

    private static double LogSpending(EquilibriumCuts lens, int product, double logCut, SupplyScope scope)
    {
        CutOutcome outcome = lens.Solve(new SupplyCut(new(product), 1 - Math.Exp(-logCut), scope));
        return Math.Log(1 - outcome.Loss!.Value);
    }

    private static double[] LinearPrices(FlowTable table, int product, double cut)
    {
        int n = table.Size;
        double[] valueAdded = TableTotals.ValueAdded(table);
        var prices = new double[n];
        for (int pass = 0; pass < 20_000; pass++)
        {
            for (int j = 0; j < n; j++)
            {
                double cost = valueAdded[j];
                for (int i = 0; i < n; i++)
                {
                    cost += table.Flows[(i * n) + j] * prices[i];
                }

                prices[j] = cost / table.Output[j] / (j == product ? 1 - cut : 1);
            }
        }

        return prices;
    }

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, found {actual:R}");
}
