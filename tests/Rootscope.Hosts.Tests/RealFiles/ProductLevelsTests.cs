using System.Globalization;
using System.Text;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Trade;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>Classifications with a level for every digit (SITC, BEC): sums stand beside their parts, and no code has lost a zero.</summary>
public sealed class ProductLevelsTests : IDisposable
{
    private const string Head = "year,exporter,importer,product,value\n";
    private const string Comtrade = "freqCode,refYear,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,primaryValue\n";

    private static readonly (string Code, int Value)[] Levels =
    [
        ("7", 30),
        ("71", 10),
        ("72", 20),
        ("711", 10),
        ("721", 12),
        ("722", 8),
        ("7221", 8),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("S3")]
    [InlineData("S4")]
    [InlineData("B4")]
    public void Levels_that_the_file_names_are_left_out_beside_their_parts(string classification)
    {
        var text = new StringBuilder(Comtrade);
        foreach ((string code, int value) in Levels)
        {
            text.Append(CultureInfo.InvariantCulture, $"A,2022,DEU,M,CHN,{classification},{code},{value}\n");
        }

        string path = _folder.Write("comtrade.csv", text.ToString());
        TradePanel panel = TradePanelReader.Read([path]);
        Assert.Equal(["711", "721", "7221"], panel.Products);
        Assert.Equal(30, panel.FlowsIn(2022).Sum(f => f.Value));
        Assert.Contains(panel.Metadata.Derivations, d => d.StartsWith("4 rows of products together", StringComparison.Ordinal));
        Assert.Equal(["711", "721", "7221"], ExportFile.Read(path).Years[0].Exports.Products);
    }

    [Fact]
    public void Levels_that_no_column_names_are_found_by_their_sums()
    {
        string path = _folder.Write("sitc.csv", Flows((value, times) => value * times));
        TradePanel panel = TradePanelReader.Read([path]);
        Assert.Equal(["711", "721", "7221"], panel.Products);
        Assert.Equal(30 * (1 + 2 + 3), panel.FlowsIn(2022).Sum(f => f.Value));
        Assert.Contains(
            panel.Metadata.Derivations,
            d =>
                d.StartsWith(
                    "The product '72' is as large as all codes that begin with it together in 3 of 3 sums",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(["711", "721", "7221"], ExportFile.Read(path).Years[0].Exports.Products);
    }

    [Fact]
    public void Numbers_of_ones_own_stay_though_some_begin_others()
    {
        string path = _folder.Write("own.csv", Flows((_, _) => 5));
        Assert.Equal(Levels.Length, TradePanelReader.Read([path]).Products.Count);
        Assert.Equal(Levels.Length, ExportFile.Read(path).Years[0].Exports.Products.Count);
    }

    [Fact]
    public void A_seller_and_a_product_of_one_code_are_told_apart()
    {
        // The product '7' is a sum; the seller '7' is not.
        string path = _folder.Write(
            "numbers.csv",
            Flows((value, times) => value * times)
                .Replace("CHN", "7", StringComparison.Ordinal)
                .Replace("DEU", "9", StringComparison.Ordinal)
        );
        TradePanel panel = TradePanelReader.Read([path]);
        Assert.Contains("7", panel.Economies);
        Assert.DoesNotContain("7", panel.Products);
    }

    [Theory]
    [InlineData("EXT_EU27_2020")]
    [InlineData("Extra-EU")]
    [InlineData("EU27_2020_INTRA")]
    public void Trade_with_all_inside_or_outside_the_union_is_left_out_beside_partners(string union)
    {
        TradePanel panel = TradePanelReader.Read([
            _folder.Write("extra.csv", $"{Head}2022,CHN,DEU,850440,40\n2022,FRA,DEU,850440,15\n2022,{union},DEU,850440,40\n"),
        ]);
        Assert.Equal(["CHN", "DEU", "FRA"], panel.Economies);
        Assert.Equal(55, panel.FlowsIn(2022).Sum(f => f.Value));
    }

    private static string Flows(Func<int, int, int> value)
    {
        var text = new StringBuilder(Head);
        foreach (
            (string seller, string buyer, int times) in ((string, string, int)[])[("CHN", "DEU", 1), ("USA", "DEU", 2), ("JPN", "FRA", 3)]
        )
        {
            foreach ((string code, int amount) in Levels)
            {
                text.Append(CultureInfo.InvariantCulture, $"2022,{seller},{buyer},{code},{value(amount, times)}\n");
            }
        }

        return text.ToString();
    }
}
