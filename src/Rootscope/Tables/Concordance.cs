namespace Rootscope.Tables;

/// <summary>One code of a classification and the code of another that it goes to.</summary>
/// <param name="From">The code in the table.</param>
/// <param name="To">The code that it becomes part of.</param>
public sealed record ConcordanceLink(string From, string To);

/// <summary>A correspondence between two classifications, many codes to one, for regions or for industries.</summary>
/// <remarks>
/// Codes are text, compared exactly, leading zeros included. Target codes keep the order in which they first occur. Links to several targets
/// would need weights, which this kind of concordance does not have: they are refused. Immutable.
/// </remarks>
public sealed class Concordance
{
    private readonly Dictionary<string, int> _targetOf;
    private readonly List<string> _targets;
    private readonly IReadOnlyDictionary<string, string> _names;

    private Concordance(string name, Dictionary<string, int> targetOf, List<string> targets, IReadOnlyDictionary<string, string> names)
    {
        Name = name;
        _targetOf = targetOf;
        _targets = targets;
        _names = names;
    }

    /// <summary>What it is called in messages and provenance, such as "wiod2013 to 10 groups".</summary>
    public string Name { get; }

    /// <summary>The target codes, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Builds a concordance from its links.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="links">The links; a code may be given twice only with the same target.</param>
    /// <param name="names">Names of target codes; a code without one is its own name.</param>
    /// <exception cref="TableException">A code is empty, or goes to two targets.</exception>
    public static Concordance Of(string name, IEnumerable<ConcordanceLink> links, IReadOnlyDictionary<string, string>? names = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(links);
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var targetOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var targets = new List<string>();
        foreach ((string from, string to) in links)
        {
            if (string.IsNullOrWhiteSpace(from) || string.IsNullOrWhiteSpace(to))
            {
                throw new TableException($"concordance '{name}'", $"the link '{from}' to '{to}' lacks a code. Give both codes.");
            }

            if (numberOf.TryAdd(to, targets.Count))
            {
                targets.Add(to);
            }

            if (!targetOf.TryAdd(from, numberOf[to]) && targetOf[from] != numberOf[to])
            {
                throw new TableException($"concordance '{name}'", $"code '{from}' goes to '{targets[targetOf[from]]}' and to '{to}'. "
                    + "Splitting a code needs weights: send it to one target, or aggregate the two.");
            }
        }

        return new Concordance(name, targetOf, targets, names ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>Builds a concordance from pairs of codes.</summary>
    /// <exception cref="TableException">A code is empty, or goes to two targets.</exception>
    public static Concordance Of(string name, IEnumerable<(string From, string To)> pairs) =>
        Of(name, pairs.Select(p => new ConcordanceLink(p.From, p.To)));

    /// <summary>The concordance that leaves every code as it is.</summary>
    public static Concordance Identity(IEnumerable<string> codes) => Of("identity", codes.Select(c => (c, c)));

    /// <summary>The name of a target code.</summary>
    public string NameOf(string target) => _names.GetValueOrDefault(target, target);

    /// <summary>The number of the target of each code, in the order given; targets that no code reaches are dropped.</summary>
    /// <param name="codes">The codes of a table.</param>
    /// <param name="reached">The target codes that are reached, in order; the numbers index it.</param>
    /// <exception cref="TableException">Codes are missing; the message names every one.</exception>
    public int[] Map(IReadOnlyList<string> codes, out IReadOnlyList<string> reached)
    {
        ArgumentNullException.ThrowIfNull(codes);
        string[] missing = [.. codes.Where(c => !_targetOf.ContainsKey(c))];
        if (missing.Length > 0)
        {
            throw new TableException($"concordance '{Name}'", $"has no link for {missing.Length} of {codes.Count} codes: "
                + $"{string.Join(", ", missing)}. Add a link for each, or send them to a group of their own.");
        }

        int[] used = [.. codes.Select(c => _targetOf[c]).Distinct().Order()];
        reached = [.. used.Select(t => _targets[t])];
        return [.. codes.Select(c => Array.BinarySearch(used, _targetOf[c]))];
    }
}
