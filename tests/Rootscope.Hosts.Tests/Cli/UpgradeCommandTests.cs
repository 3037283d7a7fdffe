using System.Globalization;
using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;

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

    [Theory]
    [InlineData("--ban", "1.5", "a share from 0 to 1")]
    [InlineData("--public-money", "-1", "from 0 to 1e15 a year")]
    [InlineData("--public-money", "10e9 yuan", "--public-money cannot be read")]
    [InlineData("--set", "spill=none", "Write a parameter and its figure")]
    [InlineData("--set", "spil=0.02", "spill")]
    [InlineData("--technology", "logic_chip_", "logic_chips")]
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
