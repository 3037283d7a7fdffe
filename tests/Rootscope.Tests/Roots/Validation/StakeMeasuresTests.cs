using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Golden;

namespace Rootscope.Tests.Roots.Validation;

public class StakeMeasuresTests
{
    /// <summary>012 to 015 are compared; 001 is farming and is not.</summary>
    private static readonly string[] Codes = ["001", "012", "013", "014", "015"];

    private static readonly FlowTable Table = StakeVectors.OneRegion(
        Codes,
        [4, 9, 1, 1, 0, 2, 5, 8, 3, 1, 1, 2, 6, 9, 4, 0, 3, 2, 7, 8, 2, 1, 3, 1, 5],
        [30, 20, 15, 25, 40],
        [2, 6, 9, 5, 8],
        [45, 41, 41, 48, 56],
        [2, 4, 5, 2, 4]
    );

    private static readonly ExpertLabels Labels = ExpertLabels.Of(
        Table.Sectors.Industries,
        "nbs2020",
        [new ExpertMention("line 2", "made", "1", "nbs2020", "013", PurityGrade.A)]
    );

    [Fact]
    public void Only_compared_industries_are_cut()
    {
        IReadOnlyList<MeasureValues> measures = StakeMeasures.Of(Inputs(Equal), Options(Equal), Labels, "-imports");
        Assert.Equal(["at-stake-imports", "stake-leverage-imports"], measures.Select(m => m.Name));
        Assert.All(measures, m => Assert.Equal([true, false, false, false, false], m.Values.Select(v => v is null)));
        Assert.All(measures, m => Assert.All(m.Values.OfType<double>(), v => Assert.True(v > 0)));
    }

    [Fact]
    public void Exchanging_equal_ratings_changes_nothing_and_exchanging_flows_exchanges_the_outcomes()
    {
        MeasureValues plain = StakeMeasures.Of(Inputs(Equal), Options(Equal), Labels)[0];
        IReadOnlyList<PermutedMeasure> permuted = Permuted(Equal);
        Assert.Equal(["at-stake-flows-permuted", "at-stake-ratings-permuted"], permuted.Select(p => p.Name));
        Assert.All(permuted[1].Draws, d => Assert.Equal(plain.Values, d.Values));
        Assert.All(permuted[0].Draws, d => Assert.Equal(plain.Values.Order(), d.Values.Order()));
        Assert.Contains(permuted[0].Draws, d => !d.Values.SequenceEqual(plain.Values));
    }

    [Fact]
    public void Both_readings_of_a_draw_are_of_the_same_outcomes_and_foreign_ratings_change_them()
    {
        MeasureValues plain = StakeMeasures.Of(Inputs(Unequal), Options(Unequal), Labels)[0];
        IReadOnlyList<PermutedMeasure> permuted = Permuted(Unequal);
        Assert.All(permuted[0].Draws.Zip(permuted[1].Draws), d => Assert.Equal(d.First.Values.Order(), d.Second.Values.Order()));
        Assert.Contains(permuted[1].Draws, d => !d.Values.SequenceEqual(plain.Values));
    }

    [Fact]
    public void Without_permutations_there_are_no_guards() => Assert.Empty(Permuted(Equal, permutations: 0));

    private static double Equal(string code) => 0.6;

    private static double Unequal(string code) => 0.2 * (code[2] - '0') % 1;

    private static IReadOnlyList<PermutedMeasure> Permuted(Func<string, double> rating, int permutations = 4) =>
        StakeMeasures.Permuted(
            Inputs(rating),
            Options(rating),
            Codes.ToDictionary(c => c, rating, StringComparer.Ordinal),
            Labels,
            new GuardOptions { Seed = 3, Permutations = permutations }
        );

    private static StakeInputs Inputs(Func<string, double> rating) =>
        new(Table, Table, [.. Codes.Select(c => StakeInputs.YearsFrom(rating(c)))], [.. Codes.Select(_ => 0.1)]);

    private static StakeOptions Options(Func<string, double> rating)
    {
        Dictionary<string, double> ratings = Codes.ToDictionary(c => c, rating, StringComparer.Ordinal);
        HorizonElasticities Rated(params string[] names) =>
            names.Select(n => ElasticitySets.Read(n).Rated(ratings, "made")).ToArray() is [var half, var three, var ten]
                ? new HorizonElasticities(half, three, ten)
                : throw new InvalidOperationException("three sets");
        return new StakeOptions { Elasticities = Rated("short-run", "medium-run", "long-run"), Supply = SupplyScope.All };
    }
}
