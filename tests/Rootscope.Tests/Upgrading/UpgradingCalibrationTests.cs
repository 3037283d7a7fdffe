using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Tests.Upgrading;

/// <summary>The rate at which the gap closes is found again in tables that the loop itself made, and errors are told.</summary>
public class UpgradingCalibrationTests
{
    private static readonly int[] Years = [1995, 2000, 2005, 2010, 2015];
    private static readonly UpgradingParameters Parameters = UpgradingData.Parameters();

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.08)]
    [InlineData(0.2)]
    public void A_planted_rate_is_found_again(double rate)
    {
        var found = UpgradingCalibration.Of(Planted(rate, isDrawn: false), Parameters, "planted tables");
        Assert.Equal(rate, found.Rate.Central, 0.004);
        Assert.True(found.HoldOut.Fitted < 0.002, $"{found.HoldOut.Fitted}");
        Assert.True(found.HoldOut.IsBetter, $"{found.HoldOut}");
        Assert.True(found.HoldOut.Usual > found.HoldOut.Fitted);
        Assert.Equal((2010, 2015), (found.HoldOut.YearKnown, found.HoldOut.YearHeldOut));
        Assert.Equal((false, false, 10), (found.IsAtEnd, found.IsOpen, found.Telling));
        Assert.True(found.Holds);
        Assert.Equal((false, true, "fitted to planted tables"), (found.Rate.IsAssumption, found.Rate.IsFitted, found.Rate.Source));
    }

    /// <summary>With every other parameter drawn and shocks on, the range of the rate still has the planted one in it.</summary>
    [Fact]
    public void A_planted_rate_lies_in_the_range_where_all_else_is_drawn()
    {
        var found = UpgradingCalibration.Of(Planted(0.1, isDrawn: true), Parameters, "planted tables");
        Assert.True(found.Rate.Low < found.Rate.High);
        Assert.InRange(0.1, found.Rate.Low - 0.02, found.Rate.High + 0.02);
        Assert.InRange(found.HoldOut.Inside, 7, 10);
    }

    /// <summary>Shares that fall are no catching up: the rate ends at 0, and no change or the trend foresees them better.</summary>
    [Fact]
    public void Shares_that_fall_end_at_no_rate_and_say_so()
    {
        ProductHistory[] falling =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(i => new ProductHistory(
                    $"p{i}",
                    [.. Years.Select((y, t) => new HistoryPoint(y, 100, 0.45 - (0.04 * t) - (0.01 * i), 5))]
                )),
        ];
        var found = UpgradingCalibration.Of(falling, Parameters, "falling tables");
        Assert.Equal(0, found.Rate.Central);
        Assert.True(found.IsAtEnd);
        Assert.False(found.HoldOut.IsBetter);
        Assert.Equal(0, found.HoldOut.Trend, 1e-12);
        Assert.Equal(0.04, found.HoldOut.NoChange, 1e-12);
    }

    /// <summary>Home shares above a half have no gap that could close: the rate stays that without history.</summary>
    [Fact]
    public void Products_without_a_gap_tell_nothing_of_the_rate()
    {
        ProductHistory[] large =
        [
            .. Planted(0.08, isDrawn: false).Select(p => p with { Points = [.. p.Points.Select(t => t with { HomeShare = 0.9 })] }),
        ];
        var found = UpgradingCalibration.Of(large, Parameters, "tables");
        Assert.Equal(Parameters[UpgradingParameters.Spill], found.Rate);
        Assert.Equal((0, true, false), (found.Telling, found.IsOpen, found.IsAtEnd));
        Assert.Equal(found.HoldOut.Usual, found.HoldOut.Fitted);
    }

    [Fact]
    public void The_last_table_does_not_change_the_fit()
    {
        ProductHistory[] planted = Planted(0.08, isDrawn: false);
        ProductHistory[] other =
        [
            .. planted.Select(p => p with { Points = [.. p.Points.SkipLast(1), p.Points[^1] with { HomeShare = 0.01 }] }),
        ];
        Assert.Equal(
            UpgradingCalibration.Of(planted, Parameters, "tables").Rate,
            UpgradingCalibration.Of(other, Parameters, "tables").Rate
        );
    }

    [Fact]
    public void Too_few_tables_and_points_out_of_range_are_refused()
    {
        ProductHistory[] planted = Planted(0.08, isDrawn: false);
        ProductHistory[] two = [.. planted.Select(p => p with { Points = [.. p.Points.Take(2)] })];
        Assert.Contains("at least 3 tables", Refused(two), StringComparison.Ordinal);
        Assert.Contains("No product", Refused([]), StringComparison.Ordinal);
        ProductHistory wrong = planted[0] with { Points = [.. planted[0].Points.Select(p => p with { HomeShare = 1.2 })] };
        Assert.Contains("p0: each table", Refused([wrong]), StringComparison.Ordinal);
        ProductHistory backwards = planted[0] with { Points = [.. planted[0].Points.Reverse()] };
        Assert.Contains("ascending", Refused([backwards]), StringComparison.Ordinal);
    }

    /// <summary>
    /// Decision 37: years to replace are those of ratings as long as no history foresees better than no change and the trend at a rate that
    /// its tables tell. Where this fails, take the years of that economy from the loop.
    /// </summary>
    [Fact]
    public void No_embedded_history_holds_so_that_years_to_replace_are_those_of_ratings()
    {
        IReadOnlyList<UpgradingHistory> histories = UpgradingData.Histories();
        Assert.Equal(10, histories.Select(h => h.Economy).Distinct(StringComparer.Ordinal).Count());
        Assert.All(histories, h => Assert.True(h.Years.Count >= UpgradingCalibration.FewestTables && h.Telling <= h.Products));
        Assert.DoesNotContain(histories, h => h.Holds);

        // Each of the two conditions is needed: rates are told in Poland, and the trend and no change beaten where no rate is.
        UpgradingHistory poland = histories.Single(h => h.Economy == "POL");
        Assert.True((poland with { HoldOut = poland.HoldOut with { Fitted = 0 } }).Holds);
        Assert.False((poland with { HoldOut = poland.HoldOut with { Fitted = 0 }, Rate = null }).Holds);
    }

    private static string Refused(IReadOnlyList<ProductHistory> products) =>
        Assert.Throws<ModelException>(() => UpgradingCalibration.Of(products, Parameters, "tables")).Message;

    /// <summary>
    /// Ten products of which the loop makes each table from the one before: central figures without shocks, or draws of everything.
    /// </summary>
    private static ProductHistory[] Planted(double rate, bool isDrawn)
    {
        UpgradingParameters parameters = Parameters.With(UpgradingParameters.Spill, rate);
        if (!isDrawn)
        {
            foreach (UpgradingParameter parameter in Parameters.All.Where(p => p.Name != UpgradingParameters.Spill))
            {
                parameters = parameters.With(parameter.Name, parameter.Name == UpgradingParameters.Shock ? 0 : parameter.Central);
            }
        }

        return [.. Enumerable.Range(0, 10).Select(i => new ProductHistory($"p{i}", [.. Tables(i)]))];

        IEnumerable<HistoryPoint> Tables(int product)
        {
            var point = new HistoryPoint(Years[0], 1000 + (100 * product), 0.05 + (0.04 * product), 20);
            yield return point;
            foreach (int year in Years.Skip(1))
            {
                var start = new UpgradingStart
                {
                    Id = $"p{product}",
                    HomeMarket = point.HomeMarket,
                    HomeShare = point.HomeShare,
                    Exports = point.Exports,
                };
                UpgradingCourse course = UpgradingLoop.Run(
                    [start],
                    parameters,
                    UpgradingPolicy.None,
                    new UpgradingOptions
                    {
                        Years = year - point.Year,
                        Draws = 2,
                        Seed = year,
                    },
                    TestContext.Current.CancellationToken
                )[0];
                point = point with { Year = year, HomeShare = course.ValueOf(UpgradingFigure.HomeShare, year - point.Year, 0) };
                yield return point;
            }
        }
    }
}
