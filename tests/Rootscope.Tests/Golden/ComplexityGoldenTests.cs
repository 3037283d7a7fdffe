using System.Text.Json;
using Rootscope.Complexity;

namespace Rootscope.Tests.Golden;

/// <summary>The golden vectors of golden/complexity, from an independent reference that two published programs agree with.</summary>
public class ComplexityGoldenTests
{
    /// <summary>The README's, absolute.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>The README's for fitness above <see cref="FitnessFloor"/>, relative.</summary>
    private const double FitnessTolerance = 1e-9;

    private const double FitnessFloor = 1e-6;

    public static TheoryData<string> Sets => ["tiny", "degenerate", "small", "real226x785"];

    public static TheoryData<string> Connected => ["tiny", "small", "real226x785"];

    public static TheoryData<string> Written => ["tiny", "degenerate", "small"];

    [Theory]
    [MemberData(nameof(Written))]
    public void Advantage_and_the_matrix_are_met(string set)
    {
        ExportMatrix exports = ComplexityVectors.Exports(set);
        Equal(Flat(set, "rca"), RevealedAdvantage.Of(exports));
        AdvantageMatrix matrix = Matrix(exports);
        Equal(Flat(set, "mcp"), Cells(matrix, (c, p) => matrix[new(c), new(p)] ? 1 : 0));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Diversity_ubiquity_and_reflections_are_met(string set)
    {
        AdvantageMatrix matrix = Matrix(ComplexityVectors.Exports(set));
        Equal(
            ComplexityVectors.Column(set, "country", "diversity"),
            [.. Enumerable.Range(0, matrix.Countries.Count).Select(c => (double)matrix.Diversity(new(c)))]
        );
        Equal(
            ComplexityVectors.Column(set, "product", "ubiquity"),
            [.. Enumerable.Range(0, matrix.Products.Count).Select(p => (double)matrix.Ubiquity(new(p)))]
        );
        foreach (int steps in new[] { 1, 2, 18, 20 })
        {
            Close.Equal(
                ComplexityVectors.Column(set, "country", $"kc{steps}"),
                [.. Reflections.Of(matrix, steps).Countries],
                Tolerance,
                $"kc{steps}"
            );
        }

        foreach (int steps in new[] { 1, 2, 19 })
        {
            Close.Equal(
                ComplexityVectors.Column(set, "product", $"kp{steps}"),
                [.. Reflections.Of(matrix, steps).Products],
                Tolerance,
                $"kp{steps}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Connected))]
    public void Indices_and_eigenvalues_are_met(string set)
    {
        var complexity = EconomicComplexity.Of(Matrix(ComplexityVectors.Exports(set)));
        Assert.Equal(ComplexityStatus.Ok, complexity.Status);
        Equal(ComplexityVectors.Column(set, "country", "eci"), [.. complexity.Countries!]);
        Equal(ComplexityVectors.Column(set, "product", "pci"), [.. complexity.Products!]);
        Equal(
            ComplexityVectors.Column(set, "eigs", "value")[1..3],
            [complexity.SecondEigenvalue!.Value, complexity.ThirdEigenvalue!.Value]
        );
    }

    [Fact]
    public void A_matrix_that_falls_apart_has_no_index_but_has_densities_and_fitness()
    {
        var profile = ComplexityProfile.Of(ComplexityVectors.Exports("degenerate"), new ComplexityOptions { Filter = CountryFilter.None });
        Assert.Equal(ComplexityStatus.Disconnected, profile.Complexity.Status);
        Assert.Null(profile.Complexity.Countries);
        Assert.Null(profile.Complexity.Products);
        Assert.Null(profile.Outlook);
        Assert.Equal(1, profile.Complexity.SecondEigenvalue);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fitness_is_met_after_19_steps_and_after_1000(string set)
    {
        AdvantageMatrix matrix = Matrix(ComplexityVectors.Exports(set));
        foreach ((int steps, string suffix) in new[] { (19, "19it"), (1000, "conv") })
        {
            var fitness = FitnessComplexity.Of(matrix, new FitnessOptions { MostSteps = steps });
            EqualAboveFloor(ComplexityVectors.Column(set, "country", $"fitness_{suffix}"), fitness.Fitness);
            EqualAboveFloor(ComplexityVectors.Column(set, "product", $"quality_{suffix}"), fitness.Quality);
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Proximity_and_density_are_met_with_own_proximity_and_without(string set)
    {
        AdvantageMatrix matrix = Matrix(ComplexityVectors.Exports(set));
        var proximity = Proximity.Of(matrix);
        int products = matrix.Products.Count;
        Equal(
            Flat(set, "proximity"),
            [.. Enumerable.Range(0, products * products).Select(at => (double?)proximity[new(at / products), new(at % products)])]
        );
        var density = ProductDensity.Of(matrix);
        Equal(Flat(set, "density"), Cells(matrix, (c, p) => density[new(c), new(p)]));
        var without = ProductDensity.Of(matrix, withOwn: false, threads: 2);
        Equal(Flat(set, "density_noself"), Cells(matrix, (c, p) => without[new(c), new(p)]));
    }

    [Theory]
    [InlineData("tiny")]
    [InlineData("small")]
    public void Gains_are_met_in_every_convention(string set)
    {
        AdvantageMatrix matrix = Matrix(ComplexityVectors.Exports(set));
        var complexity = EconomicComplexity.Of(matrix);
        var density = ProductDensity.Of(matrix);
        foreach (
            (OutlookOptions options, string name) in new[]
            {
                (new OutlookOptions(), "cog"),
                (new OutlookOptions { Gain = OutlookGain.LessOwn }, "cog_atlas"),
                (new OutlookOptions { Weights = OutlookWeights.Unshifted }, "cog_pyecomplexity"),
            }
        )
        {
            ComplexityOutlook outlook = ComplexityOutlook.Of(density, complexity, options)!;
            Equal(Flat(set, name), Cells(matrix, (c, p) => outlook[new(c), new(p)] ?? 0));
        }
    }

    [Theory]
    [MemberData(nameof(Connected))]
    public void The_outlook_is_met_in_both_conventions(string set)
    {
        AdvantageMatrix matrix = Matrix(ComplexityVectors.Exports(set));
        var complexity = EconomicComplexity.Of(matrix);
        var density = ProductDensity.Of(matrix, threads: 2);
        ComplexityOutlook outlook = ComplexityOutlook.Of(density, complexity)!;
        Equal(ComplexityVectors.Column(set, "country", "coi_raw"), [.. outlook.Index]);
        Equal(ComplexityVectors.Column(set, "country", "coi_z"), [.. outlook.StandardisedIndex!]);
        ComplexityOutlook unshifted = ComplexityOutlook.Of(density, complexity, new OutlookOptions { Weights = OutlookWeights.Unshifted })!;
        Equal(ComplexityVectors.Column(set, "coi_pyecomplexity", "value"), [.. unshifted.StandardisedIndex!]);
    }

    [Fact]
    public void Samples_of_world_exports_are_met()
    {
        JsonElement samples = JsonDocument
            .Parse(File.ReadAllText(SharedData.Require("golden", "complexity", "real226x785_samples.json")))
            .RootElement;
        var profile = ComplexityProfile.Of(ComplexityVectors.Exports("real226x785"), new ComplexityOptions { Filter = CountryFilter.None });
        int[] countries = Numbers(samples.GetProperty("country"), profile.Advantage.Countries);
        int[] products = Numbers(samples.GetProperty("product"), profile.Advantage.Products);
        var without = ProductDensity.Of(profile.Advantage, withOwn: false);
        ComplexityOutlook lessOwn = ComplexityOutlook.Of(
            profile.Density,
            profile.Complexity,
            new OutlookOptions { Gain = OutlookGain.LessOwn }
        )!;
        var proximity = Proximity.Of(profile.Advantage);
        Check(countries, "R", (c, p) => profile.AdvantageOf(new(c), new(p)));
        Check(countries, "M", (c, p) => profile.Advantage[new(c), new(p)] ? 1 : 0);
        Check(countries, "D", (c, p) => profile.Density[new(c), new(p)]);
        Check(countries, "Dx", (c, p) => without[new(c), new(p)]);
        Check(countries, "cog", (c, p) => profile.Outlook![new(c), new(p)] ?? 0);
        Check(countries, "cog2", (c, p) => lessOwn[new(c), new(p)] ?? 0);
        Check(products, "proximity", (p, q) => proximity[new(p), new(q)]);

        void Check(int[] rows, string name, Func<int, int, double?> figure)
        {
            double?[] expected =
            [
                .. samples.GetProperty(name).EnumerateArray().SelectMany(r => r.EnumerateArray().Select(v => (double?)v.GetDouble())),
            ];
            Equal(expected, [.. rows.SelectMany(c => products.Select(p => figure(c, p)))]);
        }
    }

    private static int[] Numbers(JsonElement codes, IReadOnlyList<string> all) =>
        [.. codes.EnumerateArray().Select(c => all.ToList().IndexOf(c.GetString()!))];

    /// <summary>No row or column of the golden sets is empty, so numbers stay what they are.</summary>
    private static AdvantageMatrix Matrix(ExportMatrix exports)
    {
        var matrix = AdvantageMatrix.Of(exports);
        Assert.Equal(0, matrix.CountriesLeftOut.Count + matrix.ProductsLeftOut.Count);
        return matrix;
    }

    private static double?[] Flat(string set, string name) => [.. ComplexityVectors.Rows(set, name).Values.SelectMany(r => r)];

    private static double?[] Cells(AdvantageMatrix matrix, Func<int, int, double?> value) =>
        [
            .. Enumerable
                .Range(0, matrix.Countries.Count)
                .SelectMany(c => Enumerable.Range(0, matrix.Products.Count).Select(p => value(c, p))),
        ];

    private static void Equal(double[] expected, double[] actual) =>
        Equal([.. expected.Select(e => (double?)e)], [.. actual.Select(a => (double?)a)]);

    private static void Equal(double?[] expected, double[] actual) => Equal(expected, [.. actual.Select(a => (double?)a)]);

    private static void Equal(double?[] expected, double?[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].HasValue == actual[i].HasValue
                    && (expected[i] is null || Math.Abs(expected[i]!.Value - actual[i]!.Value) <= Tolerance),
                $"[{i}]: expected {expected[i]:R}, got {actual[i]:R}"
            );
        }
    }

    private static void EqualAboveFloor(double[] expected, IReadOnlyList<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = expected[i] > FitnessFloor ? FitnessTolerance * expected[i] : FitnessFloor * FitnessTolerance;
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"[{i}]: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }
}
