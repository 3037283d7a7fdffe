using Rootscope.Tables;

namespace Rootscope.Catalogue;

/// <summary>Areas, technologies, the classes that hold them, the links between them and the evidence about them. Immutable.</summary>
/// <remarks>It is built from files that <see cref="CatalogueCheck"/> found sound. Orders are those of the files.</remarks>
public sealed class TechnologyCatalogue
{
    private readonly Dictionary<string, Technology> _byId;
    private readonly ILookup<string, IndustryCode> _codes;
    private readonly ILookup<string, Evidence> _evidence;
    private readonly ILookup<string, Technology> _upstream;
    private readonly ILookup<string, Technology> _downstream;

    internal TechnologyCatalogue(CatalogueParts parts)
    {
        Areas = parts.Areas;
        Technologies = parts.Technologies;
        Codes = parts.Codes;
        Links = parts.Links;
        Evidence = parts.Evidence;
        _byId = parts.Technologies.ToDictionary(t => t.Id, StringComparer.Ordinal);
        _codes = parts.Codes.ToLookup(c => c.Technology.Id, StringComparer.Ordinal);
        _evidence = parts.Evidence.ToLookup(e => e.Technology.Id, StringComparer.Ordinal);
        _upstream = parts.Links.ToLookup(l => l.Downstream.Id, l => l.Upstream, StringComparer.Ordinal);
        _downstream = parts.Links.ToLookup(l => l.Upstream.Id, l => l.Downstream, StringComparer.Ordinal);
    }

    /// <summary>The areas.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>The technologies.</summary>
    public IReadOnlyList<Technology> Technologies { get; }

    /// <summary>All classes that hold a technology.</summary>
    public IReadOnlyList<IndustryCode> Codes { get; }

    /// <summary>All links.</summary>
    public IReadOnlyList<TechnologyLink> Links { get; }

    /// <summary>All claims.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>Builds the catalogue from its files.</summary>
    /// <exception cref="TableException">A cell cannot be understood or a reference leads nowhere; the first such fault. Use
    /// <see cref="CatalogueCheck"/> for all.</exception>
    public static TechnologyCatalogue From(CatalogueSheets sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return new TechnologyCatalogue(CatalogueParts.From(sheets));
    }

    /// <summary>
    /// The technology that a word names whole: its identifier, its name in either language or a synonym, in any case and with spaces,
    /// hyphens or underscores between words; null for none.
    /// </summary>
    public Technology? Called(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string plain = Plain(name);
        return Technologies.FirstOrDefault(t => Plain(t.Id) == plain || Plain(t.Name) == plain || Plain(t.ChineseName) == plain)
            ?? Technologies.FirstOrDefault(t => t.Called.Any(s => Plain(s) == plain));
    }

    /// <summary>Names of technologies that are close to a word, best first: identifiers, names in either language and synonyms.</summary>
    public IReadOnlyList<string> Nearest(string name) =>
        NearestNames.Of(name, Technologies.SelectMany(t => t.Called));

    /// <summary>Finds a technology by identifier, by name in either language, or by an unambiguous part of a name (any case).</summary>
    /// <exception cref="UnknownNameException">None fits, or several do; the message names them.</exception>
    public Technology Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Called(name) is { } technology)
        {
            return technology;
        }

        Technology[] partial = [.. Technologies.Where(t => Holds(t.Id, name) || Holds(t.Name, name) || Holds(t.ChineseName, name))];
        if (partial.Length == 1)
        {
            return partial[0];
        }

        throw partial.Length > 1
            ? new UnknownNameException(
                "single technology",
                name,
                [.. partial.Take(5).Select(t => t.Id)],
                $"{partial.Length} names contain it; give the identifier of one."
            )
            : new UnknownNameException("technology", name, Nearest(name), $"See {Repair.Step(RepairStep.ListTechnologies)}.");
    }

    /// <summary>Finds an area by identifier or name in either language (any case).</summary>
    /// <exception cref="UnknownNameException">None fits; the message has the nearest.</exception>
    public Area FindArea(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Areas.FirstOrDefault(a => Same(a.Id, name) || Same(a.Name, name) || Same(a.ChineseName, name))
            ?? throw new UnknownNameException(
                "area",
                name,
                NearestNames.Of(name, Areas.Select(a => a.Id)),
                $"Areas are {string.Join(", ", Areas.Select(a => a.Id))}."
            );
    }

    /// <summary>The classes of a technology in all classifications, the main class of each first.</summary>
    public IReadOnlyList<IndustryCode> CodesOf(Technology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        return [.. _codes[technology.Id]];
    }

    /// <summary>
    /// The classes that carry a technology in one classification: those whose makers make it, the main one first; may be empty.
    /// </summary>
    public IReadOnlyList<IndustryCode> CarriersOf(Technology technology, Classification classification)
    {
        ArgumentNullException.ThrowIfNull(technology);
        ArgumentNullException.ThrowIfNull(classification);
        return [.. _codes[technology.Id].Where(c => c.Classification == classification)];
    }

    /// <summary>The claims about a technology.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(Technology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        return [.. _evidence[technology.Id]];
    }

    /// <summary>The technologies that a technology needs, directly and through others, nearest first.</summary>
    /// <returns>Each once, at its least number of steps; the technology itself is left out even where links form a circle.</returns>
    public IReadOnlyList<TechnologyStep> UpstreamOf(Technology technology) => Closure(technology, _upstream);

    /// <summary>The technologies that need a technology, directly and through others, nearest first.</summary>
    /// <returns>Each once, at its least number of steps; the technology itself is left out even where links form a circle.</returns>
    public IReadOnlyList<TechnologyStep> DownstreamOf(Technology technology) => Closure(technology, _downstream);

    /// <summary>
    /// Sets of technologies that need each other in a circle, directly or through others; allowed, since chips do make chip machines.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Technology>> Cycles() =>
        [
            .. LinkCycles
                .Of([.. Technologies.Select(t => t.Id)], Links.Select(l => (l.Upstream.Id, l.Downstream.Id)))
                .Select(cycle => (IReadOnlyList<Technology>)[.. cycle.Select(id => _byId[id])]),
        ];

    private static List<TechnologyStep> Closure(Technology start, ILookup<string, Technology> next)
    {
        ArgumentNullException.ThrowIfNull(start);
        var found = new List<TechnologyStep>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Id };
        var waiting = new Queue<TechnologyStep>([new TechnologyStep(start, 0)]);
        while (waiting.TryDequeue(out TechnologyStep? at))
        {
            foreach (Technology technology in next[at.Technology.Id].Where(t => seen.Add(t.Id)))
            {
                var step = new TechnologyStep(technology, at.Steps + 1);
                found.Add(step);
                waiting.Enqueue(step);
            }
        }

        return found;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();
}
