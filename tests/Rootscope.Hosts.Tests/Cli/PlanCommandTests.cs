using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Planning;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Solvers;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Hosts.Tests.Cli;

public class PlanCommandTests
{
    private static readonly string[] Two =
    [
        "plan",
        "--region",
        "CHN",
        "--technology",
        "logic_chips",
        "instruments",
        "--draws",
        "40",
        "--count",
        "40",
        "--robust",
        "2",
        "--frontier",
        "2",
        "--budget",
        "20e9",
    ];

    [Fact]
    public async Task A_plan_spends_its_budget_says_why_and_has_the_same_bytes_on_any_threads()
    {
        CliRun one = await CliRun.Of([.. Two, "-f", "json", "--threads", "1"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (one.Code, one.Error));
        CliRun two = await CliRun.Of([.. Two, "-f", "json", "--threads", "2"]);
        Assert.Equal(one.Output, two.Output);
        using var document = JsonDocument.Parse(one.Output);
        JsonElement[] all = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        JsonElement[] rows = [.. all.Where(r => r.GetProperty("row").GetString() == "measure")];
        Assert.Equal(10, rows.Length);

        // The plan, five rules, and two other budgets with this one among them: with status, bound, gap and what chance leaves open.
        Assert.Equal((1, 5, 3), (Rows(all, "plan").Length, Rows(all, "rule").Length, Rows(all, "budget").Length));
        JsonElement plan = Rows(all, "plan")[0];
        Assert.Equal("optimal", plan.GetProperty("status").GetString());
        Assert.True(plan.GetProperty("bound").GetDouble() <= plan.GetProperty("loss").GetDouble() * (1 + 1e-9));
        Assert.InRange(plan.GetProperty("gap").GetDouble(), 0, 0.0101);
        Assert.InRange(plan.GetProperty("savesError").GetDouble(), 0, plan.GetProperty("saves").GetDouble());
        Assert.True(plan.GetProperty("lossError").GetDouble() > 0);

        // china-2020 is in 10 000 yuan.
        Assert.InRange(rows.Sum(r => r.GetProperty("money").GetDouble()), 1.9e6, 2e6 * (1 + 1e-9));
        Assert.All(
            rows,
            r =>
                Assert.StartsWith(
                    r.GetProperty("isFunded").GetBoolean() ? "In: " : "Out: ",
                    r.GetProperty("why").GetString(),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(rows, r => r.GetProperty("fundedShare").GetDouble() > 0);
    }

    [Fact]
    public async Task A_budget_of_none_does_nothing_and_says_so_with_what_is_assumed()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("one.yaml", "name: one\ncuts:\n  - { technology: logic_chips, share: 50%, year: 4 }\n");
        string scenarios = Path.GetDirectoryName(file)!;
        CliRun none = await CliRun.Of([.. Two[..^2], "--budget", "0", "--scenarios", scenarios]);
        Assert.Equal(ExitCode.Ok, none.Code);
        string words = string.Join(' ', (none.Output + none.Error).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("This plan rests on assumptions", words, StringComparison.Ordinal);
        Assert.Contains("A budget of 0 funds nothing", words, StringComparison.Ordinal);
        Assert.Contains("over 1 scenario ", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Technologies_of_one_part_are_one_item_and_their_stake_counts_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.yaml", "name: one\ncuts:\n  - { technology: memory_chips, share: 50%, year: 4 }\n");
        const string Both =
            "name: both\ncuts:\n  - { technology: logic_chips, share: 50%, year: 4 }\n"
            + "  - { technology: memory_chips, share: 50%, year: 4 }\n";
        string file = folder.Write("two.yaml", Both);
        var loop = new UpgradeQuestion("CHN") { Technologies = ["logic_chips", "memory_chips", "instruments"], Draws = 20 };
        var question = new PlanQuestion(loop)
        {
            Budget = 1e12,
            Scenarios = Path.GetDirectoryName(file),
            Require = ["memory_chips:stockpile"],
            Frontier = 0,
            Robust = 0,
        };
        PlanAnswer answer = new Analyst(new TableLibrary((string?)null), 1).Plan(
            question,
            new OrToolsSolver(),
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["instruments", "logic_chips+memory_chips"],
            answer.Lines.Select(l => l.Subject.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
        Assert.Contains(answer.Lines, l => l.Subject.Has("memory_chips") && l.Item.Measure == PlanMeasure.Stockpile && l.Choice.Money > 0);

        // No part stands in two items, and what items would lose adds up to what scenarios would.
        int?[] carriers =
        [
            .. answer.Effects.Select(e =>
                (int?)answer.Loop.Lines.First(l => l.Technology == e.Subject.Technologies[0]).Spot.Stake!.Product
            ),
        ];
        Assert.Equal(2, carriers.Length);
        Assert.Distinct(carriers);
        double[] losses = [.. answer.Plan.Problem.Scenarios.Select(s => Assert.Single(s.Hits).Loss)];
        Assert.Equal(losses[0], losses[1]);
        Assert.Equal(losses[0], answer.Effects.Sum(e => e.Before), 1e-6 * losses[0]);
        Assert.All(answer.Loop.Lines, l => Assert.Equal(l.Technology.Id == "instruments" ? 0 : 1, l.SharedWith.Count));
    }

    /// <summary>One number, one home: a named cut costs what roots says of it, whatever cut measures are judged by.</summary>
    [Fact]
    public void A_named_cut_costs_what_is_at_stake_at_its_share()
    {
        const double Share = 0.93;
        using var folder = new TemporaryFolder();
        string file = folder.Write("one.yaml", "name: one\ncuts:\n  - { technology: semi_equipment, share: 0.93 }\n");
        var losses = new List<double>();
        foreach (double cut in new[] { 0.2, 0.5 })
        {
            var asked = new WeakSpotQuestion("CHN");
            var loop = new UpgradeQuestion(asked with { Stake = asked.Stake with { Cut = cut } })
            {
                Technologies = ["semi_equipment"],
                Draws = 10,
            };
            PlanAnswer answer = new Analyst(new TableLibrary((string?)null), 1).Plan(
                new PlanQuestion(loop)
                {
                    Scenarios = Path.GetDirectoryName(file),
                    Frontier = 0,
                    Robust = 0,
                },
                new OrToolsSolver(),
                progress: null,
                TestContext.Current.CancellationToken
            );
            StakeRanking solved = answer.Loop.Spots.Stake!.Ranking;
            StakeRow row = StakeRanking
                .Of(
                    solved.Inputs,
                    solved.Options with
                    {
                        Cut = Share,
                    },
                    [answer.Loop.Lines[0].Spot.Stake!.Product!.Value],
                    cancellation: TestContext.Current.CancellationToken
                )
                .Rows[0];
            PlanHit hit = Assert.Single(Assert.Single(answer.Plan.Problem.Scenarios).Hits);
            Assert.Equal(row.AtStake!.Value, hit.Loss, 1e-9 * hit.Loss);
            Assert.Equal(row.Status == CutStatus.Extrapolated, hit.IsExtrapolated);
            Assert.Null(answer.Outcomes[0].LossError);
            losses.Add(hit.Loss);
        }

        Assert.Equal(losses[0], losses[1], 1e-9 * losses[0]);
    }

    [Fact]
    public async Task What_is_left_out_is_not_funded_and_a_floor_is_kept()
    {
        CliRun run = await CliRun.Of([
            .. Two[..^6],
            "--frontier",
            "0",
            "--robust",
            "0",
            "--budget",
            "20e9",
            "--without",
            "capacity",
            "instruments:licence",
            "--require",
            "instruments:stockpile=2e9",
            "-f",
            "json",
        ]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        JsonElement[] rows = Rows([.. document.RootElement.GetProperty("rows").EnumerateArray()], "measure");
        Assert.DoesNotContain(rows, r => r.GetProperty("measure").GetString() == "capacity");
        Assert.Equal(7, rows.Length);
        JsonElement stock = rows.Single(r =>
            r.GetProperty("technology").GetString() == "instruments" && r.GetProperty("measure").GetString() == "stockpile"
        );
        Assert.True(stock.GetProperty("money").GetDouble() >= 2e5 * (1 - 1e-9));
    }

    [Theory]
    [InlineData("--scenarios", "/no/such/folder", "there is no such folder")]
    [InlineData("--without", "stockpiles", "Measures are research, capacity")]
    [InlineData("--require", "logic_chips", "logic_chips:stockpile=5e9")]
    [InlineData("--budget", "-1", "money from 0 to 1e18")]
    [InlineData("--budget", "100e9 yuan", "--budget cannot be read")]
    [InlineData("--technology", "logic_chip_", "logic_chips")]
    [InlineData("--measure", "cva", "Nearest: cvar")]
    [InlineData("--horizon", "0", "1 to 30 years")]
    public async Task What_cannot_be_is_said_with_the_repair(string option, string value, string expected)
    {
        CliRun run = await CliRun.Of("plan", "--region", "CHN", option, value);
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static JsonElement[] Rows(JsonElement[] all, string kind) => [.. all.Where(r => r.GetProperty("row").GetString() == kind)];

    [Fact]
    public void Questions_are_read_from_what_they_write()
    {
        PlanQuestion plan = new("USA")
        {
            Budget = 5e9,
            Require = ["pv:licence"],
            Ordered = true,
        };
        Assert.Equal(plan, Question.FromJson(plan.ToJson()));
        UpgradeQuestion upgrade = new("USA")
        {
            Policy = new UpgradingPolicy { Ban = 0.3, Years = 4 },
            Technologies = ["pv"],
            Set = ["spill=0"],
        };
        Assert.Equal(upgrade, Question.FromJson(upgrade.ToJson()));
    }
}
