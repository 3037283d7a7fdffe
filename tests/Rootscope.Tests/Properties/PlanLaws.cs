using CsCheck;
using Rootscope.Numerics;
using Rootscope.Planning;
using Rootscope.Solvers;

namespace Rootscope.Tests.Properties;

/// <summary>Laws of plans, held with the solver that ships.</summary>
public class PlanLaws
{
    private const int Few = 12;

    /// <summary>A plan that is asked for exactly, and what a millionth of thrift and the solver's tolerances leave.</summary>
    private const double Near = 1e-4;

    private static readonly OrToolsSolver Solver = new();
    private static readonly ProgramOptions Exact = new() { Gap = 0 };

    /// <summary>Three technologies with one or two measures each of one piece, so that what is begun says how much is spent.</summary>
    private static readonly Gen<PlanProblem> Small =
        from items in (
            from technology in Gen.Int[0, 2]
            from measure in Gen.Enum<PlanMeasure>()
            from money in Gen.Double[1, 10]
            from benefit in Gen.Double[0.1, 0.9]
            from lead in Gen.Int[0, 1]
            select new PlanItem
            {
                Technology = $"t{technology}",
                Measure = measure,
                Benefit = [new BenefitPiece(money, benefit / money)],
                Lead = lead,
                Minimum = money,
            }
        ).Array[2, 4]
        from scenarios in (
            from technology in Gen.Int[0, 2]
            from year in Gen.Int[0, 2]
            from loss in Gen.Double[1, 100]
            from other in Gen.Int[0, 2]
            select new PlanScenario(
                "s",
                technology == other
                    ? [new PlanHit($"t{technology}", year, loss)]
                    : [new PlanHit($"t{technology}", year, loss), new PlanHit($"t{other}", year, loss / 2)]
            )
        ).Array[2, 6]
        from budget in Gen.Double[0, 30]
        from risk in Gen.Enum<PlanRisk>()
        from tail in Gen.Double[0, 0.9]
        from yearly in Gen.Double[0.5, 1.5]
        select new PlanProblem
        {
            Items = items,
            Scenarios = scenarios,
            Budget = budget,
            Horizon = 2,
            Risk = risk,
            Tail = tail,
            MostAYear = Math.Min(1, yearly),
        };

    [Fact]
    public void A_small_plan_is_the_best_of_all() =>
        Small.ForAll(
            problem =>
            {
                Plan plan = Planner.Of(problem, Solver, Exact, cancellation: TestContext.Current.CancellationToken);
                Assert.Equal(ProgramStatus.Optimal, plan.Status);
                double best = All(problem).Where(c => Keeps(problem, c)).Min(c => RiskOf(problem, c));
                double scale = problem.Scenarios.Max(s => s.Hits.Sum(h => h.Loss));
                Assert.InRange(plan.Risk, best - (Near * scale), best + (Near * scale));
                Assert.True(plan.Spent <= problem.Budget * (1 + 1e-9));
                Assert.True(plan.Bound <= plan.Risk + (Near * scale));
            },
            40
        );

    private static bool Keeps(PlanProblem problem, IReadOnlyList<PlanChoice> choices) =>
        choices.Sum(c => c.Money) <= problem.Budget
        && choices.GroupBy(c => c.Year).All(y => y.Sum(c => c.Money) <= problem.MostAYear * problem.Budget);

    [Fact]
    public void More_budget_is_never_worse_and_none_does_nothing() =>
        Small.ForAll(
            problem =>
            {
                IReadOnlyList<Plan> plans = Planner.Frontier(
                    problem,
                    [0, 5, 10, 20, 40],
                    Solver,
                    Exact,
                    TestContext.Current.CancellationToken
                );
                Assert.Equal(0, plans[0].Spent);
                Assert.Equal(RiskOf(problem, new PlanChoice[problem.Items.Count]), plans[0].Risk);
                foreach ((Plan less, Plan more) in plans.Zip(plans.Skip(1)))
                {
                    Assert.True(more.Risk <= less.Risk, $"{more.Risk} > {less.Risk}");
                }
            },
            Few
        );

    [Fact]
    public void A_plan_is_no_worse_than_any_rule_of_thumb() =>
        Small.ForAll(
            problem =>
            {
                Plan plan = Planner.Of(problem, Solver, Exact, cancellation: TestContext.Current.CancellationToken);
                double scale = problem.Scenarios.Max(s => s.Hits.Sum(h => h.Loss));
                Plan[] thumbs =
                [
                    PlanBaselines.Greedy(problem),
                    PlanBaselines.Even(problem),
                    PlanBaselines.InOrder(problem, ["t2", "t0", "t1"]),
                ];
                foreach (Plan thumb in thumbs)
                {
                    Assert.True(thumb.Spent <= problem.Budget * (1 + 1e-9));
                    Assert.True(plan.Risk <= thumb.Risk + (Near * scale), $"{plan.Risk} > {thumb.Risk}");
                }
            },
            Few
        );

    /// <summary>Against its other definition: the least over a of a + mean of what is above a, over the tail.</summary>
    [Fact]
    public void Conditional_value_at_risk_is_what_it_is_defined_as() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 30], Gen.Double[0, 0.98])
            .ForAll(
                (losses, tail) =>
                {
                    double least = losses.Min(a => a + (losses.Average(l => Math.Max(0, l - a)) / (1 - tail)));
                    Assert.Equal(least, PlanLosses.Cvar(losses, tail), 1e-9 * (1 + least));
                    Assert.True(PlanLosses.Cvar(losses, tail) >= PlanLosses.Expected(losses) - 1e-9);
                    Assert.Equal(PlanLosses.Expected(losses), PlanLosses.Cvar(losses, 0), 1e-9 * (1 + least));
                }
            );

    /// <summary>Against the spread of the figure itself over many samples of one law (exponential), for the mean and for a tail.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void A_standard_error_is_the_spread_over_other_draws(double tail)
    {
        const int Samples = 400;
        const int Scenarios = 500;
        const double OfSpread = 0.1;
        var figures = new double[Samples];
        double told = 0;
        for (int s = 0; s < Samples; s++)
        {
            var stream = RandomStream.Of(11, s);
            double[] losses = [.. Enumerable.Range(0, Scenarios).Select(_ => -Math.Log(1 - stream.NextDouble()))];
            figures[s] = PlanLosses.Cvar(losses, tail);
            told += PlanLosses.StandardError(losses, tail)!.Value / Samples;
        }

        double mean = figures.Average();
        double spread = Math.Sqrt(figures.Sum(f => (f - mean) * (f - mean)) / (Samples - 1));
        Assert.InRange(told / spread, 1 - OfSpread, 1 + OfSpread);
        Assert.Null(PlanLosses.StandardError([1], tail));
        Assert.Equal(0, PlanLosses.StandardError([1, 2, 5], tail, [0, 1, 4])!.Value, 1e-12);
    }

    [Fact]
    public void The_unit_of_money_does_not_matter() =>
        Small.ForAll(
            problem =>
            {
                const double Unit = 1e7;
                PlanProblem other = problem with
                {
                    Budget = problem.Budget * Unit,
                    Scenarios =
                    [
                        .. problem.Scenarios.Select(s => s with { Hits = [.. s.Hits.Select(h => h with { Loss = h.Loss * Unit })] }),
                    ],
                    Items =
                    [
                        .. problem.Items.Select(i =>
                            i with
                            {
                                Minimum = i.Minimum * Unit,
                                Benefit = [.. i.Benefit.Select(p => new BenefitPiece(p.Money * Unit, p.Slope / Unit))],
                            }
                        ),
                    ],
                };
                CancellationToken cancellation = TestContext.Current.CancellationToken;
                Plan one = Planner.Of(problem, Solver, Exact, cancellation: cancellation);
                Assert.Equal(one.Risk, Planner.Of(other, Solver, Exact, cancellation: cancellation).Risk / Unit, Near * (1 + one.Risk));
            },
            Few
        );

    private static double RiskOf(PlanProblem problem, IReadOnlyList<PlanChoice> choices) =>
        PlanLosses.Risk(problem, PlanLosses.Of(problem, choices));

    /// <summary>Every way to begin each item in no year or one, with all its money.</summary>
    private static IEnumerable<PlanChoice[]> All(PlanProblem problem)
    {
        int ways = problem.Horizon + 1;
        int count = (int)Math.Pow(ways, problem.Items.Count);
        for (int n = 0; n < count; n++)
        {
            int rest = n;
            var choices = new PlanChoice[problem.Items.Count];
            for (int i = 0; i < choices.Length; i++, rest /= ways)
            {
                choices[i] = rest % ways == 0 ? default : new PlanChoice(problem.Items[i].Maximum, (rest % ways) - 1);
            }

            yield return choices;
        }
    }
}
