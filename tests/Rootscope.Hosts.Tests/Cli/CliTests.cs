using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

public class CliTests
{
    private static readonly string[] RowNames =
    [
        "rank",
        "code",
        "name",
        "area",
        "outputShare",
        "supply",
        "domarWeight",
        "elasticity",
        "firstOrderLoss",
        "loss",
        "excessLoss",
        "leverage",
        "gap",
        "reach",
        "status",
        "horizon",
        "median",
        "low",
        "high",
        "rankShare",
        "rankLow",
        "rankMedian",
        "rankHigh",
        "leverageLow",
        "leverageMedian",
        "leverageHigh",
        "lossLow",
        "lossMedian",
        "lossHigh",
        "excessLossLow",
        "excessLossMedian",
        "excessLossHigh",
        "gapLow",
        "gapMedian",
        "gapHigh",
        "valueAtStake",
        "valueAtStakeLow",
        "valueAtStakeMedian",
        "valueAtStakeHigh",
        "driver",
        "driverShare",
        "driverButCut",
    ];

    [Fact]
    public async Task Draws_give_bands_that_are_the_same_bytes_on_any_number_of_threads()
    {
        string[] words =
        [
            "roots",
            "--horizon",
            "settled",
            "--by",
            "technology",
            "--draws",
            "4",
            "--seed",
            "7",
            "--top",
            "3",
            "-q",
            "-f",
            "json",
        ];
        CliRun one = await CliRun.Of([.. words, "--threads", "1"]);
        CliRun two = await CliRun.Of([.. words, "--threads", "2"]);
        Assert.Equal((0, one.Output), (one.Code, two.Output));
        JsonElement report = JsonDocument.Parse(one.Output).RootElement;
        Assert.All(
            report.GetProperty("rows").EnumerateArray(),
            row =>
            {
                Assert.InRange(
                    row.GetProperty("median").GetDouble(),
                    row.GetProperty("low").GetDouble(),
                    row.GetProperty("high").GetDouble()
                );
                Assert.InRange(
                    row.GetProperty("rankMedian").GetInt32(),
                    row.GetProperty("rankLow").GetInt32(),
                    row.GetProperty("rankHigh").GetInt32()
                );
                Assert.InRange(row.GetProperty("rankShare").GetDouble(), 0, 1);
                Assert.Contains(row.GetProperty("driver").GetString(), (string[])["cut", "elasticities", "ratings", "splits"]);
            }
        );
        Assert.Equal("7", report.GetProperty("provenance").GetProperty("options").GetProperty("seed").GetString());
        CliRun root = await CliRun.Of("root", "068", "--horizon", "settled", "--draws", "3", "-q", "-f", "json");
        string?[] parts =
        [
            .. JsonDocument
                .Parse(root.Output)
                .RootElement.GetProperty("rows")
                .EnumerateArray()
                .Select(r => r.GetProperty("part").GetString()),
        ];
        Assert.Equal((6, 3), (parts.Count(p => p == "band"), parts.Count(p => p == "tornado")));
    }

    [Fact]
    public async Task Exact_draws_of_one_product_are_those_of_its_row_in_the_ranking()
    {
        string[] words = ["world-2011", "--region", "CHN", "--supply", "imported", "--draws", "2", "--seed", "5", "-f", "json"];
        CliRun roots = await CliRun.Of(["roots", .. words, "--top", "0"]);
        CliRun root = await CliRun.Of(["root", "c14", .. words]);
        CliRun alone = await CliRun.Of(["root", "c14", .. words, "--alone"]);
        Assert.Equal((0, 0, 0, string.Empty), (roots.Code, root.Code, alone.Code, roots.Error + root.Error + alone.Error));
        JsonElement row = Rows(roots).First(r => r.GetProperty("code").GetString() == "c14");
        JsonElement own = Rows(root).First(r => r.GetProperty("part").GetString() == "figures");
        JsonElement single = Rows(alone).First(r => r.GetProperty("part").GetString() == "figures");
        Assert.All(
            (string[])["atStakeShare", "median", "low", "high", "tier", "rank", "rankLow", "rankHigh", "rankShare"],
            column => Assert.Equal(row.GetProperty(column).GetRawText(), own.GetProperty(column).GetRawText())
        );
        Assert.All(
            (string[])["atStakeShare", "median", "low", "high"],
            column => Assert.Equal(row.GetProperty(column).GetRawText(), single.GetProperty(column).GetRawText())
        );
        Assert.All((string[])["tier", "rank", "rankLow"], column => Assert.Equal("null", single.GetProperty(column).GetRawText()));
        Assert.True(row.GetProperty("low").GetDouble() < row.GetProperty("high").GetDouble());

        static JsonElement.ArrayEnumerator Rows(CliRun run) =>
            JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray();
    }

    [Theory]
    [InlineData("at least 2 draws", "roots", "--draws", "1")]
    [InlineData("at least 2 draws", "root", "094", "--draws", "1")]
    [InlineData(
        "does not go with --origin",
        "roots",
        "world-2011",
        "--region",
        "CHN",
        "--supply",
        "imported",
        "--origin",
        "USA",
        "--draws",
        "10"
    )]
    public async Task Draws_that_make_no_sense_say_why(string words, params string[] command)
    {
        CliRun run = await CliRun.Of(command);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roots_prints_a_ranking_with_a_sentence_and_a_line_of_provenance()
    {
        CliRun run = await CliRun.Of("roots", "--horizon", "settled");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("\nIn words: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nProvenance: china-2020 (", run.Output, StringComparison.Ordinal);
        Assert.Contains("elasticities=short-run", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Roots_in_JSON_has_the_promised_columns_and_no_undefined_number()
    {
        CliRun run = await CliRun.Of("roots", "--horizon", "settled", "--supply", "imported", "--top", "0", "-f", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(RowNames, json.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(153, rows.Length);
        Assert.All(rows, row => Assert.Equal(RowNames, row.EnumerateObject().Select(p => p.Name)));
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("median").ValueKind));
        JsonElement[] unused = [.. rows.Where(r => r.GetProperty("status").GetString() == "no-use")];
        Assert.NotEmpty(unused);
        Assert.All(unused, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("gap").ValueKind));
        Assert.Equal(unused.Length, rows.Length - rows.TakeWhile(r => r.GetProperty("status").GetString() != "no-use").Count());
        JsonElement provenance = json.RootElement.GetProperty("provenance");
        Assert.Equal(64, provenance.GetProperty("table").GetProperty("sha256").GetString()!.Length);
        Assert.Equal("0.5", provenance.GetProperty("options").GetProperty("cut").GetString());
    }

    [Theory]
    [InlineData("first-order")]
    [InlineData("extraction")]
    [InlineData("equilibrium")]
    public async Task Every_lens_gives_the_same_bytes_on_any_number_of_threads(string lens)
    {
        CliRun one = await CliRun.Of("roots", "--lens", lens, "--threads", "1", "--top", "0", "-f", "csv");
        CliRun many = await CliRun.Of("roots", "--lens", lens, "--threads", "5", "--top", "0", "-f", "csv");
        Assert.Equal(154, one.Output.Count(c => c == '\n'));
        Assert.Equal(one.Output, many.Output);
    }

    [Fact]
    public async Task Extraction_says_that_it_cannot_represent_a_cut_of_imports()
    {
        CliRun run = await CliRun.Of("roots", "--lens", "extraction", "--supply", "imported", "--top", "3", "-f", "csv");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(3, run.Output.Split("not-represented").Length - 1);
    }

    [Fact]
    public async Task First_order_rows_have_gap_1_no_reach_and_are_sorted_by_loss()
    {
        CliRun run = await CliRun.Of("roots", "--lens", "first-order", "--top", "0", "-f", "json");
        using var json = JsonDocument.Parse(run.Output);
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray()];
        double[] losses = [.. rows.Select(r => r.GetProperty("loss").GetDouble())];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.All(rows.Where(r => r.GetProperty("status").GetString() == "ok"), r => Assert.Equal(1, r.GetProperty("gap").GetDouble()));
        Assert.All(rows, r => Assert.Equal(JsonValueKind.Null, r.GetProperty("reach").ValueKind));
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "Nearest: china-2020", "roots", "china-2002")]
    [InlineData(ExitCode.NotFound, "Nearest: short-run", "roots", "--elasticities", "shortrun")]
    [InlineData(ExitCode.NotFound, "Manufacture of electronic components", "root", "electronik")]
    [InlineData(ExitCode.NotFound, "Nearest: upstreamness", "accounts", "china-2020", "--measure", "upstreamnes")]
    [InlineData(ExitCode.NotFound, "USA", "roots", "world-2011", "--region", "USB")]
    [InlineData(ExitCode.Usage, "--region", "roots", "world-2011")]
    [InlineData(ExitCode.Usage, "Nearest: equilibrium", "roots", "--lens", "equilibrum")]
    [InlineData(ExitCode.Usage, "above 0 and at most 1", "roots", "--cut", "1.5", "--horizon", "settled")]
    [InlineData(ExitCode.Usage, "--cut 1 has no price", "roots", "--cut", "1", "--horizon", "settled")]
    [InlineData(ExitCode.Usage, "--top cannot be -1", "roots", "--top", "-1")]
    [InlineData(
        ExitCode.Usage,
        "Formats are table, json, csv, md and parquet, and svg and png where a command draws",
        "roots",
        "-f",
        "xlsx"
    )]
    [InlineData(ExitCode.Usage, "names no format", "roots", "-o", "roots.xlsx")]
    [InlineData(ExitCode.Usage, "Nearest: roots", "rots")]
    [InlineData(ExitCode.Usage, "--threads cannot be 0", "roots", "--threads", "0")]
    public async Task A_wrong_word_is_answered_with_the_nearest_right_one(int code, string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_gets_the_format_of_its_suffix_and_nothing_is_left_half_written()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("roots.csv");
        CliRun run = await CliRun.Of("roots", "--horizon", "settled", "--top", "5", "-o", file);
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Empty(run.Output);
        Assert.Equal(["roots.csv"], Directory.GetFiles(folder.Root).Select(f => Path.GetFileName(f)));
        Assert.Equal(6, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Elasticities_of_ones_own_are_read_and_their_faults_named()
    {
        using var folder = new TemporaryFolder();
        const string Rows =
            "nest,code,value,source,note\nvalue-added-inputs,,1,test,\n"
            + "among-inputs,,1,test,\ndomestic-imported,,1,test,\nfinal-demand,,1,test,\n";
        CliRun good = await CliRun.Of(
            "roots",
            "--trade",
            "factor",
            "--elasticities",
            folder.Write("cd.csv", Rows),
            "--top",
            "1",
            "-f",
            "json"
        );
        using (var json = JsonDocument.Parse(good.Output))
        {
            // Cobb-Douglas throughout: the gap is 1.
            Assert.Equal(1, json.RootElement.GetProperty("rows")[0].GetProperty("gap").GetDouble(), 1e-9);
        }

        CliRun bad = await CliRun.Of(
            "roots",
            "--elasticities",
            folder.Write("bad.csv", Rows.Replace("among-inputs,,1", "among-inputs,,-1", StringComparison.Ordinal))
        );
        Assert.Equal(ExitCode.BadData, bad.Code);
        Assert.Contains("at least 0", bad.Error, StringComparison.Ordinal);
        CliRun unknown = await CliRun.Of(
            "roots",
            "--elasticities",
            folder.Write("unknown.csv", Rows.Replace("among-inputs", "inputs", StringComparison.Ordinal))
        );
        Assert.Contains("line 3", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_shows_every_lens_the_pyramid_paths_and_neighbours()
    {
        CliRun run = await CliRun.Of("root", "094", "--horizon", "settled", "-f", "json");
        using var json = JsonDocument.Parse(run.Output);
        ILookup<string, JsonElement> parts = json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ToLookup(r => r.GetProperty("part").GetString()!);
        Assert.Equal(
            ["first-order", "extraction", "cascade", "inventory", "equilibrium"],
            parts["figures"].Select(r => r.GetProperty("item").GetString())
        );
        double[] carried = [.. parts["pyramid"].Select(r => r.GetProperty("value").GetDouble())];
        Assert.True(carried.Length > 2);
        Assert.Equal(carried.OrderDescending(), carried);
        Assert.NotEmpty(parts["path"]);
        Assert.NotEmpty(parts["supplier"]);
        Assert.NotEmpty(parts["buyer"]);
    }
}
