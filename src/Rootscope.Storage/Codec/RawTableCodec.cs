using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Storage.Codec;

/// <summary>A table as bytes that are read as fast as the disk gives them: the form of the blobs in a workspace.</summary>
/// <remarks>
/// Layout: magic "RST2"; int32 length of the header; the header as JSON, padded with spaces so that figures begin at a multiple of eight;
/// then each part as { int64 count, figures as little-endian doubles }. Every bit is kept, nothing is compressed. Internal to Rootscope:
/// exchange goes through documented formats.
/// </remarks>
internal static class RawTableCodec
{
    private const int Alignment = 8;
    private const int LongestHeader = 1 << 26;

    /// <summary>Figures at a time: a part may have more bytes than one span can hold.</summary>
    private const int Portion = 1 << 24;

    public static ReadOnlySpan<byte> Magic => "RST2"u8;

    public static void Write(FlowTable table, Stream target)
    {
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(TableHeader.Of(table, step: 0), TableHeaderJson.Default.TableHeader);
        int padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        target.Write(Magic);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(number, padded);
        target.Write(number[..4]);
        target.Write(header);
        number.Fill((byte)' ');
        target.Write(number[..(padded - header.Length)]);
        WritePart(target, table.Flows);
        WritePart(target, table.FinalDemand);
        WritePart(target, table.ValueAdded);
        WritePart(target, table.Output);
        WritePart(target, table.Imports);
        WritePart(target, table.ImportedFlows);
        WritePart(target, table.ImportedFinalDemand);
    }

    /// <summary>Reads everything after the magic; <paramref name="verify"/> is asked before a table is made of it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no table.</exception>
    /// <exception cref="EndOfStreamException">They end early.</exception>
    public static FlowTable ReadBody(Stream source, Action verify)
    {
        Span<byte> number = stackalloc byte[4];
        source.ReadExactly(number);
        int length = BinaryPrimitives.ReadInt32LittleEndian(number);
        if (length is <= 0 or > LongestHeader)
        {
            throw new InvalidDataException("the header has an impossible length");
        }

        var bytes = new byte[length];
        source.ReadExactly(bytes);
        TableHeader header =
            JsonSerializer.Deserialize(bytes, TableHeaderJson.Default.TableHeader) ?? throw new InvalidDataException("the header is empty");
        long n = (long)header.Regions.Count * header.Industries.Count;
        long k = header.FinalDemandCategories.Count;
        double[]?[] parts =
        [
            ReadPart(source, n * n),
            ReadPart(source, n * k),
            ReadPart(source, header.ValueAddedCategories.Count * n),
            ReadPart(source, n),
            ReadPart(source, n),
            ReadPart(source, n * n),
            ReadPart(source, n * k),
        ];
        verify();
        return header.ToTable(parts[0] ?? [], parts[1] ?? [], parts[2] ?? [], parts[3], parts[4], parts[5], parts[6]);
    }

    private static void WritePart(Stream target, ReadOnlySpan<double> figures)
    {
        Span<byte> count = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(count, figures.Length);
        target.Write(count);
        for (int at = 0; at < figures.Length; at += Portion)
        {
            target.Write(MemoryMarshal.AsBytes(figures.Slice(at, Math.Min(Portion, figures.Length - at))));
        }
    }

    /// <summary>The next part; null where it is empty, otherwise of the length that the sectors ask for.</summary>
    private static double[]? ReadPart(Stream source, long expected)
    {
        Span<byte> number = stackalloc byte[8];
        source.ReadExactly(number);
        long count = BinaryPrimitives.ReadInt64LittleEndian(number);
        if (count == 0)
        {
            return null;
        }

        if (count != expected || count > source.Length / sizeof(double))
        {
            throw new InvalidDataException($"a part has {count} figures where the sectors ask for {expected}");
        }

        double[] figures = GC.AllocateUninitializedArray<double>((int)count);
        for (int at = 0; at < figures.Length; at += Portion)
        {
            source.ReadExactly(MemoryMarshal.AsBytes(figures.AsSpan(at, Math.Min(Portion, figures.Length - at))));
        }

        return figures;
    }
}
