using Rootscope.Complexity;

namespace Rootscope.Tests.Complexity;

/// <summary>Input at the edge of what complexity is defined for is told by a status and by names, never by figures.</summary>
public class ComplexityTests
{
    [Fact]
    public void One_country_is_nothing_to_compare()
    {
        var complexity = EconomicComplexity.Of(AdvantageMatrix.Of(new ExportMatrix(["A"], ["p", "q"], [1, 2])));
        Assert.Equal(ComplexityStatus.TooFew, complexity.Status);
        Assert.Null(complexity.Countries);
    }

    [Fact]
    public void One_country_reaches_the_threshold_in_all_it_sells()
    {
        // Its shares are those of the world: 1 up to a rounding, whatever the figures.
        var matrix = AdvantageMatrix.Of(new ExportMatrix(["A"], ["p", "q", "r"], [1.1, 2.7, 1e9 / 3]));
        Assert.Equal(3, matrix.Diversity(new(0)));
    }

    [Fact]
    public void A_country_without_exports_and_a_product_without_sales_are_left_out_and_named()
    {
        var matrix = AdvantageMatrix.Of(new ExportMatrix(["A", "None", "B"], ["p", "unsold", "q"], [3, 0, 1, 0, 0, 0, 1, 0, 3]));
        Assert.Equal(["None"], matrix.CountriesLeftOut);
        Assert.Equal(["unsold"], matrix.ProductsLeftOut);
        Assert.Equal(["A", "B"], matrix.Countries);
        Assert.Equal([new(0), new(2)], matrix.CountryNumbers);
        Assert.Equal([new(0), new(2)], matrix.ProductNumbers);
    }

    [Fact]
    public void A_country_without_exports_changes_no_figure_of_the_others()
    {
        double[] values = [9, 1, 4, 0, 2, 7, 1, 3, 5, 5, 0, 1];
        var without = ComplexityProfile.Of(new ExportMatrix(["A", "B", "C"], ["p", "q", "r", "s"], values), Everyone);
        var with = ComplexityProfile.Of(new ExportMatrix(["A", "B", "C", "D"], ["p", "q", "r", "s"], [.. values, 0, 0, 0, 0]), Everyone);
        Assert.Equal(without.Complexity.Countries, with.Complexity.Countries);
        Assert.Equal("D", Assert.Single(with.CountriesLeftOut).Country);
    }

    [Fact]
    public void Groups_that_share_nothing_have_no_common_index()
    {
        var matrix = AdvantageMatrix.From(["A", "B", "C", "D"], ["p", "q", "r", "s"], (c, p) => c / 2 == p / 2 && (c != 1 || p != 1));
        Assert.Equal(ComplexityStatus.Disconnected, EconomicComplexity.Of(matrix).Status);
    }

    [Fact]
    public void Countries_that_make_the_same_have_no_index()
    {
        var matrix = AdvantageMatrix.From(["A", "B", "C"], ["p", "q"], (_, _) => true);
        Assert.Equal(ComplexityStatus.NoVariation, EconomicComplexity.Of(matrix).Status);
    }

    [Fact]
    public void A_ring_in_which_no_direction_is_better_than_another_has_no_index()
    {
        var matrix = AdvantageMatrix.From(["A", "B", "C", "D", "E"], ["p", "q", "r", "s", "t"], (c, p) => p == c || p == (c + 1) % 5);
        Assert.Equal(ComplexityStatus.Ambiguous, EconomicComplexity.Of(matrix).Status);
    }

    [Fact]
    public void A_product_that_everybody_makes_is_the_least_complex()
    {
        var matrix = AdvantageMatrix.From(["A", "B", "C"], ["all", "q", "r"], (c, p) => p == 0 || c < 3 - p);
        var complexity = EconomicComplexity.Of(matrix);
        Assert.Equal(ComplexityStatus.Ok, complexity.Status);
        Assert.Equal(complexity.Products!.Min(), complexity.Products![0]);
        Assert.Equal(1, ProductDensity.Of(matrix)[new(0), new(0)]!.Value, 12);
    }

    [Fact]
    public void A_product_that_is_near_no_other_has_no_density_without_itself()
    {
        var matrix = AdvantageMatrix.From(["A", "B"], ["p", "q"], (c, p) => c == p);
        Assert.Null(ProductDensity.Of(matrix, withOwn: false)[new(0), new(0)]);
        Assert.Equal(1, ProductDensity.Of(matrix)[new(0), new(0)]);
    }

    [Fact]
    public void Nothing_exported_is_no_question()
    {
        var exports = new ExportMatrix(["A", "B"], ["p"], [0, 0]);
        Assert.Contains(
            "no exports",
            Assert.Throws<ModelException>(() => ComplexityProfile.Of(exports, Everyone)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "option filter=none",
            Assert.Throws<ModelException>(() => ComplexityProfile.Of(exports)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_filter_names_whom_it_leaves_out_and_why()
    {
        double[] values = new double[3 * 40];
        Array.Fill(values, 100.0, 0, 40);
        Array.Fill(values, 100.0, 40, 1);
        Array.Fill(values, 1e-4, 80, 40);
        var exports = new ExportMatrix(["Large", "One", "Tiny"], [.. Enumerable.Range(0, 40).Select(p => $"p{p}")], values);
        CountryFilterResult result = CountryFilter.Default.Apply(exports);
        Assert.Equal([new(0)], result.Kept);
        Assert.Equal(
            [new("One", "it sells 2.5% of the products, below 5%"), new("Tiny", "its exports are 9.8E-7 of all, below 6E-5")],
            result.LeftOut
        );
        Assert.Equal([new(0), new(1), new(2)], CountryFilter.None.Apply(exports).Kept);
        var people = new Dictionary<string, double> { ["Large"] = 3e5 };
        Assert.Equal("its population is 300,000, below 1,200,000", CountryFilter.Default.Apply(exports, people).LeftOut[0].Reason);
    }

    [Fact]
    public void The_filter_keeps_small_territories_from_ranking_above_Japan()
    {
        ExportMatrix world = Golden.ComplexityVectors.Exports("real226x785");
        Assert.NotEqual("jpn", First(ComplexityProfile.Of(world, Everyone)));
        Assert.Equal("jpn", First(ComplexityProfile.Of(world)));

        static string First(ComplexityProfile profile) =>
            profile.Advantage.Countries[profile.Complexity.Countries!.Index().MaxBy(c => c.Item).Index];
    }

    [Fact]
    public void Fitness_stops_where_the_order_stands_still()
    {
        var matrix = AdvantageMatrix.Of(Golden.ComplexityVectors.Exports("small"));
        var fitness = FitnessComplexity.Of(matrix, new FitnessOptions { MostSteps = 1000, StableSteps = 30 });
        Assert.True(fitness.IsStable);
        Assert.InRange(fitness.Steps, 30, 500);
    }

    [Fact]
    public void Countries_that_tend_to_zero_stay_above_it()
    {
        var matrix = AdvantageMatrix.Of(Golden.ComplexityVectors.Exports("tiny"));
        var fitness = FitnessComplexity.Of(matrix, new FitnessOptions { MostSteps = 20000 });
        Assert.All(fitness.Fitness, f => Assert.InRange(f, double.Epsilon, 5));
        Assert.All(fitness.Quality, q => Assert.InRange(q, double.Epsilon, 6));
    }

    [Fact]
    public void Entries_of_one_country_and_product_are_added()
    {
        var exports = ExportMatrix.From([new("B", "q", 1), new("A", "p", 2), new("B", "q", 3)]);
        Assert.Equal(["A", "B"], exports.Countries);
        Assert.Equal(4, exports[new(1), new(1)]);
        Assert.Equal(0, exports[new(0), new(1)]);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_value_is_refused(double value)
    {
        Assert.Contains(
            "'A' sells of 'p'",
            Assert.Throws<ArgumentException>(() => new ExportMatrix(["A"], ["p"], [value])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'A' sells of 'p'",
            Assert.Throws<ArgumentException>(() => ExportMatrix.From([new("A", "p", value)])).Message,
            StringComparison.Ordinal
        );
    }

    private static ComplexityOptions Everyone => new() { Filter = CountryFilter.None };
}
