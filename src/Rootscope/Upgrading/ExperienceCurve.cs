namespace Rootscope.Upgrading;

/// <summary>How well the last years of a series were foreseen from the years before.</summary>
/// <param name="Years">How many years were held out.</param>
/// <param name="LearningRate">The rate fitted without them. Unit: share a doubling.</param>
/// <param name="MeanError">Mean size of the error of log cost over those years. Unit: log points.</param>
/// <param name="LastError">Error of the last year: log of the actual over the foreseen cost. Unit: log points.</param>
/// <param name="LastDeviation">The deviation that the forecast gave its last year. Unit: log points.</param>
/// <param name="Inside">In how many of these years the actual cost lay within the 90% band of the forecast.</param>
public sealed record HoldOut(int Years, double LearningRate, double MeanError, double LastError, double LastDeviation, int Inside);

/// <summary>Wright's law fitted to a series: cost falls by the same share with every doubling of what has been made.</summary>
/// <remarks>
/// Two fits of the same law. Of levels, log c = a - b log Z, which is what published learning rates are; and of yearly changes without a
/// constant, Δ log c = -b Δ log Z + u, which forecasts rest on (Wright 1936; Lafond et al. 2018, eq. 7). The deviation of u is that of
/// the changes over m - 1 degrees of freedom; forecasts carry its autocorrelation, 0.19 by default. Cost: one pass.
/// </remarks>
public sealed record ExperienceCurve
{
    /// <summary>The autocorrelation of shocks that Lafond et al. (2018) use for all technologies. Unit: ratio.</summary>
    public const double UsualAutocorrelation = 0.19;

    /// <summary>Fewest years of a series that a law can be fitted to.</summary>
    public const int FewestYears = 4;

    private const double Band90 = 1.6448536269514722;

    private ExperienceCurve() { }

    /// <summary>The series.</summary>
    public required ExperienceSeries Series { get; init; }

    /// <summary>Learning rate by levels, 1 - 2^-b. Unit: share a doubling.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Learning rate by yearly changes. Unit: share a doubling.</summary>
    public required double LearningRateOfChanges { get; init; }

    /// <summary>Deviation of a yearly change from the law. Unit: log points.</summary>
    public required double Shock { get; init; }

    /// <summary>How much of the variance of log cost the law of levels explains. Unit: share.</summary>
    public required double Explained { get; init; }

    /// <summary>Yearly changes that the law of changes was fitted to, m. Unit: number of changes.</summary>
    public int Changes => Series.Years.Count - 1;

    /// <summary>Fits the law.</summary>
    /// <param name="series">At least <see cref="FewestYears"/> years in which production grew.</param>
    /// <exception cref="ModelException">There are too few years, or nothing was made after the first.</exception>
    public static ExperienceCurve Of(ExperienceSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int n = series.Years.Count;
        if (n < FewestYears)
        {
            throw new ModelException($"{series.Id} has {n} years; a learning rate takes at least {FewestYears}. Add years to the series.");
        }

        double[] made = [.. series.Cumulative.Select(v => Math.Log(v))];
        double[] cost = [.. series.Costs.Select(v => Math.Log(v))];
        (double meanMade, double meanCost) = (made.Average(), cost.Average());
        (double spread, double product, double total) = (0, 0, 0);
        (double changeSpread, double changeProduct) = (0, 0);
        for (int i = 0; i < n; i++)
        {
            spread += (made[i] - meanMade) * (made[i] - meanMade);
            product += (made[i] - meanMade) * (cost[i] - meanCost);
            total += (cost[i] - meanCost) * (cost[i] - meanCost);
            if (i > 0)
            {
                changeSpread += (made[i] - made[i - 1]) * (made[i] - made[i - 1]);
                changeProduct += (made[i] - made[i - 1]) * (cost[i] - cost[i - 1]);
            }
        }

        if (changeSpread <= 0)
        {
            throw new ModelException($"{series.Id}: nothing was made after {series.Years[0]}, so that no doubling can be seen.");
        }

        double exponent = -product / spread;
        double ofChanges = -changeProduct / changeSpread;
        double squares = 0;
        for (int i = 1; i < n; i++)
        {
            double shock = cost[i] - cost[i - 1] + (ofChanges * (made[i] - made[i - 1]));
            squares += shock * shock;
        }

        return new ExperienceCurve
        {
            Series = series,
            LearningRate = RateOf(exponent),
            LearningRateOfChanges = RateOf(ofChanges),
            Shock = Math.Sqrt(squares / (n - 2)),
            Explained = total > 0 ? product * product / (spread * total) : 1,
        };
    }

    /// <summary>The exponent of a learning rate, b = -log2(1 - rate). Unit: elasticity.</summary>
    /// <param name="rate">Below 1. Unit: share a doubling.</param>
    public static double ExponentOf(double rate) => -Math.Log2(1 - rate);

    /// <summary>The learning rate of an exponent, 1 - 2^-b. Unit: share a doubling.</summary>
    /// <param name="exponent">Unit: elasticity.</param>
    public static double RateOf(double exponent) => 1 - Math.Pow(2, -exponent);

    /// <summary>
    /// The variance of a forecast of log cost some years ahead when the drift was estimated from m changes:
    /// s² (−2ρ + (1 + 2(m−1)ρ/m + ρ²)(t + t²/m)), and s²(t + t²/m) without autocorrelation.
    /// </summary>
    /// <param name="shock">Deviation of the innovations. Unit: log points.</param>
    /// <param name="years">Years ahead, t. Unit: years.</param>
    /// <param name="changes">Changes that the drift was estimated from, m. Unit: number of changes.</param>
    /// <param name="autocorrelation">ρ. Unit: ratio.</param>
    /// <remarks>Source: Farmer and Lafond (2016), eq. 12; Lafond et al. (2018), eq. 15. Unit: log points squared.</remarks>
    public static double ForecastVariance(double shock, int years, int changes, double autocorrelation = 0)
    {
        double m = changes;
        double grown = years + (years * (double)years / m);
        return shock
            * shock
            * ((-2 * autocorrelation) + ((1 + (2 * (m - 1) * autocorrelation / m) + (autocorrelation * autocorrelation)) * grown));
    }

    /// <summary>Fits the law without the last years and compares what it foresees, given what was made, with what came.</summary>
    /// <param name="years">How many years to hold out; at least <see cref="FewestYears"/> have to be left. Unit: years.</param>
    /// <exception cref="ModelException">Too few years are left.</exception>
    public HoldOut HoldOut(int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        int kept = Series.Years.Count - years;
        if (kept < FewestYears)
        {
            throw new ModelException($"{Series.Id}: {years} years held out leave {kept}; at least {FewestYears} have to be left.");
        }

        ExperienceCurve fitted = Of(Series.First(kept));
        double exponent = ExponentOf(fitted.LearningRateOfChanges);
        double innovation = fitted.Shock / Math.Sqrt(1 + (UsualAutocorrelation * UsualAutocorrelation));
        (double size, double last, double deviation, int inside) = (0, 0, 0, 0);
        for (int i = kept; i < Series.Years.Count; i++)
        {
            double foreseen = Math.Log(Series.Costs[kept - 1]) - (exponent * Math.Log(Series.Cumulative[i] / Series.Cumulative[kept - 1]));
            last = Math.Log(Series.Costs[i]) - foreseen;
            deviation = Math.Sqrt(ForecastVariance(innovation, i - kept + 1, fitted.Changes, UsualAutocorrelation));
            size += Math.Abs(last);
            inside += Math.Abs(last) <= Band90 * deviation ? 1 : 0;
        }

        return new HoldOut(years, fitted.LearningRateOfChanges, size / years, last, deviation, inside);
    }
}
