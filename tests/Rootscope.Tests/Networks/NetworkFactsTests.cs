using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Tests.Networks;

public class NetworkFactsTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Facts_of_a_small_network_are_those_counted_by_hand()
    {
        // A triangle a, b, c with a link both ways between a and b, and d hanging on c; e and f apart.
        NetworkFacts facts = NetworkFacts.Of(Network(6, (0, 1), (1, 0), (1, 2), (2, 0), (2, 3), (4, 5)));
        Assert.Equal((6, 6, 1.0), (facts.Firms, facts.Links, facts.MeanDegree));
        Assert.Equal(2.0 / 6, facts.Reciprocity, Rounding);
        Assert.Equal(4.0 / 6, facts.LargestPart, Rounding);

        // a and b: their two neighbours are neighbours; c: one pair of three; the others have fewer than two neighbours.
        Assert.Equal((1 + 1 + (1.0 / 3)) / 3, facts.Clustering!.Value, Rounding);
        Assert.Null(facts.CustomersTail);
    }

    [Fact]
    public void Networks_without_spread_have_no_correlation()
    {
        Assert.Null(NetworkFacts.Of(Network(3, (0, 1), (1, 2), (2, 0))).Assortativity);
        NetworkFacts empty = NetworkFacts.Of(Network(2));
        Assert.Equal(
            (0.0, 0.0, 0.5, null, null),
            (empty.MeanDegree, empty.Reciprocity, empty.LargestPart, empty.Clustering, empty.Assortativity)
        );
    }

    [Fact]
    public void A_star_is_as_disassortative_as_can_be() =>
        Assert.Equal(-1, NetworkFacts.Of(Network(5, (0, 1), (0, 2), (0, 3), (0, 4))).Assortativity!.Value, Rounding);

    [Fact]
    public void Exponents_are_those_that_sales_and_purchases_were_made_with()
    {
        // A firm with k customers sells 2 k^0.5 to each, so that its sales are 2 k^1.5; with all links turned round the same is true of
        // suppliers and purchases.
        (int From, int To)[] edges = [(0, 3), (1, 3), (1, 4), (2, 3), (2, 4), (2, 5), (2, 6)];
        double[] values = [.. edges.Select(e => 2 * Math.Sqrt(edges.Count(o => o.From == e.From)))];
        SupplyNetwork network = SupplyNetwork.Of(
            new FirmList(
                new FirmListParts { Ids = [.. Enumerable.Range(0, 7).Select(f => $"f{f}")], Sectors = [.. Enumerable.Repeat("s", 7)] }
            ),
            [.. edges.Select(e => e.From)],
            [.. edges.Select(e => e.To)],
            values
        );
        Assert.Equal(1.5, NetworkFacts.Of(network).StrengthExponent!.Value, Rounding);
        SupplyNetwork turned = SupplyNetwork.Of(network.Firms, [.. edges.Select(e => e.To)], [.. edges.Select(e => e.From)], values);
        Assert.Equal(1.5, NetworkFacts.Of(turned).PurchasesExponent!.Value, Rounding);
    }

    [Fact]
    public void With_a_milder_fitness_large_firms_have_fewer_links_and_sell_the_same()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 5, 40 },
                { 30, 20 },
            },
            [100, 50]
        );
        var options = new ReconstructionOptions { MeanDegree = 8, Seed = 1 };
        FirmList firms = NetworkReconstruction.Firms(table, 300, options);
        var plain = NetworkReconstruction.Of(table, firms, options, TestContext.Current.CancellationToken);
        var milder = NetworkReconstruction.Of(table, firms, options with { FitnessExponent = 0.6 }, TestContext.Current.CancellationToken);
        Assert.True(NetworkFacts.Of(milder.Network).StrengthExponent > NetworkFacts.Of(plain.Network).StrengthExponent);
        Assert.True(milder.Network.CustomersOf(new(0)).Length < plain.Network.CustomersOf(new(0)).Length);
        Assert.Equal(plain.Network.Sales.ToArray().Sum(), milder.Network.Sales.ToArray().Sum(), 1e-9);
        Assert.InRange(milder.Misplaced, 0, 0.2);
        Assert.Throws<ArgumentException>(() => NetworkReconstruction.Of(table, firms, options with { FitnessExponent = 1.2 }));
    }

    [Fact]
    public void A_made_network_has_the_facts_of_real_ones()
    {
        NetworkFacts facts = NetworkFacts.Of(
            NetworkGenerator.Generate(
                new GeneratorOptions
                {
                    Firms = 4000,
                    MeanDegree = 8,
                    Sectors = [.. Enumerable.Range(0, 100).Select(i => $"s{i}")],
                    Seed = 1,
                },
                TestContext.Current.CancellationToken
            )
        );
        Assert.InRange(facts.MeanDegree, 7, 8.2);
        Assert.InRange(facts.CustomersTail!.Value, 1, 2.5);
        Assert.InRange(facts.StrengthExponent!.Value, 1.05, 1.4);
        Assert.InRange(facts.Assortativity!.Value, -1, 0);
        Assert.InRange(facts.Clustering!.Value, 0.05, 0.25);
    }

    [Fact]
    public void A_reconstruction_refuses_firms_that_its_table_does_not_know()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 4 },
                { 3, 2 },
            },
            [10, 5]
        );
        var options = new ReconstructionOptions { MeanDegree = 2, Seed = 1 };
        Assert.Contains(
            "at least 2",
            Assert.Throws<ModelException>(() => NetworkReconstruction.Firms(table, 1, options)).Message,
            StringComparison.Ordinal
        );
        FirmList strangers = new(new FirmListParts { Ids = ["a", "b"], Sectors = ["s1", "x"] });
        Assert.Contains(
            "'x'",
            Assert.Throws<TableException>(() => NetworkReconstruction.Of(table, strangers, options)).Message,
            StringComparison.Ordinal
        );
        FirmList half = new(
            new FirmListParts
            {
                Ids = ["a", "b", "c"],
                Sectors = ["s1", "s1", "s2"],
                Revenue = [5, double.NaN, double.NaN],
            }
        );
        Assert.Contains(
            "1 of 2 firms",
            Assert.Throws<TableException>(() => NetworkReconstruction.Of(table, half, options)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_reconstruction_meets_cells_exactly_and_firms_sales_nearly()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 5, 40 },
                { 30, 20 },
            },
            [100, 50]
        );
        var options = new ReconstructionOptions { MeanDegree = 12, Seed = 1 };
        var made = NetworkReconstruction.Of(
            table,
            NetworkReconstruction.Firms(table, 60, options),
            options,
            TestContext.Current.CancellationToken
        );
        SupplyNetwork network = made.Network;
        Assert.InRange((double)network.EdgeCount / network.Count, 10, 14);
        Assert.Equal(95, network.Sales.ToArray().Sum(), 1e-9);
        Assert.Equal(245, Enumerable.Range(0, network.Count).Sum(f => network.Firms.RevenueOf(new(f))!.Value), 1e-9);
        Assert.InRange(made.Misplaced, 0, 0.1);

        // Few links are worth what chance makes them: no firm's costs are below what it buys.
        double[] purchases = network.Purchases.ToArray();
        Assert.True(made.CostsRaised > 0 && made.LargestRaise > 1, $"{made.CostsRaised}, {made.LargestRaise:R}");
        Assert.All(
            Enumerable.Range(0, purchases.Length),
            f => Assert.True(!(purchases[f] > network.Firms.CostsOf(new(f)) * (1 + 1e-9)), $"firm {f}")
        );
        Assert.Equal(0, made.LeftOut);
    }

    private static SupplyNetwork Network(int firms, params (int From, int To)[] edges) =>
        SupplyNetwork.Of(
            new FirmList(
                new FirmListParts
                {
                    Ids = [.. Enumerable.Range(0, firms).Select(f => $"f{f}")],
                    Sectors = [.. Enumerable.Repeat("s", firms)],
                }
            ),
            [.. edges.Select(e => e.From)],
            [.. edges.Select(e => e.To)],
            [.. edges.Select(_ => 1.0)]
        );
}
