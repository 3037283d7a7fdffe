using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>UN Comtrade as its sites, old and present, and the packages that fetch from it give it: one reader for every command.</summary>
public sealed class ComtradeTests : IDisposable
{
    private const string Present =
        "typeCode,freqCode,refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,"
        + "cmdCode,customsCode,mosCode,motCode,netWgt,primaryValue";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Headers =>
        new()
        {
            { "present", Present },
            {
                "snake case",
                "type_code,freq_code,ref_year,period,reporter_code,reporter_iso,flow_code,partner_code,partner_iso,partner2_code,"
                    + "classification_code,cmd_code,customs_code,mos_code,mot_code,net_wgt,primary_value"
            },
            { "capitals", Present.ToUpperInvariant() },
            {
                "old",
                "Type,Freq,Year,Period,Reporter Code,Reporter ISO,Trade Flow Code,Partner Code,Partner ISO,2nd Partner Code,"
                    + "Classification,Commodity Code,Customs Proc. Code,Mos Code,Mode of Transport Code,Netweight (kg),Trade Value (US$)"
            },
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Headers))]
    public void Every_layout_gives_exports_without_imports_and_totals_without_parts(string layout, string header)
    {
        string file = Write(
            header,
            Row("156", "CHN", "X", "842", "USA", "850440", 60),
            Row("156", "CHN", "M", "842", "USA", "850440", 500),
            Row("156", "CHN", "X", "0", "W00", "850440", 61),
            Row("490", "S19", "X", "842", "USA", "854231", 7),
            Row("490", "S19", "X", "842", "USA", "854231", 4, mode: "1000"),
            Row("490", "S19", "X", "842", "USA", "854231", 3, mode: "2000"),
            Row("490", "S19", "RX", "842", "USA", "854231", 99)
        );
        ExportFile exports = ExportFile.Read(file);
        Assert.Equal(["CHN", "TWN"], exports.Years[0].Exports.Countries);
        Assert.Equal([61, 7], exports.Years[0].Exports.CountryTotals.ToArray());
        Assert.Contains(exports.Notes, n => n.Contains("1 declarations of imports", StringComparison.Ordinal));
        Assert.Contains(exports.Notes, n => n.StartsWith("2 rows that split a flow", StringComparison.Ordinal));
        TradePanel panel = TradePanelReader.Read([file]);
        Assert.Equal(["CHN", "TWN", "USA"], panel.Economies);
        Assert.Equal([60.0, 500, 7], panel.FlowsIn(2022).Select(f => f.Value).OrderBy(v => v != 60).ThenByDescending(v => v));
        Assert.True(layout.Length > 0);
    }

    [Fact]
    public void The_buyers_declaration_is_taken_where_both_sides_declare()
    {
        TradePanel panel = TradePanelReader.Read([
            Write(
                Present,
                Row("156", "CHN", "X", "276", "DEU", "850440", 100),
                Row("276", "DEU", "M", "156", "CHN", "850440", 110),
                Row("156", "CHN", "X", "842", "USA", "850440", 50)
            ),
        ]);
        Assert.Equal([110.0, 50], panel.FlowsIn(2022).Select(f => f.Value).OrderDescending());
        Assert.Contains(panel.Metadata.Derivations, d => d.StartsWith("1 declarations of sellers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comma_at_the_end_of_each_row_does_no_harm_and_a_cell_there_does()
    {
        string sound = Write(Present, Row("156", "CHN", "X", "842", "USA", "850440", 60) + ",");
        Assert.Equal(60, ExportFile.Read(sound).Years[0].Exports.Total);
        string broken = Write(Present, Row("156", "CHN", "X", "842", "USA", "850440", 60) + ",x");
        Assert.Contains(
            "has 18 cells where the header has 17",
            Assert.Throws<TableException>(() => ExportFile.Read(broken)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("C,M,2022,202203", "is 'M'")]
    [InlineData("C,A,2022,202203", "month '202203'")]
    [InlineData("C,A,202203,202203", "month '202203'")]
    public void Months_are_refused_as_such(string start, string told)
    {
        string row = Row("156", "CHN", "X", "842", "USA", "850440", 60);
        string file = Write(Present, start + row[row.IndexOf(",156", StringComparison.Ordinal)..]);
        Assert.Contains(told, Assert.Throws<TableException>(() => ExportFile.Read(file)).Message, StringComparison.Ordinal);
        Assert.Contains(told, Assert.Throws<TableException>(() => TradePanelReader.Read([file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_without_a_total_are_added_up()
    {
        string file = Write(
            Present,
            Row("156", "CHN", "X", "842", "USA", "850440", 40, mode: "1000"),
            Row("156", "CHN", "X", "842", "USA", "850440", 2, mode: "2000")
        );
        Assert.Equal(42, ExportFile.Read(file).Years[0].Exports.Total);
    }

    [Fact]
    public void Columns_that_are_named_keep_directions_apart_too()
    {
        string file = _folder.Write("own.csv", "wann,wer,was,wieviel,Trade_Flow\n2022,CHN,850440,60,Export\n2022,CHN,850440,500,Import\n");
        var columns = TradeColumnNames.Parse("year=wann,country=wer,product=was,value=wieviel");
        Assert.Throws<TableException>(() => TradePanelReader.Read([file], new TradeReading { Columns = "year=wann" }));
        Assert.Equal(60, ExportFile.Read(file, columns).Years[0].Exports.Total);
    }

    [Fact]
    public void Columns_are_named_for_flows_too()
    {
        string file = _folder.Write("own.csv", "wann,von,nach,was,wieviel\n2022,CHN,USA,850440,60\n");
        TradePanel panel = TradePanelReader.Read(
            [file],
            new TradeReading { Columns = "year=wann,exporter=von,importer=nach,product=was,value=wieviel" }
        );
        Assert.Equal(60, Assert.Single(panel.FlowsIn(2022)).Value);
    }

    private static string Row(
        string number,
        string iso,
        string flow,
        string partner,
        string partnerIso,
        string product,
        int value,
        string mode = "0"
    ) => $"C,A,2022,2022,{number},{iso},{flow},{partner},{partnerIso},0,H6,{product},C00,0,{mode},,{value}";

    private string Write(string header, params string[] rows) => _folder.Write("TradeData.csv", $"{header}\n{string.Join('\n', rows)}\n");
}
