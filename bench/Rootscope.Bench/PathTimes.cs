using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>The 1,000 strongest structural paths of a made table of 9,800 sectors: the bar is 5 s.</summary>
internal static class PathTimes
{
    private const int Regions = 98;
    private const int Industries = 100;
    private const double Density = 0.15;
    private const int Runs = 5;
    private const int Listed = 1000;

    public static int Run()
    {
        FlowTable table = MadeTable.Of(Regions, Industries, Density);
        long began = Stopwatch.GetTimestamp();
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        double requirements = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double[] shares = [.. ValueAddedShares.Of(table).Values];
        double[] ones = [.. Enumerable.Repeat(1.0, table.Size)];
        double[] finalDemand = direct.FinalDemand();
        double[] product = One(table.Size, 4711, 100);
        double[] root = One(table.Size, 4711, 1);
        var options = new StructuralPathOptions { Count = Listed };
        var deep = options with { MostTiers = 6 };
        var text = new StringBuilder("# Structural paths of a large table\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nA made table of {table.Size} sectors, {Density:P0} of the cells filled (seeded); the {Listed} "
                + $"strongest paths, one thread, "
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"median of {Runs} runs after one that is not counted.\nA run begins with the direct requirements in memory (made from the "
                + $"table in {requirements:0.00} s) "
        );
        text.Append("and holds everything else: the cells that are not zero, the potentials by series, the bounds, the search.\n\n");
        text.Append("| paths | bar | median | slowest | coverage | longest path |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        Measure(text, "up from one product, value added", () => StructuralPaths.Upstream(direct, shares, product, options));
        Measure(text, "up from one product, output", () => StructuralPaths.Upstream(direct, ones, product, options));
        Measure(text, "up from one product, value added, 6 tiers", () => StructuralPaths.Upstream(direct, shares, product, deep));
        Measure(text, "up from all final demand, output", () => StructuralPaths.Upstream(direct, ones, finalDemand, options));
        Measure(text, "up from all final demand to one root", () => StructuralPaths.Upstream(direct, root, finalDemand, options));
        Measure(text, "down from one root, output", () => StructuralPaths.Downstream(direct, root, finalDemand, options));
        using var process = Process.GetCurrentProcess();
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nPeak memory of the process: {process.PeakWorkingSet64 / 1048576.0:0} MiB, of which the table and the requirements take "
                + $"{2 * 8L * table.Size * table.Size / 1048576} MiB.\n"
        );
        return Machine.Write("structural-paths.md", text.ToString());
    }

    private static void Measure(StringBuilder text, string name, Func<StructuralPaths> search)
    {
        StructuralPaths paths = search();
        var times = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            long began = Stopwatch.GetTimestamp();
            paths = search();
            times[run] = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        Array.Sort(times);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | 5 s | {times[Runs / 2]:0.00} s | {times[^1]:0.00} s | {paths.Coverage:P2} | {paths.Paths.Max(p => p.Tiers)} "
                + $"tiers |\n"
        );
    }

    private static double[] One(int n, int place, double value)
    {
        var result = new double[n];
        result[place] = value;
        return result;
    }
}
