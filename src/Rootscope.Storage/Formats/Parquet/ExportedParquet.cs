using System.Text;
using DuckDB.NET.Data;
using Rootscope.Storage.Codec;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Parquet;

/// <summary>
/// Reads back the Parquet file that <c>data export</c> writes: cells that are not zero, and all else under the file's key <c>rootscope</c>.
/// </summary>
internal static class ExportedParquet
{
    /// <summary>Whether a path is a Parquet file with that key.</summary>
    public static bool Is(string path) =>
        Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase)
        && File.Exists(path)
        && Keys(path).ContainsKey("rootscope");

    /// <summary>The table with every bit; its content hash is checked against the export's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file is no Parquet, was not written by <c>data export</c>, or its cells are not those that were
    /// exported.</exception>
    public static FlowTable Read(string path, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        Dictionary<string, string> keys = Keys(path);
        if (!keys.TryGetValue("rootscope", out string? about))
        {
            throw new TableException(
                path,
                "has no key 'rootscope', so 'data export' did not write it. Describe its columns in a mapping (docs/data/mapped.md) "
                    + "and import it as 'mapped'."
            );
        }

        string json = $"{{\"sha256\":{(keys.TryGetValue("sha256", out string? hash) ? $"\"{hash}\"" : "null")},\"rootscope\":{about}}}";
        ExportedHeader exported = ExportedHeader.Parse(Encoding.UTF8.GetBytes(json), path);
        var cells = new Cells(exported, path, keys.GetValueOrDefault("parts"));
        using ParquetRows rows = ParquetRows.Open(path, cancellation);
        (int part, int row, int column, int value) = (rows.Column("part"), rows.Column("row"), rows.Column("col"), rows.Column("value"));
        while (rows.Read())
        {
            cells.Put(rows, part, row, column, value);
        }

        return exported.Checked(cells.ToTable(), id, path);
    }

    private static Dictionary<string, string> Keys(string path)
    {
        if (!File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        using DuckDBConnection connection = ParquetFile.Open();
        try
        {
            IReadOnlyList<(string Key, string Value)> found = connection.Query(
                $"SELECT decode(key), decode(value) FROM parquet_kv_metadata(['{ParquetRows.Quoted(path)}'])",
                r => (r.GetString(0), r.GetString(1))
            );
            return found.DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        }
        catch (DuckDBException e)
        {
            throw new TableException(
                path,
                $"cannot be read as Parquet ({e.Message.Split('\n')[0].Trim().TrimEnd('.')}). Check that the file is complete and no "
                    + $"folder or CSV file.",
                e
            );
        }
    }

    /// <summary>The parts of a table while their cells come in.</summary>
    private sealed class Cells
    {
        private readonly TableHeader _header;
        private readonly Dictionary<string, (Dictionary<string, int> Rows, Dictionary<string, int> Columns, double[] Figures)> _parts;
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public Cells(ExportedHeader exported, string path, string? parts)
        {
            _seen.UnionWith(parts?.Split(',') ?? []);
            _header = exported.Table;
            var sectors = new SectorIndex(_header.Regions, _header.Industries);
            Dictionary<string, int> labels = Numbered(Enumerable.Range(0, sectors.Count).Select(k => sectors.LabelOf(new(k))), path);
            Dictionary<string, int> uses = Numbered(exported.Uses(path).Select(u => $"{u.Region}.{u.Category}"), path);
            Dictionary<string, int> inputs = Numbered(_header.ValueAddedCategories.Select(v => v.Code), path);
            Dictionary<string, int> one = Numbered([string.Empty], path);
            _parts = new(StringComparer.Ordinal)
            {
                ["flows"] = Part(labels, labels),
                ["finalDemand"] = Part(labels, uses),
                ["valueAdded"] = Part(inputs, labels),
                ["output"] = Part(labels, one),
                ["imports"] = Part(labels, one),
                ["importedFlows"] = Part(labels, labels),
                ["importedFinalDemand"] = Part(labels, uses),
            };
        }

        public void Put(ParquetRows rows, int part, int row, int column, int value)
        {
            string name = rows.Text(part);
            if (!_parts.TryGetValue(name, out var target))
            {
                throw rows.Fault(part, $"'{name}' is no part of a table. Export the table again.");
            }

            if (!target.Rows.TryGetValue(rows.Text(row), out int r) || !target.Columns.TryGetValue(rows.Text(column), out int c))
            {
                throw rows.Fault(
                    row,
                    $"'{rows.Text(row)}', '{rows.Text(column)}' is no cell of the part '{name}'. Export the table again."
                );
            }

            if (target.Figures.Length == 0)
            {
                target.Figures = new double[target.Rows.Count * target.Columns.Count];
                _parts[name] = target;
            }

            _seen.Add(name);
            target.Figures[(r * target.Columns.Count) + c] = rows.Number(value);
        }

        public FlowTable ToTable() =>
            _header.ToTable(
                Figures("flows"),
                Figures("finalDemand"),
                Figures("valueAdded"),
                Figures("output"),
                Known("imports"),
                Known("importedFlows"),
                _seen.Contains("importedFlows") ? Figures("importedFinalDemand") : null
            );

        private static (Dictionary<string, int> Rows, Dictionary<string, int> Columns, double[] Figures) Part(
            Dictionary<string, int> rows,
            Dictionary<string, int> columns
        ) => (rows, columns, []);

        private static Dictionary<string, int> Numbered(IEnumerable<string> labels, string path)
        {
            var numbered = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string label in labels)
            {
                if (!numbered.TryAdd(label, numbered.Count))
                {
                    throw new TableException(
                        path,
                        $"the label '{label}' occurs twice, so that its cells cannot be told apart. Export the table as csv."
                    );
                }
            }

            return numbered;
        }

        private double[] Figures(string part) =>
            _parts[part] is { Figures.Length: > 0 } known
                ? known.Figures
                : new double[_parts[part].Rows.Count * _parts[part].Columns.Count];

        private double[]? Known(string part) => _seen.Contains(part) ? Figures(part) : null;
    }
}
