using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Rootscope.Bench;

/// <summary>Times the released command as a user starts it, files in the cache, and records its peak memory.</summary>
internal static class WholeProcess
{
    /// <summary>Times that a command of a second or so is run; longer ones are run less often.</summary>
    private const int Runs = 15;

    private const int RunsOfMinutes = 3;
    private const int RunsOfTensOfSeconds = 5;

    /// <summary>A scenario through all lenses, at its figures and with draws.</summary>
    public static int RunDraws()
    {
        string[] embargo = ["shock", "run", Path.Combine(Root, "samples", "chip-equipment-embargo.yaml"), "-f", "csv", "-q"];
        return Report(
            "scenario-draws.md",
            "An embargo through every lens, with draws",
            [
                ("shock run chip-equipment-embargo", "", RunsOfTensOfSeconds, embargo),
                ("the same, --lens equilibrium --draws 200", "", 1, [.. embargo, "--lens", "equilibrium", "--draws", "200"]),
                ("the same, --lens inventory --draws 20", "", 1, [.. embargo, "--lens", "inventory", "--draws", "20"]),
                ("the same, all lenses, --draws 20", "12 s (120 s for 200)", 1, [.. embargo, "--draws", "20"]),
            ]
        );
    }

    public static int Run(string? sources)
    {
        string workspace = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        var cases = new List<(string Name, string Bar, int Runs, string[] Arguments)>
        {
            ("version (start-up alone)", "", Runs, ["version"]),
            ("roots china-2020", "5 s", Runs, ["roots", "china-2020"]),
            ("roots china-2020 --draws 100", "120 s", RunsOfMinutes, ["roots", "china-2020", "--draws", "100"]),
            ("roots usa-2017", "30 s", RunsOfTensOfSeconds, ["roots", "usa-2017"]),
            ("roots china-2020 --horizon settled", "1.0 s", Runs, ["roots", "china-2020", "--horizon", "settled"]),
            ("roots usa-2017 --horizon settled", "", Runs, ["roots", "usa-2017", "--horizon", "settled"]),
            (
                "accounts world-2011 --measure output-multiplier",
                "1.5 s",
                Runs,
                ["accounts", "world-2011", "--measure", "output-multiplier", "-f", "csv"]
            ),
        };
        if (sources is not null)
        {
            cases.Add(
                (
                    "data add wiod2013 wiot2011.csv",
                    "1.5 s",
                    Runs,
                    [
                        "data",
                        "add",
                        "wiod2013",
                        Path.Combine(sources, "wiod2013", "wiot2011.csv"),
                        "--name",
                        "bench",
                        "--replace",
                        "--workspace",
                        workspace,
                    ]
                )
            );
        }

        int code = Report("whole-process.md", "Whole processes, warm start", cases);
        Directory.Delete(workspace, recursive: true);
        return code;
    }

    private static string Root => Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static int Report(string file, string title, List<(string Name, string Bar, int Runs, string[] Arguments)> cases)
    {
        string program = Path.Combine(Root, "src", "Rootscope.Cli", "bin", "Release", "net10.0", "rootscope.dll");
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("build first: dotnet build Rootscope.slnx -c Release");
            return 1;
        }

        return Machine.Write(file, Measure(program, title, cases));
    }

    private static string Measure(string program, string title, List<(string Name, string Bar, int Runs, string[] Arguments)> cases)
    {
        var text = new StringBuilder($"# {title}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nEach command as often as told, after one run that is not counted; wall-clock time of the whole "
                + $"process.\n\n"
        );
        text.Append(
            "| command | bar | times | median | fastest | slowest | peak memory |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach ((string name, string bar, int runs, string[] arguments) in cases)
        {
            Once(program, arguments, out _);
            var times = new double[runs];
            long peak = 0;
            for (int i = 0; i < runs; i++)
            {
                times[i] = Once(program, arguments, out long memory);
                peak = Math.Max(peak, memory);
            }

            Array.Sort(times);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {bar} | {runs} | {times[runs / 2]:0.00} s | {times[0]:0.00} s | {times[^1]:0.00} s "
                    + $"| {peak / 1048576.0:0} MiB |\n"
            );
        }

        return text.ToString();
    }

    internal static double Once(string program, string[] arguments, out long peak)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        peak = 0;
        while (!process.WaitForExit(2))
        {
            // The system's own high-water mark, so that seldom looking loses little.
            process.Refresh();
            peak = Math.Max(peak, Peak(process));
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        output.GetAwaiter().GetResult();
        string said = error.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? seconds
            : throw new InvalidOperationException($"rootscope {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }

    private static long Peak(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
