using System.Globalization;
using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Web;

namespace Rootscope.Hosts.Tests.Cli;

public class UpgradeCommandTests
{
    private static readonly string[] Chips = ["upgrade", "--region", "CHN", "--technology", "logic_chips", "pv", "--draws", "60"];

    [Fact]
    public async Task A_row_a_technology_and_year_begins_with_what_weak_spots_say()
    {
        JsonElement[] rows = await Rows(Chips);
        JsonElement[] chips = [.. rows.Where(r => Text(r, "technology") == "logic_chips")];
        Assert.Equal(Enumerable.Range(0, 21), chips.Select(r => r.GetProperty("year").GetInt32()));
        Assert.Equal("transistors", Text(chips[0], "learningFrom"));

        // The first year is what weak spots say of the same cut, and the table's share of imports.
        JsonElement[] spots = await Rows(["weakspots", "--region", "CHN", "--exposure", "off"]);
        JsonElement spot = spots.Single(r => Text(r, "technology") == "logic_chips");
        Assert.Equal(spot.GetProperty("atStakeShare").GetDouble(), chips[0].GetProperty("atStake").GetDouble(), 1e-9);
        Assert.Equal(spot.GetProperty("yearsToReplace").GetDouble(), chips[0].GetProperty("yearsToReplace").GetDouble(), 1e-12);
        Assert.All(
            chips,
            r =>
                Assert.InRange(
                    r.GetProperty("homeShare").GetDouble(),
                    r.GetProperty("homeShareLow").GetDouble(),
                    r.GetProperty("homeShareHigh").GetDouble()
                )
        );

        JsonElement without = rows.Single(r => Text(r, "technology") == "pv");
        Assert.Equal(JsonValueKind.Null, without.GetProperty("year").ValueKind);
        Assert.Contains("no imports", Text(without, "reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_what_is_done_is_overruled_by_options_and_drawn_with_what_is_assumed()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("policy.yaml", "name: x\nban: 1\nfrom: 2\nset: [spill=0.025]\n");
        JsonElement[] rows = await Rows([.. Chips, "--scenario", file, "--from", "3"]);
        JsonElement[] chips = [.. rows.Where(r => Text(r, "technology") == "logic_chips")];
        Assert.True(chips[2].GetProperty("homeShareHigh").GetDouble() < 1);
        Assert.Equal(1, chips[3].GetProperty("homeShareLow").GetDouble(), 1e-12);
        string picture = Path.Combine(Path.GetDirectoryName(file)!, "fan.svg");
        Assert.Equal(ExitCode.Ok, (await CliRun.Of([.. Chips, "-o", picture])).Code);
        string drawn = await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken);
        Assert.Contains("at stake, of a year", drawn, StringComparison.Ordinal);
        Assert.Contains("rest on assumptions", drawn, StringComparison.Ordinal);
    }

    /// <summary>Dated tables of the world, Poland in them: its rate is told with the error on the last, which is held out.</summary>
    [Fact]
    public async Task Dated_tables_say_how_fast_gaps_closed_and_how_well_that_foresees_the_last()
    {
        Assert.SkipUnless(SourceFolder.Exist, "needs the source tables, which are not beside this checkout");
        using var folder = new TemporaryFolder();
        string workspace = folder.PathOf("workspace");
        foreach (int year in new[] { 2000, 2005 })
        {
            SourceFolder.CopyTo(folder.Root, $"wiot{year}.csv", "wiod2013", $"wiot{year}.csv");
            string file = folder.PathOf($"wiot{year}.csv");
            CliRun add = await CliRun.Of("data", "add", "wiod2013", file, "--name", $"w{year}", "--workspace", workspace);
            Assert.Equal(ExitCode.Ok, add.Code);
        }

        string[] asked = ["upgrade", "--region", "POL", "--technology", "instruments", "--draws", "30", "--workspace", workspace];
        CliRun run = await CliRun.Of([.. asked, "--history", "w2005", "w2000", "world-2011", "--wide"]);
        Assert.Equal(string.Empty, run.Error);
        string said = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("of which 4 had a gap to close", said, StringComparison.Ordinal);
        Assert.Contains("Home shares of 2011 foreseen from 2005", said, StringComparison.Ordinal);
        Assert.Contains("does not foresee better", said, StringComparison.Ordinal);
        Assert.Contains("fitted to tables of POL of 2000, 2005", said, StringComparison.Ordinal);
        Assert.Contains("They are not taken from the upgrading loop: in past tables of POL", said, StringComparison.Ordinal);
        Assert.DoesNotContain("by ratings;", said, StringComparison.Ordinal);

        // The same by the API, whose site has the workspace.
        CliRun data = await CliRun.Of([.. asked, "--history", "w2005", "w2000", "world-2011", "-f", "csv"]);
        await using RunningSite site = await RunningSite.Start(o => o with { WorkspaceFolder = workspace });
        using Visitor visitor = site.Visit();
        Answer api = await visitor.Get("/api/v1/upgrade.csv?region=POL&technology=instruments&draws=30&history=w2005,w2000,world-2011");
        Assert.Equal(Figures(data.Output), Figures(api.Text));

        CliRun twice = await CliRun.Of([.. asked, "--history", "w2000", "w2005", "w2005"]);
        Assert.Contains("three tables of different years", twice.Error, StringComparison.Ordinal);
        CliRun other = await CliRun.Of([.. asked, "--history", "w2000", "w2005", "usa-2017"]);
        Assert.Contains("usa-2017 is a table of USA alone", other.Error, StringComparison.Ordinal);
    }

    private static string[] Figures(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')];

    /// <summary>Elasticities do not bear a full ban of machinery for chips: data keep the figure, people read a word.</summary>
    [Fact]
    public async Task A_cut_beyond_known_elasticities_reads_as_very_much()
    {
        string[] asked = ["upgrade", "--region", "CHN", "--technology", "semi_equipment", "logic_chips", "--ban", "1", "--draws", "30"];
        CliRun people = await CliRun.Of([.. asked, "--wide"]);
        Assert.Contains("very much", people.Output, StringComparison.Ordinal);
        Assert.Contains("Extrapolated:", people.Output, StringComparison.Ordinal);
        JsonElement row = (await Rows(asked)).First(r => Text(r, "technology") == "semi_equipment");
        Assert.Equal("extrapolated", Text(row, "atStakeStatus"));
        JsonElement usual = (await Rows(Chips)).First(r => Text(r, "technology") == "logic_chips");
        Assert.Equal(JsonValueKind.Null, usual.GetProperty("atStakeStatus").ValueKind);
    }

    [Theory]
    [InlineData("--ban", "1.5", "a share from 0 to 1")]
    [InlineData("--public-money", "-1", "from 0 to 1e15 a year")]
    [InlineData("--public-money", "10e9 yuan", "--public-money cannot be read")]
    [InlineData("--set", "spill=none", "Write a parameter and its figure")]
    [InlineData("--set", "spil=0.02", "spill")]
    [InlineData("--technology", "logic_chip_", "logic_chips")]
    [InlineData("--history", "china-2020", "at least three tables")]
    [InlineData("--draws", "0", "2 to 10000 draws")]
    public async Task What_cannot_be_is_said_with_the_repair(string option, string value, string expected)
    {
        CliRun run = await CliRun.Of("upgrade", "--region", "CHN", option, value);
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> Rows(params string[] words)
    {
        CliRun run = await CliRun.Of([.. words, "-f", "json"]);
        Assert.Equal(string.Empty, run.Error);
        using var document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("rows").Clone().EnumerateArray()];
    }

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;
}
