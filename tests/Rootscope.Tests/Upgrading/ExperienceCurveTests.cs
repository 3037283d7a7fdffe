using CsCheck;
using Rootscope.Numerics;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Tests.Upgrading;

/// <summary>Wright's law fitted to series: planted ones, and those that are published.</summary>
public class ExperienceCurveTests
{
    /// <summary>A law without shocks leaves rounding alone.</summary>
    private const double Exact = 1e-9;

    /// <summary>Deviation of a variance over 4000 draws is 2.2% of it; four of those.</summary>
    private const double OfVariance = 0.09;

    [Fact]
    public void A_planted_learning_rate_is_recovered_by_both_fits() =>
        Gen.Select(Gen.Double[0.01, 0.6], Gen.Double[0.02, 1.5], Gen.Int[4, 60])
            .ForAll(
                (rate, growth, years) =>
                {
                    var curve = ExperienceCurve.Of(Planted(rate, growth, years, _ => 0));
                    Assert.Equal(rate, curve.LearningRate, Exact);
                    Assert.Equal(rate, curve.LearningRateOfChanges, Exact);
                    Assert.Equal(0, curve.Shock, Exact);
                    Assert.Equal(1, curve.Explained, Exact);
                }
            );

    [Fact]
    public void The_unit_of_money_and_of_production_does_not_matter() =>
        Gen.Select(Gen.Double[0.01, 100], Gen.Double[0.01, 100])
            .ForAll(
                (money, unit) =>
                {
                    ExperienceSeries series = UpgradingData.Series()[0];
                    var curve = ExperienceCurve.Of(series);
                    var other = ExperienceCurve.Of(
                        new ExperienceSeries(
                            "x",
                            series.Years,
                            [.. series.Costs.Select(c => c * money)],
                            [.. series.Cumulative.Select(c => c * unit)]
                        )
                    );
                    Assert.Equal(curve.LearningRate, other.LearningRate, Exact);
                    Assert.Equal(curve.Shock, other.Shock, Exact);
                },
                10
            );

    /// <summary>Rates that the sources of the series state (solar modules, lithium-ion cells: near 20% a doubling).</summary>
    [Fact]
    public void Published_series_land_in_the_published_range()
    {
        ExperienceSeries[] stated = [.. UpgradingData.Series().Where(s => s.PublishedRange is not null)];
        Assert.Equal(2, stated.Length);
        foreach (ExperienceSeries series in stated)
        {
            Assert.InRange(ExperienceCurve.Of(series).LearningRate, series.PublishedRange!.Value.Low, series.PublishedRange.Value.High);
        }
    }

    /// <summary>Ziegler and Trancik (2021) fit 1992-2016; with their cumulative market size in MWh the rate is 18.9%.</summary>
    [Fact]
    public void Lithium_ion_cells_learn_at_the_rate_of_their_source()
    {
        var curve = ExperienceCurve.Of(UpgradingData.Series().Single(s => s.Id == "lithium-ion-cells"));
        Assert.Equal(0.189, curve.LearningRate, 0.0005);
        Assert.Equal(25, curve.Series.Years.Count);
    }

    [Fact]
    public void What_is_held_out_is_compared_with_what_was_foreseen()
    {
        HoldOut foreseen = ExperienceCurve.Of(Planted(0.2, 0.3, 30, _ => 0)).HoldOut(10);
        Assert.Equal(0, foreseen.MeanError, Exact);
        Assert.Equal(0.2, foreseen.LearningRate, Exact);

        // Costs that stop falling when the years that are held out begin are too high by what the law would have taken off.
        ExperienceSeries stopped = Planted(0.2, 0.3, 30, t => t >= 20 ? ExperienceCurve.ExponentOf(0.2) * 0.3 * (t - 19) : 0);
        HoldOut missed = ExperienceCurve.Of(stopped).HoldOut(10);
        Assert.Equal(ExperienceCurve.ExponentOf(0.2) * 0.3 * 10, missed.LastError, 1e-6);
        Assert.Equal(0, missed.Inside);
    }

    [Fact]
    public void Every_published_series_has_a_hold_out_error() =>
        Assert.All(
            UpgradingData.Series(),
            series =>
            {
                HoldOut held = ExperienceCurve.Of(series).HoldOut(5);
                Assert.True(double.IsFinite(held.MeanError) && held.LastDeviation > 0, series.Id);
                Assert.InRange(held.Inside, 0, 5);
            }
        );

    /// <summary>The closed form against a simulation of the fit and of what comes after it (Farmer and Lafond 2016).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.19)]
    public void The_variance_of_forecasts_is_that_of_a_simulation(double autocorrelation)
    {
        const int Changes = 20;
        const int Ahead = 10;
        const double Shock = 0.1;
        const int Draws = 4000;
        double squares = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            var stream = RandomStream.Of(7, draw);
            double before = stream.NextNormal() * Shock;
            double drift = 0;
            double future = 0;
            for (int t = 0; t < Changes + Ahead; t++)
            {
                double now = stream.NextNormal() * Shock;
                double change = now + (autocorrelation * before);
                before = now;
                drift += t < Changes ? change / Changes : 0;
                future += t < Changes ? 0 : change;
            }

            double error = future - (Ahead * drift);
            squares += error * error;
        }

        double expected = ExperienceCurve.ForecastVariance(Shock, Ahead, Changes, autocorrelation);
        Assert.InRange(squares / Draws / expected, 1 - OfVariance, 1 + OfVariance);
    }

    [Fact]
    public void What_no_law_can_be_fitted_to_is_refused()
    {
        Assert.Contains(
            "at least 4",
            Assert.Throws<ModelException>(() => ExperienceCurve.Of(Planted(0.2, 0.1, 3, _ => 0))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nothing was made",
            Assert
                .Throws<ModelException>(() => ExperienceCurve.Of(new ExperienceSeries("x", [1, 2, 3, 4], [4, 3, 2, 1], [5, 5, 5, 5])))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ModelException>(() => new ExperienceSeries("x", [1, 2], [1, -1], [1, 2]));
        Assert.Throws<ModelException>(() => new ExperienceSeries("x", [2, 1], [1, 1], [1, 2]));
        Assert.Throws<ModelException>(() => new ExperienceSeries("x", [1, 2], [1, 1], [2, 1]));
        Assert.Throws<ModelException>(() => new ExperienceSeries("x", [1, 2], [1, double.NaN], [1, 2]));
    }

    private static ExperienceSeries Planted(double rate, double growth, int years, Func<int, double> extra)
    {
        double exponent = ExperienceCurve.ExponentOf(rate);
        return new ExperienceSeries(
            "planted",
            [.. Enumerable.Range(2000, years)],
            [.. Enumerable.Range(0, years).Select(t => Math.Exp((-exponent * growth * t) + extra(t)))],
            [.. Enumerable.Range(0, years).Select(t => Math.Exp(growth * t))]
        );
    }
}
