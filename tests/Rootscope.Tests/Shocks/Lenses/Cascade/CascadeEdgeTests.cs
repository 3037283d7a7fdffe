using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Tables;

namespace Rootscope.Tests.Shocks.Lenses.Cascade;

/// <summary>Networks at the edge of what the model means, and what is defined there.</summary>
public class CascadeEdgeTests
{
    private const double Rounding = 1e-15;

    [Fact]
    public void A_network_of_one_firm_has_no_weight_and_no_loss()
    {
        CascadeOutcome outcome = Run(Network(["A"], []), [new(new(0), 1)]);
        Assert.Equal((CascadeStatus.NoWeight, null, 1, 1), (outcome.Status, outcome.Loss, outcome.Steps, outcome.Touched));
    }

    [Fact]
    public void A_firm_without_customers_costs_its_suppliers_alone()
    {
        CascadeOutcome outcome = Run(Network(["A", "B"], [(0, 1, 4)]), [new(new(1), 1)]);
        Assert.Equal((0.0, 1.0, 1.0), (outcome.Downstream!.Value, outcome.Upstream!.Value, outcome.Loss!.Value));
    }

    [Fact]
    public void A_firm_without_suppliers_costs_its_customers_and_an_isolated_one_nothing()
    {
        SupplyNetwork network = Network(["A", "B", "B", "A"], [(0, 1, 4), (1, 2, 4)]);
        Assert.Equal((1.0, 0.5), (Run(network, [new(new(0), 1)]).Downstream!.Value, Run(network, [new(new(0), 1)]).Upstream!.Value));
        Assert.Equal((0.0, 1), (Run(network, [new(new(3), 1)]).Loss!.Value, Run(network, [new(new(3), 1)]).Steps));
    }

    [Fact]
    public void In_a_dead_market_nothing_is_replaced_in_any_unit_of_money()
    {
        // Both makers of A fail: what they delivered is missing in full, though each sells less than one unit of money.
        foreach (double unit in new[] { 1e-6, 1, 1e6 })
        {
            SupplyNetwork network = Network(["A", "A", "B", "C"], [(0, 2, 0.5 * unit), (1, 2, 0.25 * unit), (2, 3, unit)]);
            FirmLosses losses = CascadeModel.Of(network, Options(network)).RunByFirm([new(new(0), 1), new(new(1), 1)]);
            Assert.Equal(1, losses.Downstream[2], Rounding);
            Assert.Equal(1, losses.Downstream[3], Rounding);
        }
    }

    [Fact]
    public void The_rest_of_a_market_replaces_what_it_can()
    {
        // The other firm of A makes three quarters of it: σ of the first is 0.25 / 0.75.
        SupplyNetwork network = Network(["A", "A", "B", "C"], [(0, 2, 1), (1, 3, 3)]);
        Assert.Equal(1.0 / 3, CascadeModel.Of(network, Options(network)).RunByFirm([new(new(0), 1)]).Downstream[2], Rounding);
        Assert.Equal(
            1,
            CascadeModel.Of(network, Options(network) with { Market = CascadeMarket.None }).RunByFirm([new(new(0), 1)]).Downstream[2],
            Rounding
        );
    }

    [Fact]
    public void Firms_of_the_same_market_replace_each_other_whatever_their_sectors()
    {
        // f0 and f1 are of different sectors and one market; f1 makes three quarters of it. By sectors each is alone.
        var list = new FirmList(
            new FirmListParts
            {
                Ids = ["f0", "f1", "f2", "f3"],
                Sectors = ["A", "D", "B", "C"],
                Markets = ["m", "m", "x", "y"],
            }
        );
        SupplyNetwork network = SupplyNetwork.Of(list, [0, 1], [2, 3], [1, 3]);
        Assert.Equal(
            1.0 / 3,
            CascadeModel.Of(network, Options(network) with { Market = CascadeMarket.Column }).RunByFirm([new(new(0), 1)]).Downstream[2],
            Rounding
        );
        Assert.Equal(1, CascadeModel.Of(network, Options(network)).RunByFirm([new(new(0), 1)]).Downstream[2], Rounding);
    }

    [Fact]
    public void Part_of_a_capacity_is_passed_on_in_part_and_several_firms_fail_at_once()
    {
        // C buys half of its A from each maker of A, and all of its B from f2; both are essential.
        SupplyNetwork network = Network(["A", "A", "B", "C"], [(0, 3, 2), (1, 3, 2), (2, 3, 4)]);
        var model = CascadeModel.Of(network, Options(network) with { Market = CascadeMarket.None });
        Assert.Equal(0.2, model.RunByFirm([new(new(0), 0.4)]).Downstream[3], Rounding);
        Assert.Equal(0.3, model.RunByFirm([new(new(0), 0.4), new(new(1), 0.2)]).Downstream[3], Rounding);
        Assert.Equal(0.7, model.RunByFirm([new(new(0), 0.4), new(new(1), 0.2), new(new(2), 0.7)]).Downstream[3], Rounding);
        Assert.Equal(0.2, model.RunByFirm([new(new(0), 0.1), new(new(0), 0.4)]).Downstream[3], Rounding);
    }

    [Fact]
    public void Firms_without_any_edge_make_a_network_without_weight_and_totals_of_zero_are_not_known()
    {
        SupplyNetwork none = Network(["A", "B"], []);
        Assert.Equal(
            (CascadeStatus.NoWeight, null, 1, 1),
            (
                Run(none, [new(new(1), 1)]).Status,
                Run(none, [new(new(1), 1)]).Loss,
                Run(none, [new(new(1), 1)]).Steps,
                Run(none, [new(new(1), 1)]).Touched
            )
        );
        SupplyNetwork plain = Network(["A", "B", "C"], [(0, 1, 4), (1, 2, 4)]);
        var zero = new FirmList(
            new FirmListParts
            {
                Ids = plain.Firms.Ids,
                Sectors = ["A", "B", "C"],
                Revenue = [0, 0, 0],
                Costs = [0, 0, 0],
            }
        );
        Assert.Equal(Run(plain, [new(new(1), 1)]), Run(SupplyNetwork.Of(zero, [0, 1], [1, 2], [4, 4]), [new(new(1), 1)]));
    }

    [Fact]
    public void Markets_of_a_column_need_the_column()
    {
        SupplyNetwork network = Network(["A", "B"], [(0, 1, 4)]);
        Assert.Contains(
            "no column of markets",
            Assert.Throws<TableException>(() => CascadeModel.Of(network, Options(network) with { Market = CascadeMarket.Column })).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_sector_that_is_not_rated_is_named()
    {
        SupplyNetwork network = Network(["A", "Z"], [(0, 1, 4)]);
        var ratings = EssentialityMatrix.Uniform(InputRating.Essential, ["A", "B"]);
        Assert.Contains(
            "'Z'",
            Assert.Throws<TableException>(() => CascadeModel.Of(network, new CascadeOptions { Essentiality = ratings })).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_share_of_capacity_is_above_zero_and_at_most_one()
    {
        SupplyNetwork network = Network(["A", "B"], [(0, 1, 4)]);
        var model = CascadeModel.Of(network, Options(network));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Run([new(new(0), 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Run([new(new(0), 1.1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Run([new(new(2), 0.5)]));
        Assert.Throws<ArgumentException>(() => CascadeModel.Of(network, Options(network) with { Epsilon = 0 }));
    }

    [Fact]
    public void Sectors_of_a_table_are_nodes_like_firms()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 4 },
                { 3, 2 },
            },
            [10, 5]
        );
        SupplyNetwork network = TableNetwork.Of(table);
        Assert.Equal(table.Size, network.Count);
        Assert.Equal(2, network.EdgeCount);
        CascadeOutcome outcome = CascadeModel.Of(network, Options(network)).Run([new(new(0), 1)]);
        Assert.Equal(CascadeStatus.Ok, outcome.Status);

        // Sales to final demand are sales, own use is none: sector 2 sells 3 of 8 to the sector that fails.
        Assert.Equal((4 + (3 * 3.0 / 8)) / 7, outcome.Upstream!.Value, Rounding);
    }

    internal static SupplyNetwork Network(string[] sectors, (int From, int To, double Value)[] edges) =>
        SupplyNetwork.Of(
            new FirmList(new FirmListParts { Ids = [.. sectors.Select((s, i) => $"{s}{i}")], Sectors = sectors }),
            [.. edges.Select(e => e.From)],
            [.. edges.Select(e => e.To)],
            [.. edges.Select(e => e.Value)]
        );

    private static CascadeOptions Options(SupplyNetwork network) =>
        new() { Essentiality = EssentialityMatrix.Uniform(InputRating.Essential, network.Firms.Sectors.Codes) };

    private static CascadeOutcome Run(SupplyNetwork network, CapacityLoss[] losses) =>
        CascadeModel.Of(network, Options(network)).Run(losses, TestContext.Current.CancellationToken);
}
