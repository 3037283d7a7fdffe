namespace Rootscope.Screening.Ownership;

/// <summary>The least fixed point of a rule from some listed parties on: who is blocked, at which layer, and who holds how much.</summary>
/// <remarks>
/// An entity that is blocked counts as wholly blocked for those below it. Layers are worked off one after the other and shares are exact
/// decimals, so that nothing depends on the order of stakes. With the highest shares an entity can be owned by blocked parties up to their
/// stakes, but no further than what others hold at least leaves. Both grow with the set of the blocked, so that a fixed point exists, in
/// cycles too. Cost: every stake of a blocked owner once.
/// </remarks>
internal sealed class OwnershipSpread
{
    private readonly Dictionary<string, int> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly OwnershipGraph _graph;
    private readonly OwnershipRule _rule;
    private readonly bool _isHighest;

    private record struct Held(decimal Sum, decimal LeastOfThem, bool IsControlled);

    /// <summary>Works a fixed point out.</summary>
    /// <param name="graph">Who owns whom.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="listed">Who is blocked from the beginning.</param>
    /// <param name="isHighest">Whether unknown shares are as high as they can be; otherwise as low.</param>
    public OwnershipSpread(OwnershipGraph graph, OwnershipRule rule, IEnumerable<string> listed, bool isHighest)
    {
        (_graph, _rule, _isHighest) = (graph, rule, isHighest);
        HashSet<string> layer = [.. listed];
        for (int depth = 0; layer.Count > 0; depth++)
        {
            foreach (string entity in layer)
            {
                _layers.Add(entity, depth);
            }

            HashSet<string> touched = new(StringComparer.Ordinal);
            foreach (OwnershipStake stake in layer.SelectMany(graph.HeldBy))
            {
                Held held = _held.GetValueOrDefault(stake.Owned);
                _held[stake.Owned] = new Held(
                    held.Sum + (isHighest ? stake.Most : stake.Least),
                    held.LeastOfThem + stake.Least,
                    held.IsControlled || stake.IsControl
                );
                touched.Add(stake.Owned);
            }

            layer = [.. touched.Where(e => !_layers.ContainsKey(e) && IsBlockedNow(e))];
        }
    }

    /// <summary>Everybody in whom a blocked party has a stake.</summary>
    public IEnumerable<string> Touched => _held.Keys;

    /// <summary>Whether an entity is blocked.</summary>
    public bool Has(string entity) => _layers.ContainsKey(entity);

    /// <summary>The layer of an entity; for one that is not blocked, that below its lowest blocked owner.</summary>
    public int LayerOf(string entity) =>
        _layers.TryGetValue(entity, out int layer)
            ? layer
            : 1 + _graph.StakesIn(entity).Where(s => _layers.ContainsKey(s.Owner)).Max(s => _layers[s.Owner]);

    /// <summary>What blocked parties hold of an entity: share between 0 and 1.</summary>
    public decimal ShareOf(string entity)
    {
        Held held = _held.GetValueOrDefault(entity);
        return _isHighest ? Math.Min(held.Sum, 1 - (_graph.LeastOfAll(entity) - held.LeastOfThem)) : held.Sum;
    }

    /// <summary>The stakes by which an entity comes to be where it is, layer by layer, and the listed parties they begin with.</summary>
    public (IReadOnlyList<string> Listed, IReadOnlyList<OwnershipStake> Path) PathTo(string entity)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { entity };
        Queue<string> open = new([entity]);
        SortedSet<string> listed = new(StringComparer.Ordinal);
        List<OwnershipStake> path = [];
        while (open.TryDequeue(out string? at))
        {
            int layer = LayerOf(at);
            foreach (OwnershipStake stake in _graph.StakesIn(at).Where(s => _layers.GetValueOrDefault(s.Owner, int.MaxValue) < layer))
            {
                path.Add(stake);
                if (_layers[stake.Owner] == 0)
                {
                    listed.Add(stake.Owner);
                }
                else if (seen.Add(stake.Owner))
                {
                    open.Enqueue(stake.Owner);
                }
            }
        }

        return (
            [.. listed],
            [
                .. path.OrderBy(s => _layers[s.Owner])
                    .ThenBy(s => s.Owner, StringComparer.Ordinal)
                    .ThenBy(s => s.Owned, StringComparer.Ordinal),
            ]
        );
    }

    private bool IsBlockedNow(string entity) =>
        _rule.IsMet(ShareOf(entity)) || (_rule.CountsControl && !_rule.IsSuspended && _held[entity].IsControlled);
}
