using CsCheck;
using Rootscope.Numerics;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>
/// A figure or a status over the whole range of cuts, in random economies and embedded tables, within a stated amount of work.
/// </summary>
public class CutRangeLaws
{
    /// <summary>The range: from what no user notices to what leaves nothing.</summary>
    private static readonly double[] Cuts = [1e-9, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.97, 0.98, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9];

    /// <summary>Accelerated sweeps, steps of a climb, and those of a search that solves prices some dozens of times.</summary>
    private const int MostWork = 500;
    private const int MostWorkOfSearch = 20_000;

    /// <summary>
    /// What rounding may take from a loss that has to rise: prices far out are known to 1e-6 (<see cref="PriceClimb.RoundingAt"/>), and a
    /// search stops within 1e-7.
    /// </summary>
    private const double Slack = 1e-6;
    private const double SearchTolerance = 2e-6;

    private static readonly Gen<ElasticitySet> AnyElasticities =
        from va in Gen.Double[0, 2]
        from among in Gen.Double[0, 2]
        from armington in Gen.Double[0.05, 4]
        from final in Gen.Double[0.1, 2]
        select ElasticitySet.Uniform("random", va, among, armington, final);

    internal static readonly Gen<EquilibriumOptions> AnyOptions =
        from elasticities in AnyElasticities
        from balanced in Gen.Bool
        from gross in Gen.Bool
        from exports in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 2])
        select new EquilibriumOptions
        {
            Elasticities = elasticities,
            Trade = balanced ? TradeClosure.Balanced : TradeClosure.Factor,
            OwnUse = gross ? OwnUseTreatment.Gross : OwnUseTreatment.Net,
            ExportsElasticity = exports,
        };

    [Theory(Timeout = 120_000)]
    [InlineData(CutKind.Cost)]
    [InlineData(CutKind.Quantity)]
    public async Task Every_cut_of_a_random_economy_has_a_figure_or_a_status(CutKind kind)
    {
        await Task.Yield();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Gen.Select(RandomEconomies.Open, AnyOptions)
            .ForAll(
                (table, options) =>
                    Require(
                        RegionEconomy.Of(table, options with { CutAs = kind }),
                        Enumerable.Range(0, table.Size),
                        $"{options.Trade} {options.OwnUse} {string.Join(' ', options.Elasticities.Elasticities.Select(e => e.Value))}",
                        cancellation
                    ),
                count: 20
            );
    }

    [Theory(Timeout = 120_000)]
    [InlineData(CutKind.Cost, TradeClosure.Balanced)]
    [InlineData(CutKind.Cost, TradeClosure.Factor)]
    [InlineData(CutKind.Quantity, TradeClosure.Balanced)]
    [InlineData(CutKind.Quantity, TradeClosure.Factor)]
    public async Task Every_cut_of_an_embedded_table_has_a_figure_or_a_status(CutKind kind, TradeClosure trade)
    {
        await Task.Yield();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        FlowTable table = EmbeddedTables.Read("china-2020");
        foreach (bool rated in (bool[])[true, false])
        {
            ElasticitySet set = ElasticitySets.Read("short-run");
            var options = new EquilibriumOptions
            {
                Elasticities = rated ? IrreplaceabilityData.Rate(set, table) : set,
                Trade = trade,
                CutAs = kind,
            };
            FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = options }).Table;

            // Two that are hard for a solver.
            Require(RegionEconomy.Of(support, options), rated ? [30, 93] : [93], $"rated {rated}", cancellation);
        }
    }

    /// <summary>
    /// With exports of fixed composition prices diverge, which took ten minutes to find; where exports replace each other they do not.
    /// </summary>
    [Theory(Timeout = 60_000)]
    [InlineData(0, CutStatus.Collapse)]
    [InlineData(EquilibriumOptions.UsualExportsElasticity, CutStatus.Ok)]
    public async Task Prices_that_diverge_are_a_collapse(double exports, CutStatus status)
    {
        await Task.Yield();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        FlowTable table = EmbeddedTables.Read("china-2020");
        var options = new EquilibriumOptions
        {
            Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table),
            ExportsElasticity = exports,
        };
        FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = options }).Table;
        var lens = new EquilibriumCuts(RegionEconomy.Of(support, options));
        CutOutcome outcome = lens.Solve(new SupplyCut(new(93), 0.98, SupplyScope.All), cancellation);
        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == CutStatus.Collapse, outcome.Loss == 1);
        Assert.InRange(outcome.Iterations, 1, MostWork);
    }

    /// <summary>
    /// An industry that needs 0.51 of itself: 1/(1 − φ) of that is just above 1, and its price rises by a thousandth a sweep.
    /// </summary>
    [Theory(Timeout = 60_000)]
    [InlineData(0.48, CutStatus.Ok)]
    [InlineData(0.4905, CutStatus.Collapse)]
    public async Task Prices_that_rise_by_next_to_nothing_a_step_are_a_collapse_too(double cut, CutStatus status)
    {
        await Task.Yield();
        FlowTable table = RandomEconomies.Build(2, [1, 0.5, 0, 0.5], [0.51, 0.3], [3, 2], [0, 0.2], [1, 1]);
        var options = new EquilibriumOptions { Elasticities = ElasticitySet.Uniform("rigid", 0, 0, 2, 1), OwnUse = OwnUseTreatment.Gross };
        CutOutcome outcome = new EquilibriumCuts(RegionEconomy.Of(table, options)).Solve(
            new SupplyCut(new(0), cut, SupplyScope.All),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(status, outcome.Status);
        Assert.InRange(outcome.Iterations, 1, MostWork);
    }

    /// <summary>Imports of crude oil in Singapore, 2011: at a cut of 0.93 the loss was 1 and the status ok.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData(0.9, CutStatus.Ok)]
    [InlineData(0.93, CutStatus.Collapse)]
    public async Task A_loss_of_everything_is_a_collapse(double cut, CutStatus status)
    {
        await Task.Yield();
        FlowTable table = TableFormats.Known.Read("iot", [SharedData.Require("data", "oecd_iot_2018ed", "SGP2011dom.csv")], "sgp-2011");
        var options = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run"), ExportsElasticity = 0 };
        FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = options }).Table;
        int oil = Enumerable.Range(0, table.Size).Single(k => table.Sectors.Industries[k].Code == "05T06");
        CutOutcome outcome = new EquilibriumCuts(RegionEconomy.Of(support, options)).Solve(
            new SupplyCut(new(oil), cut, SupplyScope.Imported),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == CutStatus.Collapse, outcome.Loss == 1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(30)]
    [InlineData(88)]
    [InlineData(89)]
    [InlineData(91)]
    public async Task Where_fixed_exports_exceed_what_is_left_no_price_achieves_the_cut(int product)
    {
        await Task.Yield();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        FlowTable table = EmbeddedTables.Read("china-2020");
        var options = new EquilibriumOptions
        {
            Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table),
            Trade = TradeClosure.Factor,
            CutAs = CutKind.Quantity,
        };
        FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = options }).Table;
        RegionEconomy economy = RegionEconomy.Of(support, options);
        Assert.True(TableTotals.Exports(table)[product] > 0.5 * economy.SupplyOf(new(product), SupplyScope.All));
        CutOutcome outcome = new EquilibriumCuts(economy).Solve(new SupplyCut(new(product), 0.5, SupplyScope.All), cancellation);
        Assert.Equal((CutStatus.NotRepresented, null), (outcome.Status, outcome.Loss));
    }

    /// <summary>The loss of a tiny cut is that of first order, and of a cut in quantity half its square times a constant.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Tiny_cuts_keep_their_digits()
    {
        await Task.Yield();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Gen.Select(RandomEconomies.Open, AnyOptions)
            .ForAll(
                (table, options) =>
                {
                    var cost = new EquilibriumCuts(RegionEconomy.Of(table, options));
                    var quantity = new EquilibriumCuts(RegionEconomy.Of(table, options with { CutAs = CutKind.Quantity }));
                    foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
                    {
                        double first = -AccurateExponentials.ExpMinusOne(
                            cost.ElasticityOf(new(0), scope) * AccurateExponentials.LogOnePlus(-1e-12)
                        );
                        if (
                            cost.IsUsed(0, scope)
                            && cost.Solve(new SupplyCut(new(0), 1e-12, scope), cancellation) is { Status: CutStatus.Ok, Loss: { } loss }
                        )
                        {
                            // An elasticity is known to 1e-15, and what is used has one of 1e-9 and more.
                            Assert.Equal(1, loss / first, 1e-6);
                        }

                        if (
                            quantity.Solve(new SupplyCut(new(0), 1e-3, scope), cancellation)
                                is { Status: CutStatus.Ok, Loss: { } small and > 1e-8 }
                            && quantity.Solve(new SupplyCut(new(0), 1e-9, scope), cancellation) is { Status: CutStatus.Ok, Loss: { } tiny }
                        )
                        {
                            Assert.Equal(1, tiny / small * 1e12, 0.05);
                        }
                    }
                },
                count: 40
            );
    }

    private static void Require(RegionEconomy economy, IEnumerable<int> products, string about, CancellationToken cancellation)
    {
        var lens = new EquilibriumCuts(economy);
        bool quantity = economy.Options.CutAs == CutKind.Quantity;
        foreach (int k in products)
        {
            foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
            {
                double last = 0;
                bool ended = false;
                foreach (double cut in Cuts)
                {
                    CutOutcome outcome = lens.Solve(new SupplyCut(new(k), cut, scope), cancellation);
                    string at = $"{about}, product {k}, {scope}, cut {cut:R}: {outcome.Status}, {outcome.Loss:R} after {last:R}";
                    Assert.True(outcome.Iterations <= (quantity ? MostWorkOfSearch : MostWork), $"{at}, {outcome.Iterations} iterations");
                    Assert.True(double.IsFinite(outcome.Residual), at);
                    switch (outcome.Status)
                    {
                        case CutStatus.Ok:
                            Assert.True(
                                !ended
                                    && outcome.Loss is { } loss
                                    && loss >= last - (quantity ? SearchTolerance : Slack)
                                    && loss is >= 0 and < 1,
                                at
                            );
                            last = outcome.Loss!.Value;
                            break;
                        case CutStatus.Collapse:
                            Assert.True(!quantity && outcome.Loss == 1, at);
                            ended = true;
                            break;
                        case CutStatus.NoUse:
                            Assert.True(outcome.Loss == 0, at);
                            break;
                        case CutStatus.NotRepresented:
                            Assert.True(quantity && outcome.Loss is null, at);
                            ended = true;
                            break;
                        default:
                            Assert.Fail(at);
                            break;
                    }
                }
            }
        }
    }
}
