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

/// <summary>Finds places for names beside their points so that no name covers another name or a point.</summary>
/// <remarks>
/// The names are placed in the order given, each at the first free place of a fixed list: beside the point, above and below it, then the
/// same on wider and wider rings. A line that leads to a far name crosses no name and no named point. What finds no place is left out, so a
/// crowded picture names fewer points and never two on top of each other. Nothing is drawn by chance. Cost: requests × places × obstacles.
/// </remarks>
internal static class LabelPlacement
{
    private const float Air = 3;

    private const float Diagonal = 0.7071f;
    private const float Steep = 0.9239f;
    private const float Flat = 0.3827f;

    private static readonly float[] Rings = [0, 6, 12, 18, 26, 34, 44, 56, 70, 86];

    /// <summary>Directions in which a name may stand, the best first; each moves the box as a whole.</summary>
    private static readonly (float X, float Y)[] Directions =
    [
        (1, 0),
        (-1, 0),
        (Diagonal, -Diagonal),
        (Diagonal, Diagonal),
        (-Diagonal, -Diagonal),
        (-Diagonal, Diagonal),
        (0, -1),
        (0, 1),
        (Steep, -Flat),
        (Steep, Flat),
        (-Steep, -Flat),
        (-Steep, Flat),
        (Flat, -Steep),
        (Flat, Steep),
        (-Flat, -Steep),
        (-Flat, Steep),
    ];

    /// <summary>Places names.</summary>
    /// <param name="requests">The names in order of importance.</param>
    /// <param name="points">All points of the picture, each with its radius; first those of the names, in the same order.</param>
    /// <param name="inside">The area that names must stay in.</param>
    public static IReadOnlyList<PlacedLabel> Place(
        IReadOnlyList<LabelRequest> requests,
        IReadOnlyList<(SKPoint At, float Radius)> points,
        SKRect inside
    )
    {
        List<SKRect> taken =
        [
            .. points.Select(p => new SKRect(p.At.X - p.Radius, p.At.Y - p.Radius, p.At.X + p.Radius, p.At.Y + p.Radius)),
        ];
        List<SKRect> named = [.. taken.Take(requests.Count)];
        var leaders = new List<(SKPoint From, SKPoint To)>();
        var placed = new List<PlacedLabel>();
        for (int i = 0; i < requests.Count; i++)
        {
            LabelRequest request = requests[i];
            foreach (float ring in Rings)
            {
                if (Free(request, ring, inside, taken, named, leaders) is { } box)
                {
                    placed.Add(new PlacedLabel(i, box, ring > 0));
                    taken.Add(SKRect.Inflate(box, Air, Air));
                    named.Add(taken[^1]);
                    if (ring > 0)
                    {
                        leaders.Add((request.At, Nearest(box, request.At)));
                    }

                    break;
                }
            }
        }

        return placed;
    }

    /// <summary>The point of a box that is nearest to another.</summary>
    public static SKPoint Nearest(SKRect box, SKPoint to) =>
        new(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom));

    private static SKRect? Free(
        LabelRequest request,
        float ring,
        SKRect inside,
        List<SKRect> taken,
        List<SKRect> named,
        List<(SKPoint From, SKPoint To)> leaders
    )
    {
        foreach ((float x, float y) in Directions)
        {
            SKRect box = Box(request, x, y, request.Distance + ring);
            bool free =
                inside.Contains(box) && !taken.Exists(t => t.IntersectsWith(box)) && !leaders.Exists(l => Crosses(l.From, l.To, box));
            if (free && (ring == 0 || !Covers(request.At, Nearest(box, request.At), named)))
            {
                return box;
            }
        }

        return null;
    }

    private static SKRect Box(LabelRequest request, float x, float y, float distance)
    {
        // Off the axes the box touches the ring with a corner.
        float left =
            request.At.X
            + (x * distance)
            + (
                x < 0 ? -request.Size.Width
                : x > 0 ? 0
                : -request.Size.Width / 2
            );
        float top =
            request.At.Y
            + (y * distance)
            + (
                y < 0 ? -request.Size.Height
                : y > 0 ? 0
                : -request.Size.Height / 2
            );
        return SKRect.Create(left, top, request.Size.Width, request.Size.Height);
    }

    /// <summary>Whether a line to a name would run over a name or a named point; the point it starts from does not count.</summary>
    private static bool Covers(SKPoint from, SKPoint to, List<SKRect> named) =>
        named.Exists(t => !t.Contains(from) && Crosses(from, to, t));

    /// <summary>Whether a line meets a box (Liang and Barsky's clipping).</summary>
    private static bool Crosses(SKPoint from, SKPoint to, SKRect box)
    {
        float enters = 0;
        float leaves = 1;
        return Clip(from.X - to.X, from.X - box.Left, ref enters, ref leaves)
            && Clip(to.X - from.X, box.Right - from.X, ref enters, ref leaves)
            && Clip(from.Y - to.Y, from.Y - box.Top, ref enters, ref leaves)
            && Clip(to.Y - from.Y, box.Bottom - from.Y, ref enters, ref leaves);
    }

    private static bool Clip(float direction, float distance, ref float enters, ref float leaves)
    {
        if (direction == 0)
        {
            return distance >= 0;
        }

        float at = distance / direction;
        if (direction < 0)
        {
            enters = Math.Max(enters, at);
        }
        else
        {
            leaves = Math.Min(leaves, at);
        }

        return enters <= leaves;
    }
}
