namespace Rootscope.Answers.Pictures;

/// <summary>What a picture says around its inside.</summary>
internal sealed record SheetFrame
{
    private const double LineStep = 1.35;
    private const double Gap = 10;
    private const double BetweenMarks = 16;
    private const double MarkRoom = 18;

    /// <summary>What is to be seen, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it.</summary>
    public required string Subtitle { get; init; }

    /// <summary>What is to be seen, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>What a reader must know to trust it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Source, licence, options and version.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Puts the frame around an inside that begins at a height and says where it ends.</summary>
    public Sheet Around(
        SheetFormat format,
        IReadOnlyList<(string Name, Func<Spot, Shape> Mark)> legend,
        Func<double, (IReadOnlyList<Shape> Shapes, double Bottom)> inside
    )
    {
        var shapes = new List<Shape>();
        double top = format.IsFramed ? format.Margin : 2;
        if (format.IsFramed)
        {
            top = Lines(shapes, format, Title, top, format.TitleSize, Tint.Ink, isStrong: true);
            top = Lines(shapes, format, Subtitle, top + 2, format.TextSize, Tint.Soft) + Gap;
        }

        top = Legend(shapes, format, legend, top);
        (IReadOnlyList<Shape> drawn, double bottom) = inside(top + Gap);
        shapes.AddRange(drawn);
        if (format.IsFramed)
        {
            bottom += Gap;
            shapes.Add(new LineShape(new Spot(format.Margin, bottom), new Spot(format.Width - format.Margin, bottom), Tint.Line));
            bottom += Gap;
            foreach (string note in Notes.Append(Source).Where(n => n.Length > 0))
            {
                bottom = Lines(shapes, format, note, bottom, format.SmallSize, Tint.Soft);
            }
        }

        return new Sheet
        {
            Width = format.Width,
            Height = Math.Ceiling(bottom + (format.IsFramed ? format.Margin / 2 : 2)),
            Title = Title,
            Description = Description,
            Shapes = shapes,
        };
    }

    private static double Lines(
        List<Shape> shapes,
        SheetFormat format,
        string text,
        double top,
        double size,
        Tint tint,
        bool isStrong = false
    )
    {
        const double Strong = 1.1;
        double width = (format.Width - (2 * format.Margin)) / (isStrong ? Strong : 1);
        foreach (string line in TextWidth.Wrap(text, size, width))
        {
            shapes.Add(TextShape.Below(line, format.Margin, top, size, tint, isStrong: isStrong));
            top += size * LineStep;
        }

        return top;
    }

    /// <summary>What marks mean, in as many rows as they need.</summary>
    private static double Legend(
        List<Shape> shapes,
        SheetFormat format,
        IReadOnlyList<(string Name, Func<Spot, Shape> Mark)> legend,
        double top
    )
    {
        double left = format.Margin;
        double size = format.SmallSize;
        foreach ((string name, Func<Spot, Shape> mark) in legend)
        {
            double width = MarkRoom + TextWidth.Of(name, size);
            if (left > format.Margin && left + width > format.Width - format.Margin)
            {
                left = format.Margin;
                top += size * 1.5;
            }

            shapes.Add(mark(new Spot(left + (MarkRoom / 2) - 2, top + (size / 2))));
            shapes.Add(TextShape.Below(name, left + MarkRoom, top, size));
            left += width + BetweenMarks;
        }

        return top + (size * LineStep);
    }
}
