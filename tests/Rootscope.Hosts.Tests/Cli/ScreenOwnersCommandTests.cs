using System.Text.Json;
using Rootscope.Cli.Options;
using Rootscope.Screening.Ownership;
using Rootscope.Storage.Screening;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Who counts as listed by who owns him, on the command line, and the rules that are data.</summary>
public sealed class ScreenOwnersCommandTests : IDisposable
{
    private static readonly string Samples = Path.Combine(SourceFolder.Repository(), "samples");
    private static readonly string Owners = Path.Combine(Samples, "owners.csv");
    private static readonly string Parties = "plain:" + Path.Combine(Samples, "restricted-parties.csv");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_match_counts_after_a_decision_or_when_matches_are_accepted()
    {
        string[] ask = ["--list", "own", "--date", "2026-01-31"];
        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", Parties[6..], "--name", "own")).Code);
        CliRun open = await Run([.. Asked(ask), "--fail-on-hit"]);
        Assert.Equal(ExitCode.Ok, open.Code);
        Assert.Contains("2 names have a match that nobody decided about", open.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Example Instruments listed,Sample Technologies, LLC listed,Sample Lenses owned,Sample Optics owned,Sample Coatings possible",
            await States([.. ask, "--accept-matches"])
        );
        await Decide("Example Instruments", "R-001", "true-match");
        Assert.Equal("Example Instruments listed,Sample Coatings possible,Sample Optics below", await States(ask));
        await Decide("Sample Technologies, LLC", "R-002", "false-positive");
        Assert.Equal("Example Instruments listed,Sample Coatings possible,Sample Optics below", await States([.. ask, "--accept-matches"]));
    }

    [Fact]
    public async Task The_rule_of_the_day_holds_and_is_named()
    {
        string[] listed = ["--listed", "Example Instruments", "--listed", "Sample Technologies, LLC"];
        Assert.Contains("Sample Optics owned", await States([.. listed, "--date", "2026-01-31"]), StringComparison.Ordinal);
        Assert.Contains("Sample Optics below", await States([.. listed, "--date", "2026-01-31", "--rule", "uk"]), StringComparison.Ordinal);
        Assert.Contains("Sample Mirrors owned", await States([.. listed, "--date", "2023-06-30"]), StringComparison.Ordinal);
        CliRun suspended = await Run([.. Asked(listed), "--date", "2026-01-31", "--rule", "bis"]);
        Assert.Contains("suspended, only who is listed counts", suspended.Words, StringComparison.Ordinal);
        CliRun hit = await Run([.. Asked(listed), "--date", "2026-01-31", "--fail-on-hit"]);
        Assert.Equal(ExitCode.HitsFound, hit.Code);
    }

    [Theory]
    [InlineData("owner,owned,share\nA,B,25\n", "line 2, column 3 ('share')")]
    [InlineData("owner,owned,share\nA,,0.5\n", "the name is empty")]
    [InlineData("owner,owned,share_least,share_most\nA,B,0.5,0.4\n", "the most is below the least")]
    [InlineData("owner,owned,from,to\nA,B,2026-01-31,2025-01-31\n", "the last day is before the first")]
    [InlineData("owner,owned,from\nA,B,31.1.2026\n", "is no day")]
    [InlineData("owner,owned,control\nA,B,maybe\n", "neither yes nor no")]
    [InlineData("owner,owned,share\nA,B,0.6\nC,B,0.6\n", "more than 1")]
    [InlineData("owner,owned,share\nA,B,0.6\nA,B,0.3\n", "two different stakes")]
    [InlineData("owner,owned,share\n", "has no row")]
    public async Task Stakes_that_cannot_be_are_refused_with_their_place(string text, string fault)
    {
        CliRun run = await Run("screen", "owners", _folder.Write("bad.csv", text), "--listed", "A", "--date", "2026-01-31");
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(fault, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        Assert.Equal(ExitCode.NotFound, (await Run([.. Asked("--listed", "Nobody There"), "--date", "2026-01-31"])).Code);
        Assert.Equal(ExitCode.NotFound, (await Run([.. Asked("--listed", "Sample Optics"), "--rule", "ofca"])).Code);
        Assert.Equal(ExitCode.Usage, (await Run([.. Asked("--listed", "Sample Optics"), "--date", "31.1.2026"])).Code);
        Assert.Equal(ExitCode.BadData, (await Run([.. Asked("--listed", "Example Instruments"), "--date", "2001-01-31"])).Code);
    }

    [Theory]
    [InlineData("ofac", "2014-08-12", false, true, false)]
    [InlineData("ofac", "2014-08-13", true, true, false)]
    [InlineData("eu", "2024-07-02", true, false, false)]
    [InlineData("eu", "2024-07-03", true, true, false)]
    [InlineData("uk", "2026-01-31", false, false, false)]
    [InlineData("bis", "2025-09-29", true, true, false)]
    [InlineData("bis", "2025-11-10", true, true, true)]
    [InlineData("bis", "2026-11-09", true, true, true)]
    [InlineData("bis", "2026-11-10", true, true, false)]
    public void Published_rules_change_on_their_days(string regime, string day, bool aggregates, bool includes, bool suspended)
    {
        OwnershipRule rule = OwnershipRules.On(regime, DateOnly.ParseExact(day, "yyyy-MM-dd"));
        Assert.Equal((0.5m, aggregates, includes, suspended), (rule.Threshold, rule.Aggregates, rule.IncludesThreshold, rule.IsSuspended));
        Assert.False(string.IsNullOrWhiteSpace(rule.Source));
    }

    [Fact]
    public async Task A_rule_of_ones_own_is_a_file()
    {
        string rule = _folder.Write(
            "rule.csv",
            "regime,from,to,status,threshold,enough,owners,control,source,note\n"
                + "own,2000-01-01,,in force,0.25,at least,alone,no,ours,strict\n"
        );
        Assert.Contains(
            "Sample Optics owned",
            await States("--listed", "Example Instruments", "--date", "2026-01-31", "--rule", rule),
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Asked(params string[] words) => ["screen", "owners", Owners, .. words];

    private async Task Decide(string name, string record, string verdict) =>
        Assert.Equal(
            ExitCode.Ok,
            (await Run("screen", "decide", name, "--list", "own", "--record", record, "--verdict", verdict, "--user", "me")).Code
        );

    private async Task<string> States(params string[] words)
    {
        CliRun run = await Run([.. Asked(words), "-f", "json"]);
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        return string.Join(
            ',',
            json.RootElement.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty("entity")} {r.GetProperty("state")}")
        );
    }

    private Task<CliRun> Run(params string[] words) => CliRun.Of([.. words, "--workspace", _folder.PathOf("workspace")]);
}
