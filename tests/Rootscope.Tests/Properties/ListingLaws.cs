using CsCheck;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Listed firms are their share of an industry: of its sales to those who keep to the list, and of what it buys there.</summary>
public class ListingLaws
{
    private const int Few = 12;

    [Theory]
    [InlineData("first-order")]
    [InlineData("extraction")]
    [InlineData("cascade")]
    [InlineData("inventory")]
    public void A_list_takes_both_ways_and_a_larger_share_is_worse(string lens) =>
        (from table in ScenarioCases.Worlds from share in Gen.Double[0.1, 0.9] select (table, share)).ForAll(
            it =>
            {
                double imports = LossOf(it.table, it.share, ListScope.Imports, lens);
                double exports = LossOf(it.table, it.share, ListScope.Exports, lens);
                double both = LossOf(it.table, it.share, ListScope.Both, lens);
                Assert.True(imports > 0 && exports > 0, $"{lens}: {imports:R}, {exports:R}");
                Assert.True(both > Math.Max(imports, exports), $"{lens}: {both:R} of {imports:R}, {exports:R}");
                Assert.True(LossOf(it.table, it.share / 2, ListScope.Both, lens) < both);
            },
            Few
        );

    [Fact]
    public void What_a_listed_sector_may_not_buy_it_does_not_get_and_others_get_theirs() =>
        (
            from table in ScenarioCases.Worlds
            from share in Gen.Double[0.1, 1]
            from buyer in Gen.Int[0, 8]
            select (table, share, buyer)
        ).ForAll(
            it =>
            {
                var flows = DailyFlows.Of(it.table);
                var events = new InventoryEvents();
                events.Purchases.Add(new PurchaseShock(it.buyer, 1, it.share, ShockProfile.Lasting));
                _ = new InventoryModel(flows, new InventoryOptions { Days = 60 }, events)
                {
                    Observed = (state, _) =>
                    {
                        for (int product = 0; product < 3; product++)
                        {
                            double delivered = state.Delivered[(((product * flows.Origins) + 1) * flows.Buyers) + it.buyer];
                            Assert.InRange(delivered, 0, 1 - it.share + 1e-12);
                        }
                    },
                }.Run();
            },
            Few
        );

    [Fact]
    public void Without_a_share_a_table_says_what_it_needs_to_know()
    {
        FlowTable table = ScenarioCases.World;
        var shock = new BlacklistShock { Firms = ["A"], List = "own" };
        Assert.All(
            LensRegistry.Default.All,
            lens =>
                Assert.Contains(
                    "product, region, share",
                    Assert.Single(ScenarioRun.Of(ScenarioCases.Scenario(table, shock), table, [lens]).Lenses[0].Unrepresented).Reason,
                    StringComparison.Ordinal
                )
        );
    }

    private static double LossOf(FlowTable table, double share, ListScope scope, string lens)
    {
        var shock = new BlacklistShock
        {
            Firms = ["A", "B"],
            List = "own",
            Scope = scope,
            Products = [new ScenarioProduct("s2")],
            Region = "B",
            Share = share,
        };
        LensResult result = ScenarioRun.Of(ScenarioCases.Scenario(table, shock), table, [LensRegistry.Default.Named(lens)]).Lenses[0];
        Assert.Empty(result.Unrepresented);
        return result.Figures.Regions.Sum(r => r.Money);
    }
}
