using System.Globalization;

namespace Rootscope.Answers.Pictures;

/// <summary>The loss over time after one supply went missing, to be drawn.</summary>
/// <param name="Name">Which supply, and what is at stake with it.</param>
/// <param name="Points">Years after the cut, and the share of a year's final spending that is lost at that rate.</param>
internal sealed record StakeCurveLine(string Name, IReadOnlyList<(double Years, double Loss)> Points);

/// <summary>The words inside a picture of losses over time, in one language.</summary>
internal sealed record StakeCurveWords
{
    /// <summary>In English, which files are written in.</summary>
    public static StakeCurveWords English { get; } = new();

    /// <summary>In Chinese.</summary>
    public static StakeCurveWords Chinese { get; } =
        new()
        {
            XAxis = "削减之后的年数",
            YAxis = "该时的损失率，占一年最终支出 %",
            Replaced = years => $"{years} 年后得到替代",
            Line = (supply, share) => $"{supply}，关乎一年的 {share}",
            Tip = (years, share) => $"{years} 年后：{share}",
        };

    public string XAxis { get; init; } = "years after the cut";

    public string YAxis { get; init; } = "lost at that rate, % of a year's final spending";

    /// <summary>The name of the moment when the product is replaced.</summary>
    public Func<string, string> Replaced { get; init; } = years => $"replaced after {years} years";

    /// <summary>What a line is called: which supply, and what is at stake with it.</summary>
    public Func<string, string, string> Line { get; init; } = (supply, share) => $"{supply}, at stake {share} of a year";

    /// <summary>What a point says when touched.</summary>
    public Func<string, string, string> Tip { get; init; } = (years, share) => $"{years} years after: {share}";
}

/// <summary>
/// What one product costs over the years after a cut: a line for each supply that goes missing, the area under the first until it is
/// replaced, which is what is at stake, and the moment when it is replaced.
/// </summary>
internal static class StakeCurve
{
    private const double Headroom = 1.06;
    private const double Faint = 0.2;
    private const double LineWidth = 2.5;
    private const double PointSize = 6;
    private const double Widest = 0.62;

    /// <summary>Moments that say their figures when touched. Unit: years.</summary>
    private static readonly double[] Touched = [0, 0.5, 1, 2, 3, 5, 10];

    /// <summary>Draws the lines of one product.</summary>
    /// <param name="lines">A line for each supply.</param>
    /// <param name="replaced">When it is replaced. Unit: years.</param>
    /// <param name="area">The area of the catalogue that it stands for; null for none.</param>
    /// <param name="frame">What stands around it.</param>
    /// <param name="words">The words inside.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Of(
        IReadOnlyList<StakeCurveLine> lines,
        double replaced,
        string? area,
        SheetFrame frame,
        StakeCurveWords words,
        SheetFormat format
    )
    {
        (string, Func<Spot, Shape>)[] legend =
        [
            .. lines.Select(
                (line, i) =>
                    (
                        line.Name,
                        (Func<Spot, Shape>)(
                            at => new LineShape(at with { X = at.X - 8 }, at with { X = at.X + 8 }, TintOf(i, area), LineWidth, i > 0)
                        )
                    )
            ),
        ];
        return frame.Around(format, legend, top => Inside(lines, replaced, area, words, format, top));
    }

    private static (IReadOnlyList<Shape>, double) Inside(
        IReadOnlyList<StakeCurveLine> lines,
        double replaced,
        string? area,
        StakeCurveWords words,
        SheetFormat format,
        double top
    )
    {
        double last = lines.SelectMany(l => l.Points).Select(p => p.Years).DefaultIfEmpty(1).Max();
        double most = lines.SelectMany(l => l.Points).Select(p => p.Loss).DefaultIfEmpty(0).Max();
        most = most > 0 ? most * Headroom : 1;
        var losses = new LinearScale(0, most);
        double size = format.SmallSize;
        string[] ticks = [.. losses.Ticks().Select(losses.Percent)];
        double tickWidth = ticks.Max(t => TextWidth.Of(t, size));
        var plot = Box.Sized(
            format.Margin + tickWidth + 8,
            top + (size * 1.7),
            format.Width - (2 * format.Margin) - tickWidth - 8,
            format.PlotHeight * Widest
        );
        Spot Place(double years, double loss) => new(plot.Left + (years / last * plot.Width), plot.Bottom - (loss / most * plot.Height));
        var shapes = new List<Shape>();
        Axes(shapes, plot, new LinearScale(0, last), losses, words, format);
        if (lines is [var first, ..])
        {
            Spot[] until =
            [
                .. first
                    .Points.Where((p, i) => p.Years < replaced || (p.Years.Equals(replaced) && IsBefore(first.Points, i)))
                    .Select(p => Place(p.Years, p.Loss)),
            ];
            if (until.Length > 1)
            {
                Spot[] outline = [until[0] with { Y = plot.Bottom }, .. until, until[^1] with { Y = plot.Bottom }];
                shapes.Add(new AreaShape(outline, TintOf(0, area), Faint));
            }
        }

        for (int i = lines.Count - 1; i >= 0; i--)
        {
            shapes.Add(new CurveShape([.. lines[i].Points.Select(p => Place(p.Years, p.Loss))], TintOf(i, area), LineWidth, i > 0));
            foreach ((double years, double loss) in lines[i].Points.Where(p => Touched.Contains(p.Years)).DistinctBy(p => p.Years))
            {
                string when = years.ToString("0.#", CultureInfo.InvariantCulture);
                var mark = new MarkShape(Place(years, loss), PointSize, MarkForm.Disc, TintOf(i, area));
                shapes.Add(new LinkShape(null, words.Tip(when, StakeWords.Percent(loss)), [mark]));
            }
        }

        End(shapes, plot, replaced, last, words, format);
        return (shapes, plot.Bottom + (size * 3.2));
    }

    /// <summary>The first supply has the colour of the product's area; others are told by a broken line too.</summary>
    private static Tint TintOf(int line, string? area) =>
        line > 0 ? Tint.Soft
        : area is null ? Tint.Ink
        : Tints.Of(area).Tint;

    /// <summary>Whether a moment is the last before the product is replaced: at one time there are two, of which it is the first.</summary>
    private static bool IsBefore(IReadOnlyList<(double Years, double Loss)> points, int i) =>
        i + 1 < points.Count && points[i + 1].Years.Equals(points[i].Years);

    private static void Axes(List<Shape> shapes, Box plot, LinearScale years, LinearScale losses, StakeCurveWords words, SheetFormat format)
    {
        double size = format.SmallSize;
        foreach (double tick in losses.Ticks())
        {
            double y = plot.Bottom - (losses.At(tick) * plot.Height);
            shapes.Add(new LineShape(new Spot(plot.Left, y), new Spot(plot.Right, y), tick > 0 ? Tint.Grid : Tint.Soft));
            shapes.Add(TextShape.Below(losses.Percent(tick), plot.Left - 6, y - (size / 2), size, Tint.Soft, TextAnchor.End));
        }

        foreach (double year in years.Ticks())
        {
            double x = plot.Left + (years.At(year) * plot.Width);
            string text = year.ToString("0.###", CultureInfo.InvariantCulture);
            double half = TextWidth.Of(text, size) / 2;
            shapes.Add(new LineShape(new Spot(x, plot.Bottom), new Spot(x, plot.Bottom + 4), Tint.Soft));
            shapes.Add(TextShape.Below(text, Math.Min(x, format.Width - half - 2), plot.Bottom + 5, size, Tint.Soft, TextAnchor.Middle));
        }

        shapes.Add(TextShape.Below($"↑ {words.YAxis}", format.Margin, plot.Top - (size * 1.6), size));
        shapes.Add(TextShape.Below($"{words.XAxis} →", plot.Right, plot.Bottom + 5 + (size * 1.5), size, Tint.Ink, TextAnchor.End));
    }

    /// <summary>When it is replaced, with its name on the side that has room.</summary>
    private static void End(List<Shape> shapes, Box plot, double replaced, double last, StakeCurveWords words, SheetFormat format)
    {
        if (replaced > last)
        {
            return;
        }

        double x = plot.Left + (replaced / last * plot.Width);
        shapes.Add(new LineShape(new Spot(x, plot.Top), new Spot(x, plot.Bottom), Tint.Soft, 1.2, IsDashed: true));
        string name = words.Replaced(replaced.ToString("0.0", CultureInfo.InvariantCulture));
        bool isLeft = x + 6 + TextWidth.Of(name, format.SmallSize) > plot.Right;
        shapes.Add(
            TextShape.Below(
                name,
                isLeft ? x - 6 : x + 6,
                plot.Top + 2,
                format.SmallSize,
                Tint.Soft,
                isLeft ? TextAnchor.End : TextAnchor.Start
            ) with
            {
                IsOverLines = true,
            }
        );
    }
}
