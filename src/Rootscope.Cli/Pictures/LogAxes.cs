using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Rootscope.Cli.Pictures;

/// <summary>Two logarithmic axes of shares. The plotting library is linear, so points are put at their decimal logarithms.</summary>
internal static class LogAxes
{
    /// <summary>
    /// Room for tick labels and titles: left, right, bottom, top. A tick's label at the right end stands half outside the axes.
    /// </summary>
    private static readonly PixelPadding Around = new(72, 22, 54, 6);

    /// <summary>An empty plot with the axes of a window.</summary>
    public static Plot Of(LogWindow window, string xTitle, string yTitle)
    {
        _ = Typefaces.Instance;
        var plot = new Plot();
        plot.Font.Set(Typefaces.Family);
        plot.FigureBackground.Color = Theme.ToPlot(Theme.Paper);
        plot.DataBackground.Color = Theme.ToPlot(Theme.Paper);
        plot.Axes.Color(Theme.ToPlot(Theme.Muted));
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Grid.MajorLineColor = Theme.ToPlot(Theme.Grid);
        plot.Grid.MinorLineWidth = 0;
        plot.XLabel(xTitle, Theme.TextSize + 1);
        plot.YLabel(yTitle, Theme.TextSize + 1);
        plot.Axes.SetLimits(window.Left, window.Right, window.Bottom, window.Top);
        plot.Layout.Fixed(Around);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.TickLabelStyle.FontName = Typefaces.Family;
            axis.TickLabelStyle.FontSize = Theme.TextSize;
            axis.TickLabelStyle.ForeColor = Theme.ToPlot(Theme.Ink);
            axis.Label.FontName = Typefaces.Family;
            axis.Label.Bold = false;
            axis.Label.ForeColor = Theme.ToPlot(Theme.Ink);
        }

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
