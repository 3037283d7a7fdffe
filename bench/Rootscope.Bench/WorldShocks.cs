using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Storage;

namespace Rootscope.Bench;

/// <summary>
/// The equilibrium over many regions: Caliendo and Parro's counterfactual beside an independent solver (bar: 1 s), all single-sector cuts
/// of world-2011 (30 s on two threads, 1 GB), and the cost of a shock against the number of sectors.
/// </summary>
internal static class WorldShocks
{
    private const int Runs = 5;
    private const int Batch = 64;

    public static int Run(string? folder, string python)
    {
        var text = new StringBuilder("# Shocks to the world\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nEvery time is given twice: on the clock, which counts what else the machine was doing, and on the "
                + $"processors.\n"
        );
        if (folder is null)
        {
            text.Append("\nCaliendo and Parro's counterfactual was not run: give the folder of the source data.\n");
        }
        else
        {
            Counterfactual(text, Path.Combine(folder, "data", "caliendo_parro_2015"), python);
        }

        AllCuts(text);
        Scaling(text);
        using var process = Process.GetCurrentProcess();
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nPeak memory of the process over all of this: {process.PeakWorkingSet64 / 1048576.0:0} MiB.\n"
        );
        return Machine.Write("world-shocks.md", text.ToString());
    }

    private static void Counterfactual(StringBuilder text, string data, string python)
    {
        string file = Path.GetTempFileName();
        using CaliendoParroYardstick? yardstick = CaliendoParroYardstick.Start(python, data, file);
        if (yardstick is null)
        {
            text.Append("\nCaliendo and Parro's counterfactual was not run: no python with numpy.\n");
            return;
        }

        (WorldEconomy economy, double[] tariffs) = YardstickWorld.Read(file);
        File.Delete(file);
        Times Ours(Func<WorldOutcome> solve, out WorldOutcome outcome)
        {
            WorldOutcome? last = null;
            var times = Times.Median(Runs, () => last = solve());
            outcome = last!;
            return times;
        }

        long began = Stopwatch.GetTimestamp();
        WorldEquilibrium.Solve(economy, new WorldShock { CloseDeficits = true });
        double first = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Times baseline = Ours(() => WorldEquilibrium.Solve(economy, new WorldShock { CloseDeficits = true }), out WorldOutcome balanced);
        WorldEconomy after = balanced.Economy;
        Times nafta = Ours(() => WorldEquilibrium.Solve(after, new WorldShock { Tariffs = tariffs }), out WorldOutcome outcome);
        double[] theirBaseline = yardstick.Ask("baseline");
        double[] theirNafta = yardstick.Ask("nafta");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## Caliendo and Parro's counterfactual\n\n31 countries × 40 sectors, each solve cold: from the base, everything "
                + $"prepared anew. One thread; median of {Runs}. "
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"The first solve of the process, with compilation, took {first:0.00} s.\nBeside it, in the same run: "
                + $"`bench/caliendo_parro.py`, {yardstick.Version}, "
        );
        text.Append(
            "the published algorithm with a dense solve for spending an iteration, stopped at 1e-9 of world value added (ours at 1e-11 "
                + "in logs).\n\n"
        );
        text.Append(
            "| solve | bar | ours, clock | ours, processor | numpy, clock | numpy, processor | ratio of processor times |\n| --- | "
                + "---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| without deficits | | {baseline.Clock:0.000} s | {baseline.Processor:0.000} s | {theirBaseline[0]:0.00} s | "
                + $"{theirBaseline[1]:0.00} s | {theirBaseline[1] / baseline.Processor:0} |\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| NAFTA's tariffs | 1 s | {nafta.Clock:0.000} s | {nafta.Processor:0.000} s | {theirNafta[0]:0.00} s | "
                + $"{theirNafta[1]:0.00} s | {theirNafta[1] / nafta.Processor:0} |\n\n"
        );
        string[] members = ["MEX", "CAN", "USA"];
        IEnumerable<string> wages = members.Select(
            (m, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{m} {100 * outcome.RealWageChange(new(after.RegionOf(m))):0.0000}, {theirNafta[3 + i]:0.0000}"
                )
        );
        text.Append(CultureInfo.InvariantCulture, $"Real wages, percent, ours and theirs: {string.Join("; ", wages)}.\n");
    }

    private static void AllCuts(StringBuilder text)
    {
        text.Append(
            "\n## All single-sector cuts of world-2011\n\n41 regions × 35 industries: 1,435 cuts of half the home supply and the "
                + "imports of one product in one region, as one batch on two threads; "
        );
        text.Append("the bars are 30 s and 1 GB. Preparing the economy is counted.\n\n");
        text.Append(
            "| elasticities | factors | clock | processor | processor time a cut | converged |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (
            (string set, FactorMobility factors) in new[]
            {
                ("long-run", FactorMobility.Mobile),
                ("short-run", FactorMobility.Mobile),
                ("long-run", FactorMobility.Fixed),
            }
        )
        {
            WorldEconomy economy = WorldCalibration.Of(EmbeddedTables.Read("world-2011"), ElasticitySets.Read(set)) with
            {
                Factors = factors,
            };
            WorldShock[] cuts = Cuts(economy, economy.Regions.Count * economy.Products.Count);
            int converged = 0;
            var times = Times.Median(
                1,
                () =>
                    converged = new PreparedWorld(economy, threads: 2)
                        .Solve(cuts, (_, outcome) => outcome.Status == SolveStatus.Converged, threads: 2)
                        .Count(c => c)
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {set} | {factors.ToString().ToLowerInvariant()} | {times.Clock:0.0} s | {times.Processor:0.0} s | "
                    + $"{1000 * times.Processor / cuts.Length:0.0} ms | {converged} of {cuts.Length} |\n"
            );
        }
    }

    private static void Scaling(StringBuilder text)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## Cost of a shock against the number of sectors\n\nMade tables with every cell filled (seeded), {Batch} cuts as a "
                + $"batch on one thread, mobile factors, processor time. "
        );
        text.Append(
            "*Prepare* is once an economy: the base, and how wages answer. *Alone* is one shock by itself, which uses half of the "
                + "lanes' width for one.\n\n![Processor time of a shock](world-shocks.svg)\n\n"
        );
        text.Append(
            "| sectors | regions × industries | prepare | a shock in a batch | a shock alone | steps over wages |\n| ---: | --- | ---: "
                + "| ---: | ---: | ---: |\n"
        );
        var points = new List<(int Sectors, double Batch, double Alone)>();
        foreach ((int regions, int industries) in new[] { (10, 35), (41, 35), (77, 45) })
        {
            WorldEconomy economy = WorldCalibration.Of(MadeWorld.Of(regions, industries), ElasticitySets.Read("long-run"));
            PreparedWorld? lens = null;
            var prepare = Times.Median(1, () => lens = new PreparedWorld(economy));
            WorldShock[] cuts = Cuts(economy, Batch);
            double steps = 0;
            var batch = Times.Median(3, () => steps = lens!.Solve(cuts, (_, outcome) => outcome.Iterations).Average());
            var alone = Times.Median(3, () => lens!.Solve(cuts[0]));
            points.Add((regions * industries, batch.Processor / Batch, alone.Processor));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {regions * industries} | {regions} × {industries} | {prepare.Processor:0.00} s | "
                    + $"{1000 * batch.Processor / Batch:0.00} ms | {1000 * alone.Processor:0.0} ms | {steps:0.0} |\n"
            );
        }

        Machine.Write("world-shocks.svg", ShockCostChart.Of(points));
    }

    /// <summary>Cuts of single products, spread over the sectors.</summary>
    private static WorldShock[] Cuts(WorldEconomy economy, int count)
    {
        int products = economy.Products.Count;
        int sectors = economy.Regions.Count * products;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => (int)((long)i * sectors / count))
                .Select(s => new WorldShock { Cuts = [new WorldCut(new(s / products), new(s % products), 0.5, SupplyScope.All)] }),
        ];
    }
}

/// <summary>Seconds that something took, on the clock and on the processors.</summary>
internal readonly record struct Times(double Clock, double Processor)
{
    /// <summary>The medians of a number of runs, after one that is not counted where there are several.</summary>
    public static Times Median(int runs, Action action)
    {
        if (runs > 1)
        {
            action();
        }

        var clock = new double[runs];
        var processor = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            action();
            clock[run] = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            processor[run] = (process.TotalProcessorTime - before).TotalSeconds;
        }

        Array.Sort(clock);
        Array.Sort(processor);
        return new Times(clock[runs / 2], processor[runs / 2]);
    }
}
