using DuckDB.NET.Data;

namespace Rootscope.Storage.Database;

/// <summary>Rows of named columns as a Parquet file, through DuckDB.</summary>
public static class ParquetFile
{
    private const string InMemory = "DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false";

    /// <summary>Writes rows; every figure keeps its bits.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="columns">Names of the columns, each once.</param>
    /// <param name="rows">String, double, int, long, bool or null, in the order of the columns. A column that mixes text with others is
    /// text.</param>
    /// <param name="provenance">What the rows were made from, kept under the file's key <c>provenance</c>.</param>
    public static void Write(string path, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, string provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(provenance);
        using DuckDBConnection connection = Open();
        string[] types = [.. Enumerable.Range(0, columns.Count).Select(c => TypeOf(rows.Select(r => r[c])))];
        string list = string.Join(
            ", ",
            columns.Zip(types, (name, type) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {type}")
        );
        connection.Execute($"CREATE TABLE report ({list})");
        using (DuckDBAppender appender = connection.CreateAppender("report"))
        {
            foreach (object?[] cells in rows)
            {
                IDuckDBAppenderRow row = appender.CreateRow();
                for (int c = 0; c < types.Length; c++)
                {
                    Append(row, types[c], cells[c]);
                }

                row.EndRow();
            }
        }

        Copy(connection, "report", path, $"provenance: '{Quoted(provenance)}'");
    }

    /// <summary>A database of nothing but memory, which fetches nothing from anywhere.</summary>
    internal static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection(InMemory);
        connection.Open();
        return connection;
    }

    internal static void Copy(DuckDBConnection connection, string table, string path, string keys) =>
        connection.Execute($"COPY {table} TO '{Quoted(path)}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{keys}}})");

    internal static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string TypeOf(IEnumerable<object?> values)
    {
        string[] kinds =
        [
            .. values
                .Where(v => v is not null)
                .Select(v =>
                    v switch
                    {
                        double => "DOUBLE",
                        int or long => "BIGINT",
                        bool => "BOOLEAN",
                        _ => "VARCHAR",
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];
        return kinds.Length == 1 ? kinds[0]
            : kinds.Length > 1 && kinds.All(k => k is "DOUBLE" or "BIGINT") ? "DOUBLE"
            : "VARCHAR";
    }

    private static void Append(IDuckDBAppenderRow row, string type, object? value)
    {
        IFormatProvider invariant = System.Globalization.CultureInfo.InvariantCulture;
        if (value is null)
        {
            row.AppendNullValue();
            return;
        }

        switch (type)
        {
            case "DOUBLE":
                row.AppendValue(Convert.ToDouble(value, invariant));
                break;
            case "BIGINT":
                row.AppendValue(Convert.ToInt64(value, invariant));
                break;
            case "BOOLEAN":
                row.AppendValue((bool)value);
                break;
            default:
                row.AppendValue(value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, invariant));
                break;
        }
    }
}
