using Rootscope.Catalogue;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>One technology in a ranking, seen through the industry that carries it.</summary>
/// <param name="Rank">The rank of the carrying industry among all carriers, from 1; technologies that share an industry share the rank.
/// Null where no industry carries it.</param>
/// <param name="Technology">The technology.</param>
/// <param name="Carrier">The class that carries it, with its grade; null where the table has none.</param>
/// <param name="Root">The row of the carrying industry. Its figures are the whole industry's, not the technology's.</param>
/// <param name="Sharing">Number of technologies that the same industry carries, this one included; 0 where no industry carries it.</param>
/// <param name="Part">The part of an industry that was split off for it; null where it is seen through a whole industry.</param>
public sealed record TechnologyRow(
    int? Rank,
    Technology Technology,
    IndustryCode? Carrier,
    RootRow? Root,
    int Sharing,
    BridgePart? Part = null
)
{
    /// <summary>Whether the figures hold: those of the carrier, or <see cref="CutStatus.NotRepresented"/> where there is none.</summary>
    public CutStatus Status => Root?.Status ?? CutStatus.NotRepresented;
}

/// <summary>A root ranking by technology instead of industry: as coarse as the table's industries are.</summary>
/// <remarks>
/// Each technology takes the row of the part that a bridge split off for it, or that of its main class in the table's classification. What
/// share of a whole class it makes up is not known here; the grade says it roughly. Technologies inside one class or part cannot be told
/// apart.
/// </remarks>
public static class TechnologyRanking
{
    /// <summary>Reads a root ranking by technology.</summary>
    /// <param name="ranking">The ranking by industry.</param>
    /// <param name="catalogue">The technologies and the classes that carry them.</param>
    /// <param name="bridge">The bridge that the ranked table was split by; null where it was not split.</param>
    /// <returns>Every technology once, in the order of the ranking; those that no industry carries last, in catalogue order.</returns>
    public static IReadOnlyList<TechnologyRow> Of(RootRanking ranking, TechnologyCatalogue catalogue, TechnologyBridge? bridge = null)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(catalogue);
        Dictionary<string, RootRow> rows = ranking.Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        var carried = new List<(Technology Technology, IndustryCode Carrier, RootRow Root)>();
        var absent = new List<TechnologyRow>();
        foreach (Technology technology in catalogue.Technologies)
        {
            if (CarrierOf(technology, ranking.Table, catalogue, bridge) is not { } carrier)
            {
                absent.Add(new TechnologyRow(null, technology, null, null, 0));
            }
            else
            {
                carried.Add((technology, carrier, rows[carrier.Code]));
            }
        }

        return [.. Ranked(carried).Select(r => r with { Part = PartOf(r, ranking.Table, bridge) }), .. absent];
    }

    /// <summary>
    /// The class that carries a technology in a table: the part split off for it, its main class, or the next that the table has; null
    /// where there is none.
    /// </summary>
    public static IndustryCode? CarrierOf(
        Technology technology,
        FlowTable table,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge = null
    )
    {
        ArgumentNullException.ThrowIfNull(technology);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (Classification.Find(table.Metadata.Classification) is not { } classification)
        {
            return null;
        }

        return bridge?.Find(technology.Id) is { } found && table.Sectors.TryFindIndustry(found.Part.Split.Code, out _)
            ? new IndustryCode(technology, classification, found.Part.Split.Code, found.Grade, string.Empty)
            : catalogue.CarriersOf(technology, classification).FirstOrDefault(c => table.Sectors.TryFindIndustry(c.Code, out _));
    }

    private static BridgePart? PartOf(TechnologyRow row, FlowTable table, TechnologyBridge? bridge) =>
        bridge?.Find(row.Technology.Id) is { Part.IsWhole: false } found
        && found.Part.Split.Code == row.Carrier?.Code
        && table.Sectors.TryFindIndustry(found.Part.Split.Code, out _)
            ? found.Part
            : null;

    /// <summary>
    /// The area that each industry of a table stands for: that of the core technology it carries with the best grade, A or B.
    /// </summary>
    /// <returns>The area's identifier by industry code; industries that carry no core technology so purely are absent.</returns>
    public static IReadOnlyDictionary<string, string> AreasOf(
        TableMetadata metadata,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge = null
    )
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(catalogue);
        var classification = Classification.Find(metadata.Classification);
        return catalogue
            .Codes.Where(c => c.Classification == classification && c.Technology.Tier == TechnologyTier.Core && c.Grade != PurityGrade.C)
            .GroupBy(c => c.Code, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Area: g.OrderBy(c => c.Grade).First().Technology.Area.Id))
            .Concat(PartAreas(catalogue, bridge))
            .DistinctBy(a => a.Code, StringComparer.Ordinal)
            .ToDictionary(a => a.Code, a => a.Area, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Code, string Area)> PartAreas(TechnologyCatalogue catalogue, TechnologyBridge? bridge)
    {
        Dictionary<string, Technology> core = catalogue
            .Technologies.Where(t => t.Tier == TechnologyTier.Core)
            .ToDictionary(t => t.Id, StringComparer.Ordinal);
        return (bridge?.Parts ?? [])
            .Select(p =>
                (
                    p.Split.Code,
                    Technology: p.Technologies.OrderBy(t => t.Grade)
                        .Select(t => core.GetValueOrDefault(t.Id))
                        .FirstOrDefault(t => t is not null)
                )
            )
            .Where(p => p.Technology is not null)
            .Select(p => (p.Code, p.Technology!.Area.Id));
    }

    private static IEnumerable<TechnologyRow> Ranked(List<(Technology Technology, IndustryCode Carrier, RootRow Root)> carried)
    {
        int before = 0;
        foreach (var sharing in carried.GroupBy(c => c.Root.Rank).OrderBy(g => g.Key))
        {
            int count = sharing.Count();
            foreach ((Technology technology, IndustryCode carrier, RootRow root) in sharing)
            {
                yield return new TechnologyRow(before + 1, technology, carrier, root, count);
            }

            before += count;
        }
    }
}
