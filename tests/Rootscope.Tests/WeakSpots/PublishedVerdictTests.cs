using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.WeakSpots;

namespace Rootscope.Tests.WeakSpots;

/// <summary>What published shares say, worked by hand.</summary>
public class PublishedVerdictTests
{
    private const double Tolerance = 1e-12;

    private static readonly DependenceRule GeoDep = DependenceRules.Read("geodep");

    /// <summary>Shares of capacity for logic below 10 nm, SIA and BCG (2021): Taiwan 92%, South Korea 8%.</summary>
    private static readonly HoldingSubject Logic = Subject(("TWN", 0.92), ("KOR", 0.08));

    [Fact]
    public void Who_holds_nothing_depends_where_holders_are_concentrated()
    {
        var verdict = PublishedVerdict.Of(Logic, "CHN", GeoDep);
        Assert.True(verdict.IsDependent);

        // 0.92² + 0.08² = 0.8528; (0.8528 − 0.4) / (1 − 0.4).
        Assert.Equal(0.8528, verdict.Concentration, Tolerance);
        Assert.Equal(0.4528 / 0.6, verdict.Margin!.Value, Tolerance);
        Assert.Equal(0, verdict.HomeShare);
        Assert.Equal(["external-import-export-ratio"], verdict.LeftOut);
    }

    [Fact]
    public void Who_holds_half_or_more_does_not_depend()
    {
        var verdict = PublishedVerdict.Of(Logic, "TWN", GeoDep);
        Assert.False(verdict.IsDependent);
        Assert.Equal(-0.42, verdict.Margin!.Value, Tolerance);
    }

    [Fact]
    public void Who_holds_a_little_buys_the_rest_from_the_others()
    {
        var verdict = PublishedVerdict.Of(Logic, "KOR", GeoDep);

        // All that Korea lacks is held by one: 0.92² / 0.92².
        Assert.Equal(1, verdict.Concentration, Tolerance);
        Assert.True(verdict.IsDependent);
    }

    [Fact]
    public void Where_the_rest_could_turn_it_the_verdict_is_open()
    {
        // 0.6² is below 0.4; with the rest in one hand it is 0.52 and above.
        var verdict = PublishedVerdict.Of(Subject(("KOR", 0.6)), "CHN", GeoDep);
        Assert.Null(verdict.IsDependent);
        Assert.Null(verdict.Margin);
        Assert.Equal((0.36 - 0.4) / 0.4, verdict.LowestMargin!.Value, Tolerance);
        Assert.Equal((0.52 - 0.4) / 0.6, verdict.HighestMargin!.Value, Tolerance);
    }

    [Fact]
    public void Holders_that_no_source_locates_leave_it_open()
    {
        var verdict = PublishedVerdict.Of(Subject((string.Empty, 0.9)), "CHN", GeoDep);
        Assert.Null(verdict.IsDependent);
        Assert.Null(verdict.HomeShare);
    }

    [Fact]
    public void Imports_of_no_stated_origin_say_how_much_and_not_from_whom()
    {
        var verdict = PublishedVerdict.Of(Subject((HoldingFact.Abroad, 0.95)), "CHN", GeoDep);
        Assert.Null(verdict.IsDependent);
        Assert.Equal(0, verdict.Concentration);
    }

    [Fact]
    public void A_rule_of_ratios_alone_has_no_counterpart()
    {
        var verdict = PublishedVerdict.Of(Logic, "CHN", DependenceRules.Read("merics"));
        Assert.Null(verdict.IsDependent);
        Assert.Null(verdict.Margin);
        Assert.NotEmpty(verdict.LeftOut);
    }

    [Fact]
    public void A_verdict_of_no_is_as_far_from_turning_as_the_rest_allows()
    {
        // 0.3² + 0.2² = 0.13, and 0.25 more if one holds the rest: 0.38, just below 0.4.
        var verdict = PublishedVerdict.Of(Subject(("KOR", 0.3), ("JPN", 0.2)), "CHN", GeoDep);
        Assert.False(verdict.IsDependent);
        Assert.Equal((0.38 - 0.4) / 0.4, verdict.Margin!.Value, Tolerance);
    }

    [Fact]
    public void Firms_of_one_economy_count_as_one_holder_and_joint_ones_by_themselves()
    {
        HoldingSubject engines = Subject(("USA+FRA", 0.72), ("USA", 0.15), ("USA", 0.1));
        Assert.Equal((0.72 * 0.72) + (0.25 * 0.25), engines.LowestConcentration, Tolerance);
        Assert.Equal(0.97, engines.HomeShare("USA")!.Value, Tolerance);
        Assert.Equal(0.72, engines.HomeShare("FRA")!.Value, Tolerance);
    }

    internal static HoldingSubject Subject(params (string Economies, double Share)[] shares) =>
        HoldingSubject
            .Of(
                shares.Select(
                    (s, i) =>
                        new HoldingFact
                        {
                            Technology = "logic_chips",
                            Subject = "made",
                            Basis = "capacity",
                            Holder = $"holder {i}",
                            Economies = s.Economies.Split('+', StringSplitOptions.RemoveEmptyEntries),
                            Share = s.Share,
                            Year = 2020,
                            Source = "made",
                            Licence = "made",
                            Status = "seen",
                        }
                )
            )
            .Single();
}
