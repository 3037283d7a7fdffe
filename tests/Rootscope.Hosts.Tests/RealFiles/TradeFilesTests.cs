using System.IO.Compression;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>
/// Trade as people have it: aggregates beside their parts, Comtrade's layouts, codes of every kind, what spreadsheets did.
/// </summary>
public sealed class TradeFilesTests : IDisposable
{
    private const string Head = "year,exporter,importer,product,value\n";

    /// <summary>Four sellers to Germany, and their sum as the files of publishers name it.</summary>
    private const string Bilateral = Head + "2022,CHN,DEU,850440,400\n2022,USA,DEU,850440,150\n2022,JPN,DEU,850440,50\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> WorldNames =>
        [
            "0",
            "000",
            "W00",
            "WLD",
            "World",
            "world",
            "WORLD",
            "Total",
            "All countries",
            "All partners",
            "世界",
            "全球",
            "总计",
            "World total",
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WorldNames))]
    public void The_world_is_left_out_under_all_its_names_as_seller_and_as_buyer(string world)
    {
        TradePanel panel = Panel($"{Bilateral}2022,{world},DEU,850440,600\n2022,CHN,{world},850440,999\n");
        Assert.Equal(["CHN", "DEU", "JPN", "USA"], panel.Economies);
        Assert.Equal(600, panel.FlowsIn(2022).Sum(f => f.Value));
        Assert.Contains("Left out: 2 flows with all partners together.", panel.Metadata.Derivations);
    }

    [Theory]
    [InlineData("EU27_2020")]
    [InlineData("EUR")]
    [InlineData("EU2")]
    [InlineData("97")]
    [InlineData("European Union")]
    [InlineData("EA19")]
    [InlineData("OECD")]
    public void A_union_is_left_out_beside_its_members_and_stays_without_them(string union)
    {
        string flows = $"2022,{union},CHN,850440,70\n2022,VNM,CHN,850440,9\n";
        TradePanel beside = Panel($"{Head}{flows}2022,DEU,CHN,850440,50\n2022,FRA,CHN,850440,20\n");
        Assert.Equal(["CHN", "DEU", "FRA", "VNM"], beside.Economies);
        Assert.Contains("Left out: 1 flows of unions beside their members.", beside.Metadata.Derivations);
        TradePanel alone = Panel(Head + flows);
        Assert.Equal(79, alone.FlowsIn(2022).Sum(f => f.Value));
    }

    [Fact]
    public void Areas_not_elsewhere_specified_count_as_origins_and_are_no_countries_of_complexity()
    {
        string baci =
            "t,i,j,k,v,q\n2020,490,156,854231,600,1\n2020,849,156,854231,100,1\n2020,392,156,854231,300,1\n2020,392,276,10121,3,1\n";
        TradePanel panel = Panel(baci, "BACI_HS17_Y2020_V202102.csv");
        Assert.Equal(["849", "CHN", "DEU", "JPN", "TWN"], panel.Economies);
        Assert.Equal(["JPN", "TWN"], Export(baci, "BACI_HS17_Y2020_V202102.csv").Years[0].Exports.Countries);
    }

    [Fact]
    public void A_list_of_countries_without_codes_leaves_numbers_and_never_the_code_NA()
    {
        string list = _folder.Write(
            "country_codes_V202102.csv",
            "country_code,country_name_abbreviation,country_name_full,iso_2digit_alpha,iso_3digit_alpha\n156,China,China,CN,CHN\n392,"
                + "Japan,Japan,JP,JPN\n"
                + "490,\"Other Asia, nes\",\"Other Asia, not elsewhere specified\",N/A,N/A\n697,\"Europe EFTA, nes\",x,N/A,N/A\n849,"
                + "US Misc.,x,N/A,N/A\n"
        );
        string file = _folder.Write(
            "BACI_HS17_Y2021_V202102.csv",
            "t,i,j,k,v,q\n2021,490,156,854231,600,1\n2021,849,156,854231,100,1\n2021,392,156,854231,200,            NA\n2021,697,156,"
                + "854233,50,1\n"
        );
        TradePanel panel = TradePanelReader.Read([file], new TradeReading { Countries = list });
        Assert.Equal(["697", "849", "CHN", "JPN", "TWN"], panel.Economies);
    }

    [Fact]
    public void A_number_that_is_twice_in_a_list_of_countries_is_named()
    {
        string list = _folder.Write("country_codes.csv", "country_code,country_iso3\n156,CHN\n156,JPN\n");
        string file = _folder.Write("BACI_HS17_Y2020.csv", "t,i,j,k,v,q\n2020,156,156,854231,1,1\n");
        TableException e = Assert.Throws<TableException>(() => TradePanelReader.Read([file], new TradeReading { Countries = list }));
        Assert.Contains("line 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("'CHN' and 'JPN'", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S19", "TWN")]
    [InlineData("490", "TWN")]
    [InlineData("ROM", "ROU")]
    [InlineData("ZAR", "COD")]
    [InlineData("XKO", "XKX")]
    [InlineData("China", "CHN")]
    [InlineData("china", "CHN")]
    [InlineData("中国", "CHN")]
    [InlineData("Viet Nam", "VNM")]
    [InlineData("Rep. of Korea", "KOR")]
    [InlineData("Serbia and Montenegro", "SCG")]
    [InlineData("842", "USA")]
    [InlineData("156.0", "CHN")]
    public void Codes_and_names_of_an_economy_are_one(string text, string code)
    {
        TradePanel panel = Panel($"{Head}2022,{text},DEU,850440,1\n2022,FRA,DEU,850440,2\n");
        Assert.Contains(code, panel.Economies);
        Assert.Equal(3, panel.Economies.Count);
    }

    [Theory]
    [InlineData("GR", "GRC")]
    [InlineData("EL", "GRC")]
    [InlineData("UK", "GBR")]
    [InlineData("XK", "XKX")]
    [InlineData("TW", "TWN")]
    public void Two_letters_are_those_of_the_standard_where_all_are_known(string text, string code)
    {
        Assert.Contains(code, Panel($"{Head}2022,{text},DE,850440,1\n").Economies);
        Assert.Contains(text, Panel($"{Head}2022,{text},QQ,850440,1\n").Economies);
    }

    [Fact]
    public void Numbers_of_ones_own_stay()
    {
        Assert.Equal(["1", "2", "3"], Panel($"{Head}2022,1,2,850440,1\n2022,3,2,850440,2\n").Economies);
    }

    [Fact]
    public void Flows_of_one_economy_under_two_spellings_are_added_up_and_told()
    {
        TradePanel panel = Panel(",year,exporter,importer,product,value\n0,2022,CHN,DEU,850440.0,100.0\n1,2022,156.0,DEU,850440,50\n");
        PanelFlow flow = Assert.Single(panel.FlowsIn(2022));
        Assert.Equal(("850440", 150), (panel.Products[flow.Product], flow.Value));
        Assert.Contains("Codes that are spelled in several ways are one: their flows are added up.", panel.Metadata.Derivations);
    }

    [Fact]
    public void Figures_of_parquet_are_codes_again()
    {
        string path = _folder.PathOf("pandas.parquet");
        ParquetFile.Write(
            path,
            ["year", "exporter", "importer", "product", "value"],
            [
                [2022.0, "CHN", "DEU", 10121.0, 1.0],
                [2022.0, "USA", "DEU", 850440.0, 2.0],
            ],
            "made"
        );
        Assert.Equal(["010121", "850440"], TradePanelReader.Read([path]).Products);
    }

    [Theory]
    [InlineData("850440.0", "850440")]
    [InlineData("8504.40", "850440")]
    [InlineData("\"850,440\"", "850440")]
    [InlineData("8.50440E+05", "850440")]
    [InlineData("\"=\"\"850440\"\"\"", "850440")]
    [InlineData("'850440", "850440")]
    [InlineData("10121", "010121")]
    public void Codes_that_a_spreadsheet_spoilt_are_repaired_alike_everywhere(string text, string code)
    {
        string flows = $"2022,CHN,DEU,{text},5\n2022,CHN,DEU,271019,7\n";
        Assert.Contains(code, Panel(Head + flows).Products);
        Assert.Contains(code, Export(Head + flows).Years[0].Exports.Products);
    }

    [Theory]
    [InlineData("8.5E+05")]
    [InlineData("Mar-84")]
    [InlineData("2024-03-01")]
    [InlineData("3月2日")]
    [InlineData("#N/A")]
    [InlineData("N/A")]
    public void Codes_that_are_lost_are_refused_with_their_line(string text)
    {
        string file = _folder.Write("lost.csv", $"{Head}2022,CHN,DEU,850440,5\n2022,CHN,DEU,{text},7\n");
        Assert.Contains(
            "line 3, column 4",
            Assert.Throws<TableException>(() => TradePanelReader.Read([file])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("line 3, column 4", Assert.Throws<TableException>(() => ExportFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_of_products_are_left_out_beside_finer_ones()
    {
        string flows =
            "2022,CHN,DEU,TOTAL,12\n2022,CHN,DEU,85,12\n2022,CHN,DEU,850440,5\n2022,CHN,DEU,850450,7\n2022,CHN,DEU,1,3\n2022,CHN,DEU,"
            + "10121,3\n";
        TradePanel panel = Panel(Head + flows);
        Assert.Equal(["010121", "850440", "850450"], panel.Products);
        Assert.Contains(
            "Left out: 3 flows of products together (totals, chapters, headings) beside their parts.",
            panel.Metadata.Derivations
        );
        Assert.Equal(["010121", "850440", "850450"], Export(Head + flows).Years[0].Exports.Products);
    }

    [Fact]
    public void Products_with_numbers_of_ones_own_have_no_levels() =>
        Assert.Equal(
            ["1", "10", "11", "2"],
            Panel($"{Head}2022,CHN,DEU,1,1\n2022,CHN,DEU,2,2\n2022,CHN,DEU,10,3\n2022,CHN,DEU,11,5\n").Products
        );

    [Fact]
    public void A_seller_that_no_list_knows_and_equals_all_others_is_their_sum()
    {
        var flows = new System.Text.StringBuilder(Head);
        foreach (string product in (string[])["p", "q", "r"])
        {
            flows.Append("2022,AAA,DEU,").Append(product).Append(",3\n2022,BBB,DEU,").Append(product).Append(",4\n");
            flows.Append("2022,CCC,FRA,").Append(product).Append(",1\n2022,SUM,DEU,").Append(product).Append(",7\n");
        }

        TradePanel panel = Panel(flows.ToString());
        Assert.DoesNotContain("SUM", panel.Economies);
        Assert.Contains(
            panel.Metadata.Derivations,
            d => d.Contains("'SUM'", StringComparison.Ordinal) && d.Contains("3 of 3", StringComparison.Ordinal)
        );
        string exports = string.Join('\n', flows.ToString().Split('\n').Where(l => !l.Contains("CCC", StringComparison.Ordinal)));
        Assert.DoesNotContain("SUM", Export(exports).Years[0].Exports.Countries);
    }

    [Fact]
    public void What_may_be_chance_is_a_word_and_no_more()
    {
        TradePanel panel = Panel($"{Head}2022,AAA,DEU,p,3\n2022,BBB,DEU,p,4\n2022,SUM,DEU,p,7\n");
        Assert.Contains("SUM", panel.Economies);
        Assert.Contains(panel.Metadata.Derivations, d => d.Contains("see whether it is their total", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_economy_sells_to_itself_is_no_export()
    {
        ExportFile file = Export($"{Head}2022,CHN,CHN,850440,300\n2022,CHN,USA,850440,60\n2022,China,CHN,850450,9\n");
        Assert.Equal(60, file.Years[0].Exports.Total);
        Assert.Contains("2 lines of an economy with itself are left out.", file.Notes);
    }

    [Fact]
    public void The_world_as_a_row_is_no_country()
    {
        ExportFile file = Export("year,country,product,value\n2022,AAA,p,1\n2022,BBB,q,2\n2022,World,p,1\n2022,World,q,2\n");
        Assert.Equal(["AAA", "BBB"], file.Years[0].Exports.Countries);
        Assert.Contains(file.Notes, n => n.Contains("WLD", StringComparison.Ordinal));
    }

    [Fact]
    public void Baci_is_read_from_its_folder_and_from_its_archive_with_the_list_beside_it()
    {
        string folder = Directory.CreateDirectory(_folder.PathOf("BACI_HS17_V202401")).FullName;
        File.WriteAllText(Path.Combine(folder, "BACI_HS17_Y2021_V202401.csv"), "t,i,j,k,v,q\n2021,900,156,854231,5,1\n");
        File.WriteAllText(Path.Combine(folder, "BACI_HS17_Y2022_V202401.csv"), "t,i,j,k,v,q\n2022,900,156,854231,7,1\n");
        File.WriteAllText(
            Path.Combine(folder, "country_codes_V202401.csv"),
            "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n900,X,XX,XXA\n"
        );
        File.WriteAllText(Path.Combine(folder, "product_codes_HS17_V202401.csv"), "code,description\n854231,chips\n");
        File.WriteAllText(Path.Combine(folder, "Readme.txt"), "read me");
        string archive = _folder.PathOf("BACI_HS17_V202401.zip");
        ZipFile.CreateFromDirectory(folder, archive);
        foreach (string given in (string[])[folder, archive])
        {
            TradePanel panel = TradePanelReader.Read([given]);
            Assert.Equal([2021, 2022], panel.Years);
            Assert.Equal(["CHN", "XXA"], panel.Economies);
            Assert.Equal("hs2017", panel.Metadata.Classification);
            Assert.Equal(2, ExportFile.Read(given).Years.Count);
        }
    }

    private TradePanel Panel(string text, string name = "trade.csv") => TradePanelReader.Read([_folder.Write(name, text)]);

    private ExportFile Export(string text, string name = "exports.csv") => ExportFile.Read(_folder.Write(name, text));
}
