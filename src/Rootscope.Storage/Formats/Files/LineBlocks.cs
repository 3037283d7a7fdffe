using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>Whole lines of a file, out of a pool of buffers.</summary>
internal sealed class LineBlock(byte[] buffer, int start, int length)
{
    public ReadOnlySpan<byte> Text => buffer.AsSpan(start, length);

    /// <summary>Number of lines, the last counted even where it has no line end.</summary>
    public int Lines => Text.Count((byte)'\n') + (Text[^1] == (byte)'\n' ? 0 : 1);

    /// <summary>Gives the buffer back. <see cref="Text"/> must not be used afterwards.</summary>
    public void Release() => ArrayPool<byte>.Shared.Return(buffer);
}

/// <summary>Cuts a stream into blocks that end with a line end.</summary>
internal sealed class LineBlocks : IDisposable
{
    /// <summary>The longest line that is read: above that of any published table, below what would exhaust the memory.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private const int BlockSize = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly string _path;

    /// <summary>Bytes read and not yet given out: from <see cref="_from"/> to <see cref="_to"/>.</summary>
    private byte[] _buffer;

    private int _from;
    private int _to;
    private int _line;
    private bool _ended;

    public LineBlocks(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
        // One byte more than a small file, so that its end is met before the buffer is full.
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(stream.Length + 1, 1024, BlockSize));
        Fill();
    }

    /// <summary>The next line without its line end. The span is good until the next call.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stay">Whether the line is only looked at and comes again.</param>
    public bool TryNextLine(out ReadOnlySpan<byte> line, bool stay = false)
    {
        int searched = 0;
        int end;
        while ((end = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n')) < 0 && !_ended)
        {
            searched = _to - _from;
            Fill();
        }

        if (end < 0 && _from == _to)
        {
            line = default;
            return false;
        }

        int length = end < 0 ? _to - _from : searched + end;
        line = _buffer.AsSpan(_from, length);
        if (stay)
        {
            return true;
        }

        _from += length + (end < 0 ? 0 : 1);
        _line++;
        return true;
    }

    /// <summary>The next block of whole lines; its buffer is the block's until it is released.</summary>
    public bool TryNextBlock([NotNullWhen(true)] out LineBlock? block)
    {
        int lastEnd;
        do
        {
            lastEnd = _buffer.AsSpan(_from, _to - _from).LastIndexOf((byte)'\n');
            if ((lastEnd >= 0 && _to == _buffer.Length) || _ended)
            {
                break;
            }

            Fill();
        } while (true);
        int length = _ended ? _to - _from : lastEnd + 1;
        if (length == 0)
        {
            block = null;
            return false;
        }

        int remains = _to - _from - length;
        byte[] next = ArrayPool<byte>.Shared.Rent(_ended ? 1 : Math.Max(BlockSize, remains));
        _buffer.AsSpan(_from + length, remains).CopyTo(next);
        block = new LineBlock(_buffer, _from, length);
        _line += block.Lines;
        (_buffer, _from, _to) = (next, 0, remains);
        return true;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>Reads on, with more room where the buffer is full.</summary>
    private void Fill()
    {
        if (_from > 0 && _to == _buffer.Length)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
        {
            if (_buffer.Length > LongestLine)
            {
                throw new TableException(
                    $"{_path}, line {_line + 1}",
                    $"is longer than {LongestLine / (1024 * 1024)} MiB, which no table's row is. "
                        + "Look for missing line ends: a file of the old Macintosh has none that count."
                );
            }

            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _to).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        try
        {
            int read = _stream.Read(_buffer, _to, _buffer.Length - _to);
            _to += read;
            _ended = read == 0;
        }
        catch (IOException e)
        {
            throw new TableException(
                $"{_path}, line {_line + 1}",
                $"cannot be read on ({e.Message}). Check the disk, or copy the file anew.",
                e
            );
        }
    }
}
