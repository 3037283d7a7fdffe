// Compiles the shapes of the world's economies that maps of the observatory are drawn from:
//     dotnet run eng/shapes.cs -- COUNTRIES.json
// COUNTRIES.json is countries-110m.json of the npm package world-atlas 2.0.2: Natural Earth's countries at 1:110 million, in the public
// domain, as TopoJSON. Economies have their three-letter codes; lands that have no code of ISO 3166-1 there are written as "-", and
// Antarctica is left out. A line is a code and its rings, between semicolons: longitude and latitude of the first corner, then steps, in
// tenths of a degree. The result is written to src/Rootscope.Web/Figures/World/shapes.txt.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run eng/shapes.cs -- COUNTRIES.json");
    return 2;
}

const string Antarctica = "010";
const int TenthsOfADegree = 10;
const int HalfAround = 1800;
string root = Path.GetFullPath(Path.Combine(Here(), ".."));
Dictionary<string, string> codes = File.ReadLines(Path.Combine(root, "src", "Rootscope", "Tables", "Economies", "economies.tsv"))
    .Where(l => !l.StartsWith('#'))
    .Skip(1)
    .Select(l => l.Split('\t'))
    .Where(c => c[1] == "economy")
    .SelectMany(c => c[2].Split(' ').Where(a => a.Length == 3 && a.All(char.IsAsciiDigit)).Select(a => (Number: a, Code: c[0])))
    .DistinctBy(c => c.Number)
    .ToDictionary(c => c.Number, c => c.Code, StringComparer.Ordinal);
using JsonDocument atlas = JsonDocument.Parse(File.ReadAllText(args[0]));
JsonElement transform = atlas.RootElement.GetProperty("transform");
double[] scale = [.. transform.GetProperty("scale").EnumerateArray().Select(e => e.GetDouble())];
double[] origin = [.. transform.GetProperty("translate").EnumerateArray().Select(e => e.GetDouble())];
(int X, int Y)[][] arcs = [.. atlas.RootElement.GetProperty("arcs").EnumerateArray().Select(Arc)];
var lines = new List<string>();
foreach (
    JsonElement country in atlas.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray()
)
{
    string number = country.TryGetProperty("id", out JsonElement id) ? id.GetString()! : string.Empty;
    if (number == Antarctica)
    {
        continue;
    }

    JsonElement parts = country.GetProperty("arcs");
    IEnumerable<JsonElement> rings =
        country.GetProperty("type").GetString() == "Polygon"
            ? parts.EnumerateArray()
            : parts.EnumerateArray().SelectMany(p => p.EnumerateArray());
    string code =
        number.Length == 0 ? "-"
        : codes.TryGetValue(number, out string? known) ? known
        : throw new InvalidDataException($"number {number} has no code in economies.tsv");
    lines.Add($"{code} {string.Join(';', rings.SelectMany(Ring).Where(r => r.Length > 0))}");
}

lines.Sort(StringComparer.Ordinal);
string target = Path.Combine(root, "src", "Rootscope.Web", "Figures", "World", "shapes.txt");
Directory.CreateDirectory(Path.GetDirectoryName(target)!);
string head = "# Natural Earth, 1:110m countries, public domain; from world-atlas 2.0.2 by eng/shapes.cs. Tenths of a degree.\n";
File.WriteAllText(target, head + string.Join('\n', lines) + "\n");
Console.WriteLine($"{lines.Count} shapes, {new FileInfo(target).Length} bytes");
return 0;

(int X, int Y)[] Arc(JsonElement arc)
{
    var corners = new List<(int, int)>();
    (int x, int y) = (0, 0);
    foreach (JsonElement step in arc.EnumerateArray())
    {
        x += step[0].GetInt32();
        y += step[1].GetInt32();
        corners.Add((Tenths(x, 0), Tenths(y, 1)));
    }

    return [.. corners];
}

int Tenths(int at, int axis) => (int)Math.Round(((at * scale[axis]) + origin[axis]) * TenthsOfADegree);

IEnumerable<string> Ring(JsonElement ring)
{
    var corners = new List<(int X, int Y)>();
    foreach (JsonElement part in ring.EnumerateArray())
    {
        int arc = part.GetInt32();
        foreach ((int X, int Y) corner in arc >= 0 ? arcs[arc] : arcs[~arc].AsEnumerable().Reverse())
        {
            // Rings that cross the antimeridian go on beyond it, so that they can be cut there.
            int before = corners.Count == 0 ? corner.X : corners[^1].X;
            int x = corner.X - (HalfAround * 2 * (int)Math.Round((corner.X - before) / (HalfAround * 2.0)));
            if (corners.Count == 0 || corners[^1] != (x, corner.Y))
            {
                corners.Add((x, corner.Y));
            }
        }
    }

    int least = corners.Min(c => c.X);
    int most = corners.Max(c => c.X);
    return most > HalfAround
            ? [Text(Cut(corners, HalfAround, keepsWest: true), 0), Text(Cut(corners, HalfAround, keepsWest: false), -HalfAround * 2)]
        : least < -HalfAround
            ? [Text(Cut(corners, -HalfAround, keepsWest: false), 0), Text(Cut(corners, -HalfAround, keepsWest: true), HalfAround * 2)]
        : [Text(corners, 0)];
}

// The part of a ring on one side of a meridian (Sutherland and Hodgman's clipping).
List<(int X, int Y)> Cut(List<(int X, int Y)> ring, int meridian, bool keepsWest)
{
    var kept = new List<(int X, int Y)>();
    bool IsKept((int X, int Y) corner) => keepsWest ? corner.X <= meridian : corner.X >= meridian;
    for (int i = 0; i < ring.Count; i++)
    {
        (int X, int Y) from = ring[i];
        (int X, int Y) to = ring[(i + 1) % ring.Count];
        if (IsKept(from))
        {
            kept.Add(from);
        }

        if (IsKept(from) != IsKept(to))
        {
            kept.Add((meridian, from.Y + (int)Math.Round((to.Y - from.Y) * (double)(meridian - from.X) / (to.X - from.X))));
        }
    }

    return kept;
}

string Text(List<(int X, int Y)> corners, int shift)
{
    if (corners.Count > 1 && corners[0] == corners[^1])
    {
        corners.RemoveAt(corners.Count - 1);
    }

    if (corners.Count < 3)
    {
        return string.Empty;
    }

    var text = new StringBuilder();
    (int x, int y) = (0, 0);
    foreach ((int X, int Y) corner in corners)
    {
        text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? " " : string.Empty)}{corner.X + shift - x} {corner.Y - y}");
        (x, y) = (corner.X + shift, corner.Y);
    }

    return text.ToString();
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
