using System.IO.Compression;
using System.Text;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>Workbooks stand where CSV files do: values as they were saved, the sheet chosen or asked for, bombs refused.</summary>
public sealed class WorkbookTests : IDisposable
{
    private static readonly string[][] Trade =
    [
        ["year", "exporter", "importer", "product", "value"],
        ["2022", "CHN", "DEU", "850440", "100.125"],
        ["2022", "中国", "FRA", "850440", "0.1"],
    ];

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
    public void A_spoilt_workbook_is_a_fault_of_the_data()
    {
        byte[] sound = File.ReadAllBytes(Write("sound.xlsx", ("Flows", Trade)));
        var random = new Random(7);
        for (int k = 0; k < 200; k++)
        {
            byte[] spoilt = [.. sound];
            for (int change = 0; change <= k % 3; change++)
            {
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            }

            string path = _folder.PathOf($"spoilt-{k}.xlsx");
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
