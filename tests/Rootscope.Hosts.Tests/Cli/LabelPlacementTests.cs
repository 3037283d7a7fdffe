using CsCheck;
using Rootscope.Cli.Pictures;
using SkiaSharp;

namespace Rootscope.Hosts.Tests.Cli;

public class LabelPlacementTests
{
    private const float Radius = 4;
    private static readonly SKRect Inside = new(0, 0, 600, 400);

    private static readonly Gen<SKPoint> Point = Gen.Select(Gen.Float[20, 580], Gen.Float[20, 380], (x, y) => new SKPoint(x, y));

    private static readonly Gen<(SKPoint At, SKSize Size)[]> Crowd = Gen.Select(
        Point,
        Gen.Float[10, 160],
        Gen.Float[12, 30],
        (p, w, h) => (p, new SKSize(w, h))
    ).Array[1, 60];

    [Fact]
    public void Names_stay_inside_and_cover_neither_names_nor_points() =>
        Crowd.ForAll(
            crowd =>
            {
                IReadOnlyList<PlacedLabel> placed = Place(crowd);
                for (int i = 0; i < placed.Count; i++)
                {
                    Assert.True(Inside.Contains(placed[i].Box));
                    Assert.DoesNotContain(placed.Skip(i + 1), other => other.Box.IntersectsWith(placed[i].Box));
                    Assert.DoesNotContain(
                        crowd,
                        p => new SKRect(p.At.X - Radius, p.At.Y - Radius, p.At.X + Radius, p.At.Y + Radius).IntersectsWith(placed[i].Box)
                    );
                }
            },
            count: 200
        );

    [Fact]
    public void The_same_points_get_the_same_places() => Crowd.ForAll(crowd => Assert.Equal(Place(crowd), Place(crowd)), count: 20);

    [Fact]
    public void A_point_with_room_around_it_has_its_name_beside_it()
    {
        PlacedLabel label = Assert.Single(Place([(new SKPoint(300, 200), new SKSize(80, 14))]));
        Assert.False(label.IsFar);
        Assert.Equal(200, label.Box.MidY);
        Assert.InRange(label.Box.Left, 300 + Radius, 300 + (2 * Radius) + 1);
    }

    private static IReadOnlyList<PlacedLabel> Place((SKPoint At, SKSize Size)[] crowd) =>
        LabelPlacement.Place(
            [.. crowd.Select(c => new LabelRequest(c.At, (2 * Radius) + 1, c.Size))],
            [.. crowd.Select(c => (c.At, Radius))],
            Inside
        );
}
