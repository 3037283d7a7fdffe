using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Storage.Codec;

/// <summary>A table as bytes: the form of the embedded tables and of the blobs in a workspace.</summary>
/// <remarks>
/// Layout: magic "RST1"; one Brotli stream of { int32 length, JSON header } and then the figures of each part. A part that consists of
/// whole multiples of the header's step is written as runs of zeros and zigzag varints of figure / step; any other part as little-endian
/// doubles. Both give back the same bits. Internal to Rootscope: exchange goes through documented formats.
/// </remarks>
public static class TableCodec
{
    private static ReadOnlySpan<byte> Magic => "RST1"u8;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">Where to; left open.</param>
    /// <param name="step">The unit the figures are whole multiples of (1, 0.01 …), or 0 to keep every bit of arbitrary figures.</param>
    /// <param name="level">How hard to compress.</param>
    public static void Write(FlowTable table, Stream target, double step = 0, CompressionLevel level = CompressionLevel.Fastest)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        target.Write(Magic);
        using var stream = new BrotliStream(target, level, leaveOpen: true);
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(TableHeader.Of(table, step), TableHeaderJson.Default.TableHeader);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        using var buffered = new BufferedStream(stream, 1 << 16);
        WritePart(buffered, table.Flows, step);
        WritePart(buffered, table.FinalDemand, step);
        WritePart(buffered, table.ValueAdded, step);
        WritePart(buffered, table.Output, step);
        WritePart(buffered, table.Imports, step);
        WritePart(buffered, table.ImportedFlows, step);
        WritePart(buffered, table.ImportedFinalDemand, step);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="source">The bytes, from the magic on.</param>
    /// <param name="place">What to call the source in errors.</param>
    /// <exception cref="TableException">The bytes are no table, or are damaged.</exception>
    public static FlowTable Read(Stream source, string place)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            Span<byte> magic = stackalloc byte[4];
            source.ReadExactly(magic);
            if (!magic.SequenceEqual(Magic))
            {
                throw new InvalidDataException("the first bytes are not RST1");
            }

            using var stream = new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
            return ReadBody(stream);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or InvalidOperationException)
        {
            throw new TableException(
                place,
                $"is not a table of Rootscope or is damaged ({e.Message}). "
                    + $"Import the source again with {Repair.Step(RepairStep.ImportTable)}.",
                e
            );
        }
    }

    private static FlowTable ReadBody(BrotliStream stream)
    {
        Span<byte> length = stackalloc byte[4];
        stream.ReadExactly(length);
        int size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is <= 0 or > 1 << 26)
        {
            throw new InvalidDataException("the header has an impossible length");
        }

        var bytes = new byte[size];
        stream.ReadExactly(bytes);
        TableHeader header =
            JsonSerializer.Deserialize(bytes, TableHeaderJson.Default.TableHeader) ?? throw new InvalidDataException("the header is empty");
        using var rest = new MemoryStream();
        stream.CopyTo(rest);
        var reader = new PartReader(rest.GetBuffer().AsSpan(0, (int)rest.Length), header.Step);
        long n = (long)header.Regions.Count * header.Industries.Count;
        long k = header.FinalDemandCategories.Count;
        return header.ToTable(
            reader.Next(n * n) ?? [],
            reader.Next(n * k) ?? [],
            reader.Next(header.ValueAddedCategories.Count * n) ?? [],
            reader.Next(n),
            reader.Next(n),
            reader.Next(n * n),
            reader.Next(n * k)
        );
    }

    private static void WritePart(Stream stream, ReadOnlySpan<double> figures, double step)
    {
        Span<byte> head = stackalloc byte[5];
        BinaryPrimitives.WriteInt32LittleEndian(head, figures.Length);
        bool whole = step > 0 && AreMultiples(figures, step);
        head[4] = whole ? (byte)1 : (byte)0;
        stream.Write(head);
        if (!whole)
        {
            stream.Write(MemoryMarshal.AsBytes(figures));
            return;
        }

        for (int i = 0; i < figures.Length; )
        {
            long value = (long)Math.Round(figures[i] / step);
            if (value != 0)
            {
                WriteVarint(stream, ((ulong)value << 1) ^ (ulong)(value >> 63));
                i++;
                continue;
            }

            int start = i;
            while (i < figures.Length && Math.Round(figures[i] / step) == 0)
            {
                i++;
            }

            stream.WriteByte(0);
            WriteVarint(stream, (ulong)(i - start));
        }
    }

    private static bool AreMultiples(ReadOnlySpan<double> figures, double step)
    {
        foreach (double x in figures)
        {
            if (Math.Round(x / step) * step != x || Math.Abs(x / step) > 9e15 || (x == 0 && double.IsNegative(x)))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteVarint(Stream stream, ulong value)
    {
        while (value >= 0x80)
        {
            stream.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        stream.WriteByte((byte)value);
    }

    private ref struct PartReader(ReadOnlySpan<byte> bytes, double step)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly double _step = step;
        private int _at;

        /// <summary>The next part; null where it is empty, otherwise of the length that the sectors ask for.</summary>
        public double[]? Next(long expected)
        {
            if (_bytes.Length - _at < 5)
            {
                throw new EndOfStreamException("it ends early");
            }

            int count = BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]);
            bool whole = _bytes[_at + 4] == 1;
            _at += 5;
            if (count != 0 && count != expected)
            {
                throw new InvalidDataException($"a part has {count} figures where the sectors ask for {expected}");
            }

            return count == 0 ? null
                : whole ? Varints(count)
                : Doubles(count);
        }

        private double[] Doubles(int count)
        {
            long need = (long)count * sizeof(double);
            if (_bytes.Length - _at < need)
            {
                throw new EndOfStreamException("it ends early");
            }

            double[] figures = MemoryMarshal.Cast<byte, double>(_bytes.Slice(_at, (int)need)).ToArray();
            _at += (int)need;
            return figures;
        }

        private double[] Varints(int count)
        {
            var figures = new double[count];
            for (int i = 0; i < count; )
            {
                ulong raw = Varint();
                if (raw == 0)
                {
                    ulong run = Varint();
                    if (run == 0 || run > (ulong)(count - i))
                    {
                        throw new InvalidDataException("a run of zeros is longer than its part");
                    }

                    i += (int)run;
                    continue;
                }

                figures[i++] = ((long)(raw >> 1) ^ -(long)(raw & 1)) * _step;
            }

            return figures;
        }

        private ulong Varint()
        {
            ulong value = 0;
            for (int shift = 0; shift < 64; shift += 7)
            {
                if (_at >= _bytes.Length)
                {
                    throw new EndOfStreamException("it ends early");
                }

                byte b = _bytes[_at++];
                value |= (ulong)(b & 0x7F) << shift;
                if (b < 0x80)
                {
                    return value;
                }
            }

            throw new InvalidDataException("a figure has too many bytes");
        }
    }
}
