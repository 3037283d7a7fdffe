using System.Globalization;
using System.Text.Json;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary><c>rootscope accounts paths</c>: what it prints, and what it refuses.</summary>
public sealed class AccountsPathsCommandTests
{
    /// <summary>Sums of a few figures keep some fifteen digits.</summary>
    private const double Tolerance = 1e-12;

    [Fact]
    public async Task Csv_has_a_row_a_path_strongest_first_with_codes_and_names()
    {
        CliRun run = await CliRun.Of("accounts", "paths", "china-2020", "--final", "084", "--top", "5", "-f", "csv");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("rank,tiers,path,names,value,share,cumulativeShare,potential,remainder", lines[0]);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("1,0,084,Manufacture of electric motors,", lines[1], StringComparison.Ordinal);
        Assert.All(lines[2..], l => Assert.Contains("084 → ", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_says_how_much_is_covered_and_what_was_asked()
    {
        CliRun run = await CliRun.Of(
            "accounts",
            "paths",
            "world-2011",
            "--root",
            "c14",
            "--region",
            "TWN",
            "--indicator",
            "output",
            "--threshold",
            "0.02",
            "--tiers",
            "4",
            "-f",
            "json"
        );
        Assert.Equal(0, run.Code);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        JsonElement options = root.GetProperty("provenance").GetProperty("options");
        Assert.Equal("TWN.c14", options.GetProperty("root").GetString());
        Assert.Equal("output", options.GetProperty("indicator").GetString());
        Assert.Equal("4", options.GetProperty("tiers").GetString());
        JsonElement[] rows = [.. root.GetProperty("rows").EnumerateArray()];
        Assert.All(rows, r => Assert.True(r.GetProperty("share").GetDouble() >= 0.02));
        Assert.Equal(rows.Sum(r => r.GetProperty("share").GetDouble()), rows[^1].GetProperty("cumulativeShare").GetDouble(), Tolerance);
        string note = root.GetProperty("provenance").GetProperty("notes").EnumerateArray().Last().GetString()!;
        Assert.Contains("end=threshold", note, StringComparison.Ordinal);
        Assert.Contains(
            "covered=" + rows.Sum(r => r.GetProperty("value").GetDouble()).ToString("R", CultureInfo.InvariantCulture)[..8],
            note,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_region_may_stand_before_the_code_and_without_one_all_regions_count()
    {
        CliRun one = await CliRun.Of("accounts", "paths", "world-2011", "--root", "TWN.c14", "--top", "1", "-f", "csv");
        CliRun other = await CliRun.Of("accounts", "paths", "world-2011", "--root", "c14", "--region", "Taiwan", "--top", "1", "-f", "csv");
        Assert.Equal(one.Output, other.Output);
        CliRun all = await CliRun.Of("accounts", "paths", "world-2011", "--final", "c14", "--top", "50", "-f", "csv");
        Assert.True(all.Output.Split('\n')[1..^1].Select(l => l.Split(',')[2].Split(' ')[0]).Distinct(StringComparer.Ordinal).Count() > 3);
    }

    [Theory]
    [InlineData(2, "either --final SECTOR", "accounts", "paths", "china-2020")]
    [InlineData(2, "either --final SECTOR", "accounts", "paths", "china-2020", "--final", "084", "--root", "084")]
    [InlineData(2, "--top cannot be 0", "accounts", "paths", "china-2020", "--final", "084", "--top", "0")]
    [InlineData(2, "--threshold cannot be 2", "accounts", "paths", "china-2020", "--final", "084", "--threshold", "2")]
    [InlineData(2, "--tiers cannot be -1", "accounts", "paths", "china-2020", "--final", "084", "--tiers", "-1")]
    [InlineData(2, "Nearest: output", "accounts", "paths", "china-2020", "--final", "084", "--indicator", "outptu")]
    [InlineData(4, "no single industry 'nothing of the kind'", "accounts", "paths", "china-2020", "--final", "nothing of the kind")]
    [InlineData(4, "no region 'XXX'", "accounts", "paths", "china-2020", "--final", "084", "--region", "XXX")]
    public async Task What_cannot_be_is_refused_with_a_way_on(int code, string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
