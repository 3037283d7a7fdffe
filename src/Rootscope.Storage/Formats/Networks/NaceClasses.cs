namespace Rootscope.Storage.Formats.Networks;

/// <summary>The classes of NACE rev. 2, the sectors that made networks are spread over.</summary>
public static class NaceClasses
{
    private const string Concordance = "nace2-division";
    private const int Digits = 4;

    /// <summary>All classes by their four digits, in order; "9999", which stands for an unknown one, is left out.</summary>
    public static IReadOnlyList<string> All() =>
        [
            .. ConcordanceLibrary
                .Read(Concordance)
                .Links.Select(l => l.From)
                .Where(c => c.Length == Digits && c != "9999")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>So many classes, evenly spread over all; beyond their number, codes of their own ("s0616") follow.</summary>
    /// <param name="count">How many, at least 1.</param>
    public static IReadOnlyList<string> Spread(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        IReadOnlyList<string> all = All();
        return count <= all.Count
            ? [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Count / count)])]
            : [.. all, .. Enumerable.Range(all.Count + 1, count - all.Count).Select(i => $"s{i:0000}")];
    }
}
