namespace Rootscope.Catalogue;

/// <summary>Sets of technologies that need each other, directly or through others.</summary>
internal static class LinkCycles
{
    /// <summary>Finds the strongly connected components of more than one member.</summary>
    /// <returns>Each in the order of <paramref name="nodes"/>, the components by their first member.</returns>
    /// <remarks>By reachability, which is cubic at worst: a catalogue has dozens of technologies, not thousands.</remarks>
    public static List<IReadOnlyList<string>> Of(IReadOnlyList<string> nodes, IEnumerable<(string From, string To)> links)
    {
        ILookup<string, string> next = links.ToLookup(l => l.From, l => l.To);
        Dictionary<string, HashSet<string>> reached = nodes.Distinct(StringComparer.Ordinal).ToDictionary(n => n, n => Reachable(n, next));
        var cycles = new List<IReadOnlyList<string>>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (string node in reached.Keys.Where(n => reached[n].Contains(n) && !placed.Contains(n)))
        {
            string[] cycle = [.. reached.Keys.Where(other => reached[node].Contains(other) && reached[other].Contains(node))];
            placed.UnionWith(cycle);
            if (cycle.Length > 1)
            {
                cycles.Add(cycle);
            }
        }

        return cycles;
    }

    private static HashSet<string> Reachable(string start, ILookup<string, string> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(next[start]);
        while (waiting.TryPop(out string? node))
        {
            if (seen.Add(node))
            {
                foreach (string follower in next[node])
                {
                    waiting.Push(follower);
                }
            }
        }

        return seen;
    }
}
