using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats.Files;

public sealed class GridTests : IDisposable
{
    private const int Trials = 200_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers_are_parsed_bit_for_bit_as_the_base_library_does()
    {
        var random = new Random(17);
        Span<byte> bits = stackalloc byte[8];
        for (int trial = 0; trial < Trials; trial++)
        {
            random.NextBytes(bits);
            double any = BinaryPrimitives.ReadDoubleLittleEndian(bits);
            double usual = (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-8, 14));
            AssertSame(double.IsFinite(any) ? any.ToString("R", CultureInfo.InvariantCulture) : "0");
            AssertSame(usual.ToString($"F{random.Next(0, 15)}", CultureInfo.InvariantCulture));
            AssertSame(usual.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("0.1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+3")]
    [InlineData("1e-320")]
    [InlineData("9007199254740993")]
    [InlineData("0.000000000000000000000012345")]
    [InlineData("123456789012345678901234567890")]
    public void Odd_numbers_are_parsed_bit_for_bit_too(string text) => AssertSame(text);

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData("0x1F")]
    [InlineData("é")]
    public void What_is_no_finite_number_is_none(string text) => Assert.False(ExactNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Rows_of_many_blocks_arrive_whole_and_in_their_places()
    {
        const int Rows = 60_000;
        const int Width = 40;
        var text = new StringBuilder("name");
        for (int c = 0; c < Width; c++)
        {
            text.Append(CultureInfo.InvariantCulture, $",c{c}");
        }

        for (int r = 0; r < Rows; r++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n\"row, {r}\"");
            for (int c = 0; c < Width; c++)
            {
                text.Append(CultureInfo.InvariantCulture, $",{r}.{c}");
            }
        }

        using GridFile file = GridFile.Open(_folder.Write("many.csv", text.ToString()), ',', CancellationToken.None);
        Assert.Equal("c39", file.ReadCells()![^1]);
        var seen = new double[Rows];
        Assert.Equal(
            Rows,
            file.ReadRows(
                1,
                Width,
                row =>
                {
                    Assert.Equal($"row, {row.Number}", row.Labels[0]);
                    Assert.Equal(row.Number + 2, row.Line);
                    seen[row.Number] = row.Values[39];
                }
            )
        );
        Assert.Equal(Enumerable.Range(0, Rows).Select(r => double.Parse($"{r}.39", CultureInfo.InvariantCulture)), seen);
    }

    [Fact]
    public void The_first_fault_in_the_file_is_the_one_told()
    {
        string[] lines = [.. Enumerable.Range(0, 400_000).Select(r => r is 200_000 or 300_000 ? "a,x,1" : "a,1.25,3.5")];
        using GridFile file = GridFile.Open(_folder.Write("two.csv", string.Join('\n', lines)), ',', CancellationToken.None);
        Assert.EndsWith(
            "line 200001, column 2",
            Assert.Throws<TableException>(() => file.ReadRows(1, 2, _ => { })).Place,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 0, 0 }, "Save As")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, ".xls")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "gzip")]
    public void Workbooks_and_archives_are_met_with_what_to_do(byte[] start, string told)
    {
        foreach ((LayoutFiles layout, int number) in LayoutFiles.All.Select((l, i) => (l, i)))
        {
            string[] paths = layout.WriteTo(_folder, number);
            File.WriteAllBytes(Path.Combine(_folder.Root, number.ToString(CultureInfo.InvariantCulture), layout.Files[0].File), start);
            TableException fault = Assert.Throws<TableException>(() => TableFormats.Known.Read(layout.Layout, paths, "own", 2011));
            Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertSame(string text)
    {
        byte[] line = Encoding.UTF8.GetBytes($"7,{text},8");
        int at = 2;
        Assert.True(ExactNumber.TryReadCell(line, (byte)',', NumberStyle.Plain, ref at, out double value), text);
        Assert.Equal(line.Length - 2, at);
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)),
            BitConverter.DoubleToInt64Bits(value)
        );
    }
}
