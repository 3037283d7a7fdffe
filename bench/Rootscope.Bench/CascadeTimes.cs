using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Shocks.Lenses.Cascade.Spreading;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Bench;

/// <summary>
/// Cascades of all firms in turn, or of an even sample of them, in networks of 1,000 to 1,000,000 firms made by <c>network generate</c>;
/// each size in a process of its own.
/// </summary>
internal static class CascadeTimes
{
    private const double MeanDegree = 10;
    private const int Sectors = 615;
    private const long Seed = 1;

    private static readonly (int Firms, int Sample, int Threads, string Bar)[] Cases =
    [
        (1_000, 1_000, 1, ""),
        (10_000, 10_000, 1, "12 s CPU, 100 MB"),
        (100_000, 5_000, 2, "15 min wall on two cores, 400 MB"),
        (1_000_000, 1_000, 2, "loads in 20 s, sample in 5 min, 2 GB"),
    ];

    /// <summary>All sizes; with "full" every firm of the 100,000.</summary>
    public static int Run(bool full)
    {
        var text = new StringBuilder("# Shortage cascades: every firm in turn\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Line()}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Networks of `network generate --mean-degree {MeanDegree} --sectors {Sectors} --seed {Seed}`, embedded ratings, sectors "
                + $"as markets, stop `legacy`, ε = 0.01. Each size is a process that reads "
        );
        text.Append(
            "the two CSV files, prepares the network and closes firms one at a time;\npeak memory is that of the process, reading "
                + "included. *Without revenue* only sales between firms count, as in the published packages; *with revenue* and costs "
                + "the files are used as they are.\n"
        );
        text.Append("Other programs ran on the machine: processor seconds are the figure to compare.\n\n");
        text.Append(
            "| firms | links | run | read, wall | prepare, wall | both, CPU | cascades | threads | wall | CPU | CPU a cascade | all "
                + "firms, CPU | peak | bar | mean index | mean steps | firms touched | looked at |\n"
        );
        text.Append(
            "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | "
                + "---: |\n"
        );
        string folder = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        foreach ((int firms, int sample, int threads, string bar) in Cases)
        {
            Child($"cascade-make {firms} {folder}");
            int all = full && firms == 100_000 ? firms : sample;
            text.Append(Child($"cascade-one {folder} {all} {threads} without").Replace("BAR", bar, StringComparison.Ordinal));
            if (firms <= 10_000)
            {
                text.Append(Child($"cascade-one {folder} {all} {threads} with").Replace("BAR", string.Empty, StringComparison.Ordinal));
            }
        }

        Directory.Delete(folder, recursive: true);
        text.Append(
            "\n*Touched*: mean share of firms with any loss. *Looked at*: of the looks at a firm that plain steps over all firms would "
                + "take, the share that was taken, mean over 200 cascades.\n"
        );
        text.Append(
            "\nPublished programs on networks of the same make (power law, mean degree 10, 615 sectors, ε = 0.01, one thread, CPU "
                + "seconds, all firms): 1,000 firms: GLcascade 942, fastcascade 34; 10,000: 88,000 and 3,880;\n"
        );
        text.Append("100,000: fastcascade 249,000 (55 sectors). These were measured by others on other machines.\n");
        return Machine.Write("cascade.md", text.ToString());
    }

    /// <summary>Makes a network and writes its files.</summary>
    public static int Make(int firms, string folder)
    {
        NetworkFiles.Write(
            NetworkGenerator.Generate(
                new GeneratorOptions
                {
                    Firms = firms,
                    MeanDegree = MeanDegree,
                    Sectors = NaceClasses.Spread(Sectors),
                    Seed = Seed,
                }
            ),
            folder
        );
        return 0;
    }

    /// <summary>Measures one size and prints its row.</summary>
    public static int One(string folder, int sample, int threads, bool revenue)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan atStart = process.TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        SupplyNetwork network = NetworkReader
            .Read(Path.Combine(folder, NetworkFiles.Edges), Path.Combine(folder, NetworkFiles.Firms))
            .Network;
        double read = Stopwatch.GetElapsedTime(began).TotalSeconds;
        began = Stopwatch.GetTimestamp();
        var model = CascadeModel.Of(
            network,
            new CascadeOptions
            {
                Essentiality = EssentialityReader.Read(EssentialityReader.EmbeddedName),
                UseRevenue = revenue,
                UseCosts = revenue,
            }
        );
        double prepare = Stopwatch.GetElapsedTime(began).TotalSeconds;
        FirmNumber[] firms = [.. Enumerable.Range(0, sample).Select(i => new FirmNumber((int)((long)i * network.Count / sample)))];
        process.Refresh();
        TimeSpan before = process.TotalProcessorTime;
        began = Stopwatch.GetTimestamp();
        IReadOnlyList<CascadeOutcome> outcomes = SystemicRisk.OfEach(model, firms, threads);
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        double used = (process.TotalProcessorTime - before).TotalSeconds;
        double peak = process.PeakWorkingSet64 / 1e6;
        Console.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {network.Count:N0} | {network.EdgeCount:N0} | {(revenue ? "with" : "without")} revenue | {read:0.0} s | "
                    + $"{prepare:0.0} s | {(before - atStart).TotalSeconds:0.0} s | {sample:N0} | {threads} | {wall:0.0} s | {used:0.0} "
                    + $"s | {used / sample * 1e3:0.000} ms | {used / sample * network.Count:N0} s | {peak:0} MB | BAR | "
                    + $"{outcomes.Average(o => o.Loss!.Value):E1} | {outcomes.Average(o => (double)o.Steps):0.0} | "
                    + $"{outcomes.Average(o => (double)o.Touched) / network.Count:P1} | {Looked(model, firms):P1} |\n"
            )
        );
        return 0;
    }

    private static double Looked(CascadeModel model, FirmNumber[] firms)
    {
        const int Most = 200;
        var state = new CascadeState(model.Graph);
        (double taken, double plain) = (0, 0);
        for (int i = 0; i < Math.Min(Most, firms.Length); i++)
        {
            CascadeOutcome outcome = model.Run(
                state,
                [new CapacityLoss(new(firms[(int)((long)i * firms.Length / Math.Min(Most, firms.Length))]), 1)],
                default
            );
            taken += state.Looked;
            plain += 2.0 * outcome.Steps * model.Network.Count;
        }

        return taken / plain;
    }

    /// <summary>What a process of its own prints.</summary>
    internal static string Child(string arguments)
    {
        Console.Error.WriteLine(arguments);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CascadeTimes).Assembly.Location, .. arguments.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{arguments} ended with {process.ExitCode}");
    }
}
