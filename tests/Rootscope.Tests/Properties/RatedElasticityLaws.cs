using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Laws of an equilibrium in which products have elasticities of their own (docs/methods/irreplaceability.md).</summary>
public class RatedElasticityLaws
{
    private const double SolverTolerance = 1e-9;

    private static readonly Gen<TradeClosure> AnyTrade = Gen.Bool.Select(b => b ? TradeClosure.Balanced : TradeClosure.Factor);

    private static readonly Gen<CutKind> AnyKind = Gen.Bool.Select(b => b ? CutKind.Cost : CutKind.Quantity);

    /// <summary>
    /// The search for a scarcity price may stop where supply is within 1e-7 of the cut; a loss is that far off, and more where supply is
    /// steep in the price.
    /// </summary>
    private const double SearchTolerance = 2e-6;

    /// <summary>Prices settle to rounding.</summary>
    private const double FinestOfPrices = 1e-13;

    /// <summary>
    /// A cut in quantity solves prices inside a search; where much is imported at fixed prices its rounding is some 1e-12.
    /// </summary>
    private const double FinestOfQuantities = 1e-10;

    /// <summary>Output of economies that buy most of what they sell magnifies the rounding of prices ten thousandfold and more.</summary>
    private const double SumTolerance = 1e-7;

    [Fact]
    public void Where_every_product_has_the_elasticity_of_its_buyers_the_figures_are_those_without_ratings() =>
        Gen.Select(RandomEconomies.Open, Gen.Double[0.1, 2], Gen.Double[0.2, 2], AnyTrade, AnyKind)
            .ForAll(
                (table, among, final, trade, kind) =>
                {
                    var flat = ElasticitySet.Uniform("flat", 0.5, among, 0.8, final);
                    IEnumerable<Elasticity> own = table.Sectors.Industries.SelectMany(i =>
                        new[]
                        {
                            new Elasticity(Nest.ProductInputs, i.Code, among, "given"),
                            new Elasticity(Nest.FinalDemand, i.Code, final, "given"),
                        }
                    );
                    var rated = new ElasticitySet("rated", [.. flat.Elasticities, .. own]);
                    for (int k = 0; k < table.Size; k++)
                    {
                        CutOutcome expected = Solve(table, flat, trade, kind, k, 0.4);
                        CutOutcome found = Solve(table, rated, trade, kind, k, 0.4);
                        if (kind == CutKind.Cost)
                        {
                            Assert.Equal(expected.Status, found.Status);
                            Assert.Equal(expected.Loss ?? -1, found.Loss ?? -1, SolverTolerance);
                            Assert.Equal(expected.Reach ?? -1, found.Reach ?? -1, SolverTolerance);
                        }
                        else if (expected.Loss is { } flatLoss && found.Loss is { } ratedLoss)
                        {
                            Assert.Equal(flatLoss, ratedLoss, SearchTolerance);
                        }
                    }
                },
                count: 60
            );

    [Fact]
    public void The_loss_of_a_product_falls_in_its_own_elasticity() =>
        Gen.Select(RandomEconomies.Open, Gen.Double[0.05, 1.5].Array[7], AnyTrade, AnyKind)
            .ForAll(
                (table, own, trade, kind) =>
                {
                    for (int k = 0; k < table.Size; k++)
                    {
                        double[] higher = (double[])own.Clone();
                        higher[k] += 0.5;
                        CutOutcome rigid = Solve(table, Rated(table, own), trade, kind, k, 0.3);
                        CutOutcome flexible = Solve(table, Rated(table, higher), trade, kind, k, 0.3);
                        if (rigid.Loss is { } high && flexible.Loss is { } low)
                        {
                            Assert.True(
                                low <= high + (kind == CutKind.Cost ? SolverTolerance : SearchTolerance),
                                $"{low:R} above {high:R}"
                            );
                        }
                    }
                },
                count: 60
            );

    [Fact]
    public void Hulten_holds_whatever_the_elasticities_of_products() =>
        Gen.Select(RandomEconomies.Closed, Gen.Double[0.05, 2].Array[7])
            .ForAll(
                (table, own) =>
                {
                    const double Step = 1e-4;
                    double once =
                        -Math.Log(
                            1 - Solve(table, Rated(table, own), TradeClosure.Balanced, CutKind.Cost, 0, 1 - Math.Exp(-Step)).Loss!.Value
                        ) / Step;
                    double half =
                        -Math.Log(
                            1 - Solve(table, Rated(table, own), TradeClosure.Balanced, CutKind.Cost, 0, 1 - Math.Exp(-Step / 2)).Loss!.Value
                        ) / (Step / 2);
                    double domar = OwnUse.NettedOut(table).Table.Output[0] / TableTotals.GrossDomesticProduct(table);
                    Assert.Equal(domar, (2 * half) - once, 1e-5 * Math.Max(1, domar));
                },
                count: 60
            );

    [Fact]
    public void Quantities_add_up_to_income()
    {
        // Costs are covered by sales also where products differ: quantities are the derivatives of the price index.
        RandomEconomies.Open.ForAll(
            table =>
            {
                var economy = RegionEconomy.Of(
                    table,
                    Options(Rated(table, [0.05, 0.4, 1, 1.6, 2, 0.7, 0.2]), TradeClosure.Balanced, CutKind.Cost)
                );
                PriceShock shock = PriceShock.OfCost(new SupplyCut(new(0), 0.2, SupplyScope.Domestic));
                var solver = new PriceSolver(economy);
                Assert.Equal(CutStatus.Ok, solver.Solve(shock, CancellationToken.None).Status);
                var quantities = new QuantitySystem(economy);
                Assert.True(quantities.Solve(solver.Prices, solver.Home, shock));
                double before = 0,
                    after = 0;
                for (int j = 0; j < table.Size; j++)
                {
                    double waste = j == 0 ? 1 / 0.8 : 1;
                    before += economy.Shares.ValueAddedShare[j] * economy.Base.Output[j];
                    after +=
                        economy.Shares.ValueAddedShare[j]
                        * waste
                        * Math.Exp(economy.Elasticities.ValueAddedInputs[j] * solver.Prices.Cost[j])
                        * quantities.Output[j];
                }

                Assert.Equal(before, after, SumTolerance * before);
            },
            count: 60
        );
    }

    [Fact]
    public void Outcomes_do_not_depend_on_what_was_solved_before()
    {
        FlowTable table = RandomEconomies.Open.Single();
        var lens = new EquilibriumCuts(
            RegionEconomy.Of(table, Options(Rated(table, [0.05, 0.4, 1, 1.6, 2, 0.7, 0.2]), TradeClosure.Balanced, CutKind.Quantity))
        );
        SupplyCut[] cuts = [.. Enumerable.Range(0, 40).Select(i => new SupplyCut(new(i % table.Size), 0.015 * (i + 1), SupplyScope.All))];
        IReadOnlyList<CutOutcome> together = lens.Solve(cuts, threads: 3, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(cuts.Select(c => lens.Solve(c, TestContext.Current.CancellationToken)), together);
    }

    private static ElasticitySet Rated(FlowTable table, double[] own) =>
        new(
            "rated",
            [
                .. ElasticitySet.Uniform("flat", 0.5, 0.5, 0.8, 0.9).Elasticities,
                .. table.Sectors.Industries.SelectMany(
                    (industry, i) =>
                        new[]
                        {
                            new Elasticity(Nest.ProductInputs, industry.Code, own[i], "given"),
                            new Elasticity(Nest.FinalDemand, industry.Code, own[i], "given"),
                        }
                ),
            ]
        );

    private static EquilibriumOptions Options(ElasticitySet set, TradeClosure trade, CutKind kind) =>
        new()
        {
            Elasticities = set,
            Trade = trade,
            CutAs = kind,
            Tolerance = kind == CutKind.Quantity ? FinestOfQuantities : FinestOfPrices,
        };

    private static CutOutcome Solve(FlowTable table, ElasticitySet set, TradeClosure trade, CutKind kind, int product, double cut)
    {
        CutOutcome outcome = new EquilibriumCuts(RegionEconomy.Of(table, Options(set, trade, kind))).Solve(
            new SupplyCut(new(product), cut, SupplyScope.All)
        );

        // A search over prices may end without one where next to no price is payable, and says so; prices alone always settle here.
        Assert.True(
            kind == CutKind.Quantity || outcome.Status != CutStatus.NotConverged,
            $"{kind} {trade} product {product}, residual {outcome.Residual}"
        );
        return outcome;
    }
}
