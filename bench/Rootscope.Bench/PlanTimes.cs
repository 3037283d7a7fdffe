using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Planning;
using Rootscope.Solvers;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Bench;

/// <summary>
/// A plan over all core technologies, five measures, ten years and 200 scenarios: the bar is 60 s; 20 budgets: 3 minutes.
/// </summary>
internal static class PlanTimes
{
    private const int Horizon = 10;
    private const int Scenarios = 200;
    private const int Budgets = 20;
    private const double Spending = 1e8;
    private const double YearlyShare = 0.2;

    public static int Run()
    {
        IReadOnlyList<UpgradingParameter> measures = UpgradingData.Measures();
        UpgradingParameters parameters = UpgradingData.ParametersOf("CHN");
        var run = new UpgradingOptions
        {
            Years = Horizon,
            Draws = 200,
            Threads = 2,
        };
        PlanTechnology[] technologies =
        [
            .. CatalogueLibrary.Read().Technologies.Where(t => t.Tier == Catalogue.TechnologyTier.Core).Select((t, i) => Of(t.Id, i)),
        ];
        PlanProblem problem = new()
        {
            Items = [.. technologies.SelectMany(t => t.Items(MeasureFigures.Central(measures), Horizon))],
            Scenarios = PlanScenarios.Draw(technologies, measures, Spending, Horizon, Scenarios, seed: 1),
            Budget = 1e7,
            Horizon = Horizon,
        };
        var solver = new OrToolsSolver();
        var text = new StringBuilder("# Plans\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n{solver.Name}, one thread.\n\nMade starts of {technologies.Length} core technologies, "
                + $"{problem.Items.Count} items, {Horizon} years, {Scenarios} scenarios, gap 1%.\nThe bars are 60 s a plan and 3 minutes "
                + $"for {Budgets} budgets.\n\n"
                + $"| what | seconds | status | gap |\n| --- | ---: | --- | ---: |\n"
        );
        foreach (PlanRisk risk in Enum.GetValues<PlanRisk>())
        {
            long began = Stopwatch.GetTimestamp();
            Plan plan = Planner.Of(problem with { Risk = risk }, solver, new ProgramOptions());
            Line($"a plan, {risk}", began, [plan]);
            began = Stopwatch.GetTimestamp();
            plan = Planner.Of(problem with { Risk = risk, MostAYear = YearlyShare }, solver, new ProgramOptions());
            Line($"a plan, {risk}, at most {YearlyShare:P0} a year", began, [plan]);
            began = Stopwatch.GetTimestamp();
            double[] budgets = [.. Enumerable.Range(1, Budgets).Select(b => problem.Budget * b / 5)];
            Line(
                $"{Budgets} budgets, {risk}",
                began,
                Planner.Frontier(problem with { Risk = risk }, budgets, solver, new ProgramOptions())
            );
        }

        return Machine.Write("plan.md", text.ToString());

        void Line(string what, long began, IReadOnlyList<Plan> plans) =>
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {what} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} | "
                    + $"{string.Join(", ", plans.Select(p => p.Status).Distinct())} | "
                    + $"{plans.Max(p => p.Gap) * 100:0.00}% |\n"
            );

        PlanTechnology Of(string id, int i)
        {
            double share = 0.2 + (0.07 * i % 0.75);
            var start = new UpgradingStart
            {
                Id = id,
                HomeMarket = 1e6 * (1 + (i * 7 % 13)),
                HomeShare = share,
                Exports = 1e5 * (1 + (i * 5 % 11)),
                Stake =
                [
                    new StakePoint(0.25, 0.0004 * (1 + (i % 5))),
                    new StakePoint(0.5, 0.0016 * (1 + (i % 5))),
                    new StakePoint(0.75, 0.0045 * (1 + (i % 5))),
                ],
            };
            UpgradingCourse Under(double money) =>
                UpgradingLoop.Run([start], parameters, new UpgradingPolicy { PublicMoney = money }, run)[0];
            double own = 0.04 * ((start.HomeMarket * share) + start.Exports);
            return new PlanTechnology(Under(0), [.. new[] { 0.25, 1, 4, 16 }.Select(l => (l * own, Under(l * own)))], 1 + (i % 9));
        }
    }
}
