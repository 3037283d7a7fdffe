using System.Globalization;
using System.Text.Json;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary><c>rootscope dependence</c>: what it prints, and what it refuses.</summary>
public sealed class DependenceCommandTests : IDisposable
{
    private const string Trade = """
        year,exporter,importer,product,value
        2021,BBB,AAA,111111,60
        2021,CCC,AAA,111111,40
        2021,AAA,CCC,111111,20
        2021,BBB,CCC,111111,30
        2021,CCC,AAA,222222,5
        2021,AAA,BBB,222222,50

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_a_row_a_product_with_verdict_margin_figures_and_holders()
    {
        CliRun run = await CliRun.Of(
            "dependence",
            _folder.Write("trade.csv", Trade),
            "--importer",
            "AAA",
            "--rule",
            "eu2021",
            "-f",
            "json"
        );
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        JsonElement row = root.GetProperty("rows")[0];
        Assert.Equal(
            ("111111", "flagged", 2021, "BBB"),
            (Text(row, "product"), Text(row, "status"), row.GetProperty("year").GetInt32(), Text(row, "largestOrigin"))
        );
        Assert.Equal(0.52, row.GetProperty("importHhi").GetDouble(), 1e-15);
        Assert.Equal(5, row.GetProperty("importExportRatio").GetDouble());
        Assert.Equal(0.2, row.GetProperty("margin").GetDouble(), 1e-12);
        Assert.Equal("BBB 60.0%; CCC 40.0%", Text(row, "origins"));
        Assert.Equal("2021 held (+0.200)", Text(row, "years"));
        Assert.Equal("exports", Text(row, "basis"));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("importPenetration").ValueKind);
        Assert.Equal("not-flagged", Text(root.GetProperty("rows")[1], "status"));
        JsonElement options = root.GetProperty("provenance").GetProperty("options");
        Assert.Equal(("AAA", "eu2021", 64), (Text(options, "importer"), Text(options, "rule"), Text(options, "tradeSha256").Length));
    }

    [Fact]
    public async Task Parquet_and_baci_columns_and_any_number_of_threads_say_the_same()
    {
        string csv = _folder.Write("trade.csv", Trade);
        string parquet = _folder.PathOf("trade.parquet");
        string[] lines = Trade.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        ParquetFile.Write(
            parquet,
            [.. lines[0].Split(',')],
            [
                .. lines
                    .Skip(1)
                    .Reverse()
                    .Select(l => l.Split(','))
                    .Select(c => new object?[] { Whole(c[0]), c[1], c[2], c[3], (double)Whole(c[4]) }),
            ],
            "made"
        );
        string baci = _folder.PathOf("BACI_HS17_Y2021.parquet");
        ParquetFile.Write(
            baci,
            ["t", "i", "j", "k", "v", "q"],
            [
                .. lines
                    .Skip(1)
                    .Select(l => l.Split(','))
                    .Select(c => new object?[] { Whole(c[0]), Number(c[1]), Number(c[2]), Whole(c[3]), (double)Whole(c[4]), null }),
            ],
            "made"
        );
        string countries = _folder.Write(
            "codes.csv",
            "country_code,country_name,country_iso2,country_iso3\n1,A,A,AAA\n2,B,B,BBB\n3,C,C,CCC\n"
        );
        string expected = await Rows("dependence", csv, "--importer", "AAA", "--rule", "eu2021", "--threads", "1");
        Assert.Equal(expected, await Rows("dependence", parquet, "--importer", "AAA", "--rule", "eu2021", "--threads", "3"));
        Assert.Equal(expected, await Rows("dependence", baci, "--importer", "AAA", "--rule", "eu2021", "--countries", countries));
    }

    [Fact]
    public async Task Years_are_read_from_several_files_and_production_takes_the_place_of_exports()
    {
        string first = _folder.Write("2021.csv", Trade);
        string second = _folder.Write("2022.csv", Trade.Replace("2021,", "2022,", StringComparison.Ordinal));
        string production = _folder.Write("production.csv", "year,economy,product,value\n2022,AAA,111111,1000\n");
        CliRun run = await CliRun.Of(
            "dependence",
            first,
            second,
            "--importer",
            "AAA",
            "--rule",
            "eu2021",
            "--years",
            "2021-2022",
            "--production",
            production,
            "--product",
            "1111",
            "-f",
            "json"
        );
        Assert.Equal(0, run.Code);
        JsonElement row = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal(("production", "2021 held (+0.200); 2022 not (-0.900)"), (Text(row, "basis"), Text(row, "years")));
        Assert.Contains(
            "From 2021 to 2022 the conditions stopped holding for 1 of 1 products (100%)",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(2, "It is not said who buys")]
    [InlineData(2, "said twice, by --importer and by --bloc", "--importer", "AAA", "--bloc", "EU27")]
    [InlineData(2, "--years cannot be '2021-2019'", "--importer", "AAA", "--years", "2021-2019")]
    [InlineData(2, "--years cannot be '21'", "--importer", "AAA", "--years", "21")]
    [InlineData(2, "--top cannot be -1", "--importer", "AAA", "--top", "-1")]
    [InlineData(4, "Nearest: AAA", "--importer", "AAB")]
    [InlineData(4, "Nearest: EU27", "--bloc", "EU3")]
    [InlineData(4, "Nearest: geodep", "--importer", "AAA", "--rule", "geodepp")]
    [InlineData(4, "Nearest: 111111", "--importer", "AAA", "--product", "111112")]
    [InlineData(4, "no economy of the bloc 'EU27'", "--bloc", "EU27")]
    public async Task What_cannot_be_is_refused_with_a_way_on(int code, string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(["dependence", _folder.Write("trade.csv", Trade), .. arguments]);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_year_that_the_file_lacks_is_told_and_not_judged()
    {
        CliRun run = await CliRun.Of("dependence", _folder.Write("trade.csv", Trade), "--importer", "AAA", "--rule", "geodep");
        Assert.Equal(0, run.Code);
        Assert.Contains("not-known", run.Output, StringComparison.Ordinal);
        Assert.Contains("The data have no flows of 2019: that year is not known.", run.Output, StringComparison.Ordinal);
    }

    private static async Task<string> Rows(params string[] arguments)
    {
        CliRun run = await CliRun.Of([.. arguments, "-f", "csv"]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        return run.Output;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long Number(string code) => code[0] - 'A' + 1;
}
