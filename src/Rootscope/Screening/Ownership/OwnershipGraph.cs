using System.Globalization;

namespace Rootscope.Screening.Ownership;

/// <summary>Who owns whom on a day, and who counts as listed by that.</summary>
public sealed class OwnershipGraph
{
    private readonly Dictionary<string, List<OwnershipStake>> _byOwner = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OwnershipStake>> _byOwned = new(StringComparer.Ordinal);

    /// <summary>The stakes that hold on a day.</summary>
    /// <param name="stakes">Stakes of any day, in any order. A stake that is there twice with the same shares counts once.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ModelException">Two stakes of one owner in one entity differ on the day, or the owners of an entity hold more than
    /// all of it.</exception>
    public OwnershipGraph(IEnumerable<OwnershipStake> stakes, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(stakes);
        Day = day;
        foreach (
            IGrouping<(string Owner, string Owned), OwnershipStake> pair in stakes
                .Where(s => s.HoldsOn(day))
                .GroupBy(s => (s.Owner, s.Owned))
                .OrderBy(p => p.Key.Owner, StringComparer.Ordinal)
                .ThenBy(p => p.Key.Owned, StringComparer.Ordinal)
        )
        {
            OwnershipStake first = pair.OrderBy(s => s.Source, StringComparer.Ordinal).First();
            if (pair.Any(s => (s.Least, s.Most, s.IsControl) != (first.Least, first.Most, first.IsControl)))
            {
                throw new ModelException(
                    $"'{first.Owner}' has two different stakes in '{first.Owned}' on {Text(day)}. Keep one, add them up, or date them."
                );
            }

            Of(_byOwner, first.Owner).Add(first);
            Of(_byOwned, first.Owned).Add(first);
        }

        foreach ((string owned, List<OwnershipStake> held) in _byOwned.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (held.Sum(s => s.Least) is > 1 and decimal sum)
            {
                throw new ModelException(
                    $"The owners of '{owned}' hold {sum.ToString("0.######", CultureInfo.InvariantCulture)} of it together on {Text(day)}, "
                        + $"which is more than 1. Correct the shares, or date them."
                );
            }
        }
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Everybody who owns or is owned, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _byOwner.Keys.Union(_byOwned.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Everybody who is listed or in whom listed parties have a share, by a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="listed">Who is on a list, by name; names that are not in the graph do nothing.</param>
    /// <remarks>
    /// Order: by name. A rule that adds owners up asks once from all the listed; another asks from each alone, and tells of an entity what
    /// is worst for it. Cost: every stake below a listed party twice, for each of them where they are taken alone.
    /// </remarks>
    public IReadOnlyList<OwnedEntity> Apply(OwnershipRule rule, IEnumerable<string> listed)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(listed);
        string[] first = [.. listed.Where(IsThere).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, OwnedEntity> worst = first.ToDictionary(
            n => n,
            n => new OwnedEntity(n, OwnershipState.Listed, 1, 1, 0, [n], []),
            StringComparer.Ordinal
        );
        foreach (string[] together in rule.Aggregates ? [first] : first.Select(n => (string[])[n]))
        {
            var low = new OwnershipSpread(this, rule, together, isHighest: false);
            var high = new OwnershipSpread(this, rule, together, isHighest: true);
            foreach (string name in high.Touched)
            {
                if (!worst.TryGetValue(name, out OwnedEntity? other) || IsWorse(name, low, high, other))
                {
                    worst[name] = Made(name, low, high);
                }
            }
        }

        return [.. worst.Values.OrderBy(e => e.Name, StringComparer.Ordinal)];
    }

    /// <summary>The stakes of an owner.</summary>
    internal IReadOnlyList<OwnershipStake> HeldBy(string owner) => _byOwner.GetValueOrDefault(owner) ?? [];

    /// <summary>The stakes in an entity.</summary>
    internal IReadOnlyList<OwnershipStake> StakesIn(string owned) => _byOwned.GetValueOrDefault(owned) ?? [];

    /// <summary>What its owners hold of an entity at least, together: share between 0 and 1.</summary>
    internal decimal LeastOfAll(string owned) => StakesIn(owned).Sum(s => s.Least);

    private static OwnershipState StateOf(string name, OwnershipSpread low, OwnershipSpread high) =>
        low.Has(name) ? OwnershipState.Owned
        : high.Has(name) ? OwnershipState.Possible
        : OwnershipState.Below;

    private static bool IsWorse(string name, OwnershipSpread low, OwnershipSpread high, OwnedEntity other) =>
        (StateOf(name, low, high), low.ShareOf(name), high.ShareOf(name)).CompareTo((other.State, other.Least, other.Most)) > 0;

    private static OwnedEntity Made(string name, OwnershipSpread low, OwnershipSpread high)
    {
        OwnershipState state = StateOf(name, low, high);
        OwnershipSpread told = state == OwnershipState.Owned ? low : high;
        (IReadOnlyList<string> listed, IReadOnlyList<OwnershipStake> path) = told.PathTo(name);
        return new OwnedEntity(name, state, low.ShareOf(name), high.ShareOf(name), told.LayerOf(name), listed, path);
    }

    private static List<OwnershipStake> Of(Dictionary<string, List<OwnershipStake>> stakes, string name)
    {
        if (!stakes.TryGetValue(name, out List<OwnershipStake>? own))
        {
            stakes.Add(name, own = []);
        }

        return own;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private bool IsThere(string name) => _byOwner.ContainsKey(name) || _byOwned.ContainsKey(name);
}
