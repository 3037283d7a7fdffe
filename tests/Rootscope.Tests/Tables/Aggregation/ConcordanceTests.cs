using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Tests.Tables.Aggregation;

public class ConcordanceTests
{
    private static readonly FlowTable Table = SmallTables.ManyRegions(
        ["AAA", "BBB"],
        ["01", "1"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7],
        [9, 9, 9, 9, 9, 9, 9, 9],
        ["F"]
    );

    [Fact]
    public void A_missing_code_is_an_error_that_names_every_one()
    {
        var short_ = Concordance.Of("short", [("x", "y")]);
        TableException e = Assert.Throws<TableException>(() => TableAggregation.Aggregate(Table, industries: short_));
        Assert.Contains("concordance 'short'", e.Message, StringComparison.Ordinal);
        Assert.Contains("01, 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_with_two_targets_is_refused() =>
        Assert.Contains(
            "'01'",
            Assert.Throws<TableException>(() => Concordance.Of("two", [("01", "a"), ("01", "b")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_empty_code_is_refused() => Assert.Throws<TableException>(() => Concordance.Of("empty", [("01", " ")]));

    [Fact]
    public void Codes_are_text_and_keep_leading_zeros()
    {
        var apart = Concordance.Of("apart", [("01", "a"), ("1", "b"), ("001", "c")]);
        FlowTable same = TableAggregation.Aggregate(Table, industries: apart);
        Assert.Equal(["a", "b"], same.Sectors.Industries.Select(i => i.Code));
        Assert.Equal(Table.Flows.ToArray(), same.Flows.ToArray());
    }

    [Fact]
    public void Targets_get_names_and_the_table_says_how_it_was_made()
    {
        var named = Concordance.Of(
            "named",
            [new ConcordanceLink("01", "g"), new ConcordanceLink("1", "g")],
            new Dictionary<string, string> { ["g"] = "Goods" }
        );
        FlowTable smaller = TableAggregation.Aggregate(Table, industries: named, id: "smaller");
        Assert.Equal("Goods", Assert.Single(smaller.Sectors.Industries).Name);
        Assert.Equal("smaller", smaller.Metadata.Id);
        Assert.Equal("own", smaller.Metadata.Classification);
        Assert.Contains("Aggregated from 2 × 2 to 2 × 1", smaller.Metadata.Derivations[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_that_become_one_share_their_columns_of_final_demand()
    {
        FlowTable one = TableAggregation.Aggregate(Table, regions: Concordance.Of("world", [("AAA", "WLD"), ("BBB", "WLD")]));
        Assert.Single(one.FinalDemandCategories);
        Assert.Equal([36, 36], one.FinalDemand.ToArray());
    }

    [Fact]
    public void Weights_have_to_sum_to_one_and_to_be_shares()
    {
        ConcordanceLink[] links = [new("01", "a", 0.6), new("01", "b", 0.3)];
        Assert.Contains(
            "sum to 0.9",
            Assert.Throws<TableException>(() => Concordance.Of("short", links)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<TableException>(() =>
            Concordance.Of("negative", [new ConcordanceLink("01", "a", -0.1), new ConcordanceLink("01", "b", 1)])
        );
        Assert.Throws<TableException>(() => Concordance.Of("nothing", [new ConcordanceLink("01", "a", double.NaN)]));
        Assert.Throws<TableException>(() =>
            Concordance.Of("twice", [new ConcordanceLink("01", "a", 0.5), new ConcordanceLink("01", "a", 0.4)])
        );
    }

    [Fact]
    public void A_split_gives_every_part_its_weight_of_row_and_column()
    {
        var split = Concordance.Of(
            "split",
            [new ConcordanceLink("01", "a", 0.75), new ConcordanceLink("01", "b", 0.25), new ConcordanceLink("1", "c")]
        );
        FlowTable parts = TableAggregation.Aggregate(Table, industries: split);
        Assert.Equal(["a", "b", "c"], parts.Sectors.Industries.Select(i => i.Code));
        Assert.Equal(0.75 * 0.25 * Table.Flows[0], parts.Flows[1]);
        Assert.Equal(0.75 * Table.Output[0], parts.Output[0]);
        Assert.Contains("split by weights", parts.Metadata.Derivations[^1], StringComparison.Ordinal);
        Assert.Contains(
            "'short'",
            Assert.Throws<TableException>(() => split.Then(Concordance.Of("short", [("a", "x")]))).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<TableException>(() => split.Map(["01"], out _));
    }

    [Fact]
    public void Pairs_without_weights_are_split_by_sizes()
    {
        (string, string)[] pairs = [("x", "a"), ("x", "b"), ("y", "c")];
        var split = Concordance.Proportional("sized", pairs, new Dictionary<string, double> { ["a"] = 30, ["b"] = 10 });
        Assert.Equal([0.75, 0.25, 1], split.Links.Select(l => l.Weight));
        Assert.Contains(
            "b",
            Assert
                .Throws<TableException>(() => Concordance.Proportional("short", pairs, new Dictionary<string, double> { ["a"] = 1 }))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "x",
            Assert
                .Throws<TableException>(() =>
                    Concordance.Proportional("empty", pairs, new Dictionary<string, double> { ["a"] = 0, ["b"] = 0 })
                )
                .Message,
            StringComparison.Ordinal
        );
    }
}
