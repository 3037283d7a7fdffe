using System.Globalization;
using System.Text;

namespace Rootscope.Storage.Export;

/// <summary>Writes delimited text in UTF-8 with line feeds; every figure with the fewest digits that read back to the same bits.</summary>
internal sealed class DelimitedText(Stream target, char delimiter) : IDisposable
{
    private const int Longest = 1 << 16;
    private const int LongestFigure = 32;

    private readonly byte[] _buffer = new byte[Longest];
    private int _used;
    private bool _inRow;

    public void Row(params IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            Text(cell);
        }

        End();
    }

    public void Text(string cell)
    {
        Separate();
        bool quoted = cell.AsSpan().IndexOfAny(delimiter, '"', '\n') >= 0 || cell.Contains('\r', StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(quoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        if (bytes.Length > _buffer.Length - _used)
        {
            Empty();
        }

        if (bytes.Length > _buffer.Length)
        {
            target.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Figure(double value)
    {
        Separate();
        if (_buffer.Length - _used < LongestFigure)
        {
            Empty();
        }

        value.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void Figures(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            Figure(value);
        }
    }

    public void End()
    {
        Byte((byte)'\n');
        _inRow = false;
    }

    public void Dispose() => Empty();

    private void Separate()
    {
        if (_inRow)
        {
            Byte((byte)delimiter);
        }

        _inRow = true;
    }

    private void Byte(byte value)
    {
        if (_used == _buffer.Length)
        {
            Empty();
        }

        _buffer[_used++] = value;
    }

    private void Empty()
    {
        target.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
