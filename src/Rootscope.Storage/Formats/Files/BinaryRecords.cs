using System.Buffers.Binary;
using System.Text;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The records of a part of a binary workbook, one after the other: a kind, a length, and that many bytes.</summary>
/// <remarks>Source: Microsoft, [MS-XLSB], section 2.1.4.</remarks>
internal sealed class BinaryRecords(Stream stream) : IDisposable
{
    /// <summary>No record of cells is longer: text has at most 32,767 characters.</summary>
    private const int Longest = 1 << 24;

    private readonly BufferedStream _stream = new(stream, 1 << 16);
    private byte[] _content = new byte[256];
    private int _length;

    /// <summary>The kind of the record.</summary>
    public int Kind { get; private set; }

    /// <summary>Its bytes; they change with the next record.</summary>
    public ReadOnlySpan<byte> Content => _content.AsSpan(0, _length);

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="InvalidDataException">A record is cut off.</exception>
    public bool Read()
    {
        if (Number(bytes: 2) is not { } kind)
        {
            return false;
        }

        int length = Number(bytes: 4) ?? throw new InvalidDataException("a record is cut off");
        if (length > Longest)
        {
            throw new InvalidDataException($"a record of {length} bytes is no record of cells");
        }

        if (_content.Length < length)
        {
            _content = new byte[length];
        }

        if (_stream.ReadAtLeast(_content.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
        {
            throw new InvalidDataException("a record is cut off");
        }

        (Kind, _length) = (kind, length);
        return true;
    }

    public int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(Content[at..]);

    public double Real(int at) => BinaryPrimitives.ReadDoubleLittleEndian(Content[at..]);

    /// <summary>A number in the short form of Excel: an integer or the upper part of a double, or a hundredth of it.</summary>
    public double Short(int at)
    {
        int bits = Int(at);
        double value = (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble((long)(bits & ~3) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    /// <summary>A text with its length before it; <paramref name="next"/> is where it ends.</summary>
    public string Text(int at, out int next)
    {
        int length = Int(at);
        next = at + 4;
        if (length == -1)
        {
            return string.Empty;
        }

        ReadOnlySpan<byte> characters = Content.Slice(next, checked(length * 2));
        next += characters.Length;
        return Encoding.Unicode.GetString(characters);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>A number of up to so many bytes, seven bits each; null at the end.</summary>
    private int? Number(int bytes)
    {
        int value = 0;
        for (int k = 0; k < bytes; k++)
        {
            int next = _stream.ReadByte();
            if (next < 0)
            {
                return k == 0 ? null : throw new InvalidDataException("a record is cut off");
            }

            value |= (next & 0x7F) << (7 * k);
            if ((next & 0x80) == 0)
            {
                break;
            }
        }

        return value;
    }
}
