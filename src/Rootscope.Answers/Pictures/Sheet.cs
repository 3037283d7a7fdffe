namespace Rootscope.Answers.Pictures;

/// <summary>A picture as shapes, before it is written as SVG or put into dots.</summary>
internal sealed record Sheet
{
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>What is to be seen, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be seen, in sentences, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The shapes, the lowest first.</summary>
    public required IReadOnlyList<Shape> Shapes { get; init; }

    /// <summary>The boxes of all words.</summary>
    public IEnumerable<Box> Words => Flat(Shapes).OfType<TextShape>().Select(t => t.Box);

    /// <summary>Shapes and what links hold.</summary>
    public static IEnumerable<Shape> Flat(IEnumerable<Shape> shapes) =>
        shapes.SelectMany(s => s is LinkShape link ? Flat(link.Shapes) : [s]);
}

/// <summary>Something that is drawn.</summary>
internal abstract record Shape;

/// <summary>A straight line.</summary>
internal sealed record LineShape(Spot From, Spot To, Tint Tint, double Width = 1, bool IsDashed = false) : Shape;

/// <summary>A line through several places.</summary>
internal sealed record CurveShape(IReadOnlyList<Spot> Spots, Tint Tint, double Width = 1, bool IsDashed = false) : Shape;

/// <summary>What an outline encloses, filled.</summary>
internal sealed record AreaShape(IReadOnlyList<Spot> Outline, Tint Tint, double Opacity = 1) : Shape;

/// <summary>Lands: what several outlines enclose together, filled, with a fine rim of the ground's colour.</summary>
internal sealed record LandShape(IReadOnlyList<IReadOnlyList<Spot>> Outlines, Tint Tint, double Opacity = 1) : Shape;

/// <summary>Many straight lines of one kind, such as those that hatch a land.</summary>
internal sealed record HatchShape(IReadOnlyList<(Spot From, Spot To)> Lines, Tint Tint, double Width = 1) : Shape;

/// <summary>A filled rectangle.</summary>
internal sealed record BoxShape(Box Box, Tint Tint, double Opacity = 1) : Shape;

/// <summary>A mark.</summary>
/// <param name="At">Its middle.</param>
/// <param name="Size">Its width.</param>
/// <param name="Form">Its form.</param>
/// <param name="Tint">Its colour.</param>
/// <param name="Opacity">1 where nothing shines through.</param>
internal sealed record MarkShape(Spot At, double Size, MarkForm Form, Tint Tint, double Opacity = 1) : Shape
{
    private const double Square = 0.9;
    private const double Tall = 1.05;

    /// <summary>The corners of a form that has some; forms of one size look equally large.</summary>
    public IReadOnlyList<Spot> Corners =>
        Form switch
        {
            MarkForm.Up => Placed((0, -Tall), (Tall, Square), (-Tall, Square)),
            MarkForm.Down => Placed((0, Tall), (Tall, -Square), (-Tall, -Square)),
            MarkForm.Diamond => Placed((0, -Tall), (Tall, 0), (0, Tall), (-Tall, 0)),
            MarkForm.Square => Placed((-Square, -Square), (Square, -Square), (Square, Square), (-Square, Square)),
            _ => [],
        };

    private Spot[] Placed(params (double X, double Y)[] corners) =>
        [.. corners.Select(c => new Spot(At.X + (c.X * Size / 2), At.Y + (c.Y * Size / 2)))];
}

/// <summary>Where a line of text stands against its place.</summary>
internal enum TextAnchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>Its middle is there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>A line of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Baseline">Where its line stands.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="Tint">Its colour.</param>
/// <param name="Anchor">Which end of it is there.</param>
/// <param name="IsStrong">Whether it is set in bold.</param>
/// <param name="IsOverLines">Whether lines may run below it, so that a rim of the ground's colour keeps it readable.</param>
internal sealed record TextShape(
    string Text,
    Spot Baseline,
    double Size,
    Tint Tint = Tint.Ink,
    TextAnchor Anchor = TextAnchor.Start,
    bool IsStrong = false,
    bool IsOverLines = false
) : Shape
{
    private const double Ascent = 0.78;
    private const double Descent = 0.22;

    /// <summary>The box that it needs in a wide font.</summary>
    public Box Box
    {
        get
        {
            double width = TextWidth.Of(Text, Size, IsStrong);
            double left = Anchor switch
            {
                TextAnchor.Middle => Baseline.X - (width / 2),
                TextAnchor.End => Baseline.X - width,
                _ => Baseline.X,
            };
            return new Box(left, Baseline.Y - (Size * Ascent), left + width, Baseline.Y + (Size * Descent));
        }
    }

    /// <summary>The line whose box has its upper edge there.</summary>
    public static TextShape Below(
        string text,
        double x,
        double top,
        double size,
        Tint tint = Tint.Ink,
        TextAnchor anchor = TextAnchor.Start,
        bool isStrong = false
    ) => new(text, new Spot(x, top + (size * Ascent)), size, tint, anchor, isStrong);
}

/// <summary>Shapes that say more when touched, and lead to a page where they have one.</summary>
/// <param name="Address">The page; null for none.</param>
/// <param name="Tip">What they say.</param>
/// <param name="Shapes">The shapes.</param>
/// <param name="IsStop">Whether the keyboard stops there; the others are reached by the table of data.</param>
internal sealed record LinkShape(string? Address, string Tip, IReadOnlyList<Shape> Shapes, bool IsStop = false) : Shape;
