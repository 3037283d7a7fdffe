using System.Globalization;
using Rootscope.Tables;
using Sylvan.Data.Csv;

namespace Rootscope.Storage.Formats.Files;

/// <summary>A CSV file read row by row, in which every fault is named by file, line and column.</summary>
internal sealed class CsvFile : IRowSource
{
    /// <summary>The longest line that is read: far above any real table's, far below what would exhaust the memory.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private readonly string _path;
    private readonly CsvDataReader _reader;
    private readonly CancellationToken _cancellation;

    private CsvFile(string path, CsvDataReader reader, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _path = path;
        _reader = reader;
        Header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>The names of the columns, as the first line gives them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The file's path, as the user gave it.</summary>
    public string Path => _path;

    /// <summary>The number of the line of the current row; the header is line 1.</summary>
    public int Line => _reader.RowNumber + 1;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="TableException">The file is not there, is a workbook or an archive, is empty, or its first line is no
    /// header.</exception>
    public static CsvFile Open(string path, CancellationToken cancellation = default) => Open(path, ',', cancellation);

    /// <summary>Opens a file whose cells stand between other delimiters.</summary>
    public static CsvFile Open(string path, char delimiter, CancellationToken cancellation)
    {
        return Open(new StreamReader(TextFile.Open(path, 1 << 16)), path, delimiter, cancellation);
    }

    /// <summary>Reads from text that is already open; <paramref name="name"/> is its place in errors.</summary>
    public static CsvFile Open(StreamReader text, string name, CancellationToken cancellation = default) =>
        Open(text, name, ',', cancellation);

    private static CsvFile Open(StreamReader text, string name, char delimiter, CancellationToken cancellation)
    {
        try
        {
            return OpenHeader(text, name, delimiter, cancellation);
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private static CsvFile OpenHeader(StreamReader text, string name, char delimiter, CancellationToken cancellation)
    {
        try
        {
            var options = new CsvDataReaderOptions
            {
                HasHeaders = true,
                BufferSize = 1 << 16,
                MaxBufferSize = LongestLine,
                Delimiter = delimiter,
                OwnsReader = true,
            };
            var reader = CsvDataReader.Create(text, options);
            return reader.FieldCount > 0 ? new CsvFile(name, reader, cancellation) : throw Empty(name);
        }
        catch (CsvMissingHeadersException)
        {
            throw Empty(name);
        }
        catch (CsvRecordTooLargeException e)
        {
            throw TooLong(name, LongLineOf(text.BaseStream), e);
        }
        catch (Exception e) when (e is CsvFormatException or IOException or ArgumentException)
        {
            throw new TableException(
                $"{name}, line 1",
                $"cannot be read as CSV ({e.Message}). Expected comma-separated text in UTF-8 with a line of column names.",
                e
            );
        }
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="TableException">The line is no CSV, is too long, or has another number of cells than the header.</exception>
    /// <exception cref="OperationCanceledException">The caller wants to stop.</exception>
    public bool Read()
    {
        _cancellation.ThrowIfCancellationRequested();
        int next = Line + 1;
        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (CsvRecordTooLargeException e)
        {
            throw TooLong(_path, next, e);
        }
        catch (Exception e) when (e is CsvFormatException or IOException)
        {
            throw new TableException($"{_path}, line {next}", $"cannot be read as CSV ({e.Message}). Check the quotes of that line.", e);
        }

        if (_reader.RowFieldCount != Header.Count)
        {
            throw new TableException(
                $"{_path}, line {Line}",
                $"has {_reader.RowFieldCount} cells where the header has {Header.Count}. "
                    + "Look for a missing comma or an unquoted comma in a name."
            );
        }

        return true;
    }

    /// <summary>The text of a cell, trimmed.</summary>
    public string Text(int column) => _reader.GetFieldSpan(column).Trim().ToString();

    /// <summary>The same without a copy; good until the next row.</summary>
    public ReadOnlySpan<char> Span(int column) => _reader.GetFieldSpan(column).Trim();

    /// <summary>The number in a cell; an empty cell is zero.</summary>
    /// <exception cref="TableException">The cell holds something else.</exception>
    public double Number(int column)
    {
        ReadOnlySpan<char> text = _reader.GetFieldSpan(column).Trim();
        if (text.IsEmpty)
        {
            return 0;
        }

        bool parsed = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return parsed && double.IsFinite(value)
            ? value
            : throw Fault(
                column,
                $"expected a number, found '{Shortened(text)}'. Write it with a point and no thousands separators, or leave the cell "
                    + $"empty for zero."
            );
    }

    /// <summary>An error at a cell of the current row.</summary>
    public TableException Fault(int column, FaultText message) =>
        new($"{_path}, line {Line}, column {column + 1} ('{Header[column]}')", message);

    /// <summary>The column of that name.</summary>
    /// <exception cref="TableException">There is none; the message has the nearest.</exception>
    public int Column(string name)
    {
        int column = Find(name);
        if (column >= 0)
        {
            return column;
        }

        IReadOnlyList<string> near = NearestNames.Of(name, Header);
        string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
        throw new TableException(
            $"{_path}, line 1",
            $"there is no column '{name}'.{hint} Add it, or check that this is the layout you named."
        );
    }

    /// <summary>The column of that name, or -1.</summary>
    public int Find(string name)
    {
        for (int c = 0; c < Header.Count; c++)
        {
            if (string.Equals(Header[c].Trim(), name, StringComparison.Ordinal))
            {
                return c;
            }
        }

        return -1;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Which of the first two lines is too long: the parser reads both before it gives out the header.</summary>
    private static int LongLineOf(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return 1;
        }

        stream.Position = 0;
        Span<byte> block = stackalloc byte[4096];
        for (int seen = 0, read; seen <= LongestLine && (read = stream.Read(block)) > 0; seen += read)
        {
            if (block[..read].Contains((byte)'\n'))
            {
                return 2;
            }
        }

        return 1;
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : string.Concat(text[..37], "...");

    private static TableException Empty(string path) =>
        new($"{path}, line 1", "the file is empty. Expected a line of column names and the rows of a table.");

    private static TableException TooLong(string path, int line, Exception e) =>
        new(
            $"{path}, line {line}",
            $"is longer than {LongestLine / (1024 * 1024)} MiB, which no table's row is. "
                + "Look for an opening quote that is never closed, or for missing line ends.",
            e
        );
}
