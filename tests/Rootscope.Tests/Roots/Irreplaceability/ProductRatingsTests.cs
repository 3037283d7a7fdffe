using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots.Irreplaceability;

public class ProductRatingsTests
{
    [Fact]
    public void A_product_that_is_harder_to_replace_by_every_trait_is_rated_higher()
    {
        var ratings = ProductRatings.Of([Uniform("easy", 0.1), Uniform("middle", 0.5), Uniform("hard", 0.9)]);
        Assert.Equal([0, 0.5, 1], ratings.All.Select(r => r.Irreplaceability));
    }

    [Fact]
    public void A_missing_trait_counts_as_the_median_and_is_named()
    {
        var unknown = new ProductTraits("unknown", new Dictionary<ProductTrait, double>());
        var ratings = ProductRatings.Of([Uniform("easy", 0.4), unknown, Uniform("hard", 0.6)]);
        Assert.Equal(0.5, ratings.Find("unknown")!.Irreplaceability);
        Assert.Equal(Enum.GetValues<ProductTrait>(), ratings.Find("unknown")!.Missing);
        Assert.Empty(ratings.Find("hard")!.Missing);
    }

    [Fact]
    public void Two_traits_of_one_ingredient_count_once()
    {
        // Complexity and few exporters both say few can make it: together they weigh as much as exports alone.
        ProductTraits Product(string code, double makers, double exports) =>
            new(
                code,
                Enum.GetValues<ProductTrait>()
                    .ToDictionary(
                        t => t,
                        t =>
                            t is ProductTrait.Complexity or ProductTrait.FewExporters ? makers
                            : t == ProductTrait.Exports ? exports
                            : 0.5
                    )
            );
        var ratings = ProductRatings.Of([Product("a", 0.8, 0.2), Product("b", 0.2, 0.8), Product("c", 0.1, 0.1)]);
        Assert.Equal(ratings.Find("a")!.Irreplaceability, ratings.Find("b")!.Irreplaceability);
        Assert.Equal(0, ratings.Find("c")!.Irreplaceability);
    }

    [Theory]
    [InlineData("usa-2017")]
    [InlineData("china-2020")]
    public void Every_product_of_the_table_is_rated_from_the_embedded_evidence(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        var ratings = ProductRatings.Of(IrreplaceabilityData.Read(table.Metadata.Classification));
        Assert.Equal(table.Sectors.Industries.Select(i => i.Code), ratings.All.Select(r => r.Code));
        Assert.All(ratings.All, r => Assert.InRange(r.Irreplaceability, 0, 1));

        // Ranks are spread evenly over the products.
        Assert.Equal(0.5, ratings.All.Average(r => r.Irreplaceability), 0.02);
    }

    [Fact]
    public void Elasticities_and_years_lie_between_their_ends_on_a_scale_of_ratios()
    {
        FlowTable table = EmbeddedTables.Read("usa-2017");
        ElasticitySet set = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table);
        Assert.Equal("bea2017", set.RatedBy);
        var ratings = ProductRatings.Of(IrreplaceabilityData.Read("bea2017"));
        foreach (ProductRating rating in ratings.All)
        {
            double expected = 2 * Math.Pow(0.05 / 2, rating.Irreplaceability);
            Assert.Equal(expected, set.Of(Nest.ProductInputs, rating.Code), 1e-12);
            Assert.Equal(expected, set.Of(Nest.FinalDemand, rating.Code), 1e-12);
            Assert.Equal(expected, set.Of(Nest.DomesticImported, rating.Code), 1e-12);
            Assert.InRange(rating.ReplacementYears(IrreplaceabilityData.ReplacementSpan), 0.5, 10);
        }
    }

    [Fact]
    public void The_longer_the_run_the_easier_every_product_is_replaced()
    {
        ElasticitySet[] sets = [.. new[] { "short-run", "medium-run", "long-run" }.Select(ElasticitySets.Read)];
        foreach (double rating in new[] { 0, 0.3, 0.7, 1 })
        {
            double[] values = [.. sets.Select(s => s.Elasticities.First(e => e.Nest == Nest.AmongInputs).Range!.Value.At(rating))];
            Assert.True(values[0] < values[1] && values[1] < values[2], string.Join(' ', values));
        }
    }

    [Fact]
    public void A_set_without_ranges_and_a_table_without_ratings_stay_as_they_are()
    {
        ElasticitySet flat = ElasticitySets.Read("first-figures");
        Assert.Same(flat, IrreplaceabilityData.Rate(flat, EmbeddedTables.Read("china-2020")));
        ElasticitySet ranged = ElasticitySets.Read("short-run");
        Assert.Same(ranged, IrreplaceabilityData.Rate(ranged, EmbeddedTables.Read("world-2011")));
    }

    private static ProductTraits Uniform(string code, double rank) =>
        new(code, Enum.GetValues<ProductTrait>().ToDictionary(t => t, _ => rank));

    [Fact]
    public void A_class_is_nearer_to_the_rating_of_its_group_than_to_what_foreign_classes_say()
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        FlowTable america = EmbeddedTables.Read("usa-2017");
        Dictionary<string, ProductTraits> known = IrreplaceabilityData.Read("nbs2020").ToDictionary(p => p.Code);
        Dictionary<string, ProductTraits> foreign = IrreplaceabilityData.Read("bea2017").ToDictionary(p => p.Code);
        var ratings = ProductRatings.Of([.. known.Values]);
        string[] codes = [.. china.Sectors.Industries.Select(i => i.Code)];
        string[] finer = [.. america.Sectors.Industries.Select(i => i.Code)];
        int[] group = ConcordanceLibrary.Read("nbs2020-nbs42").Map(codes, out _);
        int[] target = ConcordanceLibrary.Read("bea2017-nbs2020").Map(finer, out IReadOnlyList<string> targets);
        var errors = new List<(double Inherited, double Foreign)>();
        for (int k = 0; k < codes.Length; k++)
        {
            int[] members = [.. Enumerable.Range(0, codes.Length).Where(i => group[i] == group[k])];
            ProductTraits[] standing =
            [
                .. Enumerable.Range(0, finer.Length).Where(r => targets[target[r]] == codes[k]).Select(r => foreign[finer[r]]),
            ];
            if (members.Length < 3 || standing.Length == 0)
            {
                continue;
            }

            ProductTraits mean = MeanTraits(members, i => known[codes[i]], i => china.Output[i]);
            ProductTrait[] ofTheEconomy = [ProductTrait.Exports, ProductTrait.Imports, ProductTrait.ValueAdded];
            ProductTraits things = MeanTraits([.. Enumerable.Range(0, standing.Length)], i => standing[i], _ => 1);
            var mixed = new ProductTraits(
                "mixed",
                mean.Ranks.ToDictionary(
                    r => r.Key,
                    r => ofTheEconomy.Contains(r.Key) ? r.Value : things.Ranks.GetValueOrDefault(r.Key, r.Value)
                )
            );
            double truth = ratings.Of(codes[k]);
            errors.Add((ratings.RatingOf(mean) - truth, ratings.RatingOf(mixed) - truth));
        }

        Assert.Equal(105, errors.Count);
        Assert.Equal(0.16, Math.Sqrt(errors.Average(e => e.Inherited * e.Inherited)), 0.005);
        Assert.Equal(0.19, Math.Sqrt(errors.Average(e => e.Foreign * e.Foreign)), 0.005);
    }

    private static ProductTraits MeanTraits(int[] members, Func<int, ProductTraits> traits, Func<int, double> weight)
    {
        var ranks = new Dictionary<ProductTrait, double>();
        foreach (ProductTrait trait in Enum.GetValues<ProductTrait>())
        {
            int[] with = [.. members.Where(i => traits(i).Ranks.ContainsKey(trait))];
            if (with.Length > 0)
            {
                ranks[trait] = with.Sum(i => weight(i) * traits(i).Ranks[trait]) / with.Sum(weight);
            }
        }

        return new ProductTraits("mean", ranks);
    }
}
