using System.Text.Json;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage.Readers.Generic;

/// <summary>Reads back the data package that <c>data export</c> writes: its key <c>rootscope</c> holds everything but the figures, which stand in wide CSV files.</summary>
internal static class ExportedPackage
{
    /// <summary>The table with every bit; its content hash is checked against the package's.</summary>
    /// <exception cref="TableException">The package lacks a file, a file does not fit, or the figures are not those that were exported.</exception>
    public static FlowTable Read(string file, string id, CancellationToken cancellation)
    {
        (TableHeader header, string? sha256) = ReadHeader(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var sectors = new SectorIndex(header.Regions, header.Industries);
        string[] labels = [.. Enumerable.Range(0, sectors.Count).Select(sectors.LabelOf)];
        string[] uses = [.. header.FinalDemandCategories.Select(c => c.Region < 0 || c.Region >= header.Regions.Count ? throw Damaged(file)
            : header.Regions.Count == 1 ? c.Code : $"{header.Regions[c.Region].Code}.{c.Code}")];
        bool byOrigin = File.Exists(Path.Combine(folder, "imported-flows.csv"));
        (double[] output, double[]? imports) = Sectors(Path.Combine(folder, "sectors.csv"), labels, cancellation);
        FlowTable table = header.ToTable(
            Matrix("flows", labels, labels), Matrix("final-demand", labels, uses), Matrix("value-added", [.. header.ValueAddedCategories.Select(v => v.Code)], labels), output, imports,
            byOrigin ? Matrix("imported-flows", labels, labels) : null, byOrigin ? Matrix("imported-final-demand", labels, uses) : null);
        return sha256 is null || sha256 == table.ContentHash
            ? table.With(table.Metadata with { Id = id })
            : throw new TableException(file, $"the figures have the hash {table.ContentHash} and the package says {sha256}. They were changed after the export: export the table again.");

        double[] Matrix(string name, string[] rows, string[] columns) => ReadMatrix(Path.Combine(folder, name + ".csv"), rows, columns, cancellation);
    }

    private static (TableHeader Header, string? Hash) ReadHeader(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            TableHeader? header = json.RootElement.GetProperty("rootscope").Deserialize(TableHeaderJson.Default.TableHeader);
            return (header ?? throw Damaged(file), json.RootElement.TryGetProperty("sha256", out JsonElement hash) ? hash.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidOperationException or KeyNotFoundException or UnauthorizedAccessException)
        {
            throw new TableException(file, $"the key 'rootscope' cannot be read ({e.Message.TrimEnd('.')}). Export the table again, or write a mapping there (docs/data/mapped.md).", e);
        }
    }

    private static TableException Damaged(string file) => new(file, "the key 'rootscope' is damaged. Export the table again.");

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
        if (!file.Header.Skip(1).Select(h => h.Trim()).SequenceEqual(columns, StringComparer.Ordinal))
        {
            throw new TableException($"{path}, line 1", $"its {file.Header.Count - 1} columns are not the {columns.Length} that the package describes. Export the table again.");
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

        if (!string.Equals(file.Text(column), expected, StringComparison.Ordinal))
        {
            throw file.Fault(column, $"expected '{expected}', found '{file.Text(column)}'. Rows keep the order of the export.");
        }
    }
}
