using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Bench;

/// <summary>
/// What a piece of <c>network risk</c> and its input cost in made networks of several sizes, and from that how long every firm of larger
/// ones takes on many machines: the figures of docs/methods/scale.md, which it writes there.
/// </summary>
internal static class ScaleTimes
{
    private const int Cores = 32;
    private const int MostWarm = 300;
    private const int Repeats = 4;

    /// <summary>As <see cref="SystemicRisk.OfEach"/> says of itself.</summary>
    private const int BytesAThread = 40;

    private const double NetworkBytesPerSecond = 125e6;
    private const string Begin = "<!-- written by: dotnet run -c Release --project bench/Rootscope.Bench -- scale -->";
    private const string End = "<!-- end of what is written -->";

    private static readonly (int Firms, int Sample)[] Cases = [(30_000, 600), (100_000, 300), (300_000, 120)];

    /// <summary>One size as it was measured.</summary>
    private sealed record Size(
        double Firms,
        double Links,
        double InputBytes,
        double ReadSeconds,
        double PieceSeconds,
        double PieceSecondsOnTwo,
        double PeakBytes,
        double RowBytes
    );

    /// <summary>Measures, plans, and writes both.</summary>
    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        var sizes = new List<Size>();
        foreach ((int firms, int sample) in Cases)
        {
            _ = CascadeTimes.Child($"cascade-make {firms} {folder}");
            double[] n =
            [
                .. CascadeTimes
                    .Child($"scale-one {folder} {sample}")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(w => double.Parse(w, CultureInfo.InvariantCulture)),
            ];
            sizes.Add(new Size(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
        }

        Directory.Delete(folder, recursive: true);
        string text = $"{Machine.Line()}\n\n{Measured(sizes)}\n{Plan(sizes)}";
        string page = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "methods", "scale.md");
        string[] halves = File.ReadAllText(page).Split(Begin);
        File.WriteAllText(page, $"{halves[0]}{Begin}\n\n{text}\n{End}{halves[1].Split(End)[1]}");
        Console.Write(text);
        return 0;
    }

    /// <summary>Measures the network in a folder and prints the numbers of a <see cref="Size"/>.</summary>
    public static int One(string folder, int sample)
    {
        string edges = Path.Combine(folder, NetworkFiles.Edges);
        string list = Path.Combine(folder, NetworkFiles.Firms);
        // Of the processors: other programs may run on the machine.
        TimeSpan before = Environment.CpuUsage.TotalTime;
        SupplyNetwork network = NetworkReader.Read(edges, list).Network;
        var model = CascadeModel.Of(
            network,
            new CascadeOptions { Essentiality = EssentialityReader.Read(EssentialityReader.EmbeddedName) }
        );
        double read = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        FirmNumber[] firms = [.. Enumerable.Range(0, sample).Select(i => new FirmNumber((int)((long)i * network.Count / sample)))];
        IReadOnlyList<CascadeOutcome> outcomes = SystemicRisk.OfEach(model, firms[..Math.Min(MostWarm, sample)]);
        double Seconds(int threads)
        {
            before = Environment.CpuUsage.TotalTime;
            _ = SystemicRisk.OfEach(model, firms, threads);
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds / sample;
        }

        // The least of several: what other programs take of caches and memory only adds.
        double one = Enumerable.Range(0, Repeats).Min(_ => Seconds(1));
        double two = Enumerable.Range(0, Repeats).Min(_ => Seconds(2));
        using var process = Process.GetCurrentProcess();
        double peak = process.PeakWorkingSet64;
        double row = outcomes.Average(o =>
            1.0
            + JsonSerializer
                .Serialize(new object?[] { (int)o.Status, o.Loss, o.Downstream, o.Upstream, o.Steps, o.Residual, o.Touched })
                .Length
        );
        double[] numbers =
        [
            network.Count,
            network.EdgeCount,
            new FileInfo(edges).Length + new FileInfo(list).Length,
            read,
            one,
            two,
            peak,
            row,
        ];
        Console.Write(string.Join(' ', numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static string Measured(List<Size> sizes)
    {
        var text = new StringBuilder(
            "| firms | links | input files | read and prepare, CPU | a piece, CPU | the same on two threads | peak "
                + "memory | a row of a part |\n"
                + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (Size s in sizes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {s.Firms:N0} | {s.Links:N0} | {s.InputBytes / 1e6:0} MB | {s.ReadSeconds:0.0} s | {s.PieceSeconds * 1e3:0.00} ms | "
                    + $"{s.PieceSecondsOnTwo * 1e3:0.00} ms | {s.PeakBytes / 1e6:0} MB | {s.RowBytes:0} bytes |\n"
            );
        }

        return text.ToString();
    }

    private static string Plan(List<Size> sizes)
    {
        // A power of the number of firms by least squares; what is read and kept grows in proportion.
        Size large = sizes[^1];
        double[] x = [.. sizes.Select(s => Math.Log(s.Firms))];
        double[] y = [.. sizes.Select(s => Math.Log(s.PieceSecondsOnTwo))];
        double power = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / x.Sum(a => Math.Pow(a - x.Average(), 2));
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Over these sizes a piece on two threads grows as the number of firms to the power {power:0.00}; the plan "
                + $"goes on with that (a "
                + $"power\nlarger by 0.1 would make ten million firms take {Math.Pow(1e7 / large.Firms, 0.1):0.0} times "
                + $"as long). Files, reading and "
                + $"memory grow in proportion, and a\nthread takes {BytesAThread} bytes a firm more. Machines have "
                + $"{Cores} cores, each as fast as the "
                + $"one measured; every machine reads the input\nonce over a link of {NetworkBytesPerSecond * 8 / 1e9:0} "
                + $"Gbit/s, one process a "
                + $"machine with a thread a core.\n\n"
        );
        text.Append(
            "| firms | machines | a piece | input | moving it | reading it | memory a process | all parts | every firm | machine-hours |\n"
                + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (double firms in new[] { 1e6, 1e7 })
        {
            double ratio = firms / large.Firms;
            double piece = large.PieceSecondsOnTwo * Math.Pow(ratio, power);
            double read = large.ReadSeconds * ratio;
            double moving = large.InputBytes * ratio / NetworkBytesPerSecond;
            foreach (int machines in new[] { 1, 10, 100 })
            {
                double hours = ((piece * firms / (machines * Cores)) + read + moving) / 3600;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {firms:N0} | {machines} | {piece * 1e3:0} ms | {large.InputBytes * ratio / 1e9:0.0} GB | {moving:0} s | {read:0} s "
                        + $"| {((large.PeakBytes * ratio) + (BytesAThread * firms * (Cores - 2))) / 1e9:0.0} GB | "
                        + $"{large.RowBytes * firms / 1e9:0.0} GB | {Time(hours)} | "
                        + $"{hours * machines:N1} |\n"
                );
            }
        }

        return text.ToString();
    }

    private static string Time(double hours) =>
        hours >= 48 ? string.Create(CultureInfo.InvariantCulture, $"{hours / 24:0.0} days")
        : hours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{hours:0.0} h")
        : string.Create(CultureInfo.InvariantCulture, $"{hours * 60:0.0} min");

    private static string Here([CallerFilePath] string path = "") => path;
}
