using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>
/// A year of days of 44 regions and 56 industries after a loss of capital that is built again, beside a loop in numpy; each run is a
/// process.
/// </summary>
internal static class InventoryTimes
{
    private const int Regions = 44;
    private const int Products = 56;
    private const int Days = 365;
    private const int Runs = 3;

    /// <summary>Share of the first region's capital that is destroyed.</summary>
    private const double Destroyed = 0.1;

    private const double CapitalOverValueAdded = 4;

    public static int Run(string python)
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-inventory").FullName;
        try
        {
            WriteTable(folder);
            var report = new StringBuilder("# A year of stocks and orders\n\n");
            report.Append(
                CultureInfo.InvariantCulture,
                $"{Machine.Line()}\n\nA made table of {Regions} regions and {Products} industries, every cell filled; a tenth of the first "
                    + $"region's capital is\ndestroyed on day 5 and built again by two industries; {Days} days. Each run a process of its "
                    + $"own, in turn; median of {Runs}. Times are\nof the days, without making and reading the table; peaks are of the "
                    + $"whole process.\n\n"
            );
            string[] names = ["ours, one thread", "ours, two threads", "numpy, orders as a matrix"];
            var runs = names.Select(_ => new List<string[]>()).ToArray();
            for (int run = 0; run < Runs; run++)
            {
                runs[0].Add(Child(Environment.ProcessPath!, ["inventory-once", "1"]));
                runs[1].Add(Child(Environment.ProcessPath!, ["inventory-once", "2"]));
                runs[2].Add(Child(python, [Script(), folder, $"{Regions}", $"{Products}", $"{Days}"]));
            }

            report.Append(
                "| | bar | time | processor time | peak memory | loss of value added |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
            );
            for (int i = 0; i < names.Length; i++)
            {
                string name = i == 2 ? $"{names[i]} ({runs[i][0][4]})" : names[i];
                string bar = i == 1 ? "10 s, 300 MiB" : string.Empty;
                report.Append(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {bar} | {Median(runs[i], 0):0.00} s | {Median(runs[i], 1):0.00} s | {Median(runs[i], 2):0} MiB "
                        + $"| {Median(runs[i], 3):0.00000000%} |\n"
                );
            }

            return Machine.Write("inventory.md", report.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One run, for its time and memory.</summary>
    public static int Once(int threads)
    {
        DailyFlows flows = DailyFlows.Of(MadeWorld.Of(Regions, Products));
        var events = new InventoryEvents();
        events.Rebuildings.Add(
            new Rebuilding(
                [.. Enumerable.Range(0, Products).Select(s => (s, DamageOf(flows, s)))],
                [(0, 0.6), (1, 0.4)],
                Start: 5,
                Delay: 0,
                Days: 60
            )
        );
        var model = new InventoryModel(flows, new InventoryOptions { Days = Days }, events);
        double loss = 0;
        var measured = Measured.Of(() => loss = model.Run(threads).Loss());
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Seconds} {measured.ProcessorSeconds} {process.PeakWorkingSet64 / 1048576.0} {loss}"
            )
        );
        return 0;
    }

    private static double DamageOf(DailyFlows flows, int sector) =>
        sector < Products ? Destroyed * CapitalOverValueAdded * flows.ValueAdded[sector] * 365 : 0;

    private static void WriteTable(string folder)
    {
        FlowTable table = MadeWorld.Of(Regions, Products);
        DailyFlows flows = DailyFlows.Of(table);
        int n = flows.Buyers;
        double[] final = [.. Enumerable.Range(0, n).Select(s => (table.Output[s] - Sum(table.Flows.Slice(s * n, n))) / 365)];
        Write("flows.bin", [.. table.Flows.ToArray().Select(f => f / 365)]);
        Write("final.bin", final);
        Write("value_added.bin", flows.ValueAdded);
        Write("damage.bin", [.. Enumerable.Range(0, n).Select(s => DamageOf(flows, s))]);

        void Write(string name, double[] values) => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static string[] Child(string program, string[] arguments)
    {
        using Process child = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? said.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException(said);
    }

    private static double Median(List<string[]> runs, int figure) =>
        runs.Select(r => double.Parse(r[figure], CultureInfo.InvariantCulture)).Order().ElementAt(runs.Count / 2);

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "inventory.py");
}
