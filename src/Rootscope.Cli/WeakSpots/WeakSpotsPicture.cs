using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Shocks;
using Rootscope.WeakSpots;
using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.WeakSpots;

/// <summary>The picture of weak spots: how firmly an economy depends on each technology, against how much rests on it.</summary>
internal static class WeakSpotsPicture
{
    private const float LabelWidth = 170;
    private const float LabelSize = 12;
    private const float LabelGap = 4;
    private const float HollowSize = 11;

    /// <summary>Names of technologies that there is room for below the picture.</summary>
    private const int MostNamed = 12;

    /// <summary>Draws the matrix.</summary>
    public static Picture Of(WeakSpotAnswer answer, Provenance provenance)
    {
        bool isAtStake = answer.Question.Measure == WeakSpotMeasure.AtStake;
        WeakSpot[] shown =
        [
            .. answer
                .Spots.Where(s => s.Dependence.Margin is not null && s.Weight is { } weight && (weight > 0 || !isAtStake))
                .OrderBy(s => s.BuildFirst ?? int.MaxValue)
                .ThenByDescending(s => s.Weight),
        ];
        string[] hidden = [.. answer.Spots.Except(shown).Select(s => s.Technology.Name).Order(StringComparer.Ordinal)];
        bool hasFeasibility = answer.Profiles.Count > 0;
        return new Picture
        {
            Title = $"Weak spots: {answer.Economy}, by the rule {answer.Rule.Name}",
            Subtitle =
                "How far each technology is from the line of dependence, against "
                + (
                    answer.Stake is { Question.Supply: var supply }
                        ? $"what is at stake with {SupplyInWords(supply)} until it is replaced. "
                        : "the root leverage of the industry that carries it. "
                )
                + "Right of the line: dependent, above the other: more than the median rests on it; right and above: build now or "
                + "partner, right and below: build now or stockpile, left: watch. "
                + (
                    hasFeasibility
                        ? "Filled: near to what the economy makes (build now). Hollow: far, or no data."
                        : "Filled: measured by trade. Hollow: a proxy from published shares. Feasibility: no data."
                ),
            Legend = [.. Theme.Areas.Where(a => shown.Any(s => s.Technology.Area.Id == a.Area)).Select(a => a.Mark)],
            Footnotes = hidden switch
            {
                [] => [],
                { Length: > MostNamed } => [$"{hidden.Length} technologies are not shown, for lack of figures; the table names them."],
                _ => [$"Not shown, for lack of figures: {string.Join("; ", hidden)}."],
            },
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, shown, isAtStake, hasFeasibility),
        };
    }

    private static string SupplyInWords(SupplyScope supply) =>
        supply switch
        {
            SupplyScope.Imported => "the imported supply of it",
            SupplyScope.Domestic => "the home supply of it",
            _ => "all supply of it",
        };

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, WeakSpot[] spots, bool isAtStake, bool hasFeasibility)
    {
        double[] weights = [.. spots.Select(s => s.Weight!.Value)];
        LogScale? scale = isAtStake ? LogScale.Of(weights, weights) : null;
        (double X, double Y)[] points = [.. spots.Select(s => (s.Dependence.Margin!.Value, Height(s.Weight!.Value)))];
        double high = weights.DefaultIfEmpty(1).Max();
        double low = weights.DefaultIfEmpty(0).Min();
        double room = Math.Max(0.12 * (high - low), 0.02);
        using Plot plot = Axes(scale, scale?.Low ?? (low - room), scale?.High ?? (high + room));
        Line(plot.Add.VerticalLine(0));
        double[] much = [.. spots.Where(s => s.RestsMuch == true).Select(s => s.Weight!.Value)];
        if (much.Length > 0)
        {
            Line(plot.Add.HorizontalLine(Height(much.Min())));
        }

        for (int i = spots.Length - 1; i >= 0; i--)
        {
            Mark mark = Theme.MarkOf(spots[i].Technology.Area.Id);
            bool filled = hasFeasibility ? spots[i].Feasibility.IsFeasible == true : spots[i].Dependence.Status == SpotStatus.Measured;
            ScottPlot.Plottables.Marker marker = plot.Add.Marker(
                points[i].X,
                points[i].Y,
                filled ? mark.Shape : Hollow(mark.Shape),
                HollowSize,
                Theme.ToPlot(mark.Color)
            );
            marker.MarkerLineWidth = 2;
        }

        canvas.Save();
        canvas.ClipRect(inside);
        plot.Render(canvas, new PixelRect(inside.Left, inside.Right, inside.Bottom, inside.Top));
        canvas.Restore();
        PixelRect data = plot.LastRender.DataRect;
        SKPoint[] at = [.. points.Select(p => plot.GetPixel(new Coordinates(p.X, p.Y))).Select(p => new SKPoint(p.X, p.Y))];
        return Names(canvas, [.. spots.Select(NameOf)], at, new SKRect(data.Left, data.Top, data.Right, data.Bottom));

        double Height(double weight) => isAtStake ? Math.Log10(weight) : weight;
    }

    private static MarkerShape Hollow(MarkerShape shape) =>
        shape switch
        {
            MarkerShape.FilledTriangleUp => MarkerShape.OpenTriangleUp,
            MarkerShape.FilledTriangleDown => MarkerShape.OpenTriangleDown,
            MarkerShape.FilledSquare => MarkerShape.OpenSquare,
            MarkerShape.FilledDiamond => MarkerShape.OpenDiamond,
            _ => MarkerShape.OpenCircle,
        };

    /// <summary>The name, with its place in the order of building.</summary>
    private static string NameOf(WeakSpot spot) =>
        spot.BuildFirst is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{place}. {spot.Technology.Name}")
            : spot.Technology.Name;

    private static void Line(ScottPlot.Plottables.AxisLine line)
    {
        line.Color = Theme.ToPlot(Theme.Line);
        line.LineWidth = 1.5f;
    }

    private static Plot Axes(LogScale? scale, double bottom, double top)
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
        plot.XLabel("margin of the verdict: -1 far from dependent, 1 as dependent as can be", Theme.TextSize + 1);
        plot.YLabel(
            scale is null ? "root leverage, money lost for each unit of supply cut" : "at stake, share of a year's final spending",
            Theme.TextSize + 1
        );
        plot.Axes.SetLimits(-1.05, 1.05, bottom, top);
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        foreach (double at in new[] { -1, -0.5, 0, 0.5, 1 })
        {
            ticks.AddMajor(at, at.ToString("0.##", CultureInfo.InvariantCulture));
        }

        plot.Axes.Bottom.TickGenerator = ticks;
        if (scale is not null)
        {
            var decades = new ScottPlot.TickGenerators.NumericManual();
            foreach ((double share, string text) in scale.Ticks())
            {
                decades.AddMajor(Math.Log10(share), text);
            }

            plot.Axes.Left.TickGenerator = decades;
        }

        plot.Layout.Fixed(new PixelPadding(84, 22, 54, 6));
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

    private static List<SKRect> Names(SKCanvas canvas, string[] texts, SKPoint[] at, SKRect area)
    {
        using SKFont font = Typefaces.Instance.Font(LabelSize);
        using var leader = new SKPaint
        {
            Color = Theme.Muted,
            StrokeWidth = 0.8f,
            IsAntialias = true,
        };
        float step = LabelSize * 1.2f;
        IReadOnlyList<string>[] names = [.. texts.Select(t => TextLines.Wrap(t, font, LabelWidth, mostLines: 2))];
        LabelRequest[] requests =
        [
            .. names.Select(
                (lines, i) =>
                    new LabelRequest(
                        at[i],
                        (HollowSize / 2) + LabelGap,
                        new SKSize(lines.Max(l => font.MeasureText(l)), lines.Count * step)
                    )
            ),
        ];
        var boxes = new List<SKRect>();
        foreach (PlacedLabel label in LabelPlacement.Place(requests, [.. at.Select(p => (p, HollowSize / 2))], area))
        {
            SKPoint point = at[label.Request];
            if (label.IsFar)
            {
                canvas.DrawLine(point, LabelPlacement.Nearest(label.Box, point), leader);
            }

            bool leftOfPoint = label.Box.Right < point.X;
            for (int i = 0; i < names[label.Request].Count; i++)
            {
                float baseline = label.Box.Top + (i * step) + (LabelSize * 0.93f);
                PictureFrame.Text(
                    canvas,
                    names[label.Request][i],
                    leftOfPoint ? label.Box.Right : label.Box.Left,
                    baseline,
                    font,
                    Theme.Ink,
                    leftOfPoint ? SKTextAlign.Right : SKTextAlign.Left
                );
            }

            boxes.Add(label.Box);
        }

        return boxes;
    }
}
