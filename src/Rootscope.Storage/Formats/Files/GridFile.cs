using System.Text;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>A large text file of labels and figures: first lines are read as text, then all rows as numbers, on every processor.</summary>
/// <remarks>
/// The file is read once, in blocks of whole lines. A block is parsed on a thread of its own while the next is read; rows say their number,
/// so that results do not depend on the order of threads, and the fault that is told is the first in the file. Cells may stand in quotes,
/// but a cell holds no line end and no separator among the figures. Memory: one block a processor (4 MiB, or one line where that is
/// longer).
/// </remarks>
internal sealed class GridFile : IDisposable
{
    private readonly Stream _stream;
    private readonly LineBlocks _blocks;
    private readonly byte _separator;
    private readonly NumberStyle _numbers;
    private readonly CancellationToken _cancellation;

    private GridFile(Stream stream, string path, TextShape shape, CancellationToken cancellation)
    {
        _stream = stream;
        _blocks = new LineBlocks(stream, path);
        _separator = (byte)shape.Delimiter;
        _numbers = shape.Numbers;
        Line = shape.SkippedLines;
        _cancellation = cancellation;
        Path = path;
    }

    /// <summary>The file's path, as the user gave it.</summary>
    public string Path { get; }

    /// <summary>The number of the last line read as text.</summary>
    public int Line { get; private set; }

    /// <summary>Names of columns for messages: <c>Names[c]</c> for column c, labels included; may be empty.</summary>
    public IReadOnlyList<string> ColumnNames { get; set; } = [];

    /// <summary>Opens a file of a layout that is known for a separator.</summary>
    /// <exception cref="TableException">The file is not there, cannot be opened, or is no text.</exception>
    public static GridFile Open(string path, char separator, CancellationToken cancellation)
    {
        (DecodedStream stream, TextShape shape) = TextFile.Open(path, 0, separator, choice: null);
        try
        {
            return new GridFile(stream, path, shape, cancellation);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The cells of the next line, trimmed and without quotes; null at the end of the file.</summary>
    public string[]? ReadCells()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!_blocks.TryNextLine(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        Line++;
        return GridCells.Split(line, _separator, Path, Line);
    }

    /// <summary>The cells of the next line, which is not taken and comes again; null at the end of the file.</summary>
    public string[]? PeekCells() =>
        _blocks.TryNextLine(out ReadOnlySpan<byte> line, stay: true) ? GridCells.Split(line, _separator, Path, Line + 1) : null;

    /// <summary>Reads all remaining lines as rows of labels and figures.</summary>
    /// <param name="labels">Number of cells before the figures.</param>
    /// <param name="numbers">Number of figures.</param>
    /// <param name="sink">Takes a row; called from several threads at once, for different rows.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="TableException">A cell is no number, or a line has another number of cells, or is empty before the end.</exception>
    public int ReadRows(int labels, int numbers, Action<GridRow> sink)
    {
        var pending = new Queue<Task<BlockOutcome>>();
        int first = Line + 1;
        int last = Line;
        int empty = int.MaxValue;
        try
        {
            while (_blocks.TryNextBlock(out LineBlock? block))
            {
                _cancellation.ThrowIfCancellationRequested();
                int firstLine = Line + 1;
                Line += block.Lines;
                pending.Enqueue(Task.Run(() => Parse(block, firstLine, first, labels, numbers, sink), CancellationToken.None));
                if (pending.Count >= Environment.ProcessorCount)
                {
                    Take(pending.Dequeue());
                }
            }

            while (pending.TryDequeue(out Task<BlockOutcome>? next))
            {
                Take(next);
            }
        }
        finally
        {
            Task.WhenAll(pending).ContinueWith(static t => t.Exception, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        return empty < last
            ? throw new TableException(
                $"{Path}, line {empty}",
                "is empty, and rows follow it. Remove the line, or restore the row that is missing."
            )
            : last - first + 1;

        void Take(Task<BlockOutcome> task)
        {
            BlockOutcome outcome = task.GetAwaiter().GetResult();
            last = Math.Max(last, outcome.LastRow);
            empty = Math.Min(empty, outcome.FirstEmpty);
        }
    }

    /// <summary>An error at a cell.</summary>
    public TableException Fault(int line, int column, FaultText message)
    {
        string name =
            column < ColumnNames.Count && ColumnNames[column].Length > 0
                ? $" ('{GridCells.Shortened(ColumnNames[column])}')"
                : string.Empty;
        return new TableException($"{Path}, line {line}, column {column + 1}{name}", message);
    }

    public void Dispose()
    {
        _blocks.Dispose();
        _stream.Dispose();
    }

    private BlockOutcome Parse(LineBlock block, int firstLine, int firstRowLine, int labels, int numbers, Action<GridRow> sink)
    {
        try
        {
            var row = new GridRow(labels, numbers);
            ReadOnlySpan<byte> rest = block.Text;
            int last = 0;
            int empty = int.MaxValue;
            for (int line = firstLine; !rest.IsEmpty; line++)
            {
                int end = rest.IndexOf((byte)'\n');
                ReadOnlySpan<byte> text = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                if (text.Trim(" \t\r"u8).IsEmpty)
                {
                    empty = Math.Min(empty, line);
                    continue;
                }

                last = line;
                row.Line = line;
                row.Number = line - firstRowLine;
                ParseRow(text.TrimEnd((byte)'\r'), row);
                sink(row);
            }

            return new BlockOutcome(last, empty);
        }
        finally
        {
            block.Release();
        }
    }

    private void ParseRow(ReadOnlySpan<byte> text, GridRow row)
    {
        int at = 0;
        for (int c = 0; c < row.Labels.Length; c++)
        {
            row.Labels[c] = GridCells.Next(text, _separator, ref at) ?? throw CellCount(text, row);
        }

        double[] values = row.Values;
        for (int c = 0; c < values.Length; c++)
        {
            if (at > text.Length)
            {
                throw CellCount(text, row);
            }

            int start = at;
            if (!ExactNumber.TryReadCell(text, _separator, _numbers, ref at, out values[c]))
            {
                throw NoNumber(text[start..at], row, c);
            }

            at++;
        }

        // A separator that ends each row leaves empty cells.
        if (at <= text.Length && !text[at..].Trim([_separator, (byte)' ', (byte)'"']).IsEmpty)
        {
            throw CellCount(text, row);
        }
    }

    private TableException NoNumber(ReadOnlySpan<byte> cell, GridRow row, int number) =>
        Fault(
            row.Line,
            row.Labels.Length + number,
            $"expected a number, found '{GridCells.Shortened(Encoding.UTF8.GetString(cell).Trim())}'. Write it with a point and no "
                + $"thousands separators, or leave the cell empty for zero."
        );

    private TableException CellCount(ReadOnlySpan<byte> text, GridRow row)
    {
        int expected = row.Labels.Length + row.Values.Length;
        int found = text.Count(_separator) + 1;
        string hint =
            found == 1 && expected > 1
                ? "The cells may be separated by another character, or the line is cut off."
                : "Look for a missing or superfluous separator; the file may be cut off here.";
        return new TableException($"{Path}, line {row.Line}", $"has {found} cells where {expected} are expected. {hint}");
    }

    /// <summary>The last line of a block that is a row (0 for none), and its first empty line.</summary>
    private readonly record struct BlockOutcome(int LastRow, int FirstEmpty);
}
