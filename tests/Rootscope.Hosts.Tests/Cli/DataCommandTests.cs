using System.CommandLine;
using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Hosts.Tests.Storage.Formats;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Hosts.Tests.Cli;

public sealed class DataCommandTests : IDisposable
{
    private const int ExitOk = 0;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_list_has_every_table_with_its_licence()
    {
        await Add("own");
        CliRun run = await Run("data", "list", "-f", "json");
        using var json = JsonDocument.Parse(run.Output);
        JsonElement rows = json.RootElement.GetProperty("rows");
        Assert.Equal([.. EmbeddedTables.Names, "own"], rows.EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.All(rows.EnumerateArray(), r => Assert.NotEmpty(r.GetProperty("licence").GetString()!));
        Assert.Equal("imported", rows[EmbeddedTables.Names.Count].GetProperty("origin").GetString());
    }

    [Theory]
    [InlineData("china-2020", "National Bureau of Statistics", "10 000 yuan", "proportionality")]
    [InlineData("usa-2017", "Bureau of Economic Analysis", "million USD", "industry-technology")]
    [InlineData("world-2011", "Timmer", "unconfirmed", "sum of the row")]
    public async Task Showing_a_table_tells_source_licence_size_and_what_was_derived(string name, params string[] told)
    {
        CliRun run = await Run("data", "show", name);
        Assert.Equal(ExitOk, run.Code);
        string text = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(
            told.Concat(["licence", "sectors", "row gaps", "derived", "sha256"]),
            t => Assert.Contains(t, text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("china-2020", "bea2017-nbs2020")]
    [InlineData("usa-2017", "'identity'")]
    [InlineData("world-2011", "bea2017-wiod2013")]
    public async Task Showing_a_table_names_where_the_pattern_of_its_capital_goods_comes_from(string name, string way)
    {
        CliRun run = await Run("data", "show", name, "-f", "json");
        using var json = JsonDocument.Parse(run.Output);
        JsonElement row = json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(r => r.GetProperty("item").GetString() == "capital pattern");
        string told = row.GetProperty("value").GetString()!;
        Assert.Equal(CapitalData.For(EmbeddedTables.Read(name)).Origin, told);
        Assert.Contains("stocks of the United States by industry and kind of asset, 2017", told, StringComparison.Ordinal);
        Assert.Contains(way, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Industries_of_a_table_are_listed_with_output_and_import_share()
    {
        CliRun run = await Run("data", "show", "usa-2017", "--industries", "-f", "csv");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(399, lines.Length);
        Assert.Equal("region,code,name,localName,output,intermediateSales,finalSales,inputs,valueAdded,imports,importShare", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("USA,334413,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    [InlineData("world-2011")]
    public async Task Every_embedded_table_passes_its_check(string name)
    {
        CliRun run = await Run("data", "check", name);
        Assert.Equal((ExitOk, string.Empty), (run.Code, run.Error));
        Assert.DoesNotContain("broken", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_a_file_imports_nothing()
    {
        CliRun run = await Run("data", "check", _folder.Write("wiot2011.csv", SmallTables.Wiod));
        Assert.Equal(ExitOk, run.Code);
        Assert.Contains("RoW.c2", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("workspace")));
    }

    [Fact]
    public async Task Checking_a_file_that_is_not_productive_fails_with_exit_code_5()
    {
        CliRun run = await Run("data", "check", _folder.Write("greedy_2020.csv", SmallTables.NotProductive));
        Assert.Equal(5, run.Code);
        Assert.Contains("broken", run.Output, StringComparison.Ordinal);
        Assert.Contains("not productive", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_a_table_beyond_the_tolerance_fails_with_exit_code_3()
    {
        string file = _folder.Write(
            "bent_2020.csv",
            SmallTables.Nbs.Replace(",45,80,10,100", ",45,80,10.02,100", StringComparison.Ordinal)
        );
        CliRun added = await Run("data", "add", "nbs", file, "--name", "bent", "--tolerance", "0.01");
        Assert.Equal((ExitOk, string.Empty), (added.Code, added.Error));
        CliRun run = await Run("data", "check", "bent");
        Assert.Equal(3, run.Code);
        Assert.Contains("row of 01", run.Error, StringComparison.Ordinal);
        Assert.Contains("99.98", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitOk, (await Run("data", "check", "bent", "--tolerance", "0.001")).Code);
    }

    [Theory]
    [InlineData("check", "word of the command line")]
    [InlineData("china-2020", "embedded table")]
    [InlineData("a b", "letters, digits")]
    public async Task A_name_that_cannot_be_a_tables_is_a_usage_error(string name, string why)
    {
        CliRun run = await Run("data", "add", "nbs", _folder.Write("small_2020.csv", SmallTables.Nbs), "--name", name);
        Assert.Equal(2, run.Code);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("workspace")));
    }

    [Fact]
    public async Task A_name_that_is_taken_needs_replace()
    {
        await Add("own");
        string before = TemporaryFolder.Snapshot(_folder.PathOf("workspace"));
        CliRun refused = await Run("data", "add", "nbs", _folder.Write("small_2020.csv", SmallTables.Nbs), "--name", "own");
        Assert.Equal(2, refused.Code);
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(_folder.PathOf("workspace")));
        Assert.Equal(ExitOk, (await Run("data", "add", "nbs", _folder.PathOf("small_2020.csv"), "--name", "own", "--replace")).Code);
    }

    [Theory]
    [InlineData("icio")]
    [InlineData("exiobase3")]
    [InlineData("figaro flat")]
    public async Task A_layout_that_cannot_be_told_by_looking_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        LayoutFiles files = LayoutFiles.Of(name);
        CliRun run = await CliRun.Of([
            "data",
            "check",
            .. files.WriteTo(folder),
            "--layout",
            files.Layout.ToString().ToLowerInvariant(),
            "--year",
            "2011",
            "-f",
            "json",
        ]);
        Assert.Equal((ExitOk, string.Empty), (run.Code, run.Error));
    }

    [Fact]
    public async Task An_unknown_layout_or_tolerance_is_a_usage_error()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        CliRun layout = await Run("data", "add", "wiod", file, "--name", "own");
        Assert.Equal(2, layout.Code);
        Assert.Contains("Nearest: wiod2013", layout.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("data", "add", "nbs", file, "--name", "own", "--tolerance", "-1")).Code);
    }

    [Fact]
    public async Task An_unknown_table_suggests_the_nearest()
    {
        CliRun run = await Run("data", "show", "china-2002");
        Assert.Equal(4, run.Code);
        Assert.Contains("Nearest: china-2020", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_this_machine_fit_and_creates_nothing()
    {
        CliRun run = await Run("doctor");
        Assert.Equal((ExitOk, string.Empty), (run.Code, run.Error));
        Assert.Contains("world-2011", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("workspace")));
    }

    [Fact]
    public async Task The_doctor_names_a_damaged_table_and_fails()
    {
        await Add("own");
        File.WriteAllText(
            Directory
                .GetFiles(_folder.PathOf("workspace"), "*", SearchOption.AllDirectories)
                .Single(f => f.Contains("blobs", StringComparison.Ordinal)),
            "x"
        );
        CliRun run = await Run("doctor");
        Assert.Equal(1, run.Code);
        Assert.Contains("damaged", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_command_line_is_reserved()
    {
        Assert.Equal([], Words(CommandTree.Build(site: Tool.SiteCommands.Create())).Where(w => !TableNames.Reserved.Contains(w)));

        static IEnumerable<string> Words(Command command) => command.Subcommands.SelectMany(c => Words(c).Append(c.Name));
    }

    private async Task Add(string name)
    {
        CliRun run = await Run("data", "add", "nbs", _folder.Write("small_2020.csv", SmallTables.Nbs), "--name", name);
        Assert.Equal((ExitOk, string.Empty), (run.Code, run.Error));
    }

    private Task<CliRun> Run(params string[] arguments) => CliRun.Of([.. arguments, "--workspace", _folder.PathOf("workspace")]);
}
