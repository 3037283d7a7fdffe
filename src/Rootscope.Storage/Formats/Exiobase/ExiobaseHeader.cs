using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Exiobase;

/// <summary>
/// The head of a file of EXIOBASE: a line of regions, a line of sectors or categories, and as a rule a line with the names of the label
/// columns.
/// </summary>
/// <param name="Codes">Region and sector (or category) of every column of figures.</param>
/// <param name="Labels">Number of label columns before the figures.</param>
internal sealed record ExiobaseHeader(IReadOnlyList<(string Region, string Item)> Codes, int Labels)
{
    /// <summary>Reads the head.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="labels">Label columns that this file has.</param>
    /// <exception cref="TableException">The lines are not those.</exception>
    public static ExiobaseHeader Read(GridFile file, int labels)
    {
        string[] regions = Line(file, labels, "region");
        string[] items = Line(file, labels, "sector' or 'category");
        if (regions.Length != items.Length || regions.Length <= labels)
        {
            throw new TableException(
                $"{file.Path}, line 2",
                $"has {items.Length} cells where line 1 has {regions.Length}. Expected one region and one sector a column; the file "
                    + $"may be cut off."
            );
        }

        file.ColumnNames = [.. regions.Zip(items, (r, i) => $"{r} {i}".Trim())];
        if (file.PeekCells() is { } third && third.Length >= labels && third.Skip(labels).All(c => c.Length == 0))
        {
            file.ReadCells();
        }

        return new ExiobaseHeader([.. Enumerable.Range(labels, regions.Length - labels).Select(c => (regions[c], items[c]))], labels);
    }

    private static string[] Line(GridFile file, int labels, string expected)
    {
        string[] cells =
            file.ReadCells()
            ?? throw new TableException(
                $"{file.Path}, line {file.Line + 1}",
                "the file ends before the figures begin. Expected two lines of regions and sectors."
            );
        return cells.Length > labels && expected.Split("' or '").Contains(cells[0], StringComparer.OrdinalIgnoreCase)
            ? cells
            : throw new TableException(
                $"{file.Path}, line {file.Line}, column 1",
                $"expected '{expected}' and then one cell a column, separated by tabs, found '{GridCells.Shortened(cells[0])}'. "
                    + "Check that this is a text file of EXIOBASE 3."
            );
    }
}
