namespace Rootscope.Answers.Pictures;

/// <summary>For what room a picture is laid out: every word is at least ten pixels high there.</summary>
internal sealed record SheetFormat
{
    /// <summary>The narrowest place that the wide layout is shown in, as the site's style sheet says too. Unit: pixels.</summary>
    public const double LeastWide = 672;

    /// <summary>The place for a figure on the narrowest phone that is minded, 360 pixels wide. Unit: pixels.</summary>
    public const double LeastNarrow = 302;

    /// <summary>A file as wide as a page.</summary>
    public static SheetFormat Wide { get; } = new();

    /// <summary>A file as wide as a phone.</summary>
    public static SheetFormat Narrow { get; } =
        new()
        {
            Width = 360,
            Margin = 12,
            TextSize = 13,
            TitleSize = 16,
            SmallSize = 12,
            PlotHeight = 400,
            LabelWidth = 116,
            LabelReach = 44,
            StrongSize = 9,
            PlainSize = 4.5,
            IsNarrow = true,
        };

    /// <summary>The text of a printed page, without the frame, which stands around it there.</summary>
    public static SheetFormat Page { get; } =
        new()
        {
            Width = 620,
            Margin = 4,
            TextSize = 12.5,
            TitleSize = 16,
            SmallSize = 11.5,
            PlotHeight = 225,
            LabelWidth = 130,
            IsFramed = false,
        };

    public double Width { get; private init; } = 880;

    public double Margin { get; private init; } = 20;

    public double TextSize { get; private init; } = 14.5;

    public double TitleSize { get; private init; } = 20;

    public double SmallSize { get; private init; } = 13.5;

    public double PlotHeight { get; private init; } = 560;

    /// <summary>The widest line of a name.</summary>
    public double LabelWidth { get; private init; } = 170;

    /// <summary>How far a name may stand from its mark; on a phone long lines cross too much.</summary>
    public double LabelReach { get; private init; } = 86;

    /// <summary>Size of a mark that the picture is about.</summary>
    public double StrongSize { get; private init; } = 11;

    /// <summary>Size of a faint one.</summary>
    public double PlainSize { get; private init; } = 5.5;

    public bool IsNarrow { get; private init; }

    /// <summary>Whether title, notes and source stand in the picture: in a file they do, on a page they stand around it.</summary>
    public bool IsFramed { get; init; } = true;
}
