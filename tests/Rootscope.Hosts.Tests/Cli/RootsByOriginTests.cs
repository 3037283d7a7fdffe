using System.Text.Json;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary><c>rootscope roots --origin</c>.</summary>
public class RootsByOriginTests
{
    [Fact]
    public async Task A_partner_gives_one_row_a_product_with_its_origin()
    {
        CliRun run = await CliRun.Of(
            "roots",
            "world-2011",
            "--region",
            "DEU",
            "--supply",
            "imported",
            "--origin",
            "chn",
            "--top",
            "3",
            "-f",
            "json"
        );
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("roots-by-origin", report.GetProperty("provenance").GetProperty("kind").GetString());
        Assert.Equal("CHN", report.GetProperty("provenance").GetProperty("options").GetProperty("origin").GetString());
        JsonElement[] rows = [.. report.GetProperty("rows").EnumerateArray()];
        Assert.Equal(3, rows.Length);
        Assert.All(rows, r => Assert.Equal("CHN", r.GetProperty("origin").GetString()));
    }

    [Theory]
    [InlineData(4, "USA, AUS", "roots world-2011 --region CHN --supply imported --origin USX")]
    [InlineData(2, "many regions", "roots china-2020 --supply imported --origin USA")]
    [InlineData(2, "--supply imported", "roots world-2011 --region CHN --origin USA")]
    [InlineData(2, "itself", "roots world-2011 --region CHN --supply imported --origin China")]
    [InlineData(2, "--region", "roots world-2011 --supply imported --origin USA")]
    [InlineData(2, "--by", "roots world-2011 --region CHN --supply imported --origin USA --by technology")]
    public async Task What_cannot_be_asked_says_what_can(int code, string part, string command)
    {
        CliRun run = await CliRun.Of(command.Split(' '));
        Assert.Equal(code, run.Code);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
    }
}
