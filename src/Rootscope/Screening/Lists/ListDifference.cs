namespace Rootscope.Screening.Lists;

/// <summary>What changed from one state of a list to another, record by record.</summary>
public sealed class ListDifference
{
    private ListDifference(
        IReadOnlyList<ScreeningRecord> added,
        IReadOnlyList<ScreeningRecord> removed,
        IReadOnlyList<ScreeningRecord> changed
    )
    {
        Added = added;
        Removed = removed;
        Changed = changed;
    }

    /// <summary>Records that only the newer state has, in its order.</summary>
    public IReadOnlyList<ScreeningRecord> Added { get; }

    /// <summary>Records that only the older state has, in its order.</summary>
    public IReadOnlyList<ScreeningRecord> Removed { get; }

    /// <summary>Records of one id whose contents differ, as the newer state has them.</summary>
    public IReadOnlyList<ScreeningRecord> Changed { get; }

    /// <summary>Compares two states by the ids and the hashes of records.</summary>
    public static ListDifference Between(ScreeningList older, ScreeningList newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var before = older.Records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var after = newer.Records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return new ListDifference(
            [.. newer.Records.Where(r => !before.ContainsKey(r.Id))],
            [.. older.Records.Where(r => !after.Contains(r.Id))],
            [.. newer.Records.Where(r => before.TryGetValue(r.Id, out ScreeningRecord? old) && old.Hash != r.Hash)]
        );
    }
}
