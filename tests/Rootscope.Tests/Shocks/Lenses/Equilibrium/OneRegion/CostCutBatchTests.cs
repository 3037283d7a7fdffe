using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Tests.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>Cuts that are solved side by side are those that are solved one by one.</summary>
public class CostCutBatchTests
{
    /// <summary>
    /// Lanes settle to 1e-8 of the first-order loss; the loss itself may be a few times that, and what is left adds up over sweeps.
    /// </summary>
    private const double SameLoss = 1e-7;

    private static readonly Gen<ElasticitySet> Elasticities =
        from general in Gen.Double[0.05, 3].Array[4]
        from own in Gen.Double[0.05, 3].Array[2]
        from rated in Gen.Bool
        select new ElasticitySet(
            "random",
            [
                .. ElasticitySet.Uniform("random", general[0], general[1], general[2], general[3]).Elasticities,
                .. rated
                    ? (Elasticity[])
                        [
                            new(Nest.ProductInputs, "s0", own[0], "given"),
                            new(Nest.FinalDemand, "s1", own[1], "given"),
                            new(Nest.DomesticImported, "s0", own[1], "given"),
                        ]
                    : [],
            ]
        );

    private static readonly Gen<(FlowTable, ElasticitySet, double, TradeClosure, OwnUseTreatment, SupplyScope, double)> Cases =
        from table in RandomEconomies.Open
        from elasticities in Elasticities
        from cut in Gen.Double[0.05, 0.7]
        from trade in Gen.Enum<TradeClosure>()
        from own in Gen.Enum<OwnUseTreatment>()
        from scope in Gen.Enum<SupplyScope>()
        from exports in Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0, 2])
        select (table, elasticities, cut, trade, own, scope, exports);

    [Fact]
    public void Side_by_side_or_one_by_one_is_the_same_loss() =>
        Cases.ForAll(
            c =>
            {
                (FlowTable table, ElasticitySet elasticities, double cut, _, _, SupplyScope scope, double exports) = c;
                (_, _, _, TradeClosure trade, OwnUseTreatment own, _, _) = c;
                RegionEconomy economy = RegionEconomy.Of(
                    table,
                    new EquilibriumOptions
                    {
                        Elasticities = elasticities,
                        Trade = trade,
                        OwnUse = own,
                        ExportsElasticity = exports,
                    }
                );
                int[] products = [.. Enumerable.Range(0, table.Size).Where(k => economy.SupplyOf(new(k), scope) > 0)];
                CutOutcome[] together = Together(economy, products, cut, scope);
                IReadOnlyList<CutOutcome> apart = new EquilibriumCuts(economy).Solve([
                    .. products.Select(k => new SupplyCut(new(k), cut, scope)),
                ]);
                foreach ((CutOutcome first, CutOutcome second) in together.Zip(apart))
                {
                    Assert.Equal(second.Status, first.Status);
                    Assert.Equal(second.Loss!.Value, first.Loss!.Value, SameLoss * Math.Max(second.Loss.Value, 1e-3));
                }
            },
            count: 300
        );

    [Fact]
    public void A_lane_does_not_depend_on_the_others()
    {
        RegionEconomy economy = RegionEconomy.Of(
            EmbeddedTables.Read("china-2020"),
            new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") }
        );
        int[] products = [.. Enumerable.Range(0, 50)];
        CutOutcome[] all = Together(economy, products, 0.5, SupplyScope.All);
        CutOutcome[] reversed = Together(economy, [.. products.Reverse()], 0.5, SupplyScope.All);
        CutOutcome alone = Together(economy, [7], 0.5, SupplyScope.All)[0];
        Assert.Equal(all.Select(o => o.Loss), reversed.Reverse().Select(o => o.Loss));
        Assert.Equal(all[7].Loss, alone.Loss);
    }

    [Fact]
    public void All_of_China_is_within_the_tolerance()
    {
        FlowTable table = CapitalUse.Of(EmbeddedTables.Read("china-2020")).Table;
        RegionEconomy economy = RegionEconomy.Of(
            table,
            new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table) }
        );
        int[] products = [.. Enumerable.Range(0, table.Size)];
        CutOutcome[] together = Together(economy, products, 0.5, SupplyScope.All);
        IReadOnlyList<CutOutcome> apart = new EquilibriumCuts(economy).Solve(
            [.. products.Select(k => new SupplyCut(new(k), 0.5, SupplyScope.All))],
            threads: 2
        );
        Assert.All(together.Zip(apart), pair => Assert.Equal(1, pair.First.Loss!.Value / pair.Second.Loss!.Value, SameLoss));
        Assert.All(together, o => Assert.InRange(o.Iterations, 1, 20));
    }

    private static CutOutcome[] Together(RegionEconomy economy, int[] products, double cut, SupplyScope scope) =>
        new CostCutBatch(economy.Size, products.Length, PassThroughMatrix.Of(economy)).Solve(
            economy,
            FirstOrderElasticities.Of(economy),
            products,
            cut,
            scope,
            CancellationToken.None
        );
}
