using System.Text.Json;
using Rootscope.Cli.Options;
using Rootscope.Shocks.Kinds;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>A scenario in one line is the scenario of a file: same rows, same hash; faults are told in the words of the line.</summary>
public sealed class ShockOneCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kind_of_shock_has_its_line()
    {
        string[] commands =
        [
            .. Rootscope.Cli.CommandTree.Build().Subcommands.Single(c => c.Name == "shock").Subcommands.Select(c => c.Name),
        ];
        Assert.All(ShockKinds.Default.All, k => Assert.Contains(k.Word.Replace('_', '-'), commands));
    }

    [Fact]
    public async Task A_line_says_what_the_file_says_that_it_saves()
    {
        string file = _folder.PathOf("saved.yaml");
        string[] how = ["--lens", "equilibrium", "-f", "json", "--workspace", _folder.PathOf("workspace")];
        string[] line =
        [
            "shock",
            "ban",
            "machine_tools",
            "--from",
            "USA,JPN",
            "DEU",
            "--to",
            "CHN",
            "--share",
            "90%",
            "--for",
            "24mo",
            "--start",
            "6mo",
        ];
        CliRun one = await CliRun.Of([.. line, "--save", file, .. how]);
        CliRun run = await CliRun.Of(["shock", "run", file, .. how]);
        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (one.Code, run.Code));
        Assert.Equal(Rows(run), Rows(one));
        Assert.Equal(Hash(run), Hash(one));
        string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("from: [USA, JPN, DEU]", text, StringComparison.Ordinal);
        Assert.Contains("start: month 6", text, StringComparison.Ordinal);
        Assert.Contains("horizon: 30 months", text, StringComparison.Ordinal);
        CliRun again = await CliRun.Of([.. line, "--save", file, .. how]);
        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Contains("--replace", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ban machine_tols --from USA --to CHN", "Nearest technology of the catalogue: machine_tools")]
    [InlineData("ban c14 --from USA --to CHN --share 3", "--share is 3. Expected a number above 0 and at most 1")]
    [InlineData("ban c14 --from USB --to CHN", "USA")]
    [InlineData("ban c14 --from USA --to CHN --ramp -3mo", "--ramp is '-3mo'")]
    [InlineData("tariff c14 --from CHN --to USA --rate x", "--rate is 'x', which is no number")]
    [InlineData("ban c14 --from USA --to CHN --table nowhere", "nowhere")]
    [InlineData("ban c14 --from USA --to CHN --horizon soon", "--horizon is 'soon'")]
    [InlineData("ban c14 --from USA", "--to")]
    [InlineData("uplift c14 --region CHN --productivity 0", "--productivity is 0")]
    public async Task Faults_are_told_in_the_words_of_the_line(string line, string expected)
    {
        CliRun run = await CliRun.Of(["shock", .. line.Split(' '), "--workspace", _folder.PathOf("workspace")]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line ", run.Error, StringComparison.Ordinal);
    }

    private static string Rows(CliRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").GetRawText();

    private static string? Hash(CliRun run) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty("provenance").GetProperty("options").GetProperty("scenario").GetString();
}
