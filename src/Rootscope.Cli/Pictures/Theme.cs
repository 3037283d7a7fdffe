using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>How pictures look: few colours, which people with any colour vision can tell apart, and a shape for each beside it.</summary>
/// <remarks>
/// Colours by area are those of Okabe and Ito (2008), "Color universal design". Sizes are in points of a picture that is 1200 wide.
/// </remarks>
internal static class Theme
{
    public const int Width = 1200;
    public const int Height = 900;
    public const float Margin = 36;
    public const float TitleSize = 25;
    public const float SubtitleSize = 15;
    public const float TextSize = 13.5f;
    public const float SmallSize = 11.5f;
    public const float MarkerSize = 10;
    public const float PlainMarkerSize = 6;

    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Ink = new(0x22, 0x26, 0x2B);
    public static readonly SKColor Muted = new(0x5B, 0x63, 0x6B);
    public static readonly SKColor Line = new(0xC9, 0xCE, 0xD3);
    public static readonly SKColor Slate = new(0x3D, 0x5A, 0x80);
    public static readonly SKColor Grid = new(0xE9, 0xEC, 0xEF);

    /// <summary>What belongs to no area.</summary>
    public static readonly Mark Plain = new("no core technology", new SKColor(0xA6, 0xAD, 0xB4), MarkerShape.FilledCircle);

    /// <summary>The mark of each area, in the order of the catalogue.</summary>
    public static readonly IReadOnlyList<(string Area, Mark Mark)> Areas =
    [
        ("information", new Mark("information", new SKColor(0x00, 0x72, 0xB2), MarkerShape.FilledCircle)),
        ("energy", new Mark("energy", new SKColor(0xE6, 0x9F, 0x00), MarkerShape.FilledTriangleUp)),
        ("matter", new Mark("matter", new SKColor(0x00, 0x9E, 0x73), MarkerShape.FilledSquare)),
        ("space", new Mark("space", new SKColor(0xCC, 0x79, 0xA7), MarkerShape.FilledDiamond)),
        ("life", new Mark("life", new SKColor(0xD5, 0x5E, 0x00), MarkerShape.FilledTriangleDown)),
    ];

    /// <summary>The mark of an area; that of none where it is null or unknown.</summary>
    public static Mark MarkOf(string? area)
    {
        foreach ((string id, Mark mark) in Areas)
        {
            if (string.Equals(id, area, StringComparison.Ordinal))
            {
                return mark;
            }
        }

        return Plain;
    }

    public static Color ToPlot(SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}

/// <summary>How one kind of thing is marked.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record Mark(string Name, SKColor Color, MarkerShape Shape);
