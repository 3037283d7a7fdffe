using System.Globalization;
using Rootscope.Storage.Formats.Text;
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
    private readonly NumberStyle _numbers;
    private readonly bool _isPlain;
    private readonly int _linesBefore;

    /// <summary>Cells before the first column, of which the header knows nothing.</summary>
    private readonly int _rowNames;

    private readonly CancellationToken _cancellation;

    private CsvFile(string path, CsvDataReader reader, TextShape? shape, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _path = path;
        _reader = reader;
        _numbers = shape?.Numbers ?? NumberStyle.Plain;
        _isPlain = _numbers is { IsPlain: true, IsCertain: true };
        _linesBefore = shape?.SkippedLines ?? 0;
        _rowNames = shape is { HasRowNames: true } ? 1 : 0;
        Header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>The names of the columns, as the first line gives them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The file's path, as the user gave it.</summary>
    public string Path => _path;

    /// <summary>The number of the line of the current row; the header is line 1 where nothing is before it.</summary>
    public int Line => _reader.RowNumber + 1 + _linesBefore;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="TableException">The file is not there, is a workbook or an archive, is empty, or its first line is no
    /// header.</exception>
    public static CsvFile Open(string path, CancellationToken cancellation = default) => Open(path, ',', cancellation);

    /// <summary>Opens a file of a layout that is known for another delimiter.</summary>
    public static CsvFile Open(string path, char expected, CancellationToken cancellation) =>
        Open(path, expected, choice: null, cancellation);

    /// <summary>Opens a file of which the user says more than it tells itself.</summary>
    public static CsvFile Open(string path, char expected, TextChoice? choice, CancellationToken cancellation)
    {
        (DecodedStream stream, TextShape shape) = TextFile.Open(path, 1 << 16, expected, choice);
        return Open(new StreamReader(stream, DecodedStream.Utf8Text), path, shape.Delimiter, shape, cancellation);
    }

    /// <summary>Reads from text that is already open; <paramref name="name"/> is its place in errors.</summary>
    public static CsvFile Open(StreamReader text, string name, CancellationToken cancellation = default) =>
        Open(text, name, ',', shape: null, cancellation);

    /// <summary>The same with cells that another character parts.</summary>
    public static CsvFile Open(StreamReader text, string name, char delimiter, CancellationToken cancellation) =>
        Open(text, name, delimiter, shape: null, cancellation);

    private static CsvFile Open(StreamReader text, string name, char delimiter, TextShape? shape, CancellationToken cancellation)
    {
        try
        {
            return OpenHeader(text, name, delimiter, shape, cancellation);
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private static CsvFile OpenHeader(StreamReader text, string name, char delimiter, TextShape? shape, CancellationToken cancellation)
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
            return reader.FieldCount > 0 ? new CsvFile(name, reader, shape, cancellation) : throw Empty(name);
        }
        catch (CsvMissingHeadersException)
        {
            throw Empty(name);
        }
        catch (CsvRecordTooLargeException e)
        {
            throw TooLong(name, LongLineOf(name), e);
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
        do
        {
            if (!ReadLine())
            {
                return false;
            }
        } while (Cells != Header.Count ? IsBlank() : Cell(0).IsEmpty && IsBlank());

        if (Cells != Header.Count && !HasBlanksOnlyBeyond())
        {
            throw new TableException(
                $"{_path}, line {Line}",
                $"has {Cells} cells where the header has {Header.Count}. " + "Look for a missing comma or an unquoted comma in a name."
            );
        }

        return true;
    }

    /// <summary>The number of cells of the current line.</summary>
    private int Cells => _reader.RowFieldCount - _rowNames;

    private ReadOnlySpan<char> Cell(int column) => _reader.GetFieldSpan(column + _rowNames);

    /// <summary>Moves to the next line, blank ones included; false at the end.</summary>
    private bool ReadLine()
    {
        _cancellation.ThrowIfCancellationRequested();
        int next = Line + 1;
        try
        {
            return _reader.Read();
        }
        catch (CsvRecordTooLargeException e)
        {
            throw TooLong(_path, next, e);
        }
        catch (Exception e) when (e is CsvFormatException or IOException)
        {
            throw new TableException($"{_path}, line {next}", $"cannot be read as CSV ({e.Message}). Check the quotes of that line.", e);
        }
    }

    /// <summary>Whether the line holds nothing but delimiters: what spreadsheets and editors leave at the end.</summary>
    private bool IsBlank()
    {
        for (int c = 0; c < Cells; c++)
        {
            if (!Cell(c).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether cells that the header has no name for are empty, as those behind a comma that ends each row, or names that rows have no cell
    /// for are.
    /// </summary>
    private bool HasBlanksOnlyBeyond()
    {
        for (int c = Header.Count; c < Cells; c++)
        {
            if (!Cell(c).IsWhiteSpace())
            {
                return false;
            }
        }

        for (int c = Cells; c < Header.Count; c++)
        {
            if (!string.IsNullOrWhiteSpace(Header[c]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a cell, trimmed.</summary>
    public string Text(int column) => Cell(column).Trim().ToString();

    /// <summary>The cell as it stands, blanks included; empty where the row ends before it. Good until the next row.</summary>
    public ReadOnlySpan<char> Raw(int column) => column < Cells ? Cell(column) : default;

    /// <summary>The same without a copy; good until the next row.</summary>
    public ReadOnlySpan<char> Span(int column) => Cell(column).Trim();

    /// <summary>The number in a cell; an empty cell is zero.</summary>
    /// <exception cref="TableException">The cell holds something else.</exception>
    public double Number(int column)
    {
        ReadOnlySpan<char> text = Cell(column).Trim();
        if (text.IsEmpty)
        {
            return 0;
        }

        if (_isPlain && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        string? wrong = _numbers.Read(text, out value);
        return wrong is null ? value
            : wrong == NumberStyle.NoFigure
                ? throw Fault(
                    column,
                    $"expected a number, found '{Shortened(text)}'. Write it with a point and no thousands separators, or leave the cell "
                        + $"empty for zero."
                )
            : throw Fault(column, $"'{Shortened(text)}' {wrong}.");
    }

    /// <summary>An error at a cell of the current row.</summary>
    public TableException Fault(int column, FaultText message) =>
        new($"{_path}, line {Line}, column {column + 1} ('{Header[column]}')", message);

    /// <summary>The column of that name.</summary>
    /// <exception cref="TableException">There is none; the message has the nearest.</exception>
    public int Column(string name) => HeaderNames.Column(Header, name, $"{_path}, line 1");

    /// <summary>The column of that name, or -1.</summary>
    public int Find(string name) => HeaderNames.Find(Header, name);

    public void Dispose() => _reader.Dispose();

    /// <summary>Which of the first two lines is too long: the parser reads both before it gives out the header.</summary>
    private static int LongLineOf(string path)
    {
        if (!File.Exists(path))
        {
            return 1;
        }

        using FileStream stream = File.OpenRead(path);
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
