using System.Text.Json;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Two scenarios side by side, and one held to a result of before.</summary>
public sealed class ShockCompareCommandTests : IDisposable
{
    private const string Half = "name: Half\ntable: world-2011\nshocks:\n  - supply_cut: { product: c14, region: TWN, share: 0.5 }\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_compared_is_what_each_run_says()
    {
        string first = _folder.Write("first.yaml", Half);
        string second = _folder.Write("second.yaml", Half.Replace("0.5", "0.6", StringComparison.Ordinal));
        JsonElement[] rows = Rows(await Run("compare", first, second, "--lens", "extraction", "--sort", "table"));
        Assert.Equal(41, rows.Length);
        foreach ((string file, string column) in new[] { (first, "firstLoss"), (second, "secondLoss") })
        {
            Dictionary<string, double> alone = Rows(await Run("run", file, "--lens", "extraction"))
                .Where(r => r.GetProperty("part").GetString() == "region")
                .ToDictionary(r => r.GetProperty("region").GetString()!, r => r.GetProperty("loss").GetDouble(), StringComparer.Ordinal);
            Assert.All(rows, r => Assert.Equal(alone[r.GetProperty("region").GetString()!], r.GetProperty(column).GetDouble()));
        }

        Assert.All(
            rows,
            r =>
                Assert.Equal(
                    r.GetProperty("secondLoss").GetDouble() - r.GetProperty("firstLoss").GetDouble(),
                    r.GetProperty("difference").GetDouble()
                )
        );
        Assert.Equal("TWN", rows[0].GetProperty("region").GetString());
    }

    [Fact]
    public async Task A_run_is_held_to_a_result_of_before()
    {
        string file = _folder.Write("half.yaml", Half);
        string kept = _folder.Write("kept.json", (await Run("run", file, "--lens", "extraction")).Output);
        CliRun same = await Run("run", file, "--lens", "extraction", "--expect", kept);
        Assert.Equal((ExitCode.Ok, string.Empty), (same.Code, same.Error));
        string other = _folder.Write("other.yaml", Half.Replace("0.5", "0.500001", StringComparison.Ordinal));
        CliRun differs = await Run("run", other, "--lens", "extraction", "--expect", kept);
        Assert.Equal(ExitCode.Differs, differs.Code);
        Assert.Contains(" is expected and ", differs.Error, StringComparison.Ordinal);
        Assert.Contains("more differences", differs.Error, StringComparison.Ordinal);
        CliRun broken = await Run("run", file, "--lens", "extraction", "--expect", file);
        Assert.Equal(ExitCode.BadData, broken.Code);
        Assert.Contains("-f json wrote", broken.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> Run(params string[] words) =>
        CliRun.Of(["shock", .. words, "-q", "-f", "json", "--workspace", _folder.PathOf("workspace")]);

    private static JsonElement[] Rows(CliRun run)
    {
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
    }
}
