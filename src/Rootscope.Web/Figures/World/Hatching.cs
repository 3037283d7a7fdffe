using Rootscope.Answers.Pictures;

namespace Rootscope.Web.Figures.World;

/// <summary>Slanting lines inside outlines: what has no figure is told from what has one without a colour.</summary>
internal static class Hatching
{
    /// <summary>The lines x + y = k · step inside what the outlines enclose, by the even-odd rule.</summary>
    /// <param name="outlines">The outlines.</param>
    /// <param name="step">Distance of one line from the next along an axis.</param>
    /// <returns>Lines in order from the upper left.</returns>
    public static IReadOnlyList<(Spot From, Spot To)> Of(IEnumerable<IReadOnlyList<Spot>> outlines, double step)
    {
        var crossings = new SortedDictionary<int, List<Spot>>();
        foreach (IReadOnlyList<Spot> outline in outlines)
        {
            for (int i = 0; i < outline.Count; i++)
            {
                Cross(crossings, outline[i], outline[(i + 1) % outline.Count], step);
            }
        }

        var lines = new List<(Spot, Spot)>();
        foreach (List<Spot> along in crossings.Values)
        {
            along.Sort((a, b) => a.X.CompareTo(b.X));
            for (int i = 0; i + 1 < along.Count; i += 2)
            {
                if (along[i + 1].X - along[i].X >= 0.5)
                {
                    lines.Add((along[i], along[i + 1]));
                }
            }
        }

        return lines;
    }

    /// <summary>Where an edge meets the lines; one that ends on a line belongs to the edge that begins there.</summary>
    private static void Cross(SortedDictionary<int, List<Spot>> crossings, Spot from, Spot to, double step)
    {
        (double first, double last) = (from.X + from.Y, to.X + to.Y);
        int least = (int)Math.Ceiling(Math.Min(first, last) / step);
        for (int k = least; k * step < Math.Max(first, last); k++)
        {
            double part = ((k * step) - first) / (last - first);
            var at = new Spot(from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y)));
            if (crossings.TryGetValue(k, out List<Spot>? along))
            {
                along.Add(at);
            }
            else
            {
                crossings.Add(k, [at]);
            }
        }
    }
}
