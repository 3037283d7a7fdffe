using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Rootscope.Dependence.Panels;
using Rootscope.Hosts.Tests.Storage.Formats;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;
using Rootscope.Tests.Conventions;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>Workbooks stand where CSV files do: values as they were saved, the sheet chosen or asked for, bombs refused.</summary>
public sealed partial class WorkbookTests : IDisposable
{
    private static readonly string[][] Trade =
    [
        ["year", "exporter", "importer", "product", "value"],
        ["2022", "CHN", "DEU", "850440", "100.125"],
        ["2022", "中国", "FRA", "850440", "0.1"],
    ];

    private static readonly string OldWorkbook = Path.Combine(Repository.Root, "tests", "Rootscope.Hosts.Tests", "RealFiles", "trade.xls");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_only_sheet_is_read_with_every_bit()
    {
        TradePanel panel = TradePanelReader.Read([Write("trade.xlsx", ("Flows", Trade))]);
        Assert.Equal([100.125, 0.1], panel.FlowsIn(2022).Select(f => f.Value).OrderDescending());
        Assert.Equal(["CHN", "DEU", "FRA"], panel.Economies);
        Assert.Contains("trade.xlsx: sheet 'Flows' is read, with the values it was saved with.", panel.Metadata.Derivations);
    }

    [Fact]
    public void Of_several_sheets_one_is_asked_for_and_read_when_it_is_named()
    {
        string path = Write(
            "two.xlsx",
            (
                "Notes",
                [
                    ["read me"],
                ]
            ),
            ("Flows", Trade)
        );
        TableException asked = Assert.Throws<TableException>(() => TradePanelReader.Read([path]));
        Assert.Contains("'Notes', 'Flows'", asked.Message, StringComparison.Ordinal);
        using (new SheetChoice("flows"))
        {
            Assert.Equal(2, TradePanelReader.Read([path]).Count);
        }

        using var wrong = new SheetChoice("Flow");
        Assert.Contains("Flows", Assert.Throws<UnknownNameException>(() => TradePanelReader.Read([path])).Nearest);
    }

    [Fact]
    public void A_binary_workbook_is_read_with_every_bit()
    {
        string path = _folder.PathOf("trade.xlsb");
        BinaryWorkbook.Write(path, "Flows", Trade);
        TradePanel panel = TradePanelReader.Read([path]);
        Assert.Equal([100.125, 0.1], panel.FlowsIn(2022).Select(f => f.Value).OrderDescending());
        Assert.Equal(["CHN", "DEU", "FRA"], panel.Economies);
    }

    /// <summary>
    /// trade.xls beside this file was saved by LibreOffice 7.4 ("MS Excel 97") from a CSV file with these rows, codes of products as text.
    /// </summary>
    [Fact]
    public void A_workbook_of_the_old_form_is_read_with_every_bit_and_with_leading_zeros()
    {
        TradePanel panel = TradePanelReader.Read([OldWorkbook]);
        Assert.Equal([1234567.891, 100.125, 0.1], panel.FlowsIn(2022).Select(f => f.Value).OrderDescending());
        Assert.Equal(["CHN", "DEU", "FRA"], panel.Economies);
        Assert.Contains("010121", panel.Products);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(null)]
    public void The_world_tables_of_2016_are_read_as_their_publisher_gives_them(int? year)
    {
        // A workbook a year in one archive: titles, codes, names, regions, numbers, and from the seventh line on the rows.
        FlowTable text = TableFormats.Known.Read("wiod2016", [_folder.Write("WIOT2014.csv", LayoutTexts.Wiot2016)], "own");
        BinaryWorkbook.Write(_folder.PathOf("WIOT2014_Nov16_ROW.xlsb"), "2014", WorkbookOf(LayoutTexts.Wiot2016));
        using (ZipArchive archive = ZipFile.Open(_folder.PathOf("WIOTS_in_EXCEL.zip"), ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(_folder.PathOf("WIOT2014_Nov16_ROW.xlsb"), "WIOT2014_Nov16_ROW.xlsb");
            using Stream other = archive.CreateEntry("WIOT2013_Nov16_ROW.xlsb").Open();
            other.Write("no workbook"u8);
        }

        FlowTable table = TableFormats.Known.Read(
            "wiod2016",
            [_folder.PathOf(year is null ? "WIOT2014_Nov16_ROW.xlsb" : "WIOTS_in_EXCEL.zip")],
            "own",
            year
        );
        Assert.Equal(2014, table.Metadata.Year);
        Assert.Equal(text.ContentHash, table.ContentHash);
    }

    [Fact]
    public void Macros_are_not_looked_at()
    {
        string path = Write("macros.xlsm", ("Flows", Trade));
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using Stream entry = archive.CreateEntry("xl/vbaProject.bin").Open();
            entry.Write("no project of macros, and nobody minds"u8);
        }

        Assert.Equal(2, TradePanelReader.Read([path]).Count);
    }

    [Fact]
    public void Formulas_are_not_run()
    {
        string sheet = SheetOf(Trade).Replace("<v>100.125</v>", "<f>1/0</f><v>100.125</v>", StringComparison.Ordinal);
        TradePanel panel = TradePanelReader.Read([Pack("formula.xlsx", [("Flows", sheet)])]);
        Assert.Contains(100.125, panel.FlowsIn(2022).Select(f => f.Value));
    }

    [Fact]
    public void An_error_of_the_workbook_is_no_zero()
    {
        string sheet = SheetOf(Trade).Replace("<c r=\"E2\"><v>100.125</v>", "<c r=\"E2\" t=\"e\"><v>#DIV/0!</v>", StringComparison.Ordinal);
        string path = Pack("errors.xlsx", [("Flows", sheet)]);
        Assert.Contains("#DIV/0!", Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_without_a_value_is_no_empty_cell()
    {
        string sheet = SheetOf(Trade).Replace("<c r=\"E2\"><v>100.125</v>", "<c r=\"E2\"><f>A1</f>", StringComparison.Ordinal);
        string path = Pack("unsaved.xlsx", [("Flows", sheet)]);
        string told = Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message;
        Assert.Contains("cell E2: holds a formula without a value", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_opened()
    {
        string path = Write("bomb.xlsx", ("Flows", Trade));
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using Stream entry = archive.CreateEntry("xl/media/zeros.bin", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (int k = 0; k < 300; k++)
            {
                entry.Write(zeros);
            }
        }

        TableException e = Assert.Throws<TableException>(() => TradePanelReader.Read([path]));
        Assert.Contains("unpacks to", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_a_binary_workbook_is_no_zero()
    {
        string path = _folder.PathOf("errors.xlsb");
        BinaryWorkbook.Write(path, "Flows", [.. Trade[..1], ["2022", "CHN", "DEU", "850440", "#DIV/0!"]]);
        string told = Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message;
        Assert.Contains("sheet 'Flows', cell E2: holds #DIV/0!", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sound.xlsx")]
    [InlineData("sound.xlsb")]
    [InlineData("sound.xls")]
    public void A_spoilt_workbook_is_a_fault_of_the_data(string name)
    {
        string suffix = Path.GetExtension(name);
        string first = _folder.PathOf(name);
        if (suffix == ".xlsx")
        {
            Write(name, ("Flows", Trade));
        }
        else if (suffix == ".xlsb")
        {
            BinaryWorkbook.Write(first, "Flows", Trade, CompressionLevel.NoCompression);
        }
        else
        {
            File.Copy(OldWorkbook, first);
        }

        byte[] sound = File.ReadAllBytes(first);
        var random = new Random(7);
        for (int k = 0; k < 80; k++)
        {
            byte[] spoilt = [.. sound];
            for (int change = 0; change <= k % 3; change++)
            {
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            }

            string path = _folder.PathOf($"spoilt-{k}{suffix}");
            File.WriteAllBytes(path, k % 5 == 0 ? spoilt[..random.Next(8, spoilt.Length)] : spoilt);
            try
            {
                Assert.True(TradePanelReader.Read([path]).Count > 0);
            }
            catch (TableException e)
            {
                Assert.True(e.Message.Length > 20);
            }
        }
    }

    /// <summary>The same table as the workbooks of the release have it.</summary>
    private static string[][] WorkbookOf(string exported)
    {
        string[][] rows = [.. exported.Trim().Split('\n').Select(l => Cell().Matches(l).Select(m => m.Value.Trim('"')).ToArray())];
        string[] codes = ["A01", "C26", "CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN"];
        (string Region, int Number)[] columns = [.. rows[0][5..^1].Select(c => (c[1..4], int.Parse(c[4..])))];
        string[] Head(Func<(string Region, int Number), string> cell, string last) => ["", "", "", "", .. columns.Select(cell), last];
        return
        [
            ["Intercountry Input-Output Table"],
            ["(industry-by-industry)"],
            Head(c => codes[c.Number - 1], "GO"),
            Head(c => $"name of {codes[c.Number - 1]}, with a comma", "Total output"),
            Head(c => c.Region, "TOT"),
            Head(c => $"c{c.Number}", "c62"),
            .. rows[1..].Select(r => (string[])[r[0], r[1], r[2], $"r{r[3]}", .. r[5..]]),
        ];
    }

    [GeneratedRegex("\"[^\"]*\"|[^,]+", RegexOptions.None, 1000)]
    private static partial Regex Cell();

    private string Write(string name, params (string Sheet, string[][] Rows)[] sheets) =>
        Pack(name, [.. sheets.Select(s => (s.Sheet, SheetOf(s.Rows)))]);

    /// <summary>A workbook of the least that the format asks for.</summary>
    private string Pack(string name, (string Sheet, string Xml)[] sheets)
    {
        string path = _folder.PathOf(name);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        string Linked(string id, string type, string target) =>
            $"<Relationship Id=\"{id}\" Type=\"{Relations}/{type}\" Target=\"{target}\"/>";
        string Links(IEnumerable<string> links) =>
            $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(links)}</Relationships>";
        IEnumerable<string> named = sheets.Select((s, k) => $"<sheet name=\"{s.Sheet}\" sheetId=\"{k + 1}\" r:id=\"s{k}\"/>");
        Add(archive, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"/>");
        Add(archive, "_rels/.rels", Links([Linked("r", "officeDocument", "xl/workbook.xml")]));
        Add(
            archive,
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(named)}</sheets></workbook>"
        );
        Add(
            archive,
            "xl/_rels/workbook.xml.rels",
            Links(sheets.Select((_, k) => Linked($"s{k}", "worksheet", $"worksheets/sheet{k}.xml")))
        );
        for (int k = 0; k < sheets.Length; k++)
        {
            Add(archive, $"xl/worksheets/sheet{k}.xml", sheets[k].Xml);
        }

        return path;
    }

    private static string SheetOf(string[][] rows)
    {
        IEnumerable<string> lines = rows.Select(
            (row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => CellOf(cell, $"{(char)('A' + c)}{r + 1}")))}</row>"
        );
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData></worksheet>";
    }

    private static string CellOf(string text, string at) =>
        double.TryParse(text, out _) ? $"<c r=\"{at}\"><v>{text}</v></c>" : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
