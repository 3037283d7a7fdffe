using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Trade;

namespace Rootscope.Hosts.Tests.Cli;

public class ComplexityCommandTests
{
    /// <summary>Five countries and six products of the golden set 'tiny', written by hand there.</summary>
    private const string Tiny = """
        country,product,value
        A,u,10
        A,v,20
        A,w,30
        A,x,40
        A,y,50
        A,z,5
        B,u,12
        B,v,25
        B,x,60
        B,y,15
        C,u,8
        C,w,9
        C,x,20
        C,z,1
        D,u,100
        D,v,1
        D,w,2
        D,x,3
        E,u,60
        E,v,40
        E,x,2
        """;

    private const double EciOfA = 0.9386200496244216;
    private const double CogOfAInU = -1.0455464307582012;

    [Fact]
    public async Task Figures_of_countries_products_and_pairs_have_the_names_people_know()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("tiny.csv", Tiny);
        JsonElement country = (await Rows(file, "--country", "A")).Single();
        Assert.Equal(EciOfA, country.GetProperty("eci").GetDouble(), 1e-12);
        Assert.Equal(4, country.GetProperty("diversity").GetInt32());
        Assert.Equal(-0.12678571276124065, country.GetProperty("coi").GetDouble(), 1e-12);
        JsonElement product = (await Rows(file, "--of", "products", "--product", "u")).Single();
        Assert.Equal(-1.4542125046521852, product.GetProperty("pci").GetDouble(), 1e-12);
        Assert.Equal(2, product.GetProperty("ubiquity").GetInt32());
        JsonElement pair = (await Rows(file, "--of", "pairs", "--country", "A", "--product", "u")).Single();
        Assert.Equal(CogOfAInU, pair.GetProperty("cog").GetDouble(), 1e-12);
        Assert.Equal(0, pair.GetProperty("density").GetDouble());
        Assert.False(pair.GetProperty("hasAdvantage").GetBoolean());
    }

    [Fact]
    public async Task Every_convention_is_printed()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.Of("complexity", folder.Write("tiny.csv", Tiny), "--outlook", "atlas");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("population deviation 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("(Atlas)", run.Output, StringComparison.Ordinal);
        Assert.Contains("filter=default outlook=atlas threshold=1 fitnessSteps=200", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parquet_and_other_names_of_columns_give_the_same()
    {
        using var folder = new TemporaryFolder();
        string[][] lines = [.. Tiny.Split('\n').Skip(1).Select(l => l.Trim().Split(','))];
        string parquet = folder.PathOf("tiny.parquet");
        ParquetFile.Write(
            parquet,
            ["exporter", "hs6", "v"],
            [.. lines.Select(l => new object?[] { l[0], l[1], double.Parse(l[2], System.Globalization.CultureInfo.InvariantCulture) })],
            "made"
        );
        Assert.Equal(EciOfA, (await Rows(parquet, "--country", "A")).Single().GetProperty("eci").GetDouble(), 1e-12);
        string odd = folder.Write("odd.csv", Tiny.Replace("country,product,value", "geo,what,usd", StringComparison.Ordinal));
        Assert.Equal(
            EciOfA,
            (await Rows(odd, "--columns", "country=geo,product=what,value=usd", "--country", "A")).Single().GetProperty("eci").GetDouble(),
            1e-12
        );
    }

    [Fact]
    public void A_bilateral_file_is_added_up_over_buyers_and_codes_get_their_zeros_back()
    {
        using var folder = new TemporaryFolder();
        var file = ExportFile.Read(
            folder.Write(
                "baci.csv",
                "t,i,j,k,v,q\n2020,156,842,10121,1.5,NA\n2020,156,276,10121,2.5,1\n"
                    + "2020,842,156,854231,NA,NA\n2020,842,156,854232,4,1\n2021,842,156,854232,5,1\n"
            )
        );
        Assert.Equal([2020, 2021], file.Years.Select(y => y.Year));
        Assert.Equal(["010121", "854232"], file.Years[0].Exports.Products);
        Assert.Equal(4, file.Years[0].Exports[new(0), new(0)]);
        Assert.Equal(
            [
                "1 line without a value is left out.",
                "1 line was added to others of the same year, country and product.",
                "1 product code of 5 digits got back a leading zero.",
                "2 economies are given by number: codes are those of ISO 3166-1 alpha-3.",
                "Other codes of economies are read so: 842 as USA.",
            ],
            file.Notes
        );
    }

    [Fact]
    public void A_file_of_Comtrade_gives_exports_and_no_imports()
    {
        Assert.SkipUnless(SourceFolder.Exist, "needs the source tables, which are not beside this checkout");
        using var folder = new TemporaryFolder();
        SourceFolder.CopyTo(folder.Root, "comtrade.csv", "trade", "comtrade_semiconductor_equipment_2016_2020.csv");
        var file = ExportFile.Read(folder.PathOf("comtrade.csv"));
        Complexity.ExportMatrix exports = file.Years.Single(y => y.Year == 2019).Exports;
        double japan = exports[new(exports.Countries.ToList().IndexOf("JPN")), new(exports.Products.ToList().IndexOf("848620"))];
        Assert.Equal(11.6e9, japan, 0.05e9);
    }

    [Fact]
    public async Task What_falls_apart_is_told_and_null()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("apart.csv", "country,product,value\nA,p,3\nA,q,1\nB,p,1\nB,q,3\nC,r,3\nC,s,1\nD,r,1\nD,s,3\n");
        CliRun run = await CliRun.Of("complexity", file);
        Assert.Contains("fall into groups that share nothing", run.Output, StringComparison.Ordinal);
        JsonElement row = (await Rows(file, "--country", "A")).Single();
        Assert.Equal(("disconnected", JsonValueKind.Null), (row.GetProperty("status").GetString(), row.GetProperty("eci").ValueKind));
    }

    [Fact]
    public async Task Populations_leave_small_countries_out_and_say_so()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("tiny.csv", Tiny);
        string people = folder.Write("people.csv", "country,population\nE,1000\nA,5000000\n");
        CliRun run = await CliRun.Of("complexity", file, "--population", people);
        Assert.Contains("1 country is not compared: E (its population is 1,000, below 1,200,000).", run.Output, StringComparison.Ordinal);
        CliRun refused = await CliRun.Of("complexity", file, "--population", people, "--country", "E");
        Assert.Equal(ExitCode.MathematicsFailed, refused.Code);
        Assert.Contains("--filter none", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "There is no country 'F'", "--country", "F")]
    [InlineData(ExitCode.Usage, "has no column of years", "--year", "2020")]
    [InlineData(ExitCode.Usage, "'foo=1' names no column", "--columns", "foo=1")]
    [InlineData(ExitCode.BadData, "there is no column 'geo'", "--columns", "country=geo")]
    [InlineData(ExitCode.Usage, "--top cannot be -2", "--top", "-2")]
    [InlineData(ExitCode.Usage, "--of cannot be 'country'.", "--of", "country")]
    public async Task What_cannot_be_is_said_with_its_repair(int code, string told, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.Of(["complexity", folder.Write("tiny.csv", Tiny), .. options]);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country,product,value\nA,p,-1\n", "line 2, column 3 ('value'): exports cannot be -1")]
    [InlineData("country,product,value\nA,p,0\n", "holds no exports above zero")]
    [InlineData("country,product,value\n,p,1\n", "column 1 ('country'): the code is missing")]
    [InlineData("country,product,value,year\nA,p,1,2020-01\n", "expected a year")]
    [InlineData("from,product,value\nA,p,1\n", "no column is recognised as the country")]
    public async Task A_fault_of_the_file_is_told_with_its_place(string text, string told)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.Of("complexity", folder.Write("fault.csv", text));
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> Rows(string file, params string[] options)
    {
        CliRun run = await CliRun.Of(["complexity", file, .. options, "-f", "json"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
    }
}
