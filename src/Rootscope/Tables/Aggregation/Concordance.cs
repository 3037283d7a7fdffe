using System.Globalization;

namespace Rootscope.Tables.Aggregation;

/// <summary>
/// A correspondence between two classifications, for regions or for industries: every code goes to one target, or to several by weights.
/// </summary>
/// <remarks>
/// Codes are text, compared exactly, leading zeros included. The weights of a code sum to 1, so that what is carried over keeps its total.
/// Target codes keep the order in which they first occur. Immutable.
/// </remarks>
public sealed class Concordance
{
    /// <summary>What weights written with few digits may lack: a third written as 0.333333333 still counts.</summary>
    private const double WeightTolerance = 1e-8;

    private readonly Dictionary<string, ConcordancePart[]> _partsOf;
    private readonly List<string> _sources;
    private readonly List<string> _targets;
    private readonly IReadOnlyDictionary<string, string> _names;

    private Concordance(
        string name,
        List<string> sources,
        Dictionary<string, ConcordancePart[]> partsOf,
        List<string> targets,
        IReadOnlyDictionary<string, string> names
    )
    {
        Name = name;
        _sources = sources;
        _partsOf = partsOf;
        _targets = targets;
        _names = names;
        IsManyToOne = partsOf.Values.All(p => p.Length == 1);
    }

    /// <summary>What it is called in messages and provenance, such as "wiod2013 to 10 groups".</summary>
    public string Name { get; }

    /// <summary>The codes that it has links for, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>The target codes, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Whether every code has one target, so that no code is split.</summary>
    public bool IsManyToOne { get; }

    /// <summary>Every link, by source code in the order of <see cref="Sources"/>.</summary>
    public IEnumerable<ConcordanceLink> Links =>
        _sources.SelectMany(s => _partsOf[s].Select(p => new ConcordanceLink(s, _targets[p.Target], p.Weight)));

    /// <summary>Builds a concordance from its links.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="links">The links; the same pair given twice counts once and must have the same weight.</param>
    /// <param name="names">Names of target codes; a code without one is its own name.</param>
    /// <exception cref="TableException">A code is empty, a weight is no share, or the weights of a code do not sum to 1.</exception>
    public static Concordance Of(string name, IEnumerable<ConcordanceLink> links, IReadOnlyDictionary<string, string>? names = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(links);
        var builder = new ConcordanceParts(name);
        foreach (ConcordanceLink link in links)
        {
            builder.Add(link);
        }

        var partsOf = builder.Sources.ToDictionary(
            s => s,
            s => Closed(name, s, builder.PartsOf(s), builder.Targets),
            StringComparer.Ordinal
        );
        return new Concordance(
            name,
            builder.Sources,
            partsOf,
            builder.Targets,
            names ?? new Dictionary<string, string>(StringComparer.Ordinal)
        );
    }

    /// <summary>Builds a concordance from pairs of codes.</summary>
    /// <exception cref="TableException">A code is empty, or goes to two targets.</exception>
    public static Concordance Of(string name, IEnumerable<(string From, string To)> pairs) =>
        Of(name, pairs.Select(p => new ConcordanceLink(p.From, p.To)));

    /// <summary>
    /// Builds a concordance from pairs without weights: a code with several targets is split in proportion to their sizes.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="pairs">The pairs; one given twice counts once.</param>
    /// <param name="sizes">The size of every target that shares a code with another, such as its output; any unit, the same for all, at
    /// least 0.</param>
    /// <param name="names">Names of target codes.</param>
    /// <exception cref="TableException">A size is missing or below zero, or all targets of a code have size 0; the message names every
    /// code.</exception>
    public static Concordance Proportional(
        string name,
        IEnumerable<(string From, string To)> pairs,
        IReadOnlyDictionary<string, double> sizes,
        IReadOnlyDictionary<string, string>? names = null
    )
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(sizes);
        (string From, string To)[] distinct = [.. pairs.Distinct()];
        ILookup<string, string> targetsOf = distinct.ToLookup(p => p.From, p => p.To, StringComparer.Ordinal);
        string[] shared = [.. targetsOf.Where(g => g.Count() > 1).SelectMany(g => g).Distinct(StringComparer.Ordinal)];
        Refuse(
            name,
            "gives no size of at least 0 for",
            [.. shared.Where(t => !sizes.TryGetValue(t, out double size) || !(size >= 0) || !double.IsFinite(size))],
            "Add a size for each."
        );
        var totals = targetsOf.ToDictionary(g => g.Key, g => g.Count() > 1 ? g.Sum(t => sizes[t]) : 1, StringComparer.Ordinal);
        Refuse(name, "has only targets of size 0 for", [.. totals.Where(t => t.Value <= 0).Select(t => t.Key)], "Give one of them a size.");
        return Of(
            name,
            distinct.Select(p => new ConcordanceLink(p.From, p.To, targetsOf[p.From].Skip(1).Any() ? sizes[p.To] / totals[p.From] : 1)),
            names
        );
    }

    /// <summary>The concordance that leaves every code as it is.</summary>
    public static Concordance Identity(IEnumerable<string> codes) => Of("identity", codes.Select(c => (c, c)));

    /// <summary>One step after the other: from the codes of this concordance to the targets of the next.</summary>
    /// <param name="next">A concordance with a link for every target of this one.</param>
    /// <returns>Weights are the products of the weights on each way, summed over ways; targets keep the order of
    /// <paramref name="next"/>.</returns>
    /// <remarks>Composition is associative up to the rounding of weights.</remarks>
    /// <exception cref="TableException">The next one lacks targets of this one; the message names every one.</exception>
    public Concordance Then(Concordance next)
    {
        ArgumentNullException.ThrowIfNull(next);
        next.RequireAll(_targets);
        var partsOf = _sources.ToDictionary(s => s, s => Composed(_partsOf[s], next), StringComparer.Ordinal);
        int[] reached = [.. partsOf.Values.SelectMany(p => p).Select(p => p.Target).Distinct().Order()];
        foreach (ConcordancePart[] parts in partsOf.Values)
        {
            for (int p = 0; p < parts.Length; p++)
            {
                parts[p] = parts[p] with { Target = Array.BinarySearch(reached, parts[p].Target) };
            }
        }

        return new Concordance($"{Name}, then {next.Name}", _sources, partsOf, [.. reached.Select(t => next._targets[t])], next._names);
    }

    /// <summary>The name of a target code.</summary>
    public string NameOf(string target) => _names.GetValueOrDefault(target, target);

    /// <summary>Those of the codes that it has no link for, in the order given; empty where it is complete.</summary>
    public IReadOnlyList<string> MissingOf(IEnumerable<string> codes) =>
        [.. codes.Where(c => !_partsOf.ContainsKey(c)).Distinct(StringComparer.Ordinal)];

    /// <summary>The number of the target of each code, in the order given; targets that no code reaches are dropped.</summary>
    /// <param name="codes">The codes of a table.</param>
    /// <param name="reached">The target codes that are reached, in order; the numbers index it.</param>
    /// <exception cref="TableException">Codes are missing or are split; the message names every one.</exception>
    public int[] Map(IReadOnlyList<string> codes, out IReadOnlyList<string> reached)
    {
        ConcordancePart[][] parts = Spread(codes, out reached);
        Refuse(
            Name,
            "splits",
            [.. codes.Where((_, i) => parts[i].Length > 1)],
            "Only whole codes can be mapped here: send each to one target."
        );
        return [.. parts.Select(p => p[0].Target)];
    }

    /// <summary>Where every code goes, in the order given; targets that no code reaches are dropped.</summary>
    /// <exception cref="TableException">Codes are missing; the message names every one.</exception>
    internal ConcordancePart[][] Spread(IReadOnlyList<string> codes, out IReadOnlyList<string> reached)
    {
        ArgumentNullException.ThrowIfNull(codes);
        RequireAll(codes);
        int[] used = [.. codes.SelectMany(c => _partsOf[c]).Select(p => p.Target).Distinct().Order()];
        reached = [.. used.Select(t => _targets[t])];
        return [.. codes.Select(c => _partsOf[c].Select(p => p with { Target = Array.BinarySearch(used, p.Target) }).ToArray())];
    }

    private ConcordancePart[] Composed(ConcordancePart[] parts, Concordance next)
    {
        var weights = new Dictionary<int, double>();
        var order = new List<int>();
        foreach (ConcordancePart part in parts)
        {
            foreach (ConcordancePart onward in next._partsOf[_targets[part.Target]])
            {
                if (weights.TryAdd(onward.Target, 0))
                {
                    order.Add(onward.Target);
                }

                weights[onward.Target] += part.Weight * onward.Weight;
            }
        }

        return [.. order.Select(t => new ConcordancePart(t, weights[t]))];
    }

    /// <summary>Weights that sum to 1 within what few digits explain are made to do so; others are refused.</summary>
    private static ConcordancePart[] Closed(string name, string source, List<ConcordancePart> parts, List<string> targets)
    {
        double sum = parts.Sum(p => p.Weight);
        if (!(Math.Abs(sum - 1) <= WeightTolerance))
        {
            string links = string.Join(
                ", ",
                parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"'{targets[p.Target]}' ({p.Weight:G6})"))
            );
            throw new TableException(
                $"concordance '{name}'",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the weights of code '{source}' sum to {sum:G9} and not to 1: it goes to {links}. "
                ) + "Give weights that sum to 1, or send the code to one target."
            );
        }

        return [.. parts.Select(p => p with { Weight = p.Weight / sum })];
    }

    private static void Refuse(string name, string what, string[] codes, string repair)
    {
        if (codes.Length > 0)
        {
            throw new TableException(
                $"concordance '{name}'",
                $"{what} {codes.Length} {(codes.Length == 1 ? "code" : "codes")}: {string.Join(", ", codes)}. {repair}"
            );
        }
    }

    private void RequireAll(IReadOnlyList<string> codes)
    {
        IReadOnlyList<string> missing = MissingOf(codes);
        if (missing.Count > 0)
        {
            throw new TableException(
                $"concordance '{Name}'",
                $"has no link for {missing.Count} of {codes.Count} codes: "
                    + $"{string.Join(", ", missing)}. Add a link for each, or send them to a group of their own."
            );
        }
    }
}
