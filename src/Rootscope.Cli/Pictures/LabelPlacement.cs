using Rootscope.Answers.Pictures;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>A point that is to be named.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Distance">How near its name may come.</param>
/// <param name="Size">Width and height of its name.</param>
internal readonly record struct LabelRequest(SKPoint At, float Distance, SKSize Size);

/// <summary>A name that found a place.</summary>
/// <param name="Request">Number of the request.</param>
/// <param name="Box">Where the name stands.</param>
/// <param name="IsFar">Whether it stands so far from its point that a line should lead to it.</param>
internal readonly record struct PlacedLabel(int Request, SKRect Box, bool IsFar);

/// <summary>Places for names on a canvas, found as in all pictures: <see cref="LabelPlaces"/>.</summary>
internal static class LabelPlacement
{
    /// <summary>Places names.</summary>
    /// <param name="requests">The names in order of importance.</param>
    /// <param name="points">All points of the picture, each with its radius; first those of the names, in the same order.</param>
    /// <param name="inside">The area that names must stay in.</param>
    public static IReadOnlyList<PlacedLabel> Place(
        IReadOnlyList<LabelRequest> requests,
        IReadOnlyList<(SKPoint At, float Radius)> points,
        SKRect inside
    ) =>
        [
            .. LabelPlaces
                .Of(
                    [.. requests.Select(r => new NamedSpot(SpotOf(r.At), r.Distance, r.Size.Width, r.Size.Height))],
                    [.. points.Select(p => (SpotOf(p.At), (double)p.Radius))],
                    new Box(inside.Left, inside.Top, inside.Right, inside.Bottom)
                )
                .Select(l => new PlacedLabel(l.Request, RectOf(l.Box), l.IsFar)),
        ];

    /// <summary>The point of a box that is nearest to another.</summary>
    public static SKPoint Nearest(SKRect box, SKPoint to) =>
        new(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom));

    private static Spot SpotOf(SKPoint point) => new(point.X, point.Y);

    private static SKRect RectOf(Box box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
}
