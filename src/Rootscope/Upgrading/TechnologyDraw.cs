using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>One draw of what is a technology's own: its law of cost, its shocks, and when a missing capability is acquired.</summary>
internal sealed class TechnologyDraw
{
    private TechnologyDraw(double exponent, int acquired, double[] home, double[] foreign)
    {
        Exponent = exponent;
        Acquired = acquired;
        HomeShocks = home;
        ForeignShocks = foreign;
    }

    /// <summary>b of Wright's law.</summary>
    public double Exponent { get; }

    /// <summary>The first year in which the capability is there; 0 where none was missing or nothing is known of it.</summary>
    public int Acquired { get; }

    /// <summary>What each year adds to log cost beside the law, the error of the drift included; the first is 0.</summary>
    public double[] HomeShocks { get; }

    /// <summary>The same of foreign makers.</summary>
    public double[] ForeignShocks { get; }

    /// <summary>The central law of cost, without shocks and with the capability at hand.</summary>
    public static TechnologyDraw Central(UpgradingParameters parameters, int years) =>
        new(
            ExperienceCurve.ExponentOf(parameters[UpgradingParameters.LearningRate].Central),
            0,
            new double[years + 1],
            new double[years + 1]
        );

    /// <summary>
    /// Draws them. The same technology meets the same draw whichever others are asked about, and under every policy: one stream a
    /// technology and draw, and as many numbers in every case.
    /// </summary>
    public static TechnologyDraw Of(
        UpgradingStart start,
        UpgradingParameters parameters,
        in LoopDraw shared,
        RandomStream stream,
        int years
    )
    {
        double rate = parameters[UpgradingParameters.LearningRate].Draw(stream);
        double shock = parameters[UpgradingParameters.Shock].Draw(stream);
        double drift = 0;
        double driftDraw = stream.NextNormal();
        double gate = stream.NextDouble();
        if (start.Experience is { } curve)
        {
            // The error of an estimated drift makes the variance grow with the square of time (Lafond et al. 2018).
            rate = Math.Clamp(curve.LearningRateOfChanges, 0, 0.9);
            double squares = 1 + (shared.Autocorrelation * shared.Autocorrelation);
            shock = curve.Shock / Math.Sqrt(squares);
            drift = driftDraw * shock * (1 + shared.Autocorrelation) / Math.Sqrt(curve.Changes);
        }

        double common = Math.Sqrt(shared.Correlation);
        double own = Math.Sqrt(1 - shared.Correlation);
        double[] home = new double[years + 1];
        double[] foreign = new double[years + 1];
        (double homeBefore, double foreignBefore) = (0, 0);
        for (int t = 1; t <= years; t++)
        {
            double both = stream.NextNormal();
            double homeNow = shock * ((common * both) + (own * stream.NextNormal()));
            double foreignNow = shock * ((common * both) + (own * stream.NextNormal()));
            home[t] = drift + homeNow + (shared.Autocorrelation * homeBefore);
            foreign[t] = drift + foreignNow + (shared.Autocorrelation * foreignBefore);
            (homeBefore, foreignBefore) = (homeNow, foreignNow);
        }

        return new TechnologyDraw(ExperienceCurve.ExponentOf(rate), AcquiredIn(start.Feasibility, shared, gate, years), home, foreign);
    }

    /// <summary>The year from a geometric law whose chance lies between far and near by feasibility.</summary>
    private static int AcquiredIn(double? feasibility, in LoopDraw shared, double at, int years)
    {
        if (feasibility is not { } near || near >= 1)
        {
            return 0;
        }

        double chance = shared.GateFar + ((shared.GateNear - shared.GateFar) * Math.Max(0, near));
        return chance <= 0 ? years + 1
            : chance >= 1 ? 0
            : (int)Math.Min(years + 1, Math.Floor(Math.Log(1 - at) / Math.Log(1 - chance)));
    }
}
