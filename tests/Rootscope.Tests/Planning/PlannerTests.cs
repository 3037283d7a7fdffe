using System.Text.Json;
using Rootscope.Planning;
using Rootscope.Solvers;

namespace Rootscope.Tests.Planning;

/// <summary>Plans with rules, plans that cannot be, and how solves end.</summary>
public class PlannerTests
{
    private static readonly OrToolsSolver Solver = new();

    /// <summary>Research and a stock for chips, research for tools; chips lose 100 in year 3, tools 60.</summary>
    private static readonly PlanProblem Problem = new()
    {
        Items =
        [
            Item("chips", PlanMeasure.Research, lead: 2, minimum: 2, (4, 0.1), (6, 0.05)),
            Item("chips", PlanMeasure.Stockpile, lead: 0, minimum: 1, (5, 0.06)),
            Item("tools", PlanMeasure.Research, lead: 1, minimum: 2, (10, 0.08)),
        ],
        Scenarios = [new PlanScenario("both", [new PlanHit("chips", 3, 100), new PlanHit("tools", 3, 60)])],
        Budget = 10,
        Horizon = 4,
    };

    [Fact]
    public void The_best_pieces_are_funded_first_and_the_shadow_price_is_that_of_the_next()
    {
        Plan plan = Of(Problem);

        // 10 a unit for 4, then 6 a unit for 5, then 5 a unit for the last.
        Assert.Equal(160 - 40 - 30 - 5, plan.Risk, 1e-3);
        Assert.Equal(5, plan.ShadowPrice!.Value, 1e-3);
        Assert.Equal(10, plan.Spent, 1e-6);
        Assert.InRange(plan.Choices[0].Year, 0, 1);
        Assert.InRange(plan.Gap!.Value, 0, 0.0101);
    }

    [Fact]
    public void A_minimum_ticket_keeps_small_money_out()
    {
        Plan plan = Of(Problem with { Budget = 1.5 });
        Assert.Equal(0, plan.Choices[0].Money);
        Assert.Equal(1.5, plan.Choices[1].Money, 1e-6);
        Assert.Equal(0, Of(Problem with { Budget = 0.5 }).Spent, 1e-9);
    }

    [Fact]
    public void Exclusions_and_orders_are_kept()
    {
        Plan one = Of(Problem with { Exclusions = [(0, 1)] });
        Assert.Equal(0, Math.Min(one.Choices[0].Money, one.Choices[1].Money), 1e-9);
        Plan ordered = Of(Problem with { Orders = [(2, 0)], Budget = 30 });
        Assert.True(ordered.Choices[2].Money >= 2 && ordered.Choices[2].Year <= ordered.Choices[0].Year);
    }

    [Fact]
    public void A_yearly_share_spreads_money_over_years()
    {
        Plan plan = Of(Problem with { MostAYear = 0.5 });
        foreach (IGrouping<int, PlanChoice> year in plan.Choices.Where(c => c.Money > 0).GroupBy(c => c.Year))
        {
            Assert.True(year.Sum(c => c.Money) <= 5 + 1e-6);
        }
    }

    /// <summary>Nothing is gained by waiting where no year is short of money: one year says all that many do.</summary>
    [Theory]
    [InlineData(PlanRisk.Expected)]
    [InlineData(PlanRisk.Cvar)]
    public void Money_that_no_year_is_short_of_is_spent_in_the_first(PlanRisk risk)
    {
        PlanProblem problem = Problem with { Risk = risk, Orders = [(2, 0)], Budget = 14 };
        Plan plan = Of(problem);
        Plan spread = Of(problem with { MostAYear = 1 - 1e-9 });
        Assert.All(plan.Choices, c => Assert.Equal(0, c.Year));
        Assert.Equal(spread.Risk, plan.Risk, 1e-3);
    }

    [Fact]
    public void What_cannot_be_ends_with_a_status_and_what_conflicts()
    {
        Plan plan = Of(Problem with { Budget = 3, Required = [0, 2], Exclusions = [(0, 1)] });
        Assert.Equal(ProgramStatus.Infeasible, plan.Status);
        Assert.Equal(["the budget", "chips Research is required", "tools Research is required"], plan.Conflicts);
        Assert.Equal(160, plan.Risk);
        Assert.Null(plan.Gap);
        Plan excluded = Of(Problem with { Required = [0, 1], Exclusions = [(0, 1)] });
        Assert.Contains("chips Research excludes chips Stockpile", excluded.Conflicts);
    }

    [Fact]
    public void A_floor_is_kept_or_named_among_what_conflicts()
    {
        Plan plan = Of(Problem with { Floors = [new PlanFloor("at least 8 for tools", [2], 8)] });
        Assert.Equal(8, plan.Choices[2].Money, 1e-6);
        Plan both = Of(Problem with { Floors = [new PlanFloor("at least 9 for chips", [0, 1], 9)] });
        Assert.True(both.Choices[0].Money + both.Choices[1].Money >= 9 - 1e-6);
        Plan none = Of(Problem with { Floors = [new PlanFloor("at least 12 for tools", [2], 12)] });
        Assert.Equal((ProgramStatus.Infeasible, "at least 12 for tools"), (none.Status, Assert.Single(none.Conflicts)));
        Assert.Contains("money above 0", Assert.Throws<ModelException>(() => Of(Problem with { Floors = [new("x", [0], 0)] })).Message);
    }

    /// <summary>Research alone takes all that is at stake with chips: a stock beside it would save nothing.</summary>
    [Fact]
    public void A_budget_far_above_need_funds_nothing_that_saves_nothing()
    {
        PlanProblem problem = Problem with
        {
            Items =
            [
                Item("chips", PlanMeasure.Research, lead: 2, minimum: 2, (4, 0.1), (12, 0.05)),
                Item("chips", PlanMeasure.Stockpile, lead: 0, minimum: 1, (500, 0.002)),
                Item("tools", PlanMeasure.Research, lead: 1, minimum: 2, (10, 0.08)),
            ],
            Budget = 1e6,
        };
        foreach (double gap in new[] { 1e-6, 0.05 })
        {
            Plan plan = Planner.Of(problem, Solver, new ProgramOptions { Gap = gap }, cancellation: TestContext.Current.CancellationToken);
            Assert.All(
                Enumerable.Range(0, problem.Items.Count).Where(i => plan.Choices[i].Money > 0),
                i =>
                {
                    PlanChoice[] without = [.. plan.Choices.Select((c, j) => j == i ? default : c)];
                    Assert.True(PlanLosses.Expected(PlanLosses.Of(problem, without)) > plan.Risk + 0.1, $"item {i} saves nothing");
                }
            );
            Assert.True(plan.Spent <= 26 + 1e-6, $"{plan.Spent}");
        }
    }

    [Fact]
    public void A_solve_ends_with_a_status_whatever_the_program()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        foreach (bool whole in new[] { false, true })
        {
            var unbounded = new MixedProgram([new ProgramVariable("x", 0, double.PositiveInfinity, whole, -1)], []);
            Assert.Equal(ProgramStatus.Unbounded, Solver.Solve(unbounded, new ProgramOptions(), cancellation).Status);
            var infeasible = new MixedProgram(
                [new ProgramVariable("x", 0, 1, whole, 1)],
                [new ProgramConstraint("c", 2, double.PositiveInfinity, [(0, 1)])]
            );
            ProgramSolution none = Solver.Solve(infeasible, new ProgramOptions(), cancellation);
            Assert.Equal((ProgramStatus.Infeasible, 0), (none.Status, none.Values.Count));
        }
    }

    /// <summary>Prices of one program and amounts of one plan are told in all their digits, whatever lies elsewhere in memory.</summary>
    [Theory]
    [InlineData(PlanRisk.Expected)]
    [InlineData(PlanRisk.Cvar)]
    public void Ten_solves_of_one_problem_have_the_same_bytes(PlanRisk risk)
    {
        PlanProblem problem = Problem with
        {
            Items =
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(i => Item($"t{i / 2}", (PlanMeasure)(i % 2), i % 3, 0.3, (1.1 + (i / 3.0), 0.31 / (i + 1)), (2.3, 0.01))),
            ],
            Scenarios =
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(s => new PlanScenario(
                        $"s{s}",
                        [new PlanHit($"t{s % 6}", 1 + (s % 4), 10 + (s / 7.0)), new PlanHit($"t{(s + 1 + (s % 5)) % 6}", 2, 3 + (s / 3.0))]
                    )),
            ],
            Budget = 100 / 9.0,
            Horizon = 5,
            Risk = risk,
        };
        var noise = new List<byte[]>();
        string[] plans =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(i =>
                {
                    noise.Add(new byte[1 + (7919 * i)]);
                    Plan plan = Planner.Of(problem, Solver, new ProgramOptions(), cancellation: TestContext.Current.CancellationToken);
                    Assert.NotNull(plan.ShadowPrice);
                    return JsonSerializer.Serialize(
                        new
                        {
                            plan.Choices,
                            plan.Losses,
                            plan.Risk,
                            plan.Bound,
                            plan.ShadowPrice,
                        }
                    );
                }),
        ];
        Assert.Single(plans.Distinct(StringComparer.Ordinal));
        Assert.Equal(10, noise.Count);
    }

    /// <summary>What a linear program's whole variables are held at is what its figures follow from.</summary>
    [Fact]
    public void A_program_held_at_whole_values_has_prices_and_the_same_bytes_from_any_last_digits()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var program = new MixedProgram(
            [new ProgramVariable("begun", 0, 1, IsWhole: true, 0.5), new ProgramVariable("money", 0, 3, IsWhole: false, -1)],
            [new ProgramConstraint("only where begun", double.NegativeInfinity, 0, [(1, 1), (0, -2)])]
        );
        ProgramSolution one = Solver.Solve(program.Held([1, 2]), new ProgramOptions(), cancellation);
        ProgramSolution other = Solver.Solve(program.Held([1 - 1e-9, 1.9999]), new ProgramOptions(), cancellation);
        Assert.Equal([1.0, 2.0], one.Values);
        Assert.Equal(one.Values, other.Values);
        Assert.Equal(-1, Assert.Single(one.Prices), 1e-12);
        Assert.Empty(Solver.Solve(program, new ProgramOptions(), cancellation).Prices);
    }

    [Fact]
    public void A_solve_without_time_ends_with_a_status()
    {
        // A program of many equal choices, which no solver proves in a millisecond.
        PlanProblem large = Problem with
        {
            Items =
            [
                .. Enumerable.Range(0, 60).Select(i => Item($"t{i}", PlanMeasure.Research, 1, 2 + (i % 7), (3 + (i % 5), 0.05), (4, 0.02))),
            ],
            Scenarios =
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(s => new PlanScenario(
                        $"s{s}",
                        [.. Enumerable.Range(0, 5).Select(h => new PlanHit($"t{(s + (h * h)) % 60}", 2 + (s % 5), 10 + h))]
                    )),
            ],
            Horizon = 8,
            Budget = 60,
            MostAYear = 0.3,
            Risk = PlanRisk.Cvar,
        };
        Plan plan = Planner.Of(
            large,
            Solver,
            new ProgramOptions { Seconds = 0.001, Gap = 0 },
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.True(plan.Status is ProgramStatus.NotSolved or ProgramStatus.Feasible, $"{plan.Status}");
        Assert.True(plan.Spent <= 60 + 1e-6);
    }

    [Fact]
    public void All_faults_of_a_problem_are_said_at_once()
    {
        string message = Assert
            .Throws<ModelException>(() =>
                Of(
                    Problem with
                    {
                        Budget = -1,
                        Horizon = 0,
                        Items = [Item("x", PlanMeasure.Licence, 0, 0, (1, 0.1), (1, 0.2))],
                        Required = [7],
                    }
                )
            )
            .Message;
        Assert.All(
            new[] { "-1", "a year", "falling slope", "from 0 to 0" },
            part => Assert.Contains(part, message, StringComparison.Ordinal)
        );
    }

    private static Plan Of(PlanProblem problem) =>
        Planner.Of(problem, Solver, new ProgramOptions { Gap = 1e-6 }, cancellation: TestContext.Current.CancellationToken);

    private static PlanItem Item(
        string technology,
        PlanMeasure measure,
        int lead,
        double minimum,
        params (double Money, double Slope)[] pieces
    ) =>
        new()
        {
            Technology = technology,
            Measure = measure,
            Lead = lead,
            Minimum = minimum,
            Benefit = [.. pieces.Select(p => new BenefitPiece(p.Money, p.Slope))],
        };
}
