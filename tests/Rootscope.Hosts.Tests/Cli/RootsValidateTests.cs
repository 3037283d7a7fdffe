using System.Text.Json;

namespace Rootscope.Hosts.Tests.Cli;

public sealed class RootsValidateTests : IDisposable
{
    private const string Header = "list,item_id,item,classification,code,industry_name,strength,note,source";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_measure_has_a_row_and_what_is_at_stake_is_the_default()
    {
        CliRun run = await Validate(List("068 A", "078 B", "087 A", "096 B", "094 B", "073 B", "083 B", "128 B"));
        Assert.Equal(0, run.Code);
        JsonElement[] rows = Rows(run);
        Assert.Equal(
            [
                "at-stake",
                "stake-leverage",
                "at-stake-imports",
                "stake-leverage-imports",
                "leverage",
                "gap",
                "loss",
                "excess",
                "reach",
                "output",
                "domar-weight",
                "first-order-loss",
                "upstreamness",
                "import-share",
                "export-share",
                "value-added-share",
                "capital-good-share",
                "rigid-cascade",
            ],
            rows.Select(r => r.GetProperty("measure").GetString())
        );
        Assert.Equal("at-stake", Assert.Single(rows, r => r.GetProperty("default").GetBoolean()).GetProperty("measure").GetString());
        Assert.Equal("refused", rows[^1].GetProperty("status").GetString());
        Assert.Contains("capital stock, elasticities by-horizon, exports 0.9", run.Output, StringComparison.Ordinal);
        Assert.Contains("everything reaches everything", run.Output, StringComparison.Ordinal);
        Assert.All(
            rows[..^1],
            r =>
                Assert.Equal(
                    (8, 89, "ok"),
                    (r.GetProperty("positives").GetInt32(), r.GetProperty("industries").GetInt32(), r.GetProperty("status").GetString())
                )
        );
        Assert.All(
            rows[..^1],
            r => Assert.InRange(r.GetProperty("auc").GetDouble(), r.GetProperty("low").GetDouble(), r.GetProperty("high").GetDouble())
        );
    }

    [Fact]
    public async Task Where_products_are_rated_ingredients_and_guards_have_rows_too()
    {
        string list = Path.Combine(SourceFolder.Repository(), "samples", "expert-list.csv");
        string[] command = ["roots", "validate", "--labels", list, "--draws", "100", "--permutations", "1", "-q", "-f", "json"];
        string[] measures = [.. Rows(await CliRun.Once(command)).Select(r => r.GetProperty("measure").GetString()!)];
        Assert.Contains("index-alone", measures);
        Assert.Contains("leverage-without-knowledge", measures);
        Assert.Contains("at-stake-capital-spread", measures);
        Assert.Contains("at-stake-imports-flows-permuted", measures);
        Assert.Equal(["leverage-flows-permuted", "leverage-elasticities-permuted"], measures[^2..]);
        Assert.DoesNotContain(
            "index-alone",
            Rows(await CliRun.Of([.. command, "--ratings", "off"])).Select(r => r.GetProperty("measure").GetString())
        );
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_on_any_number_of_threads()
    {
        string list = List("068 A", "078 B");
        CliRun one = await Validate(list, "--threads", "1");
        CliRun many = await Validate(list, "--threads", "3");
        Assert.Equal(one.Output, many.Output);
        Assert.NotEqual(one.Output, (await Validate(list, "--seed", "2")).Output);
    }

    [Fact]
    public async Task Few_positives_give_no_verdict()
    {
        string list = _folder.Write("list.csv", List("068 A"));
        CliRun run = await CliRun.Of("roots", "validate", "--labels", list, "--draws", "100", "--permutations", "0");
        Assert.Equal(0, run.Code);
        Assert.Contains("no verdict", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999 A", 3, "line 2")]
    [InlineData("068 D", 3, "Write A, B or C")]
    [InlineData(" A", 3, "line 2, column 5 ('code')")]
    public async Task A_faulty_list_is_refused_with_its_line(string row, int code, string told)
    {
        CliRun run = await Validate(List(row));
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_column_or_a_row_is_refused()
    {
        Assert.Contains(
            "no column 'strength'",
            (await Validate("list,item_id,classification,code\nx,1,nbs2020,068\n")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("has no row", (await Validate(Header + "\n")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_can_be_chosen_by_their_ending()
    {
        string list = Header + "\nx,1_c,,nbs2020,068,,A,,\nx,2_s,,nbs2020,078,,A,,\n";
        Assert.All(Rows(await Validate(list, "--items", "_c")), r => Assert.Equal(1, r.GetProperty("positives").GetInt32()));
        Assert.Equal(2, (await Validate(list, "--items", "_x")).Code);
    }

    [Fact]
    public async Task Too_few_draws_and_a_missing_list_are_usage_errors()
    {
        Assert.Equal(2, (await Validate(List("068 A"), "--draws", "10")).Code);
        Assert.Equal(2, (await CliRun.Of("roots", "validate")).Code);
    }

    [Fact]
    public async Task By_technology_every_technology_stands_once_with_its_carrier_and_grade()
    {
        CliRun run = await CliRun.Of("roots", "--horizon", "settled", "--by", "technology", "--bridge", "none", "--top", "0", "-f", "json");
        Assert.Equal(0, run.Code);
        JsonElement[] rows = Rows(run);
        Assert.Equal(43, rows.Select(r => r.GetProperty("code").GetString()).Distinct().Count());
        JsonElement tools = rows.Single(r => r.GetProperty("code").GetString() == "machine_tools");
        Assert.Equal(
            ("068", "A", "matter"),
            (tools.GetProperty("carrier").GetString(), tools.GetProperty("grade").GetString(), tools.GetProperty("area").GetString())
        );
        Assert.Equal(JsonValueKind.Null, tools.GetProperty("carrierShare").ValueKind);
        IEnumerable<int> ranksOf094 = rows.Where(r => r.GetProperty("carrier").GetString() == "094")
            .Select(r => r.GetProperty("rank").GetInt32())
            .Distinct();
        Assert.Single(ranksOf094);
    }

    [Fact]
    public async Task By_technology_says_how_coarse_it_is()
    {
        CliRun run = await CliRun.Of("roots", "--horizon", "settled", "--by", "technology");
        Assert.Contains("Coarse: 43 technologies are seen through", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_technology_is_seen_through_its_carrier_and_that_is_said()
    {
        CliRun technology = await CliRun.Of(
            "root",
            "machine_tools",
            "china-2020",
            "--bridge",
            "none",
            "--horizon",
            "settled",
            "-f",
            "json"
        );
        CliRun industry = await CliRun.Of("root", "068", "china-2020", "--bridge", "none", "--horizon", "settled", "-f", "json");
        Assert.Equal((0, 0), (technology.Code, industry.Code));
        Assert.Contains("with grade A", technology.Output, StringComparison.Ordinal);
        Assert.Equal(
            industry.Output[industry.Output.IndexOf("\"rows\"", StringComparison.Ordinal)..],
            technology.Output[technology.Output.IndexOf("\"rows\"", StringComparison.Ordinal)..]
        );
    }

    private static string List(params string[] codeAndGrade) =>
        string.Join('\n', codeAndGrade.Select((c, i) => $"x,{i},,nbs2020,{c.Split(' ')[0]},,{c.Split(' ')[1]},,").Prepend(Header)) + "\n";

    private static JsonElement[] Rows(CliRun run) => [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];

    private Task<CliRun> Validate(string list, params string[] more) =>
        CliRun.Of([
            "roots",
            "validate",
            "china-2020",
            "--labels",
            _folder.Write("list.csv", list),
            "--draws",
            "100",
            "--permutations",
            "0",
            "-f",
            "json",
            .. more,
        ]);
}
