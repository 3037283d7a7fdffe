using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>
/// Multipliers and upstreamness of a made table of 4,915 sectors without an inverse: the bar is 0.6 processor-seconds for both.
/// </summary>
internal static class SeriesTimes
{
    private const int Runs = 7;

    public static int Run()
    {
        // 4,915 = 5 × 983, the number of sectors of EORA26 with its statistical discrepancies; every cell filled.
        FlowTable table = MadeTable.Of(5, 983, density: 1);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        var text = new StringBuilder("# Multipliers and stages by series\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nA made table of {table.Size} sectors, every cell filled (seeded); one thread; processor time, "
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"median of {Runs} runs after one that is not counted. The table is in memory; no inverse is formed.\n"
        );
        text.Append("The bound is on the error of every value, roundings included.\n\n");
        text.Append("| task | bar | processor time | slowest | passes | bound |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        Measure(
            text,
            "output multipliers and upstreamness, from the table",
            "0.6 s",
            () => ProductionStages.WithBounds(table).Upstreamness
        );
        Measure(text, "output multipliers alone, from direct requirements", string.Empty, () => Multipliers.OutputWithBound(direct));
        Measure(
            text,
            "direct requirements and output multipliers, from the table",
            string.Empty,
            () => Multipliers.OutputWithBound(DirectRequirements.Of(table, InputOrigin.All))
        );
        Measure(
            text,
            "value added in final demand, from direct requirements",
            string.Empty,
            () => Multipliers.PerUnitOfFinalDemandWithBound(direct, ValueAddedShares.Of(table).Values)
        );
        Measure(
            text,
            "output for one final demand, from direct requirements",
            string.Empty,
            () => Multipliers.OutputFor(direct, direct.FinalDemand())
        );
        return Machine.Write("series.md", text.ToString());
    }

    private static void Measure(StringBuilder text, string name, string bar, Func<SeriesSum> sum)
    {
        SeriesSum result = sum();
        var times = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            result = sum();
            process.Refresh();
            times[run] = (process.TotalProcessorTime - before).TotalSeconds;
        }

        Array.Sort(times);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {bar} | {times[Runs / 2]:0.00} s | {times[^1]:0.00} s | {result.Passes} | {result.ErrorBound:0.0E+0} |\n"
        );
    }
}
