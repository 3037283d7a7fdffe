using ScottPlot;

namespace Rootscope.Cli.Pictures;

/// <summary>How plots look, whatever their axes.</summary>
internal static class PlainPlot
{
    /// <summary>
    /// Room for tick labels and titles: left, right, bottom, top. A tick's label at the right end stands half outside the axes.
    /// </summary>
    private static readonly PixelPadding Around = new(72, 22, 54, 6);

    /// <summary>An empty plot with titled axes to the left and below.</summary>
    public static Plot Of(string xTitle, string yTitle)
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

        return plot;
    }
}
