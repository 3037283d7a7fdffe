using System.Globalization;
using System.Text;
using CsCheck;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Text;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>
/// Text in any encoding, between any delimiters and with any decimal sign reads to the same bits, or is refused with its line.
/// </summary>
public sealed class TextTests : IDisposable
{
    private const string Mapping =
        "layout: wide\nrows: { code: code, name: name }\nregion: { code: XXA, name: X }\ntitle: B\nyear: 2020\ncurrency: USD\nscale: "
        + "1000000\n"
        + "unit: million USD\nsource: x\nlicence: CC BY 4.0\nfinal_demand:\n  - { code: F, name: Households, kind: households }\n";

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false),
        new UTF8Encoding(true),
        new UnicodeEncoding(false, true),
        new UnicodeEncoding(true, true),
        new UnicodeEncoding(false, false),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int, string, string> Texts =>
        new()
        {
            { 54936, "农业产品", "GB18030" },
            { 54936, "煤炭采选产品", "GB18030" },
            { 950, "農業產品", "Big5" },
            { 932, "農業と食料", "Shift-JIS" },
            { 1252, "Müller", "Windows-1252 (Latin-1)" },
            { 1252, "São Tomé", "Windows-1252 (Latin-1)" },
            { 1252, "Côte d'Ivoire", "Windows-1252 (Latin-1)" },
            { 1251, "Сельское хозяйство", "Windows-1251" },
            { 1200, "农业 Müller", "UTF-16" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_encoding_is_told_by_its_bytes(int page, string name, string told)
    {
        Encoding encoding = page == 1200 ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        FlowTable table = Read($"code,name,a,b,F\na,{name},1,2,30\nb,x{name},3,4,50\n", encoding);
        Assert.Equal(name, table.Sectors.Industries[0].Name);
        Assert.Contains($"t_2020.csv is read as {told}.", table.Metadata.Derivations);
    }

    [Fact]
    public void A_character_that_is_broken_is_refused_with_its_line()
    {
        byte[] text = [.. "code,name,a,b,F\na,农业和林业产品,1,2,30\nb,农业产"u8, 0xE4, 0xB8, .. ",3,4,50\n"u8];
        string path = _folder.PathOf("broken_2020.csv");
        File.WriteAllBytes(path, text);
        TableException e = Assert.Throws<TableException>(() => Mapped(path));
        Assert.Contains("line 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("is not in UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_late_in_a_long_file_is_decoded_too()
    {
        var text = new StringBuilder("year,exporter,importer,product,value,note\n");
        for (int k = 0; k < 20_000; k++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2022,A{k},BBB,p,{k + 1},plain\n");
        }

        text.Append("2022,Müller,BBB,p,7,x\n");
        string path = _folder.PathOf("late.csv");
        File.WriteAllText(path, text.ToString(), Encoding.Latin1);
        Assert.Contains("Müller", TradePanelReader.Read([path]).Economies);
    }

    [Fact]
    public void A_table_reads_to_the_same_bits_however_it_is_written() =>
        Gen.Select(
                Gen.Int[0, Encodings.Length - 1],
                Gen.Int[0, 3].Select(d => ",;\t|"[d]),
                Gen.Bool,
                Gen.Bool.Select(windows => windows ? "\r\n" : "\n"),
                Gen.Double[0.001, 1e7].Array[6],
                Gen.Int[0, 3]
            )
            .ForAll(
                given =>
                {
                    (int encoding, char delimiter, bool comma, string end, double[] figures, int extra) = given;
                    bool decimalComma = comma && delimiter != ',';
                    string Figure(double x) =>
                        x.ToString("R", CultureInfo.InvariantCulture).Replace(".", decimalComma ? "," : ".", StringComparison.Ordinal);
                    string Line(params string[] cells) =>
                        string.Join(delimiter, cells) + (extra == 1 ? delimiter.ToString() : string.Empty);
                    string[] lines =
                    [
                        .. extra == 2 ? [$"sep={delimiter}"] : Array.Empty<string>(),
                        string.Join(delimiter, ["code", "name", "a", "b", "F"]),
                        Line("a", "农业", Figure(figures[0]), Figure(figures[1]), Figure(1e9 + figures[2])),
                        Line("b", "Möbel", Figure(figures[3]), Figure(figures[4]), Figure(1e9 + figures[5])),
                        .. extra == 3 ? ["", new string(delimiter, 4), ""] : Array.Empty<string>(),
                    ];
                    FlowTable table = Read(string.Join(end, lines) + end, Encodings[encoding]);
                    Assert.Equal([figures[0], figures[1], figures[3], figures[4]], table.Flows.ToArray());
                    Assert.Equal([1e9 + figures[2], 1e9 + figures[5]], table.FinalDemand.ToArray());
                    Assert.Equal(["农业", "Möbel"], table.Sectors.Industries.Select(i => i.Name));
                },
                count: 200
            );

    [Theory]
    [InlineData("code;name;a;b;F\na;x;1.500;2.000;30.500\nb;y;3.000;4.000;50.000\n", "", "line 2, column 3")]
    [InlineData("code;name;a;b;F\na;x;1,500;2,000;30,500\nb;y;3,000;4,000;50,000\n", "", "line 2, column 3")]
    public void A_figure_that_can_be_read_in_two_ways_is_refused(string text, string keys, string place)
    {
        TableException e = Assert.Throws<TableException>(() => Read(text, Encodings[0], keys));
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Contains("decimal", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code;name;a;b;F\na;x;1.500;2.000;30.500\nb;y;3.000;4.000;50.000\n", "thousands: \".\"\n", 1500, 34_000)]
    [InlineData("code;name;a;b;F\na;x;1.500;2.000;30.500\nb;y;3.000;4.000;50.000\n", "decimal: \".\"\n", 1.5, 34)]
    [InlineData("code;name;a;b;F\na;x;1,5;2,0;30,5\nb;y;3,0;4,0;50,0\n", "", 1.5, 34)]
    [InlineData("code;name;a;b;F\na;x;1.234,5;2,0;30,5\nb;y;3,0;4,0;50,0\n", "", 1234.5, 1267)]
    [InlineData("code,name,a,b,F\na,x,\"1,234.5\",2,30\nb,y,3,4,50\n", "", 1234.5, 1266.5)]
    [InlineData("code,name,a,b,F\na,x,1 234.5,2,30\nb,y,3,4,50\n", "", 1234.5, 1266.5)]
    [InlineData("# a comment\n\ncode,name,a,b,F\na,x,1,2,30\nb,y,3,4,50\n", "", 1, 33)]
    [InlineData("code,name,a,b,F\n\"1\",a,x,1,2,30\n\"2\",b,y,3,4,50\n", "", 1, 33)]
    public void Figures_are_read_as_the_file_or_its_mapping_says(string text, string keys, double first, double output)
    {
        FlowTable table = Read(text, Encodings[0], keys);
        Assert.Equal((first, output), (table.Flows[0], table.Output[0]));
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("0,5", 0.5)]
    [InlineData("80%", 0.8)]
    [InlineData("7 %", 0.07)]
    [InlineData("1 000", 1000)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("-2,25", -2.25)]
    public void A_number_that_a_person_types_has_one_meaning(string text, double value)
    {
        Assert.Null(TypedNumber.FaultOf(text, out double read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("1,500", "write 1.5 or 1500")]
    [InlineData("half", "is no number")]
    [InlineData("", "is no number")]
    [InlineData("1 00", "is no number")]
    public void Or_it_is_refused_with_what_to_write(string text, string told) =>
        Assert.Contains(told, TypedNumber.FaultOf(text, out _)!, StringComparison.Ordinal);

    [Theory]
    [InlineData("0,5", 0, "")]
    [InlineData("50%", 0, "")]
    [InlineData("1,500", 2, "1.5 or 1500")]
    public async Task An_option_is_read_by_the_same_rule(string cut, int code, string told)
    {
        CliRun run = await CliRun.Of("roots", "china-2020", "--horizon", "settled", "--cut", cut, "--top", "1", "-f", "csv");
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal(code, run.Code);
    }

    [Fact]
    public void Several_lines_and_columns_of_names_are_one_label()
    {
        string path = _folder.Write(
            "ceads_2020.csv",
            ",,Beijing,,Tianjin,,Beijing,Tianjin,Output\n,,01,02,01,02,FU,FU,\n"
                + "Beijing,01,1,2,3,4,10,5,25\n,02,1,1,1,1,20,6,30\nTianjin,01,2,2,2,2,7,10,25\n,02,1,1,1,1,8,18,30\n"
                + "Value added,VA,20,24,18,22,,,\n"
        );
        string keys =
            "layout: wide\nheader_rows: 2\nlabel_columns: 2\nseparator: \"|\"\noutput: Output\ntitle: B\nyear: 2020\ncurrency: "
            + "CNY\nscale: 10000\n"
            + "unit: 10 000 yuan\nsource: x\nlicence: x\nfinal_demand:\n  - { code: FU, name: Final use, kind: households }\n"
            + "value_added:\n  - { code: VA, name: Value added, kind: total }\n";
        FlowTable table = Mapped(path, keys);
        Assert.Equal(["Beijing", "Tianjin"], table.Sectors.Regions.Select(r => r.Code));
        Assert.Equal([1.0, 2, 3, 4], table.SalesOf(new(0)).ToArray());
        Assert.Equal([25.0, 30, 25, 30], table.Output.ToArray());
    }

    [Fact]
    public void Imports_in_a_row_are_a_product_that_nobody_at_home_makes()
    {
        FlowTable table = Read(
            "code,name,a,b,F\na,x,1,2,30\nb,y,3,4,50\nP7,Imports,5,6,9\nD1,Wages,24,45,0\n",
            Encodings[0],
            "imports_row: P7\nvalue_added:\n  - { code: D1, name: Wages, kind: labour }\n"
        );
        Assert.Equal(["a", "b", "P7"], table.Sectors.Industries.Select(i => i.Code));
        Assert.Equal([33.0, 57, 0], table.Output.ToArray());
        Assert.Equal([0.0, 0, 20], table.Imports.ToArray());
        Assert.Equal([24.0, 45, 0], table.ValueAdded.ToArray());
    }

    private FlowTable Read(string text, Encoding encoding, string keys = "")
    {
        string path = _folder.PathOf("t_2020.csv");
        File.WriteAllText(path, text, encoding);
        return Mapped(path, Mapping + keys);
    }

    private FlowTable Mapped(string path, string mapping = Mapping) =>
        TableFormats.Known.Read("mapped", [_folder.Write("map.yaml", mapping), path], "t");
}
