using CsCheck;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of bands and tiers of what is at stake (docs/methods/stake.md).</summary>
public class StakeBandLaws
{
    /// <summary>Sums of three nodes a panel err by less than this share of what is at stake.</summary>
    private const double Nodes = 1e-3;

    /// <summary>Exponentials of sums in another order.</summary>
    private const double Rounding = 1e-8;

    /// <summary>
    /// What the approximation's ends may be off the exact ones, in logs: a third of what is at stake, beside bands that span a factor of
    /// four and more.
    /// </summary>
    private const double Approximation = 0.3;

    private const int Draws = 400;

    private static readonly StakeBandWidths None = new()
    {
        Elasticities = 0,
        Ratings = 0,
        Years = 0,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Without_widths_a_band_is_the_point_figure(int draws)
    {
        StakeRanking ranking = Ranking();
        var bands = StakeBands.Of(ranking, new StakeBandOptions { Draws = draws, Widths = None });
        Assert.All(
            bands.Rows,
            b =>
            {
                Close.Equal(b.Point.AtStakeShare!.Value, b.AtStake.Low!.Value, Nodes);
                Close.Equal(b.Point.AtStakeShare!.Value, b.AtStake.High!.Value, Nodes);
                Assert.Equal(b.Point.Rank, b.Rank.Median);
                Assert.Equal(1, b.RankShare);
                Assert.Equal(StakeTiers.NameOf(b.Point.Rank - 1), b.Tier);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Bands_are_the_same_bits_on_any_number_of_threads(int draws)
    {
        StakeRanking ranking = Ranking();
        StakeBands one = StakeBands.Of(ranking, new StakeBandOptions { Draws = draws, Seed = 7 });
        StakeBands three = StakeBands.Of(
            ranking,
            new StakeBandOptions
            {
                Draws = draws,
                Seed = 7,
                Threads = 3,
            }
        );
        Assert.Equal(one.Rows, three.Rows);
        Assert.NotEqual(one.Rows, StakeBands.Of(ranking, new StakeBandOptions { Draws = draws, Seed = 8 }).Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void The_order_of_products_makes_no_difference(int draws)
    {
        int[] order = [2, 0, 1];
        var options = new StakeBandOptions { Draws = draws };
        Dictionary<string, StakeBand> turned = StakeBands.Of(Ranking(order), options).Rows.ToDictionary(b => b.Point.Code);
        Assert.All(
            StakeBands.Of(Ranking(), options).Rows,
            b =>
            {
                StakeBand other = turned[b.Point.Code];
                Assert.Equal((b.Rank, b.RankShare, b.Tier), (other.Rank, other.RankShare, other.Tier));
                Close.Equal(b.AtStake.Low!.Value, other.AtStake.Low!.Value, Rounding);
                Close.Equal(b.AtStake.High!.Value, other.AtStake.High!.Value, Rounding);
            }
        );
    }

    [Fact]
    public void A_draw_is_the_ranking_of_what_was_drawn()
    {
        StakeRanking point = Ranking();
        var options = new StakeBandOptions { Draws = 2, Seed = 3 };
        var drawing = new StakeDrawing(point.Inputs, options);
        double[][] solved =
        [
            .. Enumerable
                .Range(0, options.Draws)
                .Select(i =>
                    StakeRanking
                        .Of(drawing.At(i).Moved(point.Inputs), drawing.At(i).Moved(point.Options))
                        .Rows.OrderBy(r => r.Product.Value)
                        .Select(r => r.AtStakeShare!.Value)
                        .ToArray()
                ),
        ];
        Assert.All(
            StakeBands.Of(point, options).Rows,
            b => Close.Equal(0.5 * (solved[0][b.Point.Product] + solved[1][b.Point.Product]), b.AtStake.Median!.Value, Nodes)
        );
    }

    [Fact]
    public void The_approximation_is_near_exact_draws_of_the_same_numbers()
    {
        StakeRanking ranking = Ranking();
        IReadOnlyList<StakeBand> near = StakeBands.Of(ranking, new StakeBandOptions()).Rows;
        IReadOnlyList<StakeBand> exact = StakeBands.Of(ranking, new StakeBandOptions { Draws = Draws, Threads = 2 }).Rows;
        Assert.All(
            near.Zip(exact),
            p =>
            {
                Band a = p.First.AtStake;
                Band b = p.Second.AtStake;
                Assert.InRange(Math.Log(a.Low!.Value / b.Low!.Value), -Approximation, Approximation);
                Assert.InRange(Math.Log(a.Median!.Value / b.Median!.Value), -Approximation, Approximation);
                Assert.InRange(Math.Log(a.High!.Value / b.High!.Value), -Approximation, Approximation);
            }
        );
    }

    [Fact]
    public void Tiers_of_a_hand_made_ranking()
    {
        IReadOnlyList<int?> tiers = StakeTiers.Of([(1, 2), (2, 4), (3, 5), (4, 6), (2, 5), (6, 7), null]);

        // The second overlaps the first; the third does not and leads B, to which the fourth and, standing after it, the fifth belong.
        Assert.Equal([0, 0, 1, 1, 1, 2, null], tiers);
        Assert.Equal(["A", "Z", "AA", "AB", "BA"], ((int[])[0, 25, 26, 27, 52]).Select(StakeTiers.NameOf));
    }

    [Fact]
    public void Tiers_go_down_the_ranking_and_all_of_a_tier_that_begin_no_other_overlap_its_leader() =>
        Gen.Select(Gen.Double[1, 20], Gen.Double[0, 8])
            .Array[1, 30]
            .ForAll(pairs =>
            {
                (double Best, double Worst)?[] intervals = [.. pairs.Select(p => ((double, double)?)(p.Item1, p.Item1 + p.Item2))];
                int?[] tiers = [.. StakeTiers.Of(intervals)];
                int leader = 0;
                for (int i = 1; i < tiers.Length; i++)
                {
                    Assert.InRange(tiers[i]!.Value - tiers[i - 1]!.Value, 0, 1);
                    Assert.Equal(tiers[i] != tiers[i - 1], intervals[i]!.Value.Best > intervals[leader]!.Value.Worst);
                    leader = tiers[i] != tiers[i - 1] ? i : leader;
                }
            });

    [Fact]
    public void Every_fault_of_the_options_is_told_at_once()
    {
        ModelException fault = Assert.Throws<ModelException>(() =>
            new StakeBandOptions
            {
                Draws = 1,
                Threads = 0,
                Widths = new StakeBandWidths { Years = -1 },
            }.Validate()
        );
        Assert.All(
            new[] { "are 1 draws", "are 0 threads", "of years is -1" },
            word => Assert.Contains(word, fault.Message, StringComparison.Ordinal)
        );
    }

    private static StakeRanking Ranking(int[]? order = null)
    {
        FlowTable table = RandomEconomies.Build(
            3,
            [0.2, 0.5, 0.3, 0.6, 0.1, 0.4, 0.3, 0.4, 0.2],
            [0.5, 0.4, 0.6],
            [3, 2, 6],
            [0.1, 0.3, 0.2],
            [1, 2, 0.5]
        );
        double[] wear = [0.3, 0.6, 0.4];
        double[] ratings = [0.2, 0.6, 0.4];
        double[] years = [1.5, 3.5, 2.5];
        order ??= [0, 1, 2];
        var made = new StakeLaws.Case(
            RandomEconomies.Permute(table, order),
            [.. order.Select(i => wear[i])],
            0.15,
            3.5,
            [.. order.Select(i => ratings[i])],
            Array.IndexOf(order, 1),
            SupplyScope.All
        );
        StakeInputs inputs = made.Inputs();
        return StakeRanking.Of(
            new StakeInputs(inputs.Table, inputs.Support, [.. order.Select(i => years[i])], inputs.Depreciation),
            made.Options()
        );
    }
}
