using System.Text;
using Rootscope.Dependence.Panels;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Codec;

/// <summary>
/// A set of trade as bytes: codes, then years, products and flows in their order; 12 bytes a flow, every figure with all its bits.
/// </summary>
/// <remarks>The flows of a product end with a pair of 0 and 0, which no flow has: nobody trades with oneself.</remarks>
internal static class TradePanelCodec
{
    private const string Mark = "rootscope trade 1";
    private const int Piece = 1 << 20;

    public static void Write(TradePanel panel, Stream stream)
    {
        using var buffered = new BufferedStream(new Unclosed(stream), Piece);
        using var writer = new BinaryWriter(buffered, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        TradeMetadata about = panel.Metadata;
        foreach (string text in (string[])[about.Title, about.Currency, about.Classification, about.Valuation, about.Source, about.Licence])
        {
            writer.Write(text);
        }

        writer.Write(about.UnitScale);
        writer.Write(about.MayBePassedOn);
        Write(writer, about.Derivations);
        Write(writer, panel.Economies);
        Write(writer, panel.Products);
        writer.Write(panel.Years.Count);
        foreach (int year in panel.Years)
        {
            writer.Write(year);
            int product = 0;
            foreach (PanelFlow flow in panel.FlowsIn(year))
            {
                for (; product < flow.Product; product++)
                {
                    writer.Write(0u);
                }

                writer.Write((ushort)flow.Exporter);
                writer.Write((ushort)flow.Importer);
                writer.Write(flow.Value);
            }

            for (; product < panel.Products.Count; product++)
            {
                writer.Write(0u);
            }
        }
    }

    /// <exception cref="InvalidDataException">The bytes are of something else.</exception>
    public static TradePanel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BufferedStream(new Unclosed(stream), Piece), Encoding.UTF8);
        if (reader.ReadString() != Mark)
        {
            throw new InvalidDataException("not a set of trade of this version");
        }

        string[] texts = [.. Enumerable.Range(0, 6).Select(_ => reader.ReadString())];
        (double scale, bool passedOn) = (reader.ReadDouble(), reader.ReadBoolean());
        string[] derivations = Texts(reader);
        (string[] economies, string[] products) = (Texts(reader), Texts(reader));
        var about = new TradeMetadata(texts[0], texts[1], scale, texts[2], texts[3], texts[4], texts[5], passedOn, derivations);
        var builder = new TradePanelBuilder(about, economies, products);
        for (int years = reader.ReadInt32(); years > 0; years--)
        {
            int year = reader.ReadInt32();
            for (int product = 0; product < products.Length; product++)
            {
                for (uint pair = reader.ReadUInt32(); pair != 0; pair = reader.ReadUInt32())
                {
                    builder.Add(year, new(product), new((int)(pair & ushort.MaxValue)), new((int)(pair >> 16)), reader.ReadDouble());
                }
            }

            builder.Pack();
        }

        return builder.Build();
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (string text in texts)
        {
            writer.Write(text);
        }
    }

    private static string[] Texts(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];

    /// <summary>A stream that stays open when what buffers it is closed.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => false;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException("It goes from beginning to end.");
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It goes from beginning to end.");

        public override void SetLength(long value) => throw new NotSupportedException("It goes from beginning to end.");
    }
}
