using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Listings whose firms are looked up in lists: a match is a shock after a decision or where it is accepted.</summary>
public sealed class ShockOfListsTests : IDisposable
{
    private const string Firm = "Example Instrument Company";

    private static readonly string Parties = Path.Combine(SourceFolder.Repository(), "samples", "restricted-parties.csv");

    private static readonly string[] Rest =
    [
        "--list",
        "own",
        "--product",
        "c14",
        "--region",
        "CHN",
        "--share",
        "20%",
        "--by",
        "USA,JPN",
        "--lens",
        "first-order",
        "-f",
        "json",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_match_waits_until_it_is_decided_or_accepted_and_then_costs_what_the_firm_costs()
    {
        double named = Loss(await Run(["shock", "list", Firm, .. Rest]));
        Assert.True(named > 0);
        await Add();

        CliRun waiting = await Run(["shock", "list", Firm, .. Rest]);
        Assert.Equal(ExitCode.Usage, waiting.Code);
        Assert.Contains(
            $"1 name has a match that nobody decided about and counts for nothing: {Firm}",
            waiting.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("--list supposed", waiting.Error, StringComparison.Ordinal);

        CliRun accepted = await Run(["shock", "list", Firm, "--accept-matches", .. Rest]);
        Assert.Equal(named, Loss(accepted));
        Assert.Contains("(own R-001, score 0.92, accepted without a decision)", accepted.Output, StringComparison.Ordinal);

        await Decide("true-match");
        CliRun decided = await Run(["shock", "list", Firm, .. Rest]);
        Assert.Equal(named, Loss(decided));
        Assert.Contains("decided to be the same", decided.Output, StringComparison.Ordinal);

        await Decide("false-positive");
        Assert.Equal(ExitCode.Usage, (await Run(["shock", "list", Firm, "--accept-matches", .. Rest])).Code);
    }

    [Fact]
    public async Task One_share_of_several_firms_holds_only_where_all_of_them_count()
    {
        await Add();
        CliRun run = await Run(["shock", "list", Firm, "Unrelated Foods", "--accept-matches", .. Rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("1 of 2 firms count as listed in 'own'", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Run(["shock", "list", Firm, "--list", "onw", "--accept-matches", .. Rest[2..]])).Code);
    }

    [Fact]
    public async Task A_scenario_file_keeps_the_shocks_whose_firms_count_and_says_why_the_others_do_not()
    {
        await Add();
        string text = """
            name: two firms
            table: world-2011
            shocks:
              - blacklist: { firms: Example Instrument Company, list: own, accept_matches: true, product: c14, region: CHN, share: 0.2 }
              - blacklist: { firms: Unrelated Foods, list: own, accept_matches: yes, product: c14, region: CHN, share: 0.1, by: USA }
            elasticities: short-run
            """;
        var analyst = new Analyst(new TableLibrary(_folder.PathOf("workspace")));
        ScenarioReading reading = analyst.Check(new ScenarioQuestion(text));
        Assert.Empty(reading.Faults);
        BlacklistShock shock = Assert.IsType<BlacklistShock>(Assert.Single(reading.Scenario!.Shocks));
        Assert.Equal([Firm], shock.Firms);
        Assert.Contains(reading.Notes, n => n.Contains("so that it is not cut off: Unrelated Foods", StringComparison.Ordinal));

        // A file of the machine is never read for a scenario.
        ScenarioReading strange = analyst.Check(
            new ScenarioQuestion(text.Replace("list: own", $"list: 'plain:{Parties}'", StringComparison.Ordinal))
        );
        Assert.Contains("which the workspace does not have", strange.Faults[0].Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task Add() => Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", Parties, "--name", "own")).Code);

    private async Task Decide(string verdict) =>
        Assert.Equal(
            ExitCode.Ok,
            (await Run("screen", "decide", Firm, "--list", "own", "--record", "R-001", "--verdict", verdict, "--user", "me")).Code
        );

    private static double Loss(CliRun run)
    {
        Assert.Equal(ExitCode.Ok, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        return json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .First(r => r.GetProperty("region").GetString() == "USA" && r.GetProperty("loss").ValueKind == JsonValueKind.Number)
            .GetProperty("loss")
            .GetDouble();
    }

    private Task<CliRun> Run(params string[] words) => CliRun.Of([.. words, "--workspace", _folder.PathOf("workspace")]);
}
