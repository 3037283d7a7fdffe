using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>Products and inverses beside numpy on OpenBLAS and BLIS, in turn, in one run; and the accounts of a large made table.</summary>
internal static class DenseComparison
{
    private const int ProductSize = 3465;
    private const int InverseSize = 4915;
    private const int Regions = 189;
    private const int Industries = 26;

    /// <summary>Arguments: threads, turns of products, turns of inverses, and the interpreter of python or nothing.</summary>
    public static int Run(string[] arguments)
    {
        int threads = Number(arguments[0]);
        var report = new StringBuilder("# Dense kernels beside OpenBLAS and BLIS, and the accounts of a large table\n\n");
        var figures = new List<string>();
        YardstickSetting[] settings = [.. YardstickSetting.All(threads)];
        Yardstick?[] peers = [.. settings.Select(s => Yardstick.Start(arguments[3], s))];
        string ours = $"{Machine.Line()} Tile kernel: {TileKernel.Best.Name}. Threads: {threads}.";
        report.Append(CultureInfo.InvariantCulture, $"{ours}\n");
        report.Append(
            peers[0] is { } first
                ? $"Yardstick: {first.Version}, as many threads,\nat each setting that this machine runs. All in turn; ratios are our time "
                    + "over the yardstick's, medians of the\nturns. Turns are taken so because a machine may be busy: single times vary, "
                    + "ratios less.\n\n"
                : "No yardstick: numpy was not found (Debian: python3-numpy with libopenblas0-pthread). Ours is reported alone.\n\n"
        );
        report.Append("| task | ours | setting | its time | ratio |\n| --- | ---: | --- | ---: | ---: |\n");
        double product = Turns(
            report,
            figures,
            "gemm",
            $"product, n = {ProductSize}",
            Number(arguments[1]),
            ProductSize,
            Products(ProductSize, threads),
            [.. settings.Zip(peers)],
            "product"
        );
        double inverse = Turns(
            report,
            figures,
            "inverse",
            $"inverse, n = {InverseSize}",
            Number(arguments[2]),
            InverseSize,
            Inverses(InverseSize, threads),
            [.. settings.Zip(peers).Where(p => p.First.Inverts)],
            "inverse"
        );
        foreach (Yardstick? peer in peers)
        {
            peer?.Dispose();
        }

        report.Append("\nAgainst the best setting of each machine:\n\n");
        report.Append("| machine | product, ratio (bar ≤ 1.00) | inverse, ratio (bar ≤ 0.80) |\n| --- | ---: | ---: |\n");
        string[] others = [.. RowsOfOthers(ours)];
        report.Append(CultureInfo.InvariantCulture, $"| {ours} | {product:0.00} | {inverse:0.00} |\n");
        foreach (string other in others)
        {
            report.Append(other).Append('\n');
        }

        report.Append("\nAnd memory:\n\n| task | ours | yardstick | ratio | bar |\n| --- | ---: | ---: | ---: | ---: |\n");
        Memory(report, figures, threads, arguments[3]);
        LargeTable(report, figures, threads);
        foreach (string figure in figures)
        {
            Console.WriteLine(figure);
        }

        File.WriteAllText(ReportPath, report.ToString());
        return 0;
    }

    /// <summary>One inverse in a process of its own, for its peak memory: prints bytes.</summary>
    public static int Peak(string[] arguments)
    {
        Inverses(InverseSize, Number(arguments[0]))();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Takes turns with every peer; returns the ratio to the fastest of them.</summary>
    private static double Turns(
        StringBuilder report,
        List<string> figures,
        string name,
        string task,
        int turns,
        int n,
        Func<double> ours,
        IReadOnlyList<(YardstickSetting Setting, Yardstick? Process)> peers,
        string command
    )
    {
        ours();
        foreach ((_, Yardstick? process) in peers)
        {
            process?.Ask($"{command} {n}");
        }

        var times = new double[turns];
        double[][] others = [.. peers.Select(_ => new double[turns])];
        for (int t = 0; t < turns; t++)
        {
            times[t] = ours();
            for (int p = 0; p < peers.Count; p++)
            {
                others[p][t] = peers[p].Process?.Ask($"{command} {n}") ?? double.NaN;
            }
        }

        const int OperationsOfEach = 2;
        double rate = OperationsOfEach * Math.Pow(n, 3) / Median(times) / 1e9;
        figures.Add(Text($"{name}_seconds={Median(times):0.000}"));
        figures.Add(Text($"{name}_gflops={rate:0.0}"));
        double worst = double.NaN;
        for (int p = 0; p < peers.Count; p++)
        {
            string mine = p == 0 ? Text($"{Median(times):0.00} s ({rate:0} GFLOP/s)") : string.Empty;
            if (peers[p].Process is null)
            {
                report.Append(CultureInfo.InvariantCulture, $"| {(p == 0 ? task : string.Empty)} | {mine} | not installed | | |\n");
                continue;
            }

            double ratio = Median([.. times.Zip(others[p], (a, b) => a / b)]);
            worst = !(worst >= ratio) ? ratio : worst;
            figures.Add(Text($"{name}_yardstick_seconds[{peers[p].Setting.Name}]={Median(others[p]):0.000}"));
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {(p == 0 ? task : string.Empty)} | {mine} | {peers[p].Setting.Name} | {Median(others[p]):0.00} s | {ratio:0.00} |\n"
            );
        }

        figures.Add(Text($"{name}_ratio={worst:0.000}"));
        return worst;
    }

    /// <summary>The rows of other machines in the report that is there.</summary>
    private static IEnumerable<string> RowsOfOthers(string ours) =>
        File.Exists(ReportPath)
            ? File.ReadLines(ReportPath)
                .SkipWhile(l => !l.StartsWith("| machine |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal))
                .Where(l => !l.StartsWith($"| {ours} |", StringComparison.Ordinal))
            : [];

    private static string ReportPath => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "results", "compare-dense.md"));

    private static Func<double> Products(int n, int threads)
    {
        double[] a = MadeMatrix.Leontief(n, 1);
        double[] b = MadeMatrix.Leontief(n, 2);
        double[] c = GC.AllocateUninitializedArray<double>(n * n);
        var workspace = new DenseWorkspace(n, threads);
        return () => Seconds(() => Multiply(a, b, c, n, workspace));
    }

    private static unsafe void Multiply(double[] a, double[] b, double[] c, int n, DenseWorkspace workspace)
    {
        fixed (
            double* left = a,
                right = b,
                target = c
        )
        {
            workspace.Multiply(
                new MatrixBlock(target, n, n, n),
                new MatrixBlock(left, n, n, n),
                new MatrixBlock(right, n, n, n),
                ProductMode.Store,
                CancellationToken.None
            );
        }
    }

    /// <summary>As numpy does it: the matrix stays as it is, and memory for the result is taken anew.</summary>
    private static Func<double> Inverses(int n, int threads)
    {
        double[] matrix = MadeMatrix.Leontief(n, 1);
        return () =>
            Seconds(() =>
            {
                double[] copy = GC.AllocateUninitializedArray<double>(matrix.Length);
                matrix.AsSpan().CopyTo(copy);
                var workspace = new DenseWorkspace(n, threads);
                LuFactors.Of(copy, n, workspace).InvertInPlace(workspace);
            });
    }

    private static void Memory(StringBuilder report, List<string> figures, int threads, string python)
    {
        double unit = (double)InverseSize * InverseSize * sizeof(double);
        var start = new ProcessStartInfo("dotnet", [typeof(DenseComparison).Assembly.Location, "dense-peak", Text($"{threads}")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        double ours = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture) / unit;
        process.WaitForExit();
        figures.Add(Text($"inverse_peak_matrices={ours:0.00}"));
        string other = "not installed";
        using (var yardstick = Yardstick.Start(python))
        {
            if (yardstick is not null)
            {
                yardstick.Ask($"inverse {InverseSize}");
                double peak = yardstick.Ask("peak") / unit;
                figures.Add(Text($"inverse_yardstick_peak_matrices={peak:0.00}"));
                other = Text($"{peak:0.0} n² doubles");
            }
        }

        report.Append(
            CultureInfo.InvariantCulture,
            $"| peak memory of a process that inverts once, the matrix itself included | {ours:0.0} n² doubles | {other} | | ≤ 3 |\n\n"
        );
    }

    private static void LargeTable(StringBuilder report, List<string> figures, int threads)
    {
        FlowTable table = MadeTable.Of(Regions, Industries, density: 1);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        report.Append(
            CultureInfo.InvariantCulture,
            $"A made closed table of {Regions} regions and {Industries} industries, n = {table.Size}; processor time (CPU-s) is what "
                + $"one idle processor takes:\n\n| task | time | bar |\n| --- | ---: | ---: |\n"
        );

        void Row(string name, string task, string bar, double seconds, string unit)
        {
            figures.Add(Text($"{name}={seconds:0.000}"));
            report.Append(CultureInfo.InvariantCulture, $"| {task} | {seconds:0.000} {unit} | {bar} |\n");
        }

        Row(
            "multipliers_and_upstreamness_cpu_seconds",
            "output multipliers and upstreamness, no inverse",
            "≤ 0.6 CPU-s",
            ProcessorSeconds(() => ProductionStages.WithBounds(table)),
            "CPU-s"
        );
        TotalRequirements total = null!;
        Row(
            "total_requirements_seconds",
            "total requirements L, with the check that the table is productive",
            "",
            Seconds(() => total = TotalRequirements.Of(direct, new InverseOptions { Threads = threads })),
            "s"
        );
        Row(
            "extraction_cpu_seconds",
            "extraction of every sector once L exists",
            "≤ 0.05 s",
            ProcessorSeconds(() => HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total)),
            "CPU-s"
        );
        Row(
            "supplier_region_cuts_cpu_seconds",
            "all supplier × region cuts once L exists",
            "≤ 0.3 s",
            ProcessorSeconds(() => BilateralExtraction.Of(total).OutputLosses()),
            "CPU-s"
        );
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Time of all processors together, median of five after one run that is not counted.</summary>
    private static double ProcessorSeconds(Action action)
    {
        action();
        using var self = Process.GetCurrentProcess();
        return Median([
            .. Enumerable
                .Range(0, 5)
                .Select(_ =>
                {
                    self.Refresh();
                    TimeSpan before = self.TotalProcessorTime;
                    action();
                    self.Refresh();
                    return (self.TotalProcessorTime - before).TotalSeconds;
                }),
        ]);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Here([CallerFilePath] string path = "") => path;
}
