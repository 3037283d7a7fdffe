using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Tests.Shocks.Lenses.Equilibrium.World;

/// <summary>What cannot be solved or does not fit is named, with the repair.</summary>
public class WorldFaultTests
{
    private static readonly WorldEconomy World = SmallWorlds.Three();

    [Fact]
    public void An_elasticity_below_zero_is_refused() =>
        Refused(
            World with
            {
                Elasticities = World.Elasticities with { Origins = [2, -0.5, 2] },
            },
            new WorldShock(),
            "elasticity among origins of iron is -0.5",
            "at least 0"
        );

    [Fact]
    public void Shares_that_do_not_sum_are_refused() =>
        Refused(
            World with
            {
                FinalShares = [0.5, 0.2, 0.2, .. World.FinalShares.Skip(3)],
            },
            new WorldShock(),
            "final spending of AAA",
            "sum to 0.8",
            "Normalise"
        );

    [Fact]
    public void A_negative_trade_share_is_refused() =>
        Refused(
            World with
            {
                TradeShares = [1.5, -0.5, 0, .. World.TradeShares.Skip(3)],
            },
            new WorldShock(),
            "origins of corn in AAA",
            "-0.5"
        );

    [Fact]
    public void A_value_added_share_above_one_is_refused() =>
        Refused(World with { ValueAddedShares = [1.2, .. World.ValueAddedShares.Skip(1)] }, new WorldShock(), "corn in AAA is 1.2");

    [Fact]
    public void An_array_of_the_wrong_length_is_refused() => Refused(World, new WorldShock { Tariffs = new double[5] }, "5 tariffs", "27");

    [Fact]
    public void A_trade_cost_of_zero_is_refused() =>
        Refused(World, new WorldShock { TradeCosts = [.. Enumerable.Repeat(1.0, 26), 0] }, "chips from CCC to CCC", "ban it");

    [Fact]
    public void A_productivity_of_zero_is_refused() =>
        Refused(World, new WorldShock { Productivity = [0, .. Enumerable.Repeat(1.0, 8)] }, "corn in AAA", "above 0");

    [Fact]
    public void A_cut_of_everything_is_refused() =>
        Refused(World, new WorldShock { Cuts = [new WorldCut(new(0), new(1), 1, SupplyScope.All)] }, "iron in AAA", "less than 1");

    [Fact]
    public void An_origin_goes_with_imports_only() =>
        Refused(
            World,
            new WorldShock { Cuts = [new WorldCut(new(0), new(1), 0.5, SupplyScope.All, new RegionNumber(2))] },
            "origin CCC",
            "imported supply"
        );

    [Fact]
    public void An_outside_option_below_the_price_before_is_refused() =>
        Refused(World, new WorldShock { OutsideOption = 0.5 }, "0.5", "at least 1");

    [Fact]
    public void A_region_out_of_range_is_the_callers_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            WorldEquilibrium.Solve(World, new WorldShock { Cuts = [new WorldCut(new(3), new(0), 0.5, SupplyScope.All)] })
        );

    [Fact]
    public void An_unknown_region_comes_with_the_nearest()
    {
        UnknownNameException fault = Assert.Throws<UnknownNameException>(() => World.RegionOf("BBC"));
        Assert.Contains("BBB", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, World.RegionOf("ccc"));
        Assert.Contains("chips", Assert.Throws<UnknownNameException>(() => World.ProductOf("chip")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_buyer_whose_every_origin_is_banned_is_infeasible_without_another_way()
    {
        bool[] banned = SmallWorlds.Ban(World, (product, buyer, _) => product == 2 && buyer == 0);
        WorldOutcome outcome = WorldEquilibrium.Solve(World, new WorldShock { Banned = banned });
        Assert.Equal(SolveStatus.Infeasible, outcome.Status);
        InfeasibleBuyer buyer = Assert.Single(outcome.InfeasibleBuyers);
        Assert.Equal(("chips", "AAA", InfeasibleReason.NoOrigin), (buyer.Product, buyer.Region, buyer.Reason));
        Assert.Contains("outside option", buyer.ToString(), StringComparison.Ordinal);
        WorldOutcome smuggled = WorldEquilibrium.Solve(World, new WorldShock { Banned = banned, OutsideOption = 3 });
        Assert.Equal(SolveStatus.Converged, smuggled.Status);
        Assert.True(smuggled.Prices[2] > 2);
    }

    [Fact]
    public void An_origin_that_nothing_replaces_is_infeasible_to_ban()
    {
        WorldEconomy rigid = SmallWorlds.Three(origins: 0.8);
        bool[] banned = SmallWorlds.Ban(rigid, (product, buyer, origin) => product == 2 && buyer == 0 && origin == 1);
        WorldOutcome outcome = WorldEquilibrium.Solve(rigid, new WorldShock { Banned = banned });
        Assert.Equal(InfeasibleReason.EssentialOrigin, Assert.Single(outcome.InfeasibleBuyers).Reason);
        Assert.Equal(SolveStatus.Converged, WorldEquilibrium.Solve(rigid, new WorldShock { Banned = banned, OutsideOption = 5 }).Status);
    }

    [Fact]
    public void Makers_that_need_more_of_a_product_than_they_make_are_named()
    {
        WorldEconomy rigid = World with { Elasticities = new WorldElasticities([0, 0, 0], [0, 0, 0], [0.5, 0.5, 0.5], 0.5) };
        WorldOutcome outcome = WorldEquilibrium.Solve(
            rigid,
            new WorldShock { Cuts = [new WorldCut(new(1), new(1), 0.99, SupplyScope.All)] }
        );
        Assert.Equal(SolveStatus.Infeasible, outcome.Status);
        Assert.Contains(outcome.InfeasibleBuyers, b => b is { Product: "iron", Region: "BBB", Reason: InfeasibleReason.NoFinitePrice });
    }

    private static void Refused(WorldEconomy economy, WorldShock shock, params string[] parts)
    {
        ModelException fault = Assert.Throws<ModelException>(() => WorldEquilibrium.Solve(economy, shock));
        Assert.All(parts, p => Assert.Contains(p, fault.Message, StringComparison.Ordinal));
    }
}
