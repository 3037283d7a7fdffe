using System.Text.Json;
using System.Text.RegularExpressions;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary><c>rootscope shock</c>: templates run, tables read well, data are whole, and wrong words are answered.</summary>
public partial class ShockCommandTests
{
    private static readonly string Samples = Path.Combine(SourceFolder.Repository(), "samples");

    public static TheoryData<string> Templates => [.. ScenarioFiles.Templates];

    [Fact]
    public void Eight_templates_ship() =>
        Assert.Equal(
            [
                "capital-restriction",
                "chip-equipment-embargo",
                "control-package",
                "digital-spinning",
                "entity-list-wave",
                "machine-tool-embargo",
                "rare-earth-stop",
                "tariff-round",
            ],
            ScenarioFiles.Templates
        );

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_is_written_checked_and_run(string template)
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("own.yaml");
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("shock", "new", template, "-o", file)).Code);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Samples, template + ".yaml"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
        CliRun check = await CliRun.Of("shock", "check", file);
        Assert.Equal(ExitCode.Ok, check.Code);
        Assert.Contains("Sound: ", check.Output, StringComparison.Ordinal);
        CliRun run = await CliRun.Of("shock", "run", Shortened(folder, file), "-q", "-f", "json");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        JsonElement[] lenses = [.. Rows(run).Where(r => r.GetProperty("part").GetString() == "lens")];
        Assert.Equal(
            ["first-order", "extraction", "cascade", "inventory", "equilibrium"],
            lenses.Select(l => l.GetProperty("lens").GetString())
        );
        Assert.True(lenses[4].GetProperty("status").GetString() is "ok" or "partial");
    }

    /// <summary>A scenario that looks two months ahead: days cost time, and what is asked here is the same on every day.</summary>
    private static string Shortened(TemporaryFolder folder, string file)
    {
        string text = Horizon().Replace(File.ReadAllText(file), string.Empty);
        return folder.Write("short.yaml", text + "horizon: 2 months\n");
    }

    [GeneratedRegex("^horizon: .*\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Horizon();

    [Fact]
    public async Task The_embargo_is_told_as_an_analyst_reads_it()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.Of("shock", "run", Shortened(folder, Sample("chip-equipment-embargo")));
        string[] parts =
        [
            "Chip-making equipment is embargoed (world-2011)",
            "Ban on 90% of Semiconductor manufacturing equipment (1.6",
            "Technologies and their carriers",
            "split off, with recipe, buyers and size of its own",
            "capital=on",
            "What each lens says",
            "What each region loses",
            "Sectors whose output falls most",
            "Sectors whose output rises most",
            "In words: under the equilibrium lens China loses",
            "do not use them: every shock has its full size",
            "Provenance: world-2011",
            "elasticities=short-run",
        ];
        Assert.All(parts, p => Assert.Contains(p, run.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_uplift_shows_downstream_and_upstream_apart_and_what_a_lens_leaves_out()
    {
        CliRun run = await CliRun.Of("shock", "run", Sample("digital-spinning"), "--top", "3");
        string[] parts =
        [
            "Downstream: those who buy save cost",
            "Manufacture of wearing apparel",
            "Upstream: those who sell to what is uplifted",
            "What is not in the figures",
            "gains",
            "bn CNY a year",
        ];
        Assert.All(parts, p => Assert.Contains(p, run.Output, StringComparison.Ordinal));
        JsonElement[] rows = Rows(await CliRun.Of("shock", "run", Sample("digital-spinning"), "-q", "-f", "json"));
        Assert.Equal(148, rows.Count(r => r.GetProperty("part").GetString() == "downstream"));
        Assert.Equal(148, rows.Count(r => r.GetProperty("part").GetString() == "upstream"));
    }

    [Fact]
    public async Task A_sweep_is_a_curve_that_falls_with_the_elasticity()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "cut.yaml",
            "name: Cut\ntable: china-2020\nshocks:\n  - supply_cut: { product: \"094\", region: CHN, share: 0.7 }\n"
        );
        CliRun run = await CliRun.Of("shock", "run", file, "--sweep", "elasticity", "-q", "-f", "json");
        double[] losses = [.. Rows(run).Select(r => r.GetProperty("loss").GetDouble())];
        Assert.Equal(15, losses.Length);
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.Equal("among-inputs", Rows(run)[0].GetProperty("nest").GetString());
        CliRun table = await CliRun.Of("shock", "run", file, "--sweep", "elasticity");
        Assert.Contains("curve of China", table.Words, StringComparison.Ordinal);
        Assert.Contains("the answer ", table.Words, StringComparison.Ordinal);
        Assert.Equal(
            run.Output,
            (await CliRun.Of("shock", "run", file, "--sweep", "elasticity", "-q", "-f", "json", "--threads", "1")).Output
        );
    }

    [Fact]
    public async Task Investment_shows_both_paths()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "later.yaml",
            "name: Later\ntable: china-2020\nhorizon: 4 months\nshocks:\n"
                + "  - capital: { product: \"094\", region: CHN, investment: -30% }\n"
        );
        CliRun run = await CliRun.Of("shock", "run", file);
        Assert.Equal(ExitCode.Ok, run.Code);
        string[] path =
        [
            .. run.Output.Split('\n').SkipWhile(l => !l.Contains("hat becomes of investment", StringComparison.Ordinal)).Skip(3).Take(2),
        ];
        Assert.All(path, l => Assert.Contains("-30.00%", l, StringComparison.Ordinal));
        Assert.Contains("-0.", path[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shortage_takes_ratings_of_inputs_and_says_which()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "cut.yaml",
            "name: Cut\ntable: china-2020\nshocks:\n  - supply_cut: { product: \"094\", region: CHN, share: 0.5 }\n"
        );
        double plain = Loss(await CliRun.Of("shock", "run", file, "--lens", "cascade", "-q", "-f", "json"));
        CliRun rated = await CliRun.Of("shock", "run", file, "--lens", "cascade", "--essentiality", "all-essential", "-q", "-f", "json");
        Assert.InRange(plain, 0.001, Loss(rated));
        Assert.Contains(
            "\"essentiality\":\"Essential\"",
            rated.Output.Replace(" ", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        CliRun unrated = await CliRun.Of("shock", "run", file, "--lens", "cascade", "--essentiality", "ihs");
        Assert.Equal(ExitCode.BadData, unrated.Code);
        Assert.Contains("'001'", unrated.Error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Usage,
            (await CliRun.Of("shock", "run", file, "--lens", "extraction", "--essentiality", "all-essential")).Code
        );
        Assert.Equal(ExitCode.Usage, (await CliRun.Of("roots", "china-2020", "--essentiality", "all-essential")).Code);
        CliRun refused = await CliRun.Of("roots", "china-2020", "--lens", "cascade", "--essentiality", "all-essential");
        Assert.Equal(ExitCode.MathematicsFailed, refused.Code);
        Assert.Contains("everything reaches everything", refused.Error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Ok,
            (await CliRun.Of("roots", "china-2020", "--by", "technology", "--lens", "cascade", "--top", "3", "--sort", "loss")).Code
        );

        static double Loss(CliRun run) =>
            Rows(run).Single(r => r.GetProperty("part").GetString() == "lens").GetProperty("loss").GetDouble();
    }

    [Fact]
    public async Task A_ban_that_nothing_replaces_names_the_buyer_and_the_way_out()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "full.yaml",
            "name: Full\ntable: world-2011\nshocks:\n  - ban: { product: c14, from: [USA], to: [CHN] }\n"
        );
        CliRun run = await CliRun.Of("shock", "run", file, "--lens", "equilibrium");
        Assert.Equal(ExitCode.MathematicsFailed, run.Code);
        Assert.Contains("c14 in CHN", run.Output, StringComparison.Ordinal);
        Assert.Contains("Give 'outside_price'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_one_region_can_be_asked_for()
    {
        JsonElement[] rows = Rows(
            await CliRun.Of(
                "shock",
                "run",
                Sample("chip-equipment-embargo"),
                "--lens",
                "extraction",
                "--region",
                "japan",
                "--top",
                "4",
                "-q",
                "-f",
                "json"
            )
        );
        JsonElement[] placed = [.. rows.Where(r => r.GetProperty("region").ValueKind == JsonValueKind.String)];
        Assert.Equal(5, placed.Length);
        Assert.All(placed, r => Assert.Equal("JPN", r.GetProperty("region").GetString()));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "Nearest: equilibrium", "--lens", "equilibrum")]
    [InlineData(ExitCode.Usage, "Nearest: among-inputs", "--sweep", "among-input")]
    [InlineData(ExitCode.Usage, "--sweep goes with the equilibrium lens", "--sweep", "elasticity", "--lens", "extraction")]
    [InlineData(ExitCode.Usage, "--top cannot be -1", "--top", "-1")]
    [InlineData(ExitCode.Usage, "Nearest: money", "--sort", "mony")]
    [InlineData(ExitCode.NotFound, "Nearest: short-run", "--elasticities", "shortrun")]
    [InlineData(ExitCode.NotFound, "There is no region 'XYZ'", "--region", "XYZ")]
    public async Task A_wrong_word_is_answered_with_what_is_right(int code, string told, params string[] options)
    {
        CliRun run = await CliRun.Of(["shock", "run", Sample("digital-spinning"), .. options]);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_with_faults_ends_check_and_run_with_bad_data()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "bad.yaml",
            "name: Bad\ntable: world-2011\nshocks:\n  - ban: { product: c14, from: USA, to: CHN, share: 2 }\n"
        );
        CliRun check = await CliRun.Of("shock", "check", file);
        Assert.Equal(ExitCode.BadData, check.Code);
        Assert.Contains("1 fault.", check.Output, StringComparison.Ordinal);
        CliRun run = await CliRun.Of("shock", "run", file);
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("bad.yaml, line 4, column 53: 'share' is 2.", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotFound, (await CliRun.Of("shock", "new", "embargo-of-chips")).Code);
        Assert.Equal(ExitCode.Usage, (await CliRun.Of("shock", "new", "tariff-round", "-o", file)).Code);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("shock", "new", "tariff-round", "-o", file, "--replace")).Code);
    }

    private static string Sample(string name) => Path.Combine(Samples, name + ".yaml");

    private static JsonElement[] Rows(CliRun run) => [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
}
