namespace Rootscope.Screening.Lists;

/// <summary>A list of restricted parties as it was read from one file.</summary>
public sealed class ScreeningList
{
    /// <summary>Makes a list.</summary>
    /// <param name="source">What it is, and what it was read from.</param>
    /// <param name="records">Its records, in the order of the file; ids are unique.</param>
    /// <exception cref="ArgumentException">Two records have the same id.</exception>
    public ScreeningList(ListSource source, IReadOnlyList<ScreeningRecord> records)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        HashSet<string> ids = new(StringComparer.Ordinal);
        Records = records.FirstOrDefault(r => !ids.Add(r.Id)) is { } twice
            ? throw new ArgumentException($"Two records have the id '{twice.Id}'.", nameof(records))
            : records;
        Source = source;
    }

    /// <summary>What it is, and what it was read from.</summary>
    public ListSource Source { get; }

    /// <summary>Its records, in the order of the file.</summary>
    public IReadOnlyList<ScreeningRecord> Records { get; }
}

/// <summary>What a list is and what it was read from: said with every answer.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Kind">The layout it was read by, such as "csl" or "sdn".</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Date">The day it was published, or that the file says; empty where neither is known (year-month-day).</param>
/// <param name="Sha256">SHA-256 of the file or files, in lower-case hexadecimal digits.</param>
public sealed record ListSource(string Name, string Kind, string Publisher, string Date, string Sha256)
{
    /// <summary>Whether who added it said that it is a part of a list: what is not in it may be in the rest.</summary>
    public bool IsPartial { get; init; }
}
