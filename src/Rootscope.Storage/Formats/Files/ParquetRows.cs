using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The rows of a Parquet file, read by DuckDB in memory; floating-point figures keep every bit.</summary>
/// <remarks>The database holds nothing but this query, loads no extension, and is closed with the reader.</remarks>
internal sealed class ParquetRows : IRowSource
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private readonly CancellationToken _cancellation;

    private ParquetRows(
        string path,
        DuckDBConnection connection,
        DuckDBCommand command,
        DuckDBDataReader reader,
        CancellationToken cancellation
    )
    {
        Path = path;
        _connection = connection;
        _command = command;
        _reader = reader;
        _cancellation = cancellation;
        Header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    public int Line { get; private set; }

    /// <exception cref="TableException">The file is not there, or is no Parquet file.</exception>
    public static ParquetRows Open(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        var connection = new DuckDBConnection("DataSource=:memory:");
        DuckDBCommand? command = null;
        try
        {
            connection.Open();
            command = connection.CreateCommand();
            command.CommandText =
                "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET preserve_insertion_order = true;";
            command.ExecuteNonQuery();
            command.CommandText = $"SELECT * FROM read_parquet(['{Quoted(path)}'])";
            return new ParquetRows(path, connection, command, command.ExecuteReader(), cancellation);
        }
        catch (DuckDBException e)
        {
            command?.Dispose();
            connection.Dispose();
            throw new TableException(
                path,
                $"cannot be read as Parquet ({FirstLine(e.Message)}). Check that the file is complete and no folder or CSV file.",
                e
            );
        }
    }

    public bool Read()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            Line++;
            return _reader.Read();
        }
        catch (DuckDBException e)
        {
            throw new TableException(
                $"{Path}, row {Line}",
                $"cannot be read ({FirstLine(e.Message)}). The file may be cut off: fetch it again.",
                e
            );
        }
    }

    public string Text(int column) =>
        _reader.IsDBNull(column)
            ? string.Empty
            : (Convert.ToString(_reader.GetValue(column), CultureInfo.InvariantCulture) ?? string.Empty).Trim();

    public ReadOnlySpan<char> Span(int column) => Text(column);

    public double Number(int column)
    {
        if (_reader.IsDBNull(column))
        {
            return 0;
        }

        double? value = _reader.GetValue(column) switch
        {
            double d => d,
            float f => f,
            decimal m => (double)m,
            BigInteger big => (double)big,
            string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : null,
            IConvertible whole and (byte or sbyte or short or ushort or int or uint or long or ulong) => whole.ToDouble(
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };
        return value is { } found && double.IsFinite(found)
            ? found
            : throw Fault(column, $"expected a finite number, found '{Text(column)}'. Write figures as DOUBLE, and null for zero.");
    }

    public TableException Fault(int column, FaultText message) =>
        new($"{Path}, row {Line}, column {column + 1} ('{Header[column]}')", message);

    public int Column(string name) => HeaderNames.Column(Header, name, Path);

    public void Dispose()
    {
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    /// <summary>A path as DuckDB's text; its wildcards stand in brackets, so that a path names one file.</summary>
    internal static string Quoted(string path) =>
        System
            .IO.Path.GetFullPath(path)
            .Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal)
            .Replace("'", "''", StringComparison.Ordinal);

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();
}
