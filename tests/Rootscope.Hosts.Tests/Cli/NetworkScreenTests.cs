using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Firms of a network that are cut out because lists name them.</summary>
public sealed class NetworkScreenTests : IDisposable
{
    private static readonly string Parties = Sample("network-parties.csv");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_match_becomes_a_shock_after_a_decision_or_when_matches_are_accepted()
    {
        CliRun open = await Blacklist("--list", $"plain:{Parties}");
        Assert.Equal(ExitCode.BadData, open.Code);
        Assert.Contains("1 name has a match that nobody decided about", open.Error, StringComparison.Ordinal);
        Assert.Contains("Litho & Etch Works", open.Error, StringComparison.Ordinal);

        CliRun accepted = await Blacklist("--list", $"plain:{Parties}", "--accept-matches");
        Assert.Equal(ExitCode.Ok, accepted.Code);
        Assert.Contains(
            "Litho & Etch Works counts as Litho and Etch Works B.V. (network-parties.csv N-001, score",
            accepted.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("accepted without a decision", accepted.Words, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", Parties, "--name", "own")).Code);
        await Decide("true-match");
        CliRun decided = await Blacklist("--list", "own");
        Assert.Contains("decided to be the same", decided.Words, StringComparison.Ordinal);
        await Decide("false-positive");
        CliRun somebodyElse = await Blacklist("--list", "own", "--accept-matches");
        Assert.Equal(ExitCode.BadData, somebodyElse.Code);
        Assert.Contains("has no firm that counts as listed", somebodyElse.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_firm_loses_the_same_whether_a_file_or_a_list_names_it()
    {
        string file = _folder.Write("listed.csv", "id\nf00\n");
        string named = (await Blacklist("--listed", file, "-f", "csv")).Output;
        Assert.Equal(named, (await Blacklist("--list", $"plain:{Parties}", "--accept-matches", "-f", "csv")).Output);
        Assert.Equal(named, (await Blacklist("--list", $"plain:{Parties}", "--listed", file, "--accept-matches", "-f", "csv")).Output);
        Assert.Equal(named, (await Blacklist("--list", $"plain:{Parties}", "--listed", file, "-f", "csv")).Output);
        Assert.Equal(ExitCode.Usage, (await Blacklist()).Code);
    }

    [Fact]
    public async Task A_firm_that_listed_firms_own_enough_of_is_cut_out_too_and_the_path_is_told()
    {
        string owners = _folder.Write(
            "owners.csv",
            "owner,owned,share\nLitho & Etch Works,Holding,60%\nHolding,Deposition Systems,50%\nLitho & Etch Works,Inspection Tools,49%\n"
        );
        string both = _folder.Write("both.csv", "id\nf00\nf01\n");
        string file = _folder.Write("listed.csv", "id\nf00\n");
        string[] by = ["--owners", owners, "--date", "2026-01-31"];
        string named = (await Blacklist("--listed", both, "-f", "csv")).Output;
        Assert.Equal(named, (await Blacklist(["--listed", file, .. by, "-f", "csv"])).Output);
        CliRun run = await Blacklist(["--list", $"plain:{Parties}", "--accept-matches", .. by]);
        Assert.Contains(
            "Deposition Systems is on no list and counts as listed by who owns it (rule ofac on 2026-01-31): Litho & Etch Works 60% of "
                + "Holding; Holding 50% of Deposition Systems.",
            run.Words,
            StringComparison.Ordinal
        );

        // The United Kingdom asks for more than a half.
        Assert.NotEqual(named, (await Blacklist(["--listed", file, .. by, "--ownership-rule", "uk", "-f", "csv"])).Output);
    }

    public void Dispose() => _folder.Dispose();

    private static string Sample(string file) => Path.Combine(SourceFolder.Repository(), "samples", file);

    private async Task Decide(string verdict) =>
        Assert.Equal(
            ExitCode.Ok,
            (
                await Run(
                    "screen",
                    "decide",
                    "Litho & Etch Works",
                    "--list",
                    "own",
                    "--record",
                    "N-001",
                    "--verdict",
                    verdict,
                    "--user",
                    "me"
                )
            ).Code
        );

    private Task<CliRun> Blacklist(params string[] words) =>
        Run(["network", "blacklist", Sample("network-edges.csv"), Sample("network-firms.csv"), .. words]);

    private Task<CliRun> Run(params string[] words) => CliRun.Of([.. words, "--workspace", _folder.PathOf("workspace")]);
}
