using System.Globalization;

namespace Rootscope.Answers.Pictures.Scenarios;

/// <summary>The loss of one region over the months of a scenario.</summary>
/// <param name="Name">The region.</param>
/// <param name="Losses">Its loss in each month. Unit: share; below 0 for a gain.</param>
internal sealed record CourseLine(string Name, IReadOnlyList<double> Losses);

/// <summary>Losses of regions month by month, as lines that say at their end whose they are.</summary>
internal static class CourseLines
{
    private const double Widest = 0.45;
    private const double LineWidth = 2.2;
    private const double PointSize = 5;
    private const double Headroom = 0.06;

    /// <summary>Colours of the lines in order; every other one is broken too, so that nobody needs to tell colours apart.</summary>
    private static readonly Tint[] Colours = [Tint.Information, Tint.Life, Tint.Matter, Tint.Space, Tint.Energy];

    /// <summary>Adds the lines and says where they end.</summary>
    public static double Add(
        List<Shape> shapes,
        IReadOnlyList<CourseLine> lines,
        ScenarioPictureWords words,
        SheetFormat format,
        double top
    )
    {
        double size = format.SmallSize;
        double[] all = [.. lines.SelectMany(l => l.Losses).Append(0)];
        (double least, double most) = (all.Min(), all.Max());
        double room = most > least ? (most - least) * Headroom : 1;
        var losses = new LinearScale(least < 0 ? least - room : 0, most + room);
        int months = lines.Max(l => l.Losses.Count);
        double ticks = losses.Ticks().Max(t => TextWidth.Of(losses.Percent(t), size));
        double names = format.IsNarrow ? 0 : Math.Min(format.LabelWidth, lines.Max(l => TextWidth.Of(l.Name, size)) + 14);
        if (format.IsNarrow)
        {
            top = Legend(shapes, lines, format, top);
        }

        shapes.Add(TextShape.Below($"↑ {words.CourseAxis}", format.Margin, top, size));
        var plot = Box.Sized(
            format.Margin + ticks + 8,
            top + (size * 1.8),
            format.Width - (2 * format.Margin) - ticks - 8 - names,
            format.PlotHeight * Widest
        );
        foreach (double tick in losses.Ticks())
        {
            double y = plot.Bottom - (losses.At(tick) * plot.Height);
            bool isZero = Math.Abs(tick) < losses.Step / 2;
            shapes.Add(new LineShape(new Spot(plot.Left, y), new Spot(plot.Right, y), isZero ? Tint.Soft : Tint.Grid));
            shapes.Add(TextShape.Below(losses.Percent(tick), plot.Left - 6, y - (size / 2), size, Tint.Soft, TextAnchor.End));
        }

        // A month's mean stands in the middle of the month.
        var time = new LinearScale(0, months);
        foreach (double month in time.Ticks())
        {
            double x = plot.Left + (time.At(month) * plot.Width);
            string text = month.ToString("0.#", CultureInfo.InvariantCulture);
            shapes.Add(new LineShape(new Spot(x, plot.Bottom), new Spot(x, plot.Bottom + 4), Tint.Soft));
            shapes.Add(TextShape.Below(text, x, plot.Bottom + 5, size, Tint.Soft, TextAnchor.Middle));
        }

        shapes.Add(TextShape.Below($"{words.MonthsAxis} →", plot.Right, plot.Bottom + 5 + (size * 1.5), size, anchor: TextAnchor.End));
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            Spot[] spots =
            [
                .. lines[i]
                    .Losses.Select(
                        (loss, m) => new Spot(plot.Left + (time.At(m + 0.5) * plot.Width), plot.Bottom - (losses.At(loss) * plot.Height))
                    ),
            ];
            shapes.Add(new CurveShape(spots, ColourOf(i), LineWidth, IsBroken(i)));
            for (int m = 0; m < spots.Length; m++)
            {
                string tip = words.Tip(lines[i].Name, m + 1, StakeWords.Percent(lines[i].Losses[m]));
                shapes.Add(new LinkShape(null, tip, [new MarkShape(spots[m], PointSize, MarkForm.Disc, ColourOf(i))]));
            }
        }

        if (!format.IsNarrow)
        {
            Names(shapes, lines, plot, losses, format);
        }

        return plot.Bottom + (size * 3.2);
    }

    private static Tint ColourOf(int line) => Colours[line % Colours.Length];

    private static bool IsBroken(int line) => line % 2 == 1;

    /// <summary>Names at the ends of lines, moved apart where they would meet.</summary>
    private static void Names(List<Shape> shapes, IReadOnlyList<CourseLine> lines, Box plot, LinearScale losses, SheetFormat format)
    {
        double size = format.SmallSize;
        double step = size * 1.25;
        int[] order = [.. Enumerable.Range(0, lines.Count).OrderByDescending(i => lines[i].Losses[^1]).ThenBy(i => i)];
        double y = double.NegativeInfinity;
        double[] places = new double[lines.Count];
        foreach (int i in order)
        {
            y = Math.Max(y + step, plot.Bottom - (losses.At(lines[i].Losses[^1]) * plot.Height) - (size / 2));
            places[i] = y;
        }

        // What ran out of the plot below moves up again, the lowest first.
        double limit = plot.Bottom - size;
        foreach (int i in order.Reverse())
        {
            places[i] = Math.Min(places[i], limit);
            limit = places[i] - step;
        }

        foreach (int i in order)
        {
            string name = TextWidth.Shortened(lines[i].Name, size, format.Width - format.Margin - plot.Right - 10);
            shapes.Add(TextShape.Below(name, plot.Right + 8, places[i], size, ColourOf(i)));
        }
    }

    private static double Legend(List<Shape> shapes, IReadOnlyList<CourseLine> lines, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        double left = format.Margin;
        for (int i = 0; i < lines.Count; i++)
        {
            double width = 22 + TextWidth.Of(lines[i].Name, size) + 12;
            if (left > format.Margin && left + width > format.Width - format.Margin)
            {
                (left, top) = (format.Margin, top + (size * 1.5));
            }

            double y = top + (size / 2);
            shapes.Add(new LineShape(new Spot(left, y), new Spot(left + 16, y), ColourOf(i), LineWidth, IsBroken(i)));
            shapes.Add(TextShape.Below(lines[i].Name, left + 22, top, size));
            left += width;
        }

        return top + (size * 1.8);
    }
}
