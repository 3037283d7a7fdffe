using System.Collections.Frozen;
using System.Globalization;
using Rootscope.Answers.Pictures;

namespace Rootscope.Web.Figures.World;

/// <summary>
/// The shapes of the world's economies, by their three-letter codes: Natural Earth at 1:110 million, in the public domain. They are for
/// finding one's way and say nothing about borders.
/// </summary>
/// <remarks>
/// Drawn in the Equal Earth projection, in which every economy has its area (Šavrič, Patterson and Jenny 2019). Made by eng/shapes.cs.
/// </remarks>
internal sealed class WorldShapes
{
    /// <summary>Of lands that have no code.</summary>
    public const string NoCode = "-";

    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;

    /// <summary>The part of the world that is drawn: without Antarctica. Unit: degrees north.</summary>
    private const double South = -56;
    private const double North = 83.7;

    private static readonly Lazy<WorldShapes> Known = new(Read);

    private readonly FrozenDictionary<string, IReadOnlyList<IReadOnlyList<Spot>>> _outlines;

    private WorldShapes(FrozenDictionary<string, IReadOnlyList<IReadOnlyList<Spot>>> outlines) => _outlines = outlines;

    /// <summary>All shapes.</summary>
    public static WorldShapes All => Known.Value;

    /// <summary>Height over width of the drawn world.</summary>
    public static double Shape { get; } = (Projected(0, North).Y - Projected(0, South).Y) / (2 * Projected(180, 0).X);

    /// <summary>The codes of all shapes, in order.</summary>
    public IReadOnlyList<string> Codes => [.. _outlines.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether an economy has a shape; the smallest have none.</summary>
    public bool Has(string code) => _outlines.ContainsKey(code);

    /// <summary>The outlines of an economy in a box as wide as the world.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="left">Left end of the box.</param>
    /// <param name="top">Upper end of the box.</param>
    /// <param name="width">Width of the box.</param>
    /// <param name="nearest">Corners nearer to the one before are left out.</param>
    public IReadOnlyList<IReadOnlyList<Spot>> Outlines(string code, double left, double top, double width, double nearest)
    {
        double scale = width / (2 * Projected(180, 0).X);
        double north = Projected(0, North).Y;
        return
        [
            .. _outlines[code]
                .Select(o => o.Select(s => new Spot(left + (width / 2) + (s.X * scale), top + ((north - s.Y) * scale))))
                .Select(o => Thinned(o, nearest))
                .Where(o => o.Count > 2),
        ];
    }

    private static IReadOnlyList<Spot> Thinned(IEnumerable<Spot> outline, double nearest)
    {
        var kept = new List<Spot>();
        foreach (Spot spot in outline)
        {
            if (kept.Count == 0 || Math.Abs(spot.X - kept[^1].X) + Math.Abs(spot.Y - kept[^1].Y) >= nearest)
            {
                kept.Add(spot);
            }
        }

        return kept;
    }

    /// <summary>Where a place lies on the plane, in radii of the globe; north is up.</summary>
    /// <param name="east">Longitude. Unit: degrees.</param>
    /// <param name="north">Latitude. Unit: degrees.</param>
    internal static Spot Projected(double east, double north)
    {
        double angle = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(north * Math.PI / 180));
        double square = angle * angle;
        double sixth = square * square * square;
        double stretch = A1 + (3 * A2 * square) + (sixth * ((7 * A3) + (9 * A4 * square)));
        return new Spot(
            2 * Math.Sqrt(3) * (east * Math.PI / 180) * Math.Cos(angle) / (3 * stretch),
            angle * (A1 + (A2 * square) + (sixth * (A3 + (A4 * square))))
        );
    }

    private static WorldShapes Read()
    {
        using Stream stream = typeof(WorldShapes).Assembly.GetManifestResourceStream("world/shapes.txt")!;
        using var reader = new StreamReader(stream);
        var outlines = new Dictionary<string, List<IReadOnlyList<Spot>>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            int end = line.IndexOf(' ', StringComparison.Ordinal);
            string code = line[..end];
            if (!outlines.TryGetValue(code, out List<IReadOnlyList<Spot>>? rings))
            {
                outlines.Add(code, rings = []);
            }

            rings.AddRange(line[(end + 1)..].Split(';').Select(Ring));
        }

        return new WorldShapes(
            outlines.ToFrozenDictionary(o => o.Key, o => (IReadOnlyList<IReadOnlyList<Spot>>)o.Value, StringComparer.Ordinal)
        );
    }

    /// <summary>A ring of steps in tenths of a degree.</summary>
    private static IReadOnlyList<Spot> Ring(string text)
    {
        int[] steps = [.. text.Split(' ').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
        var spots = new Spot[steps.Length / 2];
        (int east, int north) = (0, 0);
        for (int i = 0; i < spots.Length; i++)
        {
            east += steps[2 * i];
            north += steps[(2 * i) + 1];
            spots[i] = Projected(east / 10.0, north / 10.0);
        }

        return spots;
    }
}
