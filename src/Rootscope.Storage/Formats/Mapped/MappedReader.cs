using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>
/// Reads a table of any layout that a small YAML file describes: CSV or Parquet, one row a sector (wide) or one line a cell (long).
/// </summary>
/// <remarks>
/// The keys are in docs/data/mapped.md. Figures keep every bit. A long file is read twice: for its labels, then for its figures.
/// </remarks>
internal static class MappedReader
{
    private const string Imported = "imported";

    /// <summary>Reads a table.</summary>
    /// <param name="paths">The mapping (.yaml or .yml), and the data file where the mapping does not name it; in any order.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, that of the mapping, otherwise of the data file's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file is not there, the mapping has a fault, the data do not fit it, or the table does not
    /// balance.</exception>
    public static FlowTable Read(
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        double? tolerance = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] mappings = [.. paths.Where(IsMapping)];
        string[] data = [.. paths.Where(p => !IsMapping(p))];
        if (mappings.Length != 1 || data.Length > 1)
        {
            throw new TableException(
                string.Join(", ", paths),
                "this layout is one mapping (.yaml) and one data file. Give the mapping, and the data file where the mapping does not "
                    + "name it."
            );
        }

        var mapping = TableMapping.Of(YamlBlock.Read(mappings[0]));
        string path =
            data.Length == 1 ? data[0]
            : mapping.File is { } named ? Path.Combine(Path.GetDirectoryName(mappings[0]) ?? string.Empty, named)
            : throw new TableException(mapping.Place, "no data file is named. Add 'file: NAME', or give the data file in the command.");
        return Read(mapping, path, id, year, tolerance, cancellation);
    }

    internal static FlowTable Read(
        TableMapping mapping,
        string path,
        string id,
        int? year,
        double? tolerance,
        CancellationToken cancellation
    )
    {
        int known = SourceYear.Of(path, year ?? mapping.Year);
        double allowed = tolerance ?? SourceBalance.DefaultTolerance;
        return mapping.IsLong
            ? ReadLong(mapping, () => Open(mapping, path, cancellation), id, known, allowed)
            : ReadWide(mapping, () => Open(mapping, path, cancellation), id, known, allowed);
    }

    internal static bool IsMapping(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml";

    private static IRowSource Open(TableMapping mapping, string path, CancellationToken cancellation) =>
        Path.GetExtension(path).ToLowerInvariant() is ".parquet"
            ? ParquetRows.Open(path, cancellation)
            : Headed(CsvFile.Open(path, ',', mapping.Text, cancellation), mapping);

    private static IRowSource Headed(CsvFile file, TableMapping mapping)
    {
        if (mapping.LabelColumns == 0)
        {
            return file;
        }

        try
        {
            return new HeadedRows(file, mapping);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FlowTable ReadWide(TableMapping mapping, Func<IRowSource> open, string id, int year, double tolerance)
    {
        var labels = new MappedLabels(mapping);
        int[] columns = CollectWide(mapping, open, labels);
        using IRowSource rows = open();
        int code = rows.Column(mapping.Columns.Row);
        CellPlace[] places = [.. columns.Select(c => labels.ColumnOf(rows.Header[c].Trim(), null, HeaderFault(rows, c)))];
        var figures = new DescribedCells(mapping, labels, hasOrigin: false);
        var lines = new int[labels.Sectors.Count];
        while (rows.Read())
        {
            CellPlace row = labels.RowOf(rows.Text(code), null, m => rows.Fault(code, m));
            if (row.Axis == CellAxis.Sector)
            {
                lines[row.Number] =
                    lines[row.Number] == 0
                        ? rows.Line
                        : throw rows.Fault(
                            code,
                            $"the sector '{rows.Text(code)}' has a row at line {lines[row.Number]} already. Remove one."
                        );
            }

            for (int c = 0; c < places.Length && row.Axis != CellAxis.Ignored; c++)
            {
                if (places[c].Axis != CellAxis.Ignored && !figures.Put(row, places[c], rows.Number(columns[c]), imported: false))
                {
                    throw rows.Fault(columns[c], "this cell was given before: a row or column with the same code. Remove one.");
                }
            }
        }

        int[] missing = [.. Enumerable.Range(0, lines.Length).Where(s => lines[s] == 0).Take(10)];
        return missing.Length == 0
            ? figures.ToTable(rows.Path, id, year, tolerance, lines)
            : throw new TableException(
                rows.Path,
                $"these sectors have a column but no row: {string.Join(", ", missing.Select(k => labels.Sectors.LabelOf(new(k))))}. "
                    + $"Add the rows; "
                    + $"the file may be cut off."
            );
    }

    /// <summary>Collects sectors from the header, and names from the rows; gives back the columns that hold figures.</summary>
    private static int[] CollectWide(TableMapping mapping, Func<IRowSource> open, MappedLabels labels)
    {
        using IRowSource rows = open();
        int code = rows.Column(mapping.Columns.Row);
        int name = mapping.Columns.RowName is { } given ? rows.Column(given) : -1;
        int[] columns = [.. Enumerable.Range(0, rows.Header.Count).Where(c => c != code && c != name)];
        foreach (string needed in new[] { mapping.Output, mapping.Imports }.OfType<string>())
        {
            rows.Column(needed);
        }

        int sectors = columns.Count(c => labels.CollectColumn(rows.Header[c].Trim(), null, HeaderFault(rows, c)));
        while (name >= 0 && rows.Read())
        {
            labels.CollectRow(rows.Text(code), null, rows.Text(name), m => rows.Fault(code, m));
        }

        labels.Close();
        return sectors + (mapping.ImportsRow is null ? 0 : 1) == labels.Sectors.Count
            ? columns
            : throw new TableException(
                $"{rows.Path}, line 1",
                $"has {sectors} columns of sectors, and {labels.Sectors.Regions.Count} regions × {labels.Sectors.Industries.Count} "
                    + $"industries are {labels.Sectors.Count}. "
                    + "Every region needs a column and a row for every industry; a total or a final use that the mapping does not name "
                    + "counts as a sector."
            );
    }

    private static FlowTable ReadLong(TableMapping mapping, Func<IRowSource> open, string id, int year, double tolerance)
    {
        var labels = new MappedLabels(mapping);
        using (IRowSource rows = open())
        {
            var line = LongLine.Of(rows, mapping);
            while (rows.Read())
            {
                labels.CollectRow(line.Row, line.RowRegion, null, line.RowFault);
                labels.CollectColumn(line.Column, line.ColumnRegion, line.ColumnFault);
            }
        }

        labels.Close();
        var figures = new DescribedCells(mapping, labels, mapping.Columns.Origin is not null);
        using IRowSource again = open();
        var cell = LongLine.Of(again, mapping);
        while (again.Read())
        {
            CellPlace row = labels.RowOf(cell.Row, cell.RowRegion, cell.RowFault);
            CellPlace column = labels.ColumnOf(cell.Column, cell.ColumnRegion, cell.ColumnFault);
            if (!figures.Put(row, column, cell.Value, string.Equals(cell.Origin, Imported, StringComparison.Ordinal)))
            {
                throw cell.RowFault("the same cell is given twice. Remove one line, or add the two.");
            }
        }

        return figures.ToTable(again.Path, id, year, tolerance, lines: null);
    }

    private static Func<string, TableException> HeaderFault(IRowSource rows, int column) =>
        message => new TableException($"{rows.Path}, line 1, column {column + 1} ('{rows.Header[column]}')", message);

    /// <summary>The cells of one line of a long file.</summary>
    private sealed record LongLine(IRowSource Rows, int RowAt, int RowRegionAt, int ColumnAt, int ColumnRegionAt, int ValueAt, int OriginAt)
    {
        public string Row => Rows.Text(RowAt);

        public string? RowRegion => RowRegionAt < 0 ? null : Rows.Text(RowRegionAt);

        public string Column => Rows.Text(ColumnAt);

        public string? ColumnRegion => ColumnRegionAt < 0 ? null : Rows.Text(ColumnRegionAt);

        public double Value => Rows.Number(ValueAt);

        public string? Origin =>
            OriginAt < 0 ? null
            : Rows.Text(OriginAt) is { } text and ("" or "all" or Imported) ? text
            : throw Rows.Fault(
                OriginAt,
                $"expected 'all' or '{Imported}', found '{Rows.Text(OriginAt)}'. 'all' is domestic and imported together, '{Imported}' "
                    + $"the imported part of it."
            );

        public static LongLine Of(IRowSource rows, TableMapping mapping)
        {
            LabelNames names = mapping.Columns;
            return new LongLine(
                rows,
                rows.Column(names.Row),
                At(names.RowRegion),
                rows.Column(names.Column!),
                At(names.ColumnRegion),
                rows.Column(names.Value!),
                At(names.Origin)
            );

            int At(string? name) => name is null ? -1 : rows.Column(name);
        }

        public TableException RowFault(string message) => Rows.Fault(RowAt, message);

        public TableException ColumnFault(string message) => Rows.Fault(ColumnAt, message);
    }
}
