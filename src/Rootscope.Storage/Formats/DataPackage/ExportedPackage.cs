using Rootscope.Storage.Codec;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.DataPackage;

/// <summary>
/// Reads back the data package that <c>data export</c> writes: its key <c>rootscope</c> holds everything but the figures, which stand in
/// wide CSV files.
/// </summary>
internal static class ExportedPackage
{
    /// <summary>The table with every bit; its content hash is checked against the package's.</summary>
    /// <exception cref="TableException">The package lacks a file, a file does not fit, or the figures are not those that were
    /// exported.</exception>
    public static FlowTable Read(string file, string id, CancellationToken cancellation)
    {
        ExportedHeader exported = ExportedHeader.Read(file);
        TableHeader header = exported.Table;
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var sectors = new SectorIndex(header.Regions, header.Industries);
        string[] labels = [.. Enumerable.Range(0, sectors.Count).Select(k => sectors.LabelOf(new(k)))];
        string[] uses = [.. exported.Uses(file).Select(u => header.Regions.Count == 1 ? u.Category : $"{u.Region}.{u.Category}")];
        bool byOrigin = File.Exists(Path.Combine(folder, "imported-flows.csv"));
        (double[] output, double[]? imports) = Sectors(Path.Combine(folder, "sectors.csv"), labels, cancellation);
        FlowTable table = header.ToTable(
            Matrix("flows", labels, labels),
            Matrix("final-demand", labels, uses),
            Matrix("value-added", [.. header.ValueAddedCategories.Select(v => v.Code)], labels),
            output,
            imports,
            byOrigin ? Matrix("imported-flows", labels, labels) : null,
            byOrigin ? Matrix("imported-final-demand", labels, uses) : null
        );
        return exported.Checked(table, id, file);

        double[] Matrix(string name, string[] rows, string[] columns) =>
            ReadMatrix(Path.Combine(folder, name + ".csv"), rows, columns, cancellation);
    }

    private static (double[] Output, double[]? Imports) Sectors(string path, string[] labels, CancellationToken cancellation)
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        (int code, int output, int imports) = (file.Column("sector"), file.Column("output"), file.Find("imports"));
        var outputs = new double[labels.Length];
        double[]? imported = imports < 0 ? null : new double[labels.Length];
        for (int s = 0; s < labels.Length; s++)
        {
            Next(file, code, labels[s]);
            outputs[s] = file.Number(output);
            if (imported is not null)
            {
                imported[s] = file.Number(imports);
            }
        }

        return (outputs, imported);
    }

    private static double[] ReadMatrix(string path, string[] rows, string[] columns, CancellationToken cancellation)
    {
        if (rows.Length == 0 || columns.Length == 0)
        {
            return [];
        }

        using CsvFile file = CsvFile.Open(path, cancellation);
        if (!file.Header.Skip(1).Select(h => h.Trim()).SequenceEqual(columns.Select(SpreadsheetText.Guarded), StringComparer.Ordinal))
        {
            throw new TableException(
                $"{path}, line 1",
                $"its {file.Header.Count - 1} columns are not the {columns.Length} that the package describes. Export the table again."
            );
        }

        var figures = new double[rows.Length * columns.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            Next(file, 0, rows[r]);
            for (int c = 0; c < columns.Length; c++)
            {
                figures[(r * columns.Length) + c] = file.Number(c + 1);
            }
        }

        return figures;
    }

    private static void Next(CsvFile file, int column, string expected)
    {
        if (!file.Read())
        {
            throw new TableException(file.Path, $"ends before the row of '{expected}'. The file is cut off: export the table again.");
        }

        if (!string.Equals(file.Text(column), SpreadsheetText.Guarded(expected), StringComparison.Ordinal))
        {
            throw file.Fault(column, $"expected '{expected}', found '{file.Text(column)}'. Rows keep the order of the export.");
        }
    }
}
