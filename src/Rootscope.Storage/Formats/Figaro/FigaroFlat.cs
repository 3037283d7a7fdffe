using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Figaro;

/// <summary>
/// The flat form: one line a cell, with the codes of row and column (icioiRow, icioiCol or iciopRow, iciopCol) and obsValue.
/// </summary>
internal static class FigaroFlat
{
    public static FigaroCells Read(string path, CancellationToken cancellation)
    {
        (List<string> rows, List<string> columns, HashSet<string> units) = Codes(path, cancellation);
        string[] sectors = [.. rows.Where(r => !FigaroReader.IsInput(r))];
        string[] inputs = [.. rows.Where(FigaroReader.IsInput)];
        string[] uses = [.. columns.Where(c => FinalUses.Has(FigaroReader.Split(c)!.Value.Item))];
        var known = new HashSet<string>(sectors, StringComparer.Ordinal);
        string[] buyers = [.. columns.Where(c => !FinalUses.Has(FigaroReader.Split(c)!.Value.Item) && !known.Contains(c))];
        var cells = new FigaroCells(
            [.. sectors, .. buyers],
            uses,
            inputs,
            k => $"{path}, {(k < sectors.Length ? "row" : "column")} code number {k + 1}"
        )
        {
            Units = [.. units],
        };
        Fill(path, cells, uses, cancellation);
        return cells;
    }

    /// <summary>The codes of rows and columns, in the order in which they first occur.</summary>
    private static (List<string> Rows, List<string> Columns, HashSet<string> Units) Codes(string path, CancellationToken cancellation)
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        (int row, int column, _) = Columns(file);
        int unit = file.Find("unit");
        var units = new HashSet<string>(StringComparer.Ordinal);
        (var rows, var columns) = (new List<string>(), new List<string>());
        (var seenRows, var seenColumns) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (file.Read())
        {
            Collect(file, row, seenRows, rows);
            Collect(file, column, seenColumns, columns);
            if (unit >= 0 && !units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(file.Span(unit)))
            {
                units.Add(file.Text(unit));
            }
        }

        return (rows, columns, units);
    }

    private static void Collect(CsvFile file, int column, HashSet<string> seen, List<string> codes)
    {
        ReadOnlySpan<char> code = file.Span(column);
        if (seen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code))
        {
            return;
        }

        string text = code.ToString();
        if (FigaroReader.Split(text) is null)
        {
            throw file.Fault(column, $"'{GridCells.Shortened(text)}' is no code of a region and an item such as AT_A01.");
        }

        seen.Add(text);
        codes.Add(text);
    }

    private static void Fill(string path, FigaroCells cells, string[] uses, CancellationToken cancellation)
    {
        int n = cells.SectorCodes.Count;
        int k = uses.Length;
        Dictionary<string, int> rowNumbers = cells
            .SectorCodes.Concat(cells.InputCodes)
            .Select((c, i) => (c, i))
            .ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        Dictionary<string, int> columnNumbers = cells
            .SectorCodes.Concat(uses)
            .Select((c, i) => (c, i))
            .ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        var seen = new bool[(long)rowNumbers.Count * columnNumbers.Count];
        using CsvFile file = CsvFile.Open(path, cancellation);
        (int rowColumn, int columnColumn, int valueColumn) = Columns(file);
        var rows = rowNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var columns = columnNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        while (file.Read())
        {
            if (!rows.TryGetValue(file.Span(rowColumn), out int row) || !columns.TryGetValue(file.Span(columnColumn), out int column))
            {
                throw file.Fault(
                    rowColumn,
                    "this pair of row and column was not there on the first pass: the file changes while it is read. Copy it and "
                        + "import the copy."
                );
            }

            long cell = ((long)row * columnNumbers.Count) + column;
            if (seen[cell])
            {
                throw file.Fault(rowColumn, $"the cell {file.Text(rowColumn)} to {file.Text(columnColumn)} occurs twice. Remove one line.");
            }

            seen[cell] = true;
            double value = file.Number(valueColumn);
            if (row < n && column < n)
            {
                cells.Flows[(row * n) + column] = value;
            }
            else if (row < n)
            {
                cells.FinalDemand[(row * k) + column - n] = value;
            }
            else if (column < n)
            {
                cells.ValueAdded[((row - n) * n) + column] = value;
            }
        }
    }

    private static (int Row, int Column, int Value) Columns(CsvFile file)
    {
        int Of(string end)
        {
            for (int c = 0; c < file.Header.Count; c++)
            {
                if (
                    file.Header[c].StartsWith("icio", StringComparison.OrdinalIgnoreCase)
                    && file.Header[c].EndsWith(end, StringComparison.OrdinalIgnoreCase)
                )
                {
                    return c;
                }
            }

            throw new TableException(
                $"{file.Path}, line 1",
                $"there is no column icioi{end} or iciop{end}. Expected the flat form of FIGARO: icioiRow, icioiCol, refArea, rowIi, "
                    + $"counterpartArea, colIi, obsValue."
            );
        }

        return (Of("Row"), Of("Col"), file.Column("obsValue"));
    }
}
