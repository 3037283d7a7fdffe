namespace Rootscope.Web.Figures;

/// <summary>A stream of a Sankey diagram.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Value">How much it carries.</param>
internal sealed record FlowLink(int From, int To, double Value);

/// <summary>The links of a diagram without those that close a circle, which a Sankey diagram cannot draw.</summary>
/// <param name="Kept">The links that are drawn, strongest first.</param>
/// <param name="Cut">Those that are not.</param>
internal sealed record AcyclicLinks(IReadOnlyList<FlowLink> Kept, IReadOnlyList<FlowLink> Cut)
{
    /// <summary>Takes the strongest links first, and leaves out each that would close a circle with those taken.</summary>
    public static AcyclicLinks Of(IEnumerable<FlowLink> links)
    {
        var kept = new List<FlowLink>();
        var cut = new List<FlowLink>();
        var next = new Dictionary<int, List<int>>();
        foreach (FlowLink link in links.OrderByDescending(l => l.Value).ThenBy(l => l.From).ThenBy(l => l.To))
        {
            if (link.From == link.To || Reaches(next, link.To, link.From))
            {
                cut.Add(link);
                continue;
            }

            kept.Add(link);
            if (!next.TryGetValue(link.From, out List<int>? targets))
            {
                next[link.From] = targets = [];
            }

            targets.Add(link.To);
        }

        return new AcyclicLinks(kept, cut);
    }

    private static bool Reaches(Dictionary<int, List<int>> next, int from, int to)
    {
        var seen = new HashSet<int> { from };
        var open = new Stack<int>(seen);
        while (open.TryPop(out int at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (int target in next.GetValueOrDefault(at) ?? [])
            {
                if (seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }
}
