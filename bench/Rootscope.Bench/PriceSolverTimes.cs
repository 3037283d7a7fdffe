using System.Globalization;
using System.Text;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Bench;

/// <summary>Whether one of the two solvers of prices could do without the other: their times and how far apart their losses are.</summary>
internal static class PriceSolverTimes
{
    private const int Runs = 5;
    private const double Share = 0.5;

    public static int Run()
    {
        var report = new StringBuilder();
        report
            .Append("# Two solvers of prices: cost cuts of half the supply of every product\n\n")
            .Append(
                "One by one (`PriceSolver`, to 1e-12 of a log price) and side by side (`CostCutBatch`, to 1e-8 of the loss), prices alone "
            )
            .Append("and on one\nthread. Elasticities `short-run` with ratings, capital use. A batch of one is made and solved for each ")
            .Append("cut by itself; how prices settle is\nknown beforehand and has a row of its own. Least processor time of ")
            .Append(CultureInfo.InvariantCulture, $"{Runs} runs in one process.\n\n")
            .Append("Run again with `dotnet run -c Release --project bench/Rootscope.Bench -- price-solvers`.\n\n")
            .Append(Machine.Line())
            .Append("\n\n")
            .Append(
                "| table | solver | a cut | sweeps | same bits | largest difference of a loss |\n"
                    + "| --- | --- | ---: | ---: | ---: | ---: |\n"
            );
        foreach (string name in new[] { "china-2020", "usa-2017" })
        {
            Rows(report, EmbeddedTables.Read(name));
        }

        return Machine.Write("price-solvers.md", report.ToString());
    }

    private static void Rows(StringBuilder report, FlowTable table)
    {
        FlowTable support = CapitalUse.Of(table).Table;
        var economy = RegionEconomy.Of(
            support,
            new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), support) }
        );
        int[] products = [.. Enumerable.Range(0, support.Size).Where(k => economy.SupplyOf(new(k), SupplyScope.All) > 0)];
        SupplyCut[] cuts = [.. products.Select(k => new SupplyCut(new(k), Share, SupplyScope.All))];
        var first = FirstOrderElasticities.Of(economy);
        double[] settling = PassThroughMatrix.Of(economy);
        var solver = new PriceSolver(economy);
        CutOutcome[] apart = [];
        double Seconds(Action action) => Enumerable.Range(0, Runs).Min(_ => Measured.Of(action).ProcessorSeconds);
        double alone = Seconds(() =>
            apart = [.. cuts.Select(c => EquilibriumCuts.OutcomeOf(c, solver.Solve(PriceShock.OfCost(c), default)))]
        );
        Row("one by one", alone, apart);
        CutOutcome[] together = [];
        var batch = new CostCutBatch(economy.Size, products.Length, settling);
        Row("side by side", Seconds(() => together = batch.Solve(economy, first, products, Share, SupplyScope.All, default)), together);
        CutOutcome[] single = [];
        Row("batches of one", Seconds(() => single = [.. products.Select(One)]), single);
        double known = Seconds(() => PassThroughMatrix.Of(economy));
        report.Append(
            CultureInfo.InvariantCulture,
            $"| `{table.Metadata.Id}` | how prices settle, once an economy | {known * 1000:0.00} ms in all | | | |\n"
        );

        CutOutcome One(int product) =>
            new CostCutBatch(economy.Size, 1, settling).Solve(economy, first, [product], Share, SupplyScope.All, default)[0];

        void Row(string what, double seconds, CutOutcome[] outcomes)
        {
            int same = outcomes.Zip(apart).Count(p => p.First.Loss == p.Second.Loss);
            double apartBy = outcomes.Zip(apart).Max(p => Math.Abs(1 - (p.First.Loss!.Value / p.Second.Loss!.Value)));
            report
                .Append(CultureInfo.InvariantCulture, $"| `{table.Metadata.Id}` | {what} | {seconds / cuts.Length * 1000:0.000} ms | ")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{outcomes.Average(o => o.Iterations):0.0} | {same} of {outcomes.Length} | {apartBy:0.0e+0} |\n"
                );
        }
    }
}
