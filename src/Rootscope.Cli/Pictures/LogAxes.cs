using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Rootscope.Cli.Pictures;

/// <summary>Two logarithmic axes of shares. The plotting library is linear, so points are put at their decimal logarithms.</summary>
internal static class LogAxes
{
    /// <summary>An empty plot with the axes of a window.</summary>
    public static Plot Of(LogWindow window, string xTitle, string yTitle)
    {
        Plot plot = PlainPlot.Of(xTitle, yTitle);
        plot.Axes.SetLimits(window.Left, window.Right, window.Bottom, window.Top);
        plot.Axes.Bottom.TickGenerator = Ticks(window.Left, window.Right);
        plot.Axes.Left.TickGenerator = Ticks(window.Bottom, window.Top);
        return plot;
    }

    /// <summary>A label at each decade; at 2 and 5 too where there are few decades.</summary>
    private static NumericManual Ticks(double low, double high)
    {
        const double FewDecades = 3;
        var ticks = new NumericManual();
        for (int decade = (int)Math.Floor(low); decade <= (int)Math.Ceiling(high); decade++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                double at = decade + Math.Log10(digit);
                if (at < low || at > high)
                {
                    continue;
                }

                bool labelled = digit == 1 || (high - low < FewDecades && digit is 2 or 5);
                if (labelled)
                {
                    ticks.AddMajor(at, Percent(digit * Math.Pow(10, decade)));
                }
                else
                {
                    ticks.AddMinor(at);
                }
            }
        }

        return ticks;
    }

    private static string Percent(double share) => (share * 100).ToString("0.#######", CultureInfo.InvariantCulture) + "%";
}
