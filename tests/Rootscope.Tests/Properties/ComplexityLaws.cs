using CsCheck;
using Rootscope.Complexity;

namespace Rootscope.Tests.Properties;

/// <summary>What every measure of complexity keeps to, on made matrices of exports.</summary>
public class ComplexityLaws
{
    /// <summary>Sums of a few hundred terms in another order, and eigenvectors whose gap is at least 1e-3 here.</summary>
    private const double Tolerance = 1e-9;

    private const double LeastGap = 1e-3;

    private const int Runs = 60;

    private static readonly Gen<ExportMatrix> Exports =
        from countries in Gen.Int[2, 14]
        from products in Gen.Int[2, 20]
        from values in Gen.Select(Gen.Int[0, 9], Gen.Double[0.1, 100]).Array[countries * products]
        select new ExportMatrix(
            Codes("c", countries),
            Codes("p", products),
            [.. values.Select(v => v.Item1 < 5 ? 0 : Math.Pow(v.Item2, 2))]
        );

    private static readonly Gen<ComplexityProfile> Profiles = Exports.Where(e => e.Total > 0).Select(Profile);

    [Fact]
    public void The_index_of_a_country_is_the_mean_index_of_what_it_makes() =>
        Defined.ForAll(
            profile =>
            {
                AdvantageMatrix m = profile.Advantage;
                IReadOnlyList<double> countries = profile.Complexity.Countries!;
                Close(0, countries.Average());
                Close(1, countries.Average(c => c * c));
                for (int c = 0; c < countries.Count; c++)
                {
                    Close(countries[c], m.ProductsOf(new(c)).ToArray().Average(p => profile.Complexity.Products![p]));
                }
            },
            count: Runs
        );

    [Fact]
    public void Exchanging_countries_and_products_leaves_the_indices_straight_lines_of_each_other() =>
        Defined.ForAll(
            profile =>
            {
                AdvantageMatrix m = profile.Advantage;
                var turned = EconomicComplexity.Of(AdvantageMatrix.From(m.Products, m.Countries, (p, c) => m[new(c), new(p)]));
                if (turned.Status == ComplexityStatus.Ok)
                {
                    Close(1, Math.Abs(Correlation(profile.Complexity.Countries!, turned.Products!)));
                    Close(1, Math.Abs(Correlation(profile.Complexity.Products!, turned.Countries!)));
                }
            },
            count: Runs
        );

    [Fact]
    public void Another_order_of_countries_and_products_changes_no_figure() =>
        Gen.Select(Defined, Gen.Int[1, 1000])
            .ForAll(
                (profile, seed) =>
                {
                    ExportMatrix exports = profile.Exports;
                    int[] rows = Shuffled(exports.Countries.Count, seed);
                    int[] columns = Shuffled(exports.Products.Count, seed + 1);
                    double[] values = [.. rows.SelectMany(c => columns.Select(p => exports[new(c), new(p)]))];
                    ComplexityProfile other = Profile(
                        new ExportMatrix([.. rows.Select(c => exports.Countries[c])], [.. columns.Select(p => exports.Products[p])], values)
                    );
                    Same(profile, other);
                },
                count: Runs
            );

    [Fact]
    public void The_unit_of_money_changes_no_figure() =>
        Gen.Select(Defined, Gen.Double[1e-6, 1e6])
            .ForAll(
                (profile, factor) =>
                {
                    ExportMatrix e = profile.Exports;
                    Same(profile, Profile(new ExportMatrix(e.Countries, e.Products, [.. e.Values.ToArray().Select(v => v * factor)])));
                },
                count: Runs
            );

    [Fact]
    public void Density_is_the_mean_of_advantages_weighted_by_proximity() =>
        Profiles.ForAll(
            profile =>
            {
                AdvantageMatrix m = profile.Advantage;
                var proximity = Proximity.Of(m);
                int[] products = [.. Enumerable.Range(0, m.Products.Count)];
                for (int c = 0; c < m.Countries.Count; c++)
                {
                    foreach (int p in products)
                    {
                        double expected =
                            products.Sum(q => m[new(c), new(q)] ? proximity[new(q), new(p)] : 0)
                            / products.Sum(q => proximity[new(q), new(p)]);
                        double density = profile.Density[new(c), new(p)]!.Value;
                        Close(expected, density);
                        Assert.InRange(density, 0, 1);
                    }
                }
            },
            count: Runs
        );

    [Fact]
    public void Gains_and_the_outlook_are_the_sums_they_are_defined_as() =>
        Defined.ForAll(
            profile =>
            {
                AdvantageMatrix m = profile.Advantage;
                var proximity = Proximity.Of(m);
                IReadOnlyList<double> pci = profile.Complexity.Products!;
                int[] products = [.. Enumerable.Range(0, m.Products.Count)];
                for (int c = 0; c < m.Countries.Count; c++)
                {
                    int[] absent = [.. products.Where(p => !m[new(c), new(p)])];
                    Close(absent.Sum(p => profile.Density[new(c), new(p)]!.Value * pci[p]), profile.Outlook!.Index[c]);
                    foreach (int p in absent)
                    {
                        Close(
                            absent.Sum(q => proximity[new(q), new(p)] / products.Sum(r => proximity[new(q), new(r)]) * pci[q]),
                            profile.Outlook[new(c), new(p)]!.Value
                        );
                    }
                }
            },
            count: Runs
        );

    [Fact]
    public void Proximity_is_symmetric_and_a_share() =>
        Profiles.ForAll(
            profile =>
            {
                var proximity = Proximity.Of(profile.Advantage);
                for (int p = 0; p < profile.Advantage.Products.Count; p++)
                {
                    Assert.Equal(1, proximity[new(p), new(p)]);
                    for (int q = 0; q < p; q++)
                    {
                        Assert.Equal(proximity[new(p), new(q)], proximity[new(q), new(p)]);
                        Assert.InRange(proximity[new(p), new(q)], 0, 1);
                    }
                }
            },
            count: Runs
        );

    [Fact]
    public void Fitness_and_quality_are_relative_to_their_means() =>
        Profiles.ForAll(
            profile =>
            {
                Close(1, profile.Fitness.Fitness.Average());
                Close(1, profile.Fitness.Quality.Average());
                Assert.All([.. profile.Fitness.Fitness, .. profile.Fitness.Quality], f => Assert.True(f > 0));
            },
            count: Runs
        );

    [Fact]
    public void The_forest_joins_all_that_is_joined_by_the_strongest_links() =>
        Profiles.ForAll(
            profile =>
            {
                AdvantageMatrix m = profile.Advantage;
                var proximity = Proximity.Of(m);
                IReadOnlyList<ProductLink> links = ProductSpace.Of(m, threshold: 0.3);
                Assert.Equal(links.Count, links.Select(l => (l.First, l.Second)).Distinct().Count());
                Assert.All(links, l => Assert.Equal(proximity[l.First, l.Second], l.Proximity));
                Assert.All(links, l => Assert.True(l.IsInForest || l.Proximity >= 0.3));

                // Kruskal's tree, written in another way: its weight is the greatest there is.
                int[] trees = [.. Enumerable.Range(0, m.Products.Count)];
                (int P, int Q)[] pairs =
                [
                    .. trees
                        .SelectMany(p => trees.Where(q => p < q && proximity[new(p), new(q)] > 0).Select(q => (p, q)))
                        .OrderByDescending(l => proximity[new(l.p), new(l.q)]),
                ];
                double weight = 0;
                int count = 0;
                foreach ((int p, int q) in pairs)
                {
                    if (trees[p] != trees[q])
                    {
                        (weight, count) = (weight + proximity[new(p), new(q)], count + 1);
                        (int one, int other) = (trees[p], trees[q]);
                        trees = Array.ConvertAll(trees, t => t == one ? other : t);
                    }
                }

                ProductLink[] forest = [.. links.Where(l => l.IsInForest)];
                Assert.Equal(count, forest.Length);
                Close(weight, forest.Sum(l => l.Proximity));
            },
            count: Runs
        );

    [Fact]
    public void Two_threads_give_the_bits_of_one() =>
        Defined.ForAll(
            profile =>
            {
                var other = ComplexityProfile.Of(profile.Exports, new ComplexityOptions { Filter = CountryFilter.None, Threads = 2 });
                Assert.Equal(profile.Outlook!.Index, other.Outlook!.Index);
                Assert.Equal(profile.Complexity.Products, other.Complexity.Products);
            },
            count: Runs
        );

    /// <summary>Matrices whose indices are defined, and not by a hair.</summary>
    private static Gen<ComplexityProfile> Defined =>
        Profiles.Where(p =>
            p.Complexity.Status == ComplexityStatus.Ok
            && p.Complexity.SecondEigenvalue - p.Complexity.ThirdEigenvalue > LeastGap
            && p.Complexity.SecondEigenvalue > LeastGap
            && p.Complexity.DiversityCorrelation > LeastGap
        );

    private static ComplexityProfile Profile(ExportMatrix exports) =>
        ComplexityProfile.Of(exports, new ComplexityOptions { Filter = CountryFilter.None });

    private static void Same(ComplexityProfile expected, ComplexityProfile actual)
    {
        Dictionary<string, int> countries = Numbers(actual.Advantage.Countries);
        Dictionary<string, int> products = Numbers(actual.Advantage.Products);
        Assert.Equal(expected.Advantage.Countries.Count, countries.Count);
        for (int c = 0; c < expected.Advantage.Countries.Count; c++)
        {
            int other = countries[expected.Advantage.Countries[c]];
            Assert.Equal(expected.Advantage.Diversity(new(c)), actual.Advantage.Diversity(new(other)));
            Close(expected.Complexity.Countries![c], actual.Complexity.Countries![other]);
            Close(expected.Fitness.Fitness[c], actual.Fitness.Fitness[other]);
            Close(expected.Outlook!.Index[c], actual.Outlook!.Index[other]);
            for (int p = 0; p < expected.Advantage.Products.Count; p++)
            {
                Close(
                    expected.Density[new(c), new(p)]!.Value,
                    actual.Density[new(other), new(products[expected.Advantage.Products[p]])]!.Value
                );
            }
        }
    }

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> codes) =>
        codes.Select((code, at) => (code, at)).ToDictionary(c => c.code, c => c.at, StringComparer.Ordinal);

    private static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double meanA = a.Average();
        double meanB = b.Average();
        double together = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return together / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");

    private static string[] Codes(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => prefix + i)];

    private static int[] Shuffled(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        return [.. order.OrderBy(i => (i + 1L) * 7919 * seed % 10007).ThenBy(i => i)];
    }
}
