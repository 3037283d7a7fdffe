using CsCheck;
using Rootscope.Storage;
using Rootscope.Tests.Properties;
using Rootscope.Upgrading;

namespace Rootscope.Tests.Upgrading;

/// <summary>What is told of a course, and what is refused.</summary>
public class UpgradingCourseTests
{
    private static readonly UpgradingStart Start = new()
    {
        Id = "chips",
        HomeMarket = 1000,
        HomeShare = 0.3,
        Exports = 50,
        Stake = [new StakePoint(0.25, 0.02), new StakePoint(0.5, 0.08)],
    };

    [Fact]
    public void What_is_at_stake_is_what_was_solved_and_follows_the_square_below_it()
    {
        Assert.Equal(0.02, Start.AtStake(0.25)!.Value);
        Assert.Equal(0.08, Start.AtStake(0.5)!.Value);
        Assert.Equal(0.08, Start.AtStake(1)!.Value);
        Assert.Equal(0.005, Start.AtStake(0.125)!.Value, 1e-12);
        Assert.Equal(0, Start.AtStake(0)!.Value);
        Assert.Null((Start with { Stake = [] }).AtStake(0.5));
    }

    /// <summary>Between cuts that are solved the curve rises with them, and never leaves their range.</summary>
    [Fact]
    public void What_is_at_stake_rises_with_the_cut() =>
        Gen.Select(Gen.Double[0.02, 0.98].HashSet[2, 8], Gen.Double[1e-6, 2].HashSet[8])
            .ForAll(
                (cuts, stakes) =>
                {
                    StakePoint[] points = [.. cuts.Order().Zip(stakes.Order(), (c, s) => new StakePoint(c, s))];
                    UpgradingStart start = Start with { Stake = points };
                    double before = 0;
                    for (int i = 1; i <= 200; i++)
                    {
                        double now = start.AtStake(i / 200.0)!.Value;
                        Assert.True(now >= before * (1 - 1e-12), $"{now} < {before} at {i / 200.0}");
                        before = now;
                    }

                    Assert.All(points, p => Assert.Equal(p.AtStake, start.AtStake(p.Cut)!.Value));
                    Assert.Equal(points[^1].AtStake, before);
                },
                50
            );

    [Fact]
    public void A_passage_counts_the_draws_that_reach_the_mark()
    {
        UpgradingCourse course = Run(UpgradingPolicy.None);
        Assert.Equal(new UpgradingPassage(1, 0, 0, 0), course.Passage(UpgradingFigure.AtStake, 1, falls: true));
        Assert.Equal(new UpgradingPassage(0, null, null, null), course.Passage(UpgradingFigure.AtStake, -1, falls: true));
        UpgradingPassage half = course.Passage(UpgradingFigure.HomeShare, course[UpgradingFigure.HomeShare].Median[10], falls: false);
        Assert.InRange(half.Share, 0.4, 1);
        Assert.True(half.Low <= half.Median);
    }

    [Fact]
    public void A_delay_is_told_draw_by_draw()
    {
        UpgradingCourse free = Run(UpgradingPolicy.None);
        UpgradingCourse cut = Run(new UpgradingPolicy { CapitalCut = 0.9 });
        double mark = free[UpgradingFigure.HomeShare].Median[8];
        Assert.Equal(0, free.Delay(free, UpgradingFigure.HomeShare, mark, falls: false));
        Assert.True(cut.Delay(free, UpgradingFigure.HomeShare, mark, falls: false) > 0);
        Assert.Null(cut.Delay(free, UpgradingFigure.HomeShare, 2, falls: false));
    }

    [Fact]
    public void A_policy_holds_for_its_years_alone()
    {
        UpgradingFan share = Run(
            new UpgradingPolicy
            {
                Ban = 1,
                From = 2,
                Years = 3,
            }
        )[UpgradingFigure.HomeShare];
        Assert.True(share.High[1] < 1);
        Assert.All(new[] { 2, 3, 4 }, t => Assert.Equal(1, share.Low[t], 1e-12));
        Assert.True(share.High[5] < 1);
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        string message = Assert
            .Throws<ModelException>(() =>
                UpgradingLoop.Run(
                    [Start with { HomeMarket = 0 }],
                    UpgradingData.Parameters(),
                    new UpgradingPolicy { Ban = 2, PublicMoney = -1 },
                    new UpgradingOptions { Draws = 0 },
                    TestContext.Current.CancellationToken
                )
            )
            .Message;
        Assert.All(
            new[] { "chips", "ban is 2", "publicMoney is -1", "draws" },
            part => Assert.Contains(part, message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_parameter_has_a_source_and_a_range_and_none_else_is_taken()
    {
        UpgradingParameters parameters = UpgradingData.Parameters();
        Assert.All(parameters.All, p => Assert.True(p.Source.Length > 0 && p.Meaning.Length > 0 && p.Unit.Length > 0, p.Name));
        Assert.Contains(parameters.All, p => p.IsAssumption);
        Assert.Contains(parameters.All, p => !p.IsAssumption);
        Assert.Throws<UnknownNameException>(() => parameters.With("learning", 0.2));
        Assert.Throws<ModelException>(() => parameters.With(UpgradingParameters.Spill, 2));
        Assert.Throws<ModelException>(() => new UpgradingParameters([.. parameters.All.Skip(1)]));
    }

    private static UpgradingCourse Run(UpgradingPolicy policy) =>
        UpgradingLoop.Run(
            [Start],
            UpgradingData.Parameters(),
            policy,
            new UpgradingOptions { Draws = 60 },
            TestContext.Current.CancellationToken
        )[0];
}
