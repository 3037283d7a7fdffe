namespace Rootscope.Answers.Pictures;

/// <summary>A point that is to be named.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Distance">How near its name may come.</param>
/// <param name="Width">Width of its name.</param>
/// <param name="Height">Height of its name.</param>
/// <param name="Reach">How far beyond that its name may stand, with a line that leads there; 0 keeps it beside the point.</param>
internal readonly record struct NamedSpot(Spot At, double Distance, double Width, double Height, double Reach = double.MaxValue);

/// <summary>A name that found a place.</summary>
/// <param name="Request">Number of the request.</param>
/// <param name="Box">Where the name stands.</param>
/// <param name="IsFar">Whether it stands so far from its point that a line should lead to it.</param>
internal readonly record struct LabelPlace(int Request, Box Box, bool IsFar);

/// <summary>Finds places for names beside their points so that no name covers another name or a point.</summary>
/// <remarks>
/// The names are placed in the order given, each at the first free place of a fixed list: beside the point, above and below it, then the
/// same on wider and wider rings. A line that leads to a far name crosses no name and no named point. What finds no place is left out, so a
/// crowded picture names fewer points and never two on top of each other. Nothing is drawn by chance. Cost: requests × places × obstacles.
/// </remarks>
internal static class LabelPlaces
{
    private const double Air = 3;

    private const double Diagonal = 0.7071;
    private const double Steep = 0.9239;
    private const double Flat = 0.3827;

    private static readonly double[] Rings = [0, 6, 12, 18, 26, 34, 44, 56, 70, 86];

    /// <summary>Directions in which a name may stand, the best first; each moves the box as a whole.</summary>
    private static readonly (double X, double Y)[] Directions =
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
    /// <param name="others">What names must not cover beside the points, such as other words.</param>
    public static IReadOnlyList<LabelPlace> Of(
        IReadOnlyList<NamedSpot> requests,
        IReadOnlyList<(Spot At, double Radius)> points,
        Box inside,
        IReadOnlyList<Box>? others = null
    )
    {
        List<Box> taken = [.. points.Select(p => Box.Around(p.At, p.Radius)), .. others ?? []];
        List<Box> named = [.. taken.Take(requests.Count)];
        var leaders = new List<(Spot From, Spot To)>();
        var placed = new List<LabelPlace>();
        for (int i = 0; i < requests.Count; i++)
        {
            NamedSpot request = requests[i];
            foreach (double ring in Rings.TakeWhile(r => r <= request.Reach))
            {
                if (Free(request, ring, inside, taken, named, leaders) is { } box)
                {
                    placed.Add(new LabelPlace(i, box, ring > 0));
                    taken.Add(box.Grown(Air));
                    named.Add(taken[^1]);
                    if (ring > 0)
                    {
                        leaders.Add((request.At, box.Nearest(request.At)));
                    }

                    break;
                }
            }
        }

        return placed;
    }

    private static Box? Free(
        NamedSpot request,
        double ring,
        Box inside,
        List<Box> taken,
        List<Box> named,
        List<(Spot From, Spot To)> leaders
    )
    {
        foreach ((double x, double y) in Directions)
        {
            Box box = Beside(request, x, y, request.Distance + ring);
            bool isFree = inside.Holds(box) && !taken.Exists(t => t.Meets(box)) && !leaders.Exists(l => box.IsCrossed(l.From, l.To));
            if (isFree && (ring == 0 || !Covers(request.At, box.Nearest(request.At), named)))
            {
                return box;
            }
        }

        return null;
    }

    /// <summary>Off the axes the box touches the ring with a corner.</summary>
    private static Box Beside(NamedSpot request, double x, double y, double distance) =>
        Box.Sized(
            request.At.X + (x * distance) - (request.Width * Part(x)),
            request.At.Y + (y * distance) - (request.Height * Part(y)),
            request.Width,
            request.Height
        );

    private static double Part(double direction) =>
        direction < 0 ? 1
        : direction > 0 ? 0
        : 0.5;

    /// <summary>Whether a line to a name would run over a name or a named point; the point it starts from does not count.</summary>
    private static bool Covers(Spot from, Spot to, List<Box> named) => named.Exists(t => !t.Holds(from) && t.IsCrossed(from, to));
}
