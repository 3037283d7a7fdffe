using System.Text;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;
using Rootscope.Tables.Trade;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class TradeReaderTests : IDisposable
{
    /// <summary>The documentation of the source folder gives billions with one decimal.</summary>
    private const double OneDecimalOfBillions = 0.06e9;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Baci_gives_codes_values_weights_and_its_licence()
    {
        string countries = _folder.Write(
            "country_codes_V202301.csv",
            "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n842,USA,US,USA\n697,Europe EFTA nes,R2,NA\n"
        );
        string file = _folder.Write(
            "BACI_HS17_Y2020_V202301.csv",
            "t,i,j,k,v,q\n2020,842,156,848620,1234.567,  89.1\n2020,156,842,10121,0.5,       NA\n2020,156,697,854231,7,1\n"
        );
        TradeFlows trade = BaciReader.Read([file], countries);
        Assert.Equal(
            [
                new TradeFlow(2020, "CHN", "697", "854231", 7, 1),
                new TradeFlow(2020, "CHN", "USA", "010121", 0.5, null),
                new TradeFlow(2020, "USA", "CHN", "848620", 1234.567, 89.1),
            ],
            trade.Flows.ToArray()
        );
        Assert.Equal(("hs2017", 1000, true), (trade.Metadata.Classification, trade.Metadata.UnitScale, trade.Metadata.MayBePassedOn));
        Assert.Contains("Etalab", trade.Metadata.Licence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020,1,2,848620,5,1", "2020,1,2,84862X,5,1", "line 2, column 4 ('k')")]
    [InlineData("2020,1,2,848620,5,1", "20,1,2,848620,5,1", "line 2, column 1 ('t')")]
    [InlineData("2020,1,2,848620,5,1", "2020,1,2,848620,-5,1", "line 2, column 5 ('v')")]
    [InlineData("2020,1,2,848620,5,1", "2020,1,2,848620,5,1\n2020,1,2,848620,6,1", "listed twice")]
    [InlineData("t,i,j,k,v,q", "t,i,j,k,v,w", "no column 'q'")]
    public void A_fault_of_a_baci_file_has_a_place(string good, string bad, string told)
    {
        string file = _folder.Write(
            "BACI_HS17_Y2020.csv",
            "t,i,j,k,v,q\n2020,1,2,848620,5,1\n".Replace(good, bad, StringComparison.Ordinal)
        );
        Assert.Contains(told, Assert.Throws<TableException>(() => BaciReader.Read([file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Editions_of_the_harmonized_system_are_not_mixed()
    {
        string[] files = [_folder.Write("BACI_HS17_Y2020.csv", "t,i,j,k,v,q\n"), _folder.Write("BACI_HS92_Y2020.csv", "t,i,j,k,v,q\n")];
        Assert.Contains(
            "different editions",
            Assert.Throws<TableException>(() => BaciReader.Read(files)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Comtrade_takes_one_side_and_counts_the_rest()
    {
        string file = _folder.Write(
            "comtrade.csv",
            """
            refYear,classificationCode,reporterCode,reporterISO,partnerCode,partnerISO,flowCode,cmdCode,netWgt,primaryValue
            2022,H6,392,JPN,156,CHN,X,848620,2000,500
            2022,H6,156,CHN,392,JPN,M,848620,2100,520
            2022,H6,392,JPN,0,W00,X,848620,0,900
            2022,H6,392,JPN,156,CHN,RX,848620,1,2

            """
        );
        TradeFlows exports = ComtradeReader.Read(file, TradeDeclaration.Exports);
        Assert.Equal(
            [new TradeFlow(2022, "JPN", "CHN", "848620", 500, 2), new TradeFlow(2022, "JPN", "WLD", "848620", 900, null)],
            exports.Flows.ToArray()
        );
        Assert.Equal(
            ("hs2022", false, 2),
            (exports.Metadata.Classification, exports.Metadata.MayBePassedOn, exports.Metadata.Derivations.Count)
        );
        Assert.Equal(
            new TradeFlow(2022, "JPN", "CHN", "848620", 520, 2.1),
            Assert.Single(ComtradeReader.Read(file, TradeDeclaration.Imports).Flows.ToArray())
        );
    }

    [Fact]
    public void Comtrade_of_the_source_folder_has_the_totals_that_it_documents()
    {
        string file = SharedData.Require("data", "trade", "comtrade_semiconductor_equipment_2016_2020.csv");
        TradeFlows exports = ComtradeReader.Read(file, TradeDeclaration.Exports);
        TradeFlows imports = ComtradeReader.Read(file, TradeDeclaration.Imports);
        Assert.Equal((977, 1683), (exports.Count, imports.Count));
        Assert.Equal(11.6e9, exports.Total(f => f is { Year: 2019, Exporter: "JPN", Product: "848620" }), OneDecimalOfBillions);
        Assert.Equal(10.6e9, exports.Total(f => f is { Year: 2019, Exporter: "NLD", Product: "848620" }), OneDecimalOfBillions);
        Assert.Equal(10.4e9, imports.Total(f => f is { Year: 2019, Importer: "CHN", Product: "848620" }), OneDecimalOfBillions);
        Assert.Equal("hs2017", exports.Metadata.Classification.Split(" and ")[^1]);
    }

    [Fact]
    public void The_atlas_is_read_with_and_without_partners()
    {
        string apart = _folder.Write(
            "partners.csv",
            "country_iso3_code,partner_iso3_code,product_hs92_code,year,export_value,import_value\n"
                + "JPN,CHN,8479,2019,10.5,3\nCHN,JPN,8479,2019,0,4\n"
        );
        TradeFlows flows = AtlasReader.Read(apart);
        Assert.Equal(new TradeFlow(2019, "JPN", "CHN", "8479", 10.5, null), Assert.Single(flows.Flows.ToArray()));
        Assert.Equal(("hs1992", false), (flows.Metadata.Classification, flows.Metadata.MayBePassedOn));
        string whole = _folder.Write("whole.csv", "location_code,hs_product_code,year,export_value\nJPN,0101,2019,1\n");
        Assert.Equal("WLD", Assert.Single(AtlasReader.Read(whole).Importers));
        Assert.Throws<TableException>(() => AtlasReader.Read(_folder.Write("none.csv", "a,b\n1,2\n")));
    }

    [Fact]
    public void Names_in_latin_1_do_no_harm()
    {
        string path = _folder.PathOf("old.csv");
        File.WriteAllBytes(
            path,
            Encoding.Latin1.GetBytes("location_code,name,hs_product_code,year,export_value\nCIV,Côte d'Ivoire,1801,2019,5\n")
        );
        Assert.Equal(5, AtlasReader.Read(path).Total(f => f.Exporter == "CIV"));
    }
}
