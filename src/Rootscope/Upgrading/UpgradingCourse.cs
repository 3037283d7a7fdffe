using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>Quantiles of one figure over the draws, year by year from the base year.</summary>
public sealed class UpgradingFan
{
    private readonly double[][] _byShare;

    internal UpgradingFan(double[][] byShare) => _byShare = byShare;

    /// <summary>The shares of draws that lie below each row. Unit: share.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The median. Unit: that of the figure.</summary>
    public IReadOnlyList<double> Median => _byShare[2];

    /// <summary>The 5% quantile, the lower end of the 90% band. Unit: that of the figure.</summary>
    public IReadOnlyList<double> Low => _byShare[0];

    /// <summary>The 95% quantile. Unit: that of the figure.</summary>
    public IReadOnlyList<double> High => _byShare[4];

    /// <summary>The 25% quantile. Unit: that of the figure.</summary>
    public IReadOnlyList<double> LowerQuarter => _byShare[1];

    /// <summary>The 75% quantile. Unit: that of the figure.</summary>
    public IReadOnlyList<double> UpperQuarter => _byShare[3];

    internal static UpgradingFan Of(double[][] byYear)
    {
        double[][] rows = [.. Shares.Select(_ => new double[byYear.Length])];
        for (int t = 0; t < byYear.Length; t++)
        {
            double[] sorted = [.. byYear[t].Order()];
            for (int q = 0; q < rows.Length; q++)
            {
                rows[q][t] = SampleQuantile.Of(sorted, Shares[q]);
            }
        }

        return new UpgradingFan(rows);
    }
}

/// <summary>When a figure first passes a mark, over the draws.</summary>
/// <param name="Share">Share of the draws in which it does within the years run.</param>
/// <param name="Median">The year by which half of all draws have passed it; null where fewer than half do.</param>
/// <param name="Low">The year by which 5% of all draws have passed it; null where fewer do.</param>
/// <param name="High">The year by which 95% of all draws have passed it; null where fewer do.</param>
public sealed record UpgradingPassage(double Share, int? Median, int? Low, int? High);

/// <summary>The course of one technology over the draws.</summary>
public sealed class UpgradingCourse
{
    /// <summary>Values by figure, year and draw.</summary>
    private readonly double[][][] _values;

    internal UpgradingCourse(UpgradingStart start, double[][][] values)
    {
        Start = start;
        _values = values;
        Fans = [.. values.Select(UpgradingFan.Of)];
    }

    /// <summary>Where it started from.</summary>
    public UpgradingStart Start { get; }

    /// <summary>Years run after the base year. Unit: years.</summary>
    public int Years => _values[0].Length - 1;

    /// <summary>Number of draws.</summary>
    public int Draws => _values[0][0].Length;

    private UpgradingFan[] Fans { get; }

    /// <summary>The fan of a figure.</summary>
    public UpgradingFan this[UpgradingFigure figure] => Fans[(int)figure];

    /// <summary>One draw of a figure in a year.</summary>
    internal double ValueOf(UpgradingFigure figure, int year, int draw) => _values[(int)figure][year][draw];

    /// <summary>When a figure first falls below a mark, or rises above it.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="mark">The mark, in the unit of the figure.</param>
    /// <param name="falls">Whether it has to fall below; otherwise to rise above.</param>
    public UpgradingPassage Passage(UpgradingFigure figure, double mark, bool falls)
    {
        int[] first = FirstYears(figure, mark, falls);
        int[] sorted = [.. first.Order()];
        return new UpgradingPassage(
            (double)first.Count(y => y <= Years) / first.Length,
            YearAt(sorted, 0.5),
            YearAt(sorted, 0.05),
            YearAt(sorted, 0.95)
        );
    }

    /// <summary>The first year of each draw; one more than the last where it never comes.</summary>
    internal int[] FirstYears(UpgradingFigure figure, double mark, bool falls)
    {
        double[][] values = _values[(int)figure];
        int[] first = new int[Draws];
        for (int d = 0; d < first.Length; d++)
        {
            int t = 0;
            while (t <= Years && !(falls ? values[t][d] < mark : values[t][d] > mark))
            {
                t++;
            }

            first[d] = t;
        }

        return first;
    }

    /// <summary>
    /// How many years later than on another course the mark is passed, draw by draw: the median over draws in which the other passes it.
    /// Where this one does not within the years run, the delay is at least what is left of them.
    /// </summary>
    /// <param name="other">The course of the same technology and draws under another policy.</param>
    /// <param name="figure">Which.</param>
    /// <param name="mark">The mark, in the unit of the figure.</param>
    /// <param name="falls">Whether it has to fall below.</param>
    /// <returns>Unit: years; null where the other never passes it.</returns>
    public double? Delay(UpgradingCourse other, UpgradingFigure figure, double mark, bool falls)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Draws != Draws || other.Years != Years)
        {
            throw new ArgumentException(
                $"Both courses have to have the same years and draws; {other.Years} and {other.Draws}.",
                nameof(other)
            );
        }

        int[] here = FirstYears(figure, mark, falls);
        int[] there = other.FirstYears(figure, mark, falls);
        double[] delays = [.. Enumerable.Range(0, Draws).Where(d => there[d] <= Years).Select(d => (double)(here[d] - there[d])).Order()];
        return delays.Length == 0 ? null : SampleQuantile.Of(delays, 0.5);
    }

    private int? YearAt(int[] sorted, double share)
    {
        int at = Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1);
        return sorted[at] <= Years ? sorted[at] : null;
    }
}
