using CsCheck;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Codec;

/// <summary>A table written and read back is the same, bit for bit; damaged bytes are refused.</summary>
public class TableCodecTests
{
    private static readonly Gen<double> Figure = Gen.OneOf(
        Gen.Double[-1e12, 1e12],
        Gen.Int[-1_000_000, 1_000_000].Select(x => (double)x),
        Gen.OneOf(
            Array.ConvertAll(
                new[] { 0.0, -0.0, 1.0, 0.01, -0.01, double.Epsilon, 1e-300, 1e300, -1e300, 9_007_199_254_740_993.0, 1.0 / 3 },
                x => Gen.Const(x)
            )
        )
    );

    private static readonly Gen<FlowTable> Tables =
        from industries in Gen.Int[1, 4]
        from regions in Gen.Int[1, 3]
        from uses in Gen.Int[0, 3]
        from inputs in Gen.Int[0, 2]
        from imports in Gen.Bool
        from byUser in Gen.Bool
        let n = industries * regions
        from flows in Figure.Array[n * n]
        from final in Figure.Array[n * uses]
        from valueAdded in Figure.Array[inputs * n]
        from output in Figure.Array[n]
        from column in Figure.Array[n]
        from importedFlows in Figure.Array[n * n]
        from importedFinal in Figure.Array[n * uses]
        let hasImports = imports && regions == 1
        let hasUsers = hasImports && byUser && uses > 0
        select new FlowTable(
            new FlowTableParts
            {
                Metadata = About,
                Sectors = new SectorIndex(
                    [.. Enumerable.Range(0, regions).Select(r => new Region($"R{r}", $"Region {r}"))],
                    [.. Enumerable.Range(0, industries).Select(i => new Industry($"c{i}", $"Industry \"{i}\", änd ☃", $"产品{i}"))]
                ),
                FinalDemandCategories =
                [
                    .. Enumerable.Range(0, uses).Select(u => new FinalDemandCategory($"F{u}", $"Use {u}", (FinalDemandKind)u, new(0))),
                ],
                ValueAddedCategories =
                [
                    .. Enumerable.Range(0, inputs).Select(v => new ValueAddedCategory($"V{v}", $"Input {v}", (ValueAddedKind)v)),
                ],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = valueAdded,
                Output = Array.ConvertAll(output, Math.Abs),
                Imports = hasImports ? column : null,
                ImportedFlows = hasUsers ? importedFlows : null,
                ImportedFinalDemand = hasUsers ? importedFinal : null,
            }
        );

    private static TableMetadata About =>
        new()
        {
            Id = "made-up",
            Title = "Made up",
            Year = 2020,
            Currency = "XXX",
            UnitScale = 0.5,
            Unit = "unit",
            Prices = "none",
            Source = "a test",
            Licence = "none",
            Classification = "own",
            Derivations = ["Drawn at random."],
        };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.01)]
    public void A_table_reads_back_bit_for_bit(double step) =>
        Tables.ForAll(
            table =>
            {
                FlowTable read = Decode(Encode(table, step));
                Assert.Equal(Bits(table.Flows), Bits(read.Flows));
                Assert.Equal(Bits(table.FinalDemand), Bits(read.FinalDemand));
                Assert.Equal(Bits(table.ValueAdded), Bits(read.ValueAdded));
                Assert.Equal(Bits(table.Output), Bits(read.Output));
                Assert.Equal(Bits(table.Imports), Bits(read.Imports));
                Assert.Equal(Bits(table.ImportedFlows), Bits(read.ImportedFlows));
                Assert.Equal(Bits(table.ImportedFinalDemand), Bits(read.ImportedFinalDemand));
                Assert.Equal(table.ContentHash, read.ContentHash);
                Assert.Equal(table.Sectors.Industries, read.Sectors.Industries);
                Assert.Equal(table.Sectors.Regions, read.Sectors.Regions);
                Assert.Equal(table.FinalDemandCategories, read.FinalDemandCategories);
                Assert.Equal(table.ValueAddedCategories, read.ValueAddedCategories);
                Assert.Equal(table.Metadata.Derivations, read.Metadata.Derivations);
                Assert.Equal(table.Metadata.UnitScale, read.Metadata.UnitScale);
            },
            count: 200
        );

    [Fact]
    public void A_table_cut_anywhere_is_refused_unless_every_figure_is_there() =>
        Gen.Select(Tables, Gen.Double[0, 1])
            .ForAll(
                (table, share) =>
                {
                    byte[] bytes = Encode(table, 1);
                    int kept = (int)(share * (bytes.Length - 1));
                    try
                    {
                        // The last bytes close the compressed stream and hold no figure.
                        Assert.Equal(table.ContentHash, Decode(bytes[..kept]).ContentHash);
                        Assert.InRange(kept, bytes.Length - 8, bytes.Length - 1);
                    }
                    catch (TableException e)
                    {
                        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
                    }
                },
                count: 100
            );

    [Fact]
    public void A_table_with_changed_bytes_is_refused_or_read_but_never_crashes() =>
        Gen.Select(Tables, Gen.Double[0, 1], Gen.Byte)
            .ForAll(
                (table, place, value) =>
                {
                    byte[] bytes = Encode(table, 1);
                    bytes[(int)(place * (bytes.Length - 1))] = value;
                    try
                    {
                        Decode(bytes);
                    }
                    catch (TableException e)
                    {
                        Assert.NotEmpty(e.Place);
                    }
                },
                count: 300
            );

    private static byte[] Encode(FlowTable table, double step)
    {
        using var stream = new MemoryStream();
        TableCodec.Write(table, stream, step);
        return stream.ToArray();
    }

    private static FlowTable Decode(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TableCodec.Read(stream, "bytes");
    }

    private static long[] Bits(ReadOnlySpan<double> figures)
    {
        var bits = new long[figures.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.DoubleToInt64Bits(figures[i]);
        }

        return bits;
    }
}
