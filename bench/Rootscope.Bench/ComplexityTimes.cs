using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Rootscope.Complexity;
using Rootscope.Numerics;

namespace Rootscope.Bench;

/// <summary>
/// All measures of complexity of 230 countries and 5,000 products, and 200 steps of fitness, beside numpy in turn: the bar is 1.5 s on two
/// processors.
/// </summary>
internal static class ComplexityTimes
{
    private const int Countries = 230;
    private const int Products = 5000;
    private const int Steps = 200;
    private const int Runs = 7;

    public static int Run(string? python)
    {
        ExportMatrix exports = MadeExports();
        var report = new StringBuilder("# Complexity\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nMade exports of {Countries} countries and {Products} products (seeded), "
                + $"{AdvantageMatrix.Of(exports).Count} advantages, in memory. "
        );
        report.Append(
            CultureInfo.InvariantCulture,
            $"Advantage, ECI, PCI, fitness ({Steps} steps), density, COI and COG of all pairs; median of {Runs} runs after one that is "
                + $"not counted, in turn.\n\n"
        );
        report.Append("| | bar | time | slowest | processor time |\n| --- | ---: | ---: | ---: | ---: |\n");
        string file = Path.Combine(Path.GetTempPath(), $"rootscope-complexity-{Environment.ProcessId}.bin");
        File.WriteAllBytes(file, MemoryMarshal.AsBytes(exports.Values));
        try
        {
            using Process? yardstick = Start(python, file);
            string? version = yardstick?.StandardOutput.ReadLine();
            List<(double Wall, double Processor)> one = [],
                two = [],
                theirs = [];
            double[] figures = [];
            for (int run = 0; run <= Runs; run++)
            {
                one.Add(Time(exports, 1));
                two.Add(Time(exports, 2));
                if (yardstick is not null)
                {
                    yardstick.StandardInput.WriteLine();
                    figures =
                    [
                        .. yardstick.StandardOutput.ReadLine()!.Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture)),
                    ];
                    theirs.Add((figures[0], figures[1]));
                }
            }

            Row(report, "ours, one thread", string.Empty, one);
            Row(report, "ours, two threads", "1.5 s", two);
            if (yardstick is not null)
            {
                Row(report, $"{version}, two threads", string.Empty, theirs);
                report.Append(Agreement(exports, figures[2..]));
            }
        }
        finally
        {
            File.Delete(file);
        }

        return Machine.Write("complexity.md", report.ToString());
    }

    private static ComplexityProfile Profile(ExportMatrix exports, int threads) =>
        ComplexityProfile.Of(
            exports,
            new ComplexityOptions
            {
                Filter = CountryFilter.None,
                Fitness = new FitnessOptions { MostSteps = Steps },
                Threads = threads,
            }
        );

    private static (double Wall, double Processor) Time(ExportMatrix exports, int threads)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        _ = Profile(exports, threads);
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (wall, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static void Row(StringBuilder report, string name, string bar, List<(double Wall, double Processor)> times)
    {
        double[] walls = [.. times.Skip(1).Select(t => t.Wall).Order()];
        double[] processors = [.. times.Skip(1).Select(t => t.Processor).Order()];
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {bar} | {walls[walls.Length / 2]:0.000} s | {walls[^1]:0.000} s | {processors[processors.Length / 2]:0.000} s |\n"
        );
    }

    /// <summary>The largest distance between their figures and ours, relative to the larger of 1 and theirs.</summary>
    private static string Agreement(ExportMatrix exports, double[] theirs)
    {
        ComplexityProfile profile = Profile(exports, 2);
        double density = 0;
        double gains = 0;
        for (int c = 0; c < profile.Advantage.Countries.Count; c++)
        {
            for (int p = 0; p < profile.Advantage.Products.Count; p++)
            {
                density += profile.Density[new(c), new(p)]!.Value;
                gains += profile.Outlook![new(c), new(p)] ?? 0;
            }
        }

        double[] ours =
        [
            profile.Complexity.Countries![0],
            profile.Complexity.Products![0],
            density,
            profile.Outlook!.Index[0],
            gains,
            profile.Fitness.Fitness[0],
        ];
        double distance = ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\nBoth give the same figures: first ECI, PCI, COI and fitness and the sums of density and COG differ by "
                + $"{distance:0.0E+0} at most, relative to the larger of 1 and the figure.\n"
        );
    }

    /// <summary>
    /// Countries with abilities of their own and products that need some of them: nested, as real exports are, and about a fifth of the
    /// cells are advantages.
    /// </summary>
    private static ExportMatrix MadeExports()
    {
        var values = new double[Countries * Products];
        RandomStream stream = RandomStream.Of(seed: 7, number: 0);
        double[] ability = [.. Enumerable.Range(0, Countries).Select(_ => stream.NextDouble())];
        double[] need = [.. Enumerable.Range(0, Products).Select(_ => stream.NextDouble())];
        double[] size = [.. Enumerable.Range(0, Countries).Select(c => Math.Exp(8 * stream.NextDouble() * ability[c]))];
        for (int c = 0; c < Countries; c++)
        {
            for (int p = 0; p < Products; p++)
            {
                double luck = stream.NextDouble();
                values[(c * Products) + p] =
                    stream.NextDouble() < 0.15 + (0.6 * ability[c]) - (0.3 * need[p])
                        ? size[c] * Math.Exp(6 * (luck + (ability[c] * need[p])))
                        : 0;
            }
        }

        return new ExportMatrix(
            [.. Enumerable.Range(0, Countries).Select(c => $"c{c:000}")],
            [.. Enumerable.Range(0, Products).Select(p => $"p{p:0000}")],
            values
        );
    }

    private static Process? Start(string? python, string file)
    {
        if (python is null)
        {
            return null;
        }

        string script = Path.Combine(Path.GetDirectoryName(Here())!, "..", "complexity.py");
        string[] arguments = [script, file, Text(Countries), Text(Products), Text(Steps)];
        return Process.Start(
            new ProcessStartInfo(python, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        );

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
