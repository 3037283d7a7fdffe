using CsCheck;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Tests.Properties;

/// <summary>Laws of the upgrading loop.</summary>
public class UpgradingLaws
{
    /// <summary>Twenty years of products of rounded numbers.</summary>
    private const double Rounding = 1e-9;

    private const int Few = 25;
    private static readonly UpgradingParameters Usual = UpgradingData.Parameters();

    private static readonly UpgradingOptions Options = new() { Draws = 40, Years = 20 };

    private static readonly Gen<UpgradingStart> Starts =
        from market in Gen.Double[1, 1e6]
        from share in Gen.Double[0.02, 0.98]
        from exported in Gen.Double[0, 2]
        from feasibility in Gen.Double[0, 1]
        from known in Gen.Bool
        select new UpgradingStart
        {
            Id = "planted",
            HomeMarket = market,
            HomeShare = share,
            Exports = exported * market,
            Feasibility = known ? feasibility : null,
            Stake = [new StakePoint(0.25, 0.01), new StakePoint(0.5, 0.03), new StakePoint(0.75, 0.06)],
        };

    [Fact]
    public void Without_learning_and_spill_shares_stay() =>
        Starts.ForAll(
            start =>
            {
                // Knowledge on its balanced path does not move shares; what is left is growth of both markets at one rate.
                UpgradingParameters still = Balanced().With(UpgradingParameters.Spill, 0);
                UpgradingCourse course = Run(start, still, UpgradingPolicy.None);
                for (int t = 0; t <= Options.Years; t++)
                {
                    Assert.Equal(start.HomeShare, course[UpgradingFigure.HomeShare].Low[t], Rounding);
                    Assert.Equal(start.HomeShare, course[UpgradingFigure.HomeShare].High[t], Rounding);
                    Assert.Equal(
                        course[UpgradingFigure.CostGap].Median[0],
                        course[UpgradingFigure.CostGap].Median[t],
                        Rounding * (1 + course[UpgradingFigure.CostGap].Median[0])
                    );
                }
            },
            Few
        );

    [Fact]
    public void Learning_alone_at_one_rate_of_growth_keeps_shares_too() =>
        Starts.ForAll(
            start =>
            {
                UpgradingParameters learning = Balanced().With(UpgradingParameters.Spill, 0).With(UpgradingParameters.LearningRate, 0.2);
                UpgradingCourse course = Run(start, learning, UpgradingPolicy.None);
                Assert.Equal(start.HomeShare, course[UpgradingFigure.HomeShare].Median[^1], 1e-6);
                Assert.True(course[UpgradingFigure.HomeCost].Median[^1] < 0.9, "costs did not fall");
            },
            Few
        );

    [Fact]
    public void A_planted_learning_rate_is_recovered_from_the_loop_s_own_output() =>
        Gen.Select(Starts, Gen.Double[0.02, 0.4])
            .ForAll(
                (start, rate) =>
                {
                    UpgradingParameters planted = Usual.With(UpgradingParameters.LearningRate, rate).With(UpgradingParameters.Shock, 0);
                    UpgradingCourse course = Run(start, planted, UpgradingPolicy.None, Options with { Draws = 3 });
                    for (int draw = 0; draw < 3; draw++)
                    {
                        int[] years = [.. Enumerable.Range(0, Options.Years + 1)];
                        var fitted = ExperienceCurve.Of(
                            new ExperienceSeries(
                                "own",
                                years,
                                [.. years.Select(t => course.ValueOf(UpgradingFigure.HomeCost, t, draw))],
                                [.. years.Select(t => course.ValueOf(UpgradingFigure.HomeExperience, t, draw))]
                            )
                        );
                        Assert.Equal(rate, fitted.LearningRate, 1e-7);
                    }
                },
                Few
            );

    [Fact]
    public void With_a_total_spill_the_gap_closes_at_the_frontier_s_pace() =>
        Starts.ForAll(
            start =>
            {
                UpgradingParameters total = Balanced().With(UpgradingParameters.Spill, 1);
                UpgradingCourse course = Run(start with { Feasibility = null }, total, UpgradingPolicy.None);
                for (int t = 1; t <= Options.Years; t++)
                {
                    Assert.Equal(0, course[UpgradingFigure.CostGap].High[t], Rounding);
                    Assert.Equal(0, course[UpgradingFigure.CostGap].Low[t], Rounding);
                }
            },
            Few
        );

    [Fact]
    public void A_missing_capability_keeps_makers_from_catching_up() =>
        Starts.ForAll(
            start =>
            {
                UpgradingParameters shut = Balanced()
                    .With(UpgradingParameters.Spill, 0.5)
                    .With(UpgradingParameters.GateFar, 0)
                    .With(UpgradingParameters.GateNear, 0);
                UpgradingStart behind = start with { HomeShare = 0.2, Feasibility = 0.3 };
                UpgradingCourse closed = Run(behind, shut, UpgradingPolicy.None);
                UpgradingCourse open = Run(behind with { Feasibility = 1 }, shut, UpgradingPolicy.None);
                for (int draw = 0; draw < Options.Draws; draw++)
                {
                    double gap = Value(closed, UpgradingFigure.CostGap, Options.Years, draw);
                    Assert.True(gap >= Value(closed, UpgradingFigure.CostGap, 0, draw) - Rounding);
                    Assert.True(Value(open, UpgradingFigure.CostGap, Options.Years, draw) < gap);
                }
            },
            Few
        );

    [Fact]
    public void A_ban_hands_home_the_market_closes_the_spill_and_costs_both_sides() =>
        Starts.ForAll(
            start =>
            {
                var ban = new UpgradingPolicy { Ban = 0.5 };
                UpgradingStart behind = start with { HomeShare = Math.Min(start.HomeShare, 0.45), Feasibility = null };
                UpgradingCourse free = Run(behind, Usual, UpgradingPolicy.None);
                UpgradingCourse banned = Run(behind, Usual, ban);
                for (int draw = 0; draw < Options.Draws; draw++)
                {
                    Assert.True(Value(banned, UpgradingFigure.HomeShare, 0, draw) > Value(free, UpgradingFigure.HomeShare, 0, draw));
                    Assert.True(Value(banned, UpgradingFigure.UserPrice, 0, draw) > 0);
                    Assert.Equal(0, Value(free, UpgradingFigure.UserPrice, 0, draw), Rounding);
                    Assert.True(Value(banned, UpgradingFigure.ForeignSales, 0, draw) < 1);
                    Assert.True(Value(banned, UpgradingFigure.HomeSales, 0, draw) > 1);
                }
            },
            Few
        );

    /// <summary>Ending imports is no way to put nothing at stake: what a ban took is told, and rises with it.</summary>
    [Fact]
    public void A_ban_puts_no_less_at_stake_and_what_it_took_is_told() =>
        Gen.Select(Starts, Gen.Double[0.05, 1])
            .ForAll(
                (start, ban) =>
                {
                    UpgradingCourse free = Run(start, Usual, UpgradingPolicy.None);
                    UpgradingCourse banned = Run(start, Usual, new UpgradingPolicy { Ban = ban });
                    for (int draw = 0; draw < Options.Draws; draw++)
                    {
                        double stake = Value(banned, UpgradingFigure.AtStake, 0, draw);
                        double taken = Value(banned, UpgradingFigure.TakenByBan, 0, draw);
                        Assert.True(stake > Value(free, UpgradingFigure.AtStake, 0, draw));
                        Assert.InRange(taken, start.AtStake(ban)!.Value - Rounding, stake);
                        Assert.Equal(0, Value(free, UpgradingFigure.TakenByBan, 0, draw));
                    }
                },
                Few
            );

    [Fact]
    public void Public_money_never_hurts_home_and_a_cut_of_capital_never_helps() =>
        Starts.ForAll(
            start =>
            {
                UpgradingCourse plain = Run(start, Usual, UpgradingPolicy.None);
                UpgradingCourse paid = Run(start, Usual, new UpgradingPolicy { PublicMoney = start.HomeMarket * 0.01 });
                UpgradingCourse cut = Run(start, Usual, new UpgradingPolicy { CapitalCut = 0.5 });
                for (int draw = 0; draw < Options.Draws; draw++)
                {
                    double share = Value(plain, UpgradingFigure.HomeShare, Options.Years, draw);
                    Assert.True(Value(paid, UpgradingFigure.HomeShare, Options.Years, draw) >= share - Rounding);
                    Assert.True(Value(cut, UpgradingFigure.HomeShare, Options.Years, draw) <= share + Rounding);
                }
            },
            Few
        );

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_threads_and_beside_any_others() =>
        Starts.ForAll(
            start =>
            {
                UpgradingStart other = start with { Id = "other", HomeShare = 0.3 };
                IReadOnlyList<UpgradingCourse> one = UpgradingLoop.Run(
                    [start, other],
                    Usual,
                    UpgradingPolicy.None,
                    Options,
                    TestContext.Current.CancellationToken
                );
                IReadOnlyList<UpgradingCourse> two = UpgradingLoop.Run(
                    [other, start],
                    Usual,
                    UpgradingPolicy.None,
                    Options with
                    {
                        Threads = 2,
                    },
                    TestContext.Current.CancellationToken
                );
                foreach (UpgradingFigure figure in Enum.GetValues<UpgradingFigure>())
                {
                    for (int t = 0; t <= Options.Years; t++)
                    {
                        for (int draw = 0; draw < Options.Draws; draw++)
                        {
                            Assert.Equal(
                                BitConverter.DoubleToInt64Bits(Value(one[0], figure, t, draw)),
                                BitConverter.DoubleToInt64Bits(Value(two[1], figure, t, draw))
                            );
                        }
                    }
                }
            },
            5
        );

    [Fact]
    public void The_unit_of_money_does_not_matter() =>
        Gen.Select(Starts, Gen.Double[0.01, 1000])
            .ForAll(
                (start, unit) =>
                {
                    var policy = new UpgradingPolicy { PublicMoney = start.HomeMarket * 0.02, Tariff = 0.1 };
                    UpgradingFan one = Run(start, Usual, policy)[UpgradingFigure.HomeShare];
                    UpgradingFan other = Run(
                        start with
                        {
                            HomeMarket = start.HomeMarket * unit,
                            Exports = start.Exports * unit,
                        },
                        Usual,
                        policy with
                        {
                            PublicMoney = policy.PublicMoney * unit,
                        }
                    )[UpgradingFigure.HomeShare];
                    Assert.Equal(one.Median[^1], other.Median[^1], Rounding);
                },
                Few
            );

    /// <summary>A year's figure of one draw.</summary>
    private static double Value(UpgradingCourse course, UpgradingFigure figure, int year, int draw) => course.ValueOf(figure, year, draw);

    /// <summary>No learning, no shocks, and both markets at one rate of growth.</summary>
    private static UpgradingParameters Balanced() =>
        Usual
            .With(UpgradingParameters.LearningRate, 0)
            .With(UpgradingParameters.Shock, 0)
            .With(UpgradingParameters.HomeGrowth, 0.04)
            .With(UpgradingParameters.ForeignGrowth, 0.04);

    private static UpgradingCourse Run(
        UpgradingStart start,
        UpgradingParameters parameters,
        UpgradingPolicy policy,
        UpgradingOptions? options = null
    ) => UpgradingLoop.Run([start], parameters, policy, options ?? Options, TestContext.Current.CancellationToken)[0];
}
