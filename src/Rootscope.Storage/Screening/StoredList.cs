using Rootscope.Screening.Lists;

namespace Rootscope.Storage.Screening;

/// <summary>A list as the workspace keeps it.</summary>
/// <param name="List">Its records and what they were read from.</param>
/// <param name="Columns">The columns or fields of its file, by which a change of the layout is seen.</param>
/// <param name="Added">When it was added (ISO 8601, UTC).</param>
/// <param name="IsPartial">Whether the user said that it is a part of a list: then neither count nor sentinels were asked for.</param>
public sealed record StoredList(ScreeningList List, IReadOnlyList<string> Columns, string Added, bool IsPartial)
{
    /// <summary>How many names its records have: a count.</summary>
    public int NameCount => List.Records.Sum(r => r.Names.Count);
}
