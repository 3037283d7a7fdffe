using Rootscope.Catalogue;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Validation;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests.Roots.Irreplaceability;

public class AnyTableRatingsTests
{
    private static readonly FlowTable World = EmbeddedTables.Read("world-2011");

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void Embedded_tables_keep_their_evidence(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        ProductEvidence evidence = IrreplaceabilityData.EvidenceOf(table);
        IReadOnlyList<ProductTraits> known = IrreplaceabilityData.Read(table.Metadata.Classification);
        Assert.Equal(known.Select(p => p.Code), evidence.Products.Select(p => p.Code));
        Assert.All(known.Zip(evidence.Products), p => Assert.Equal(p.First.Ranks, p.Second.Ranks));
        Assert.Equal(9, evidence.Traits);
        ElasticitySet set = ElasticitySets.Read("short-run");
        Assert.Equal(
            IrreplaceabilityData.Rate(set, table).Elasticities,
            IrreplaceabilityData.Rate(set, table, RatingReach.AnyTable).Elasticities
        );
    }

    [Fact]
    public void World_tables_are_rated_only_where_asked_and_then_electronics_stand_above_food_and_farming()
    {
        ElasticitySet set = ElasticitySets.Read("short-run");
        Assert.Same(set, IrreplaceabilityData.Rate(set, World));
        Assert.Equal("wiod2013", IrreplaceabilityData.Rate(set, World, RatingReach.AnyTable).RatedBy);
        ProductEvidence evidence = IrreplaceabilityData.EvidenceOf(World);
        Assert.Equal((9, false), (evidence.Traits, evidence.IsThin));
        Assert.Equal(["usa-2017", "china-2020"], evidence.Witnesses);
        var ratings = ProductRatings.Of(evidence.Products);
        Assert.True(ratings.Of("c14") >= ratings.Of("c3") + 0.5);
        Assert.True(ratings.Of("c13") > ratings.Of("c1"));
        Assert.True(ratings.Of("c9") > ratings.Of("c6"));
        Assert.Contains("9 of 9 traits", evidence.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_belongs_to_the_economy_is_that_of_the_region_and_what_belongs_to_the_thing_is_not()
    {
        int china = World.Sectors.FindRegion("CHN");
        int russia = World.Sectors.FindRegion("RUS");
        ProductTraits Of(int region) =>
            IrreplaceabilityData.EvidenceOf(World, new RegionNumber(region)).Products.First(p => p.Code == "c14");
        Assert.True(Of(china).Ranks[ProductTrait.Exports] > Of(russia).Ranks[ProductTrait.Exports]);
        Assert.All(TraitWitness.Carried, t => Assert.Equal(Of(china).Ranks[t], Of(russia).Ranks[t]));

        // Taking the region out first comes to the same.
        ProductEvidence alone = IrreplaceabilityData.EvidenceOf(RegionalView.Of(World, new(china)));
        Assert.Equal(alone.Products.First(p => p.Code == "c14").Ranks, Of(china).Ranks);
    }

    [Fact]
    public void A_table_of_unknown_classes_has_the_traits_of_the_table_alone_and_says_so_loudly()
    {
        FlowTable own = World.With(World.Metadata with { Classification = "own" });
        ProductEvidence evidence = IrreplaceabilityData.EvidenceOf(own);
        Assert.Equal((4, true), (evidence.Traits, evidence.IsThin));
        Assert.Empty(evidence.Witnesses);
        Assert.All(evidence.Coverage, c => Assert.Equal(c.Products > 0, c.IsOfTheTable));
        Assert.Contains("4 of 9 traits", evidence.Sentence, StringComparison.Ordinal);
        Assert.Contains("near chance", evidence.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trait_is_the_mean_of_what_meets_in_a_class_by_output_then_a_rank()
    {
        FlowTable table = SmallTables.ManyRegions(["ONE"], ["a", "b", "c"], [0, 1, 1, 1, 0, 1, 1, 1, 0], [1, 1, 1], ["F"]);
        ProductTraits Thing(string code, double rank) =>
            new(code, new Dictionary<ProductTrait, double> { [ProductTrait.Complexity] = rank });
        var witness = new TraitWitness(
            "made",
            [Thing("1", 1), Thing("2", 0), Thing("3", 0.4), Thing("4", 0.1)],
            new Dictionary<string, double>
            {
                ["1"] = 1,
                ["2"] = 3,
                ["3"] = 1,
                ["4"] = 1,
            },
            Concordance.Of("way", [("1", "a"), ("2", "a"), ("3", "b"), ("4", "c")])
        );

        // a: (1 · 1 + 3 · 0) / 4 = 0.25, between c with 0.1 and b with 0.4.
        ProductEvidence evidence = ProductEvidence.Of(table, null, [witness]);
        Assert.Equal([0.5, 1, 0], evidence.Products.Select(p => p.Ranks[ProductTrait.Complexity]));
        Assert.False(evidence.Products[0].Ranks.ContainsKey(ProductTrait.Research));
    }

    [Theory]
    [InlineData("nbs", "china_io_nbs/china_2018_153.csv")]
    [InlineData("nbs", "china_io_nbs/china_2017_149.csv")]
    [InlineData("nbs", "china_io_nbs/china_2012_139.csv")]
    [InlineData("nbs", "china_io_nbs/china_2007_135.csv")]
    [InlineData("nbs", "china_io_nbs/china_2002_122.csv")]
    [InlineData("nbs", "china_io_nbs/china_2015_42.csv")]
    [InlineData("nbs", "china_io_nbs/china_2010_41.csv")]
    [InlineData("nbs", "china_io_nbs/china_2005_42.csv")]
    [InlineData("nbs", "china_io_nbs/china_2017_42.csv")]
    [InlineData("iot", "oecd_iot_2018ed/CHN2015dom.csv")]
    public void Published_tables_are_rated_and_have_a_bridge(string layout, string file)
    {
        string path = SharedData.Require(["data", .. file.Split('/')]);
        FlowTable table = TableFormats.Known.Read(layout, [path], "own");
        ProductEvidence evidence = IrreplaceabilityData.EvidenceOf(table);
        Assert.Equal((9, false), (evidence.Traits, evidence.IsThin));
        Assert.Equal(2, evidence.Witnesses.Count);
        Assert.True(evidence.Coverage.First(c => c.Trait == ProductTrait.Research).Products >= 0.9 * table.Size);
        FlowTable split = BridgeLibrary.Split(table, BridgeLibrary.For(table)!);
        Assert.True(split.Size > table.Size);
    }

    [Fact]
    public void Labels_of_an_older_edition_are_those_of_most_of_its_output()
    {
        string path = SharedData.Require("data", "china_io_nbs", "china_2012_139.csv");
        FlowTable table = TableFormats.Known.Read("nbs", [path], "own");
        ExpertMention Of(string code) => new("here", "list", "item", "nbs2020", code, Rootscope.Catalogue.PurityGrade.A);
        var labels = ExpertLists.LabelsOf(table, [Of("094"), Of("128"), Of("025")]);
        IndustryLabel Label(string code) => labels.Labels[table.Sectors.FindIndustry(code)];
        Assert.Equal(IndustryLabel.Positive, Label("090"));
        // Software is a part of software and information services, tea of beverages and tea: too small to speak for the class, or compared
        // with nothing.
        Assert.Equal(IndustryLabel.LeftOut, Label("024"));
        Assert.Equal(IndustryLabel.Negative, Label("086"));
        Assert.Equal(IndustryLabel.NotCompared, Label("001"));
    }
}
