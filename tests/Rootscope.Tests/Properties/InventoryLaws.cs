using CsCheck;
using Rootscope.Accounts;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of docs/methods/inventory.md.</summary>
public class InventoryLaws
{
    private const int Few = 12;
    private const double Rounding = 1e-9;

    private static readonly InventoryOptions Tight = new()
    {
        CoverDays = 20,
        RestorationDays = 20,
        Days = 200,
    };

    /// <summary>Several shocks of different kinds at once on a small world.</summary>
    private static readonly Gen<(FlowTable Table, InventoryEvents Events)> Cases =
        from table in ScenarioCases.Worlds
        from seller in Gen.Int[0, 8]
        from other in Gen.Int[0, 8]
        from region in Gen.Int[0, 2]
        from share in Gen.Double[0.05, 1]
        from start in Gen.Int[0, 30]
        from lasts in Gen.Int[1, 90]
        from days in Gen.Double[0.5, 60]
        select (table, EventsOf(table, seller, other, region, share, new ShockProfile(start, 5, lasts, RecoveryCurve.Linear, days)));

    [Theory]
    [InlineData("china-2020", 60)]
    [InlineData("world-2011", 5)]
    public void Without_a_shock_an_economy_stays_where_it_is_to_the_last_bit(string name, int days)
    {
        var flows = DailyFlows.Of(EmbeddedTables.Read(name));
        InventoryPath path = Run(flows, new InventoryOptions { Days = days }, new InventoryEvents());
        Assert.All(path.Production, p => Assert.Equal(0, p));
        Assert.Equal(0, path.Loss());
    }

    [Fact]
    public void Without_a_shock_it_stays_so_for_a_thousand_days() =>
        ScenarioCases.Worlds.ForAll(
            table =>
                Assert.All(
                    Run(DailyFlows.Of(table), Tight with { Days = 1000 }, new InventoryEvents()).Production,
                    p => Assert.Equal(0, p)
                ),
            Few
        );

    [Fact]
    public void What_is_delivered_arrives_and_no_stock_falls_below_nothing() =>
        (from c in Cases from rationing in Gen.Enum<Rationing>() from rule in Gen.Enum<OrderRule>() select (c, rationing, rule)).ForAll(
            it =>
            {
                var flows = DailyFlows.Of(it.c.Table);
                double[] before = new double[flows.Products * flows.Buyers];
                var model = new InventoryModel(flows, Tight with { Rationing = it.rationing, Orders = it.rule }, it.c.Events)
                {
                    Observed = (m, day) =>
                    {
                        RequireBalance(flows, m, before, day);
                        m.Stock.CopyTo(before, 0);
                    },
                };
                InventoryPath path = model.Run(1, TestContext.Current.CancellationToken);
                Assert.All(path.Production, p => Assert.InRange(p, -1, (Tight.MostCapacity - 1) * (1 + Rounding)));
                Assert.All(path.Unmet, u => Assert.True(u >= -Rounding));
            },
            Few * 3
        );

    [Fact]
    public void Threads_and_the_order_of_shocks_change_no_bit() =>
        Cases.ForAll(
            c =>
            {
                var flows = DailyFlows.Of(c.Table);
                var turned = new InventoryEvents();
                turned.Capacity.AddRange(Enumerable.Reverse(c.Events.Capacity));
                turned.Lanes.AddRange(Enumerable.Reverse(c.Events.Lanes));
                turned.Capital.AddRange(Enumerable.Reverse(c.Events.Capital));
                turned.Demand.AddRange(Enumerable.Reverse(c.Events.Demand));
                InventoryPath one = new InventoryModel(flows, Tight, c.Events).Run(1, TestContext.Current.CancellationToken);
                InventoryPath four = new InventoryModel(flows, Tight, turned).Run(4, TestContext.Current.CancellationToken);
                Assert.Equal(one.Production, four.Production);
                Assert.Equal(one.Unmet, four.Unmet);
            },
            Few
        );

    /// <summary>What is replaced is had at home, so that the sooner it is, the less of the buyers' output is missing.</summary>
    [Fact]
    public void A_ban_costs_buyers_less_the_sooner_others_take_over()
    {
        FlowTable table = ScenarioCases.World;
        var flows = DailyFlows.Of(table);
        const int Product = 1;
        var events = new InventoryEvents();
        events.Lanes.Add(new LaneShock(flows.SellerOf(Product, 0), 1, 1, 1, ShockProfile.Lasting));
        InventoryOptions options = new() { Days = 700, CoverDays = 30 };
        double[] losses =
        [
            .. new[] { double.PositiveInfinity, 1000, 300, 60, 1 }.Select(days =>
                LossOfRegion(Run(flows, options with { RewiringDays = days }, events), 1)
            ),
        ];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[0] > 0);
        Assert.True(losses[^1] < 0.1 * losses[0], $"{losses[0]} {losses[^1]}");

        // A time of its own goes before the one for all, and a product that is not forbidden is not replaced.
        string code = table.Sectors.Industries[Product].Code;
        string other = table.Sectors.Industries[Product + 1].Code;
        InventoryPath own = Run(flows, options with { RewiringOf = Times(code) }, events);
        Assert.Equal(Run(flows, options with { RewiringDays = 60 }, events).Production, own.Production);
        Assert.Equal(Run(flows, options, events).Production, Run(flows, options with { RewiringOf = Times(other) }, events).Production);

        static Dictionary<string, double> Times(string code) => new(StringComparer.Ordinal) { [code] = 60 };

        double LossOfRegion(InventoryPath path, int region) =>
            Enumerable.Range(region * flows.Products, flows.Products).Sum(s => -flows.ValueAdded[s] * path.MeanChangeOf(s));
    }

    [Fact]
    public void Parts_of_a_loss_add_up_to_it() =>
        Cases.ForAll(
            c =>
            {
                var flows = DailyFlows.Of(c.Table);
                InventoryPath path = Run(flows, Tight, c.Events);
                for (int sector = 0; sector < flows.Buyers; sector++)
                {
                    double lost = Enumerable.Range(0, path.Days).Sum(day => Math.Max(0, 1 - path.OutputOf(day, sector)));
                    double parts = path.LostToCapacity[sector] + path.LostToOrders[sector];
                    parts += Enumerable.Range(0, flows.Products).Sum(p => path.LostToInput[(p * flows.Buyers) + sector]);
                    Assert.Equal(lost, parts, Rounding * Math.Max(1, lost));
                }

                double inputs = path.LostToInput.Sum();
                Assert.Equal(inputs, path.LostToOrigin.Sum(l => l.Lost), Rounding * Math.Max(1, inputs));
            },
            Few
        );

    /// <summary>
    /// A cut so small that no stock runs low stops nobody who buys, so what is lost is what the product's sales are made of: its output is
    /// taken out of the demand for everything behind it (partial extraction, at the limit of a small cut), where nobody else makes it.
    /// </summary>
    [Fact]
    public void A_tiny_loss_of_capacity_costs_what_the_accounts_say() =>
        RandomEconomies.Closed.ForAll(
            table =>
            {
                const double Share = 1e-7;
                const int Sector = 1;
                var flows = DailyFlows.Of(table);
                var events = new InventoryEvents();
                events.Capacity.Add(new CapacityLoss(flows.SellerOf(Sector), Share, ShockProfile.Lasting));
                var options = new InventoryOptions
                {
                    MostCapacity = 1,
                    Days = 400,
                    CoverDays = 90,
                };
                InventoryPath path = Run(flows, options, events);
                double[] inverse = TotalRequirements
                    .Of(table, InputOrigin.Domestic, TestContext.Current.CancellationToken)
                    .Values.ToArray();
                int n = table.Size;
                (double lost, double expected) = (0, 0);
                for (int i = 0; i < n; i++)
                {
                    lost -= flows.ValueAdded[i] * path.Production[((path.Days - 1) * n) + i];
                    double missing = Share * table.Output[Sector] * inverse[(i * n) + Sector] / inverse[(Sector * n) + Sector];
                    expected += flows.ValueAdded[i] * missing / table.Output[i];
                }

                Assert.Equal(1, lost / expected, 1e-5);
            },
            Few
        );

    [Fact]
    public void More_is_lost_the_more_is_cut_and_the_longer_it_lasts() =>
        ScenarioCases.Worlds.ForAll(
            table =>
            {
                var flows = DailyFlows.Of(table);
                double[] losses =
                [
                    .. new[] { (0.1, 20), (0.4, 20), (0.4, 80), (0.9, 80) }.Select(c =>
                    {
                        var events = new InventoryEvents();
                        events.Capacity.Add(
                            new CapacityLoss(flows.SellerOf(1), c.Item1, new ShockProfile(0, 0, c.Item2, RecoveryCurve.Sudden, 0))
                        );
                        return Run(flows, new InventoryOptions { MostCapacity = 1 }, events).Loss();
                    }),
                ];
                Assert.Equal(losses.Order(), losses);
                Assert.True(losses[0] > 0);
            },
            Few
        );

    [Fact]
    public void A_ban_is_kept_on_every_day() =>
        ScenarioCases.Worlds.ForAll(
            table =>
            {
                const double Share = 0.8;
                var flows = DailyFlows.Of(table);
                int seller = flows.SellerOf(1, 2);
                var events = new InventoryEvents();
                events.Lanes.Add(new LaneShock(seller, 0, Share, 1, ShockProfile.Lasting));
                var model = new InventoryModel(flows, Tight, events)
                {
                    Observed = (m, _) =>
                    {
                        for (int buyer = 0; buyer < flows.Products; buyer++)
                        {
                            Assert.True(m.Delivered[(seller * flows.Buyers) + buyer] <= (1 - Share) * (1 + Rounding));
                        }
                    },
                };
                Assert.True(model.Run(1, TestContext.Current.CancellationToken).Unmet.Sum() > 0);
            },
            Few
        );

    [Fact]
    public void Stocks_that_are_tight_are_told()
    {
        FlowTable table = ScenarioCases.World;
        var lens = new InventoryLens(new InventoryOptions { CoverDays = 5 });
        var on = ScenarioTable.Of(ScenarioCases.Scenario(table), table);
        LensFiguresOf(lens, on, out IReadOnlyList<string> notes);
        Assert.Contains(notes, n => n.Contains("Stocks of 5 days are below 14", StringComparison.Ordinal));
    }

    private static void LensFiguresOf(InventoryLens lens, ScenarioTable on, out IReadOnlyList<string> notes) =>
        notes = lens.ScenarioOn(on)
            .Solve(on, [new OutputCut(new(1), new(0), 0.5)], ScenarioCases.Elasticities, TestContext.Current.CancellationToken)
            .Notes;

    private static InventoryPath Run(DailyFlows flows, InventoryOptions options, InventoryEvents events) =>
        new InventoryModel(flows, options, events).Run(1, TestContext.Current.CancellationToken);

    /// <summary>Stocks change by what arrives less what is used, and what arrives is what was delivered.</summary>
    private static void RequireBalance(DailyFlows flows, InventoryState model, double[] before, int day)
    {
        for (int product = 0; product < flows.Products; product++)
        {
            for (int buyer = 0; buyer < flows.Buyers; buyer++)
            {
                int cell = (product * flows.Buyers) + buyer;
                double arrived = 0;
                for (int origin = 0; origin < flows.Origins; origin++)
                {
                    int seller = flows.SellerOf(product, origin);
                    arrived += flows.FlowOf(seller, buyer) * model.Delivered[(seller * flows.Buyers) + buyer];
                }

                arrived /= flows.InputUse[cell];
                double used = Math.Min(1 + model.Made[flows.SellerOf(buyer)], model.Cover[product] + before[cell] + arrived);
                Assert.Equal(before[cell] + arrived - used, model.Stock[cell], Rounding * 100);
                Assert.True(model.Cover[product] + model.Stock[cell] >= 0, $"day {day}");
            }
        }
    }

    private static InventoryEvents EventsOf(FlowTable table, int seller, int other, int region, double share, ShockProfile profile)
    {
        var flows = DailyFlows.Of(table);
        var events = new InventoryEvents();
        events.Capacity.Add(new CapacityLoss(seller, share, profile));
        events.Capacity.Add(new CapacityLoss(other, share / 2, profile with { Start = profile.Start + 3 }));
        events.Lanes.Add(new LaneShock(other, region, share, 1, profile));
        events.Lanes.Add(new LaneShock(seller, (region + 1) % 3, 0, 0.8, profile));
        events.Capital.Add(new CapitalLoss(2, flows.ValueAdded[2] * 365 * share, profile));
        events.Demand.Add(new DemandShock(other, region, -0.2 * flows.FinalUse[(other * 3) + region], profile));
        return events;
    }
}
