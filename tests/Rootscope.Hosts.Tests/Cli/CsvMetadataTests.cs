using System.Text.Json;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

public class CsvMetadataTests
{
    [Fact]
    public async Task Beside_a_csv_file_stands_what_it_holds_and_the_file_itself_has_no_comment()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("up stream.csv");
        CliRun run = await CliRun.Of("accounts", "china-2020", "--measure", "upstreamness", "-o", file, "--metadata");
        Assert.Equal(ExitCode.Ok, run.Code);
        string[] heads = File.ReadLines(file).First().Split(',');
        using var metadata = JsonDocument.Parse(File.ReadAllText(file + "-metadata.json"));
        JsonElement root = metadata.RootElement;
        Assert.Equal("http://www.w3.org/ns/csvw", root.GetProperty("@context").GetString());
        Assert.Equal("up%20stream.csv", root.GetProperty("url").GetString());
        JsonElement[] columns = [.. root.GetProperty("tableSchema").GetProperty("columns").EnumerateArray()];
        Assert.Equal(heads, columns.Select(c => c.GetProperty("name").GetString()));
        Assert.All(columns, c => Assert.NotEmpty(c.GetProperty("dc:description").GetString()!));
        Assert.Contains(columns, c => c.GetProperty("datatype").GetString() == "double");

        // The provenance is that of the JSON report.
        CliRun json = await CliRun.Of("accounts", "china-2020", "--measure", "upstreamness", "-f", "json");
        using var report = JsonDocument.Parse(json.Output);
        Assert.True(
            JsonElement.DeepEquals(report.RootElement.GetProperty("provenance"), root.GetProperty("schema:measurementTechnique")),
            "another provenance"
        );
    }

    [Theory]
    [InlineData()]
    [InlineData("-f", "json")]
    [InlineData("-o", "x.json")]
    public async Task Without_a_csv_file_it_is_refused_before_any_work(params string[] words)
    {
        CliRun run = await CliRun.Of(["accounts", "china-2020", "--measure", "upstreamness", "--metadata", .. words]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("name one with -o FILE.csv", run.Error, StringComparison.Ordinal);
    }
}
