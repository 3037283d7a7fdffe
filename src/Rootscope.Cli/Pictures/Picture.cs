using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>Draws the inside of a picture and tells the boxes of the words it placed, none of which may overlap.</summary>
internal delegate IReadOnlyList<SKRect> Drawing(SKCanvas canvas, SKRect inside);

/// <summary>A picture of a result: what it says, what is drawn, and where the figures are from.</summary>
internal sealed record Picture : IDrawing
{
    /// <summary>What is to be seen, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Its height. Unit: points.</summary>
    public int Height { get; init; } = Theme.Height;

    /// <summary>The marks to explain, in order.</summary>
    public IReadOnlyList<Mark> Legend { get; init; } = [];

    /// <summary>What a reader must know to trust it.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>Source, unit, licence, options and version.</summary>
    public required string Source { get; init; }

    /// <summary>Draws what stands between title and footnotes.</summary>
    public required Drawing Draw { get; init; }

    string IDrawing.Svg() => PictureFile.Svg(this);

    byte[] IDrawing.Png() => PictureFile.Png(this);
}
