using CsCheck;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;

namespace Rootscope.Tests.Properties;

/// <summary>What holds of every cascade in every network.</summary>
public class CascadeLaws
{
    private const int Networks = 300;

    /// <summary>Sums of a dozen shares in another order or unit.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void The_loss_lies_between_the_firms_own_weight_and_one_and_is_at_least_that_of_either_channel() =>
        Each(
            (model, network) =>
            {
                double all = network.Sales.ToArray().Sum();
                for (int f = 0; f < network.Count; f++)
                {
                    CascadeOutcome outcome = model.Run([new CapacityLoss(new(f), 1)]);
                    if (all == 0)
                    {
                        Assert.Equal((CascadeStatus.NoWeight, null), (outcome.Status, outcome.Loss));
                        continue;
                    }

                    Assert.InRange(outcome.Loss!.Value, (network.Sales[f] / all) - Rounding, 1 + Rounding);
                    Assert.True(
                        outcome.Loss >= outcome.Downstream - Rounding
                            && outcome.Loss >= outcome.Upstream - Rounding
                            && outcome.Loss <= outcome.Downstream + outcome.Upstream + Rounding
                    );
                }
            }
        );

    [Fact]
    public void A_larger_shock_costs_no_firm_less() =>
        Each(
            (model, network) =>
            {
                // The published stopping rule may end the larger cascade earlier; at a tight ε both are at their limits.
                var tight = CascadeModel.Of(network, model.Options with { Epsilon = 1e-9, MostSteps = 2000 });
                FirmLosses small = tight.RunByFirm([new CapacityLoss(new(0), 0.3)]);
                FirmLosses large = tight.RunByFirm([new CapacityLoss(new(0), 0.8), new CapacityLoss(new(network.Count - 1), 0.2)]);
                const double LeftAtTheEnd = 1e-3;
                for (int f = 0; f < network.Count; f++)
                {
                    Assert.True(large.Downstream[f] >= small.Downstream[f] - LeftAtTheEnd);
                    Assert.True(large.Upstream[f] >= small.Upstream[f] - LeftAtTheEnd);
                }
            }
        );

    [Fact]
    public void At_the_limit_no_part_and_no_firm_less_costs_more_and_the_loss_lies_between_the_firms_own_and_all() =>
        Each(
            (model, network) =>
            {
                // Where losses shrink like 1/t², a step of 1e-13 is still that far from the limit; with markets the smallest solution need
                // not be found by Newton's steps alone.
                const double NearTheLimit = 1e-6;
                var limit = CascadeModel.Of(network, model.Options with { Stop = CascadeStop.FixedPoint, MostSteps = 100_000 });
                double all = network.Sales.ToArray().Sum();
                FirmLosses part = limit.RunByFirm([new CapacityLoss(new(0), 0.4)]);
                FirmLosses whole = limit.RunByFirm([new CapacityLoss(new(0), 1)]);
                FirmLosses more = limit.RunByFirm([new CapacityLoss(new(0), 1), new CapacityLoss(new(network.Count - 1), 0.5)]);
                for (int f = 0; f < network.Count; f++)
                {
                    Assert.True(
                        part.Downstream[f] <= whole.Downstream[f] + NearTheLimit && whole.Downstream[f] <= more.Downstream[f] + NearTheLimit
                    );
                    Assert.True(
                        part.Upstream[f] <= whole.Upstream[f] + NearTheLimit && whole.Upstream[f] <= more.Upstream[f] + NearTheLimit
                    );
                }

                if (all > 0)
                {
                    Assert.InRange(whole.Total.Loss!.Value, (network.Sales[0] / all) - Rounding, 1 + Rounding);
                }
            }
        );

    [Fact]
    public void No_shock_costs_nothing() =>
        Each(
            (model, network) =>
                Assert.Equal((network.EdgeCount > 0 ? 0.0 : null, 1, 0), (model.Run([]).Loss, model.Run([]).Steps, model.Run([]).Touched))
        );

    [Fact]
    public void The_order_of_firms_changes_no_bit_and_the_unit_of_money_nothing() =>
        Each(
            (model, network) =>
            {
                int[] order = [.. Enumerable.Range(0, network.Count).Select(i => network.Count - 1 - i)];
                var turned = CascadeModel.Of(RandomNetworks.Changed(network, order, 1), model.Options);
                var rescaled = CascadeModel.Of(RandomNetworks.Changed(network, order, 8.3), model.Options);
                for (int f = 0; f < network.Count; f++)
                {
                    CascadeOutcome plain = model.Run([new CapacityLoss(new(f), 0.9)]);
                    CascadeOutcome scaled = rescaled.Run([new CapacityLoss(new(network.Count - 1 - f), 0.9)]);
                    Assert.Equal(plain, turned.Run([new CapacityLoss(new(network.Count - 1 - f), 0.9)]));
                    Assert.Equal(plain.Steps, scaled.Steps);
                    Assert.Equal(plain.Loss ?? 0, scaled.Loss ?? 0, Rounding);
                }
            }
        );

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        SupplyNetwork network = NetworkGenerator.Generate(
            new GeneratorOptions
            {
                Firms = 400,
                MeanDegree = 5,
                Sectors = ["a", "b", "c", "d", "e", "f"],
                Seed = 7,
            }
        );
        var model = CascadeModel.Of(
            network,
            new CascadeOptions { Essentiality = EssentialityMatrix.Uniform(InputRating.Essential, network.Firms.Sectors.Codes) }
        );
        FirmNumber[] firms = [.. Enumerable.Range(0, network.Count).Select(f => new FirmNumber(f))];
        Assert.Equal(SystemicRisk.OfEach(model, firms, 1), SystemicRisk.OfEach(model, firms, 3));
    }

    private static void Each(Action<CascadeModel, SupplyNetwork> law) =>
        RandomNetworks.Any.ForAll(
            made =>
            {
                foreach (CascadeMarket market in new[] { CascadeMarket.None, CascadeMarket.Sector })
                {
                    law(
                        CascadeModel.Of(
                            made.Network,
                            new CascadeOptions
                            {
                                Essentiality = made.Ratings,
                                Market = market,
                                MostSteps = 2000,
                            }
                        ),
                        made.Network
                    );
                }
            },
            count: Networks
        );
}
