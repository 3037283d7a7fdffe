using CsCheck;
using Rootscope.Roots.Validation;

namespace Rootscope.Tests.Roots.Validation;

public class RocCurveTests
{
    private static readonly BootstrapOptions Bootstrap = new() { Seed = 1, Draws = 400 };

    private static readonly Gen<(double[] Scores, bool[] Labels)> Cases = Gen.Select(Gen.Int[0, 9], Gen.Bool)
        .Array[2, 40]
        .Where(items => items.Any(i => i.Item2) && items.Any(i => !i.Item2))
        .Select(items => (items.Select(i => (double)i.Item1).ToArray(), items.Select(i => i.Item2).ToArray()));

    [Fact]
    public void A_perfect_score_has_area_one_and_its_reverse_zero()
    {
        Assert.Equal(1, RocCurve.Area([3, 4, 1, 2], [true, true, false, false]));
        Assert.Equal(0, RocCurve.Area([1, 2, 3, 4], [true, true, false, false]));
    }

    [Fact]
    public void Ties_count_one_half() => Assert.Equal(0.5, RocCurve.Area([1, 1, 1], [true, false, false]));

    [Fact]
    public void The_undefined_is_ranked_last_and_a_collapse_first()
    {
        Assert.Equal(1, RocCurve.Area([double.PositiveInfinity, 5, double.NegativeInfinity], [true, false, false]));
        Assert.Equal(0, RocCurve.Area([double.NegativeInfinity, 5, 6], [true, false, false]));
    }

    [Fact]
    public void Without_positives_or_negatives_there_is_no_area_and_no_band()
    {
        Assert.Null(RocCurve.Area([1, 2], [true, true]));
        Assert.Null(RocCurve.Area([1, 2], [false, false]));
        Assert.Null(RocCurve.Interval([1, 2], [false, false], Bootstrap));
    }

    [Fact]
    public void The_area_counts_the_pairs_in_which_the_positive_is_above() =>
        Cases.ForAll(c =>
        {
            double won = 0;
            double pairs = 0;
            foreach (double positive in c.Scores.Where((_, i) => c.Labels[i]))
            {
                foreach (double negative in c.Scores.Where((_, i) => !c.Labels[i]))
                {
                    won +=
                        positive > negative ? 1
                        : positive == negative ? 0.5
                        : 0;
                    pairs++;
                }
            }

            Assert.Equal(won / pairs, RocCurve.Area(c.Scores, c.Labels));
        });

    [Fact]
    public void The_area_sees_only_the_order_of_scores() =>
        Cases.ForAll(c =>
            Assert.Equal(RocCurve.Area(c.Scores, c.Labels), RocCurve.Area([.. c.Scores.Select(s => Math.Exp(s) - 7)], c.Labels))
        );

    [Fact]
    public void Reversing_scores_mirrors_the_area()
    {
        const double RoundingOfOneDivision = 1e-15;
        Cases.ForAll(c =>
            Assert.Equal(
                1 - RocCurve.Area(c.Scores, c.Labels)!.Value,
                RocCurve.Area([.. c.Scores.Select(s => -s)], c.Labels)!.Value,
                RoundingOfOneDivision
            )
        );
    }

    [Fact]
    public void The_band_holds_the_area_of_a_middling_score_and_repeats_with_its_seed()
    {
        double[] scores = [.. Enumerable.Range(0, 60).Select(i => (double)(i * 37 % 61))];
        bool[] labels = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0)];
        double area = RocCurve.Area(scores, labels)!.Value;
        RocInterval band = RocCurve.Interval(scores, labels, Bootstrap)!;
        Assert.InRange(area, band.Low, band.High);
        Assert.Equal(band, RocCurve.Interval(scores, labels, Bootstrap));
        Assert.NotEqual(band, RocCurve.Interval(scores, labels, Bootstrap with { Seed = 2 }));
    }

    [Fact]
    public void A_wider_band_holds_a_narrower_one()
    {
        double[] scores = [.. Enumerable.Range(0, 40).Select(i => (double)(i * 17 % 41))];
        bool[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0)];
        RocInterval narrow = RocCurve.Interval(scores, labels, Bootstrap with { Band = 0.5 })!;
        RocInterval wide = RocCurve.Interval(scores, labels, Bootstrap with { Band = 0.95 })!;
        Assert.True(wide.Low <= narrow.Low && narrow.High <= wide.High);
    }

    [Fact]
    public void A_score_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => RocCurve.Area([double.NaN, 1], [true, false]));

    [Fact]
    public void Too_few_draws_are_refused() =>
        Assert.Throws<ArgumentException>(() => RocCurve.Interval([1, 2], [true, false], Bootstrap with { Draws = 10 }));
}
