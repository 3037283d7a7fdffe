namespace Rootscope.Answers.Pictures;

/// <summary>
/// How small each product is against what is at stake with it, both over decades: technologies as marks, industries as faint ones, and the
/// line of what is typical for a size.
/// </summary>
internal static class StakeMap
{
    /// <summary>So many are always named, away from their marks where they must be; others only where there is room beside them.</summary>
    public const int Named = 12;

    /// <summary>So many more that stand out of proportion may be named away from their marks too.</summary>
    private const int Outstanding = 3;

    private const double LabelGap = 4;
    private const double LineStep = 1.2;
    private const double PlainOpacity = 0.75;

    /// <summary>Draws a map.</summary>
    /// <param name="marks">Every product, most at stake first.</param>
    /// <param name="frame">What stands around it.</param>
    /// <param name="words">The words inside.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Of(IReadOnlyList<StakeMark> marks, SheetFrame frame, StakeWords words, SheetFormat format)
    {
        StakeMark[] drawn = [.. marks.Where(m => m.IsDrawn)];
        StakeMark[] ordered = [.. NamedFirst(drawn)];
        StakeMark[] named = [.. ordered.TakeWhile((m, i) => i < Named || m.IsStrong)];
        var x = LogScale.Of([.. drawn.Select(m => m.OutputShare)], [.. named.Select(m => m.OutputShare)]);
        var y = LogScale.Of([.. drawn.Select(m => m.AtStakeShare!.Value)], [.. named.Select(m => m.AtStakeShare!.Value)]);
        StakeMark[] shown = [.. ordered.Where(m => x.Holds(m.OutputShare) && y.Holds(m.AtStakeShare!.Value))];
        return frame.Around(format, Legend(shown, words, format), top => Inside(shown, x, y, words, format, top));
    }

    /// <summary>
    /// What is typical for a size: the median of what is at stake over own share, of products that have both; null without any.
    /// </summary>
    public static double? Typical(IEnumerable<StakeMark> marks)
    {
        double[] ratios = [.. marks.Where(m => m.IsDrawn).Select(m => m.AtStakeShare!.Value / m.OutputShare).Order()];
        return ratios.Length == 0 ? null : (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    }

    /// <summary>
    /// Marks in the order of their names: technologies before industries where there are technologies with parts of their own, most at
    /// stake first; after the first dozen those that stand farthest out of proportion.
    /// </summary>
    private static IEnumerable<StakeMark> NamedFirst(StakeMark[] drawn)
    {
        StakeMark[] ranked = Array.Exists(drawn, m => m.Host is not null) ? [.. drawn.OrderByDescending(m => m.IsStrong)] : drawn;
        return
        [
            .. ranked.Take(Named),
            .. ranked.Skip(Named).OrderByDescending(m => m.IsStrong).ThenByDescending(m => m.AtStakeShare!.Value / m.OutputShare),
        ];
    }

    private static (string, Func<Spot, Shape>)[] Legend(StakeMark[] shown, StakeWords words, SheetFormat format)
    {
        HashSet<string?> areas = [.. shown.Select(m => m.Area)];
        return
        [
            .. Tints
                .AreaIds.Where(areas.Contains)
                .Select(a =>
                    (words.Area(a), (Func<Spot, Shape>)(at => new MarkShape(at, format.StrongSize, Tints.Of(a).Form, Tints.Of(a).Tint)))
                ),
            .. Array.Exists(shown, m => !m.IsStrong)
                ? new (string, Func<Spot, Shape>)[]
                {
                    (words.Plain, at => new MarkShape(at, format.PlainSize, MarkForm.Disc, Tint.Plain, PlainOpacity)),
                }
                : [],
            .. Array.Exists(shown, m => m.Low is not null)
                ? new (string, Func<Spot, Shape>)[]
                {
                    (words.Band, at => new LineShape(at with { Y = at.Y - 7 }, at with { Y = at.Y + 7 }, Tint.Soft, 1.5)),
                }
                : [],
        ];
    }

    private static (IReadOnlyList<Shape>, double) Inside(
        StakeMark[] shown,
        LogScale x,
        LogScale y,
        StakeWords words,
        SheetFormat format,
        double top
    )
    {
        double size = format.SmallSize;
        double axisTitle = size * 1.7;
        double tickWidth = y.Ticks().Select(t => TextWidth.Of(t.Text, size)).DefaultIfEmpty(0).Max();
        Box plot = Box.Sized(
            format.Margin + tickWidth + 8,
            top + axisTitle,
            format.Width - (2 * format.Margin) - tickWidth - 8,
            format.PlotHeight
        );
        var shapes = new List<Shape>();
        Spot Place(double own, double atStake) => new(plot.Left + (x.At(own) * plot.Width), plot.Bottom - (y.At(atStake) * plot.Height));
        Spot PlaceOf(StakeMark mark) => Place(mark.OutputShare, mark.AtStakeShare!.Value);

        Axes(shapes, plot, x, y, words, format);
        (Spot At, double Radius)[] points = [.. shown.Select(m => (PlaceOf(m), SizeOf(m, format) / 2))];
        Box[] typical = Diagonal(
            shapes,
            plot,
            x,
            y,
            Typical(shown),
            [.. points.Where((_, i) => shown[i].IsStrong || !format.IsNarrow)],
            words,
            format
        );
        Hosts(shapes, shown, PlaceOf);
        foreach (StakeMark mark in shown.Where(m => m.IsStrong && m is { Low: > 0, High: > 0 }))
        {
            Spot at = PlaceOf(mark);
            double Height(double share) => Math.Clamp(Place(mark.OutputShare, share).Y, plot.Top, plot.Bottom);
            shapes.Add(
                new LineShape(
                    at with
                    {
                        Y = Height(mark.High!.Value),
                    },
                    at with
                    {
                        Y = Height(mark.Low!.Value),
                    },
                    Tints.Of(mark.Area).Tint,
                    1.2
                )
            );
        }

        // Those that are named are drawn last, so that nothing lies over them.
        for (int i = shown.Length - 1; i >= 0; i--)
        {
            (Tint tint, MarkForm form) = shown[i].IsStrong ? Tints.Of(shown[i].Area) : (Tint.Plain, MarkForm.Disc);
            double opacity = shown[i].IsStrong ? 1 : PlainOpacity;
            shapes.Add(
                new LinkShape(
                    shown[i].Address,
                    words.Tip(shown[i]),
                    [new MarkShape(points[i].At, SizeOf(shown[i], format), form, tint, opacity)],
                    IsStop: i < Named
                )
            );
        }

        Labels(shapes, shown, points, plot, typical, format);
        return (shapes, plot.Bottom + (size * 3.2));
    }

    private static double SizeOf(StakeMark mark, SheetFormat format) => mark.IsStrong ? format.StrongSize : format.PlainSize;

    private static void Axes(List<Shape> shapes, Box plot, LogScale x, LogScale y, StakeWords words, SheetFormat format)
    {
        double size = format.SmallSize;
        double free = 0;
        foreach ((double share, string text) in x.Ticks())
        {
            double at = plot.Left + (x.At(share) * plot.Width);
            shapes.Add(new LineShape(new Spot(at, plot.Top), new Spot(at, plot.Bottom), Tint.Grid));
            double half = TextWidth.Of(text, size) / 2;
            var label = TextShape.Below(
                text,
                Math.Clamp(at, half + 2, format.Width - half - 2),
                plot.Bottom + 5,
                size,
                Tint.Soft,
                TextAnchor.Middle
            );

            // Where decades stand close together, every other one is told.
            if (label.Box.Left >= free)
            {
                shapes.Add(label);
                free = label.Box.Right + 4;
            }
        }

        foreach ((double share, string text) in y.Ticks())
        {
            double at = plot.Bottom - (y.At(share) * plot.Height);
            shapes.Add(new LineShape(new Spot(plot.Left, at), new Spot(plot.Right, at), Tint.Grid));
            shapes.Add(TextShape.Below(text, plot.Left - 6, at - (size / 2), size, Tint.Soft, TextAnchor.End));
        }

        shapes.Add(new LineShape(new Spot(plot.Left, plot.Bottom), new Spot(plot.Right, plot.Bottom), Tint.Soft));
        shapes.Add(new LineShape(new Spot(plot.Left, plot.Top), new Spot(plot.Left, plot.Bottom), Tint.Soft));
        shapes.Add(TextShape.Below($"↑ {words.YAxis}", format.Margin, plot.Top - (size * 1.6), size));
        shapes.Add(TextShape.Below($"{words.XAxis} →", plot.Right, plot.Bottom + 5 + (size * 1.5), size, Tint.Ink, TextAnchor.End));
    }

    /// <summary>The line of what is typical, and its name where it covers no mark; gives the box of the name.</summary>
    private static Box[] Diagonal(
        List<Shape> shapes,
        Box plot,
        LogScale x,
        LogScale y,
        double? typical,
        (Spot At, double Radius)[] points,
        StakeWords words,
        SheetFormat format
    )
    {
        if (typical is not { } ratio)
        {
            return [];
        }

        // In logarithms the line is y = x + log ratio; the part of it that is on both axes is drawn.
        double shift = Math.Log10(ratio);
        (double low, double high) = (Math.Max(x.Low, y.Low - shift), Math.Min(x.High, y.High - shift));
        if (low >= high)
        {
            return [];
        }

        Spot Along(double log) =>
            new(
                plot.Left + ((log - x.Low) / (x.High - x.Low) * plot.Width),
                plot.Bottom - ((log + shift - y.Low) / (y.High - y.Low) * plot.Height)
            );
        shapes.Add(new LineShape(Along(low), Along(high), Tint.Soft, 1.2, IsDashed: true));
        const int Places = 40;
        TextShape[] candidates =
        [
            .. Enumerable
                .Range(0, Places)
                .SelectMany(i =>
                {
                    Spot at = Along(high - ((high - low) * i / Places));
                    double size = format.SmallSize;
                    return new[]
                    {
                        TextShape.Below(words.Typical, at.X + 6, at.Y + 4, size, Tint.Soft),
                        TextShape.Below(words.Typical, at.X - 6, at.Y - size - 4, size, Tint.Soft, TextAnchor.End),
                    };
                })
                .Where(t => plot.Holds(t.Box)),
        ];
        TextShape? name =
            Array.Find(candidates, c => !points.Any(p => Box.Around(p.At, p.Radius + 1).Meets(c.Box))) ?? candidates.FirstOrDefault();
        if (name is null)
        {
            return [];
        }

        shapes.Add(name with { IsOverLines = true });
        return [name.Box.Grown(3)];
    }

    /// <summary>A faint line from each technology to the industry that it is a part of.</summary>
    private static void Hosts(List<Shape> shapes, StakeMark[] shown, Func<StakeMark, Spot> place)
    {
        Dictionary<string, StakeMark> byCode = shown.ToDictionary(m => m.Code, StringComparer.Ordinal);
        foreach (StakeMark part in shown.Where(m => m.Host is not null && byCode.ContainsKey(m.Host)))
        {
            shapes.Add(new LineShape(place(part), place(byCode[part.Host!]), Tint.Line));
        }
    }

    private static void Labels(
        List<Shape> shapes,
        StakeMark[] shown,
        (Spot At, double Radius)[] points,
        Box plot,
        Box[] others,
        SheetFormat format
    )
    {
        double size = format.SmallSize;
        double step = size * LineStep;
        IReadOnlyList<string>[] names =
        [
            .. shown
                .TakeWhile((m, i) => i < Named || m.IsStrong)
                .Select(m => TextWidth.Wrap(m.Name, size, format.LabelWidth, mostLines: 2)),
        ];
        NamedSpot[] requests =
        [
            .. names.Select(
                (lines, i) =>
                    new NamedSpot(
                        points[i].At,
                        points[i].Radius + LabelGap,
                        lines.Max(l => TextWidth.Of(l, size)),
                        lines.Count * step,
                        Reach: i < Named + Outstanding ? format.LabelReach : 0
                    )
            ),
        ];

        // On a phone there is no room beside the many faint marks; names may lie over them, never over another name or a strong mark.
        (Spot At, double Radius)[] obstacles = [.. points.Where((_, i) => i < names.Length || shown[i].IsStrong || !format.IsNarrow)];
        foreach (LabelPlace label in LabelPlaces.Of(requests, obstacles, plot.Grown(-2), others))
        {
            Spot point = points[label.Request].At;
            if (label.IsFar)
            {
                shapes.Add(new LineShape(point, label.Box.Nearest(point), Tint.Soft, 0.8));
            }

            bool isLeft = label.Box.Right < point.X;
            double top = label.Box.Top;
            foreach (string line in names[label.Request])
            {
                shapes.Add(
                    TextShape.Below(
                        line,
                        isLeft ? label.Box.Right : label.Box.Left,
                        top + ((step - size) / 2),
                        size,
                        Tint.Ink,
                        isLeft ? TextAnchor.End : TextAnchor.Start
                    ) with
                    {
                        IsOverLines = true,
                    }
                );
                top += step;
            }
        }
    }
}
