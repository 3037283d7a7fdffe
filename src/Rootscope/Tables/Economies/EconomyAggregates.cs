namespace Rootscope.Tables.Economies;

/// <summary>Which of the economies on one side of trade hold others of that side a second time.</summary>
public static class EconomyAggregates
{
    /// <summary>The aggregates among codes: the world, and unions beside any of their members.</summary>
    /// <param name="codes">The codes of one side: all that sell, or all that buy.</param>
    /// <returns>
    /// The codes that are to be left out. A union none of whose members is there stays, as does the larger of two; one whose members are
    /// not listed goes where any economy is there.
    /// </returns>
    public static IReadOnlySet<string> Among(IEnumerable<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        (string Code, EconomyIdentity Identity)[] known =
        [
            .. codes.Distinct(StringComparer.Ordinal).Select(c => (c, EconomyIdentities.Find(c)!)).Where(c => c.Item2 is not null),
        ];
        HashSet<string> there = known.Select(k => k.Identity.Code).ToHashSet(StringComparer.Ordinal);
        bool anyEconomy = known.Any(k => k.Identity.Kind == EconomyKind.Economy);
        return known
            .Where(k =>
                k.Identity.Kind switch
                {
                    EconomyKind.World => true,
                    EconomyKind.Union when k.Identity.Members.Count == 0 => anyEconomy,
                    EconomyKind.Union => k.Identity.Members.Any(there.Contains) || known.Any(o => IsPartOf(k.Identity, o.Identity)),
                    _ => false,
                }
            )
            .Select(k => k.Code)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsPartOf(EconomyIdentity part, EconomyIdentity whole) =>
        whole.Kind == EconomyKind.Union
        && whole.Members.Count > part.Members.Count
        && part.Members.All(m => whole.Members.Contains(m, StringComparer.Ordinal));
}
