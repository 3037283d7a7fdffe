using System.Globalization;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Names;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>
/// Refuses a list that is not what it was: empty, too short, without names it always had, smaller or of another shape than before.
/// </summary>
/// <remarks>A screening tool once lost a listed firm to a column that had moved, and answered as if it were on no list.</remarks>
internal static class ListCheck
{
    /// <summary>Share of records and names that a newer state has at least.</summary>
    private const double LeastShare = 0.9;

    private const int MostTold = 5;

    /// <summary>Checks a list against what its layout promises.</summary>
    /// <exception cref="TableException">It is shorter than the list ever is, or a name is gone that it has had for years.</exception>
    public static void Whole(ListLayout layout, ListContents contents, string place)
    {
        if (contents.Records.Count < layout.LeastRecords)
        {
            throw new TableException(
                place,
                $"has {Text(contents.Records.Count)} records, and the {layout.Word} list has at least {Text(layout.LeastRecords)}. "
                    + $"Download it again, or say {Repair.Option("partial")} "
                    + $"if it is a part of the list."
            );
        }

        var names = contents
            .Records.SelectMany(r => r.Names)
            .Select(n => ScreeningName.Of(n.Text).Normalised)
            .ToHashSet(StringComparer.Ordinal);
        string[] gone = [.. layout.Sentinels.Where(s => !names.Contains(ScreeningName.Of(s).Normalised))];
        if (gone.Length > 0)
        {
            throw new TableException(
                place,
                $"has no record named '{gone[0]}', which the {layout.Word} list has had for years. Its columns may have moved: compare it "
                    + $"with the last one, or say "
                    + $"{Repair.Option("partial")} if it is a part of the list."
            );
        }
    }

    /// <summary>Checks a newer state against the one it takes the place of.</summary>
    /// <exception cref="TableException">It is much smaller, or columns are gone.</exception>
    public static void Against(StoredList before, StoredList after, string place)
    {
        List<string> faults = [];
        Shrunk(faults, "records", before.List.Records.Count, after.List.Records.Count);
        Shrunk(faults, "names", before.NameCount, after.NameCount);
        string[] gone = [.. before.Columns.Except(after.Columns, StringComparer.Ordinal)];
        if (before.List.Source.Kind == after.List.Source.Kind && gone.Length > 0)
        {
            faults.Add($"columns that are gone: {Some(gone)}");
        }

        if (faults.Count > 0)
        {
            string[] lost = [.. ListDifference.Between(before.List, after.List).Removed.Select(r => $"'{r.Names[0].Text}'")];
            throw new TableException(
                place,
                $"is not what '{before.List.Source.Name}' was: "
                    + $"{string.Join("; ", faults)}. No longer listed: {(lost.Length == 0 ? "none" : Some(lost))}. "
                    + $"Look at the file; if the publisher did that, say {Repair.Option("acceptChanges")}."
            );
        }
    }

    private static void Shrunk(List<string> faults, string what, int before, int after)
    {
        if (after < LeastShare * before)
        {
            faults.Add($"{Text(after)} {what} where there were {Text(before)}");
        }
    }

    private static string Some(string[] all) =>
        string.Join(", ", all.Take(MostTold)) + (all.Length > MostTold ? $" and {Text(all.Length - MostTold)} more" : string.Empty);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
