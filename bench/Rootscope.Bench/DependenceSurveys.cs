using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;

namespace Rootscope.Bench;

/// <summary>
/// The three published rules over three made years of the size of BACI, for every economy and product, from a Parquet file to verdicts.
/// </summary>
internal static class DependenceSurveys
{
    private const int Products = 5000;
    private const int Economies = 230;
    private const int Runs = 3;

    public static int Run(string? python)
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-dependence").FullName;
        try
        {
            string file = Path.Combine(folder, "made.parquet");
            long flows = Make(file);
            var text = new StringBuilder("# Dependence: three rules, every economy and product, three years of the size of BACI\n\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Machine.Line()}\n\nMade flows: {flows / 1e6:0.0} million in three years, {Products} products, {Economies} "
                    + $"economies, codes as text, in no order; "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"one Parquet file of {new FileInfo(file).Length / 1e6:0} MB. Rules eu2021, geodep and merics. Each line is the "
                    + $"fastest of {Runs} whole processes, from start to verdicts; "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"peak memory is the process's high-water mark. Load of the machine by others when it began: {Load()}, which wall "
                    + $"clock shows and processor time does not.\n\n| what | bar | wall clock | of it reading | of it judging | "
                    + $"processor time | peak memory | verdicts |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n"
            );
            foreach (int threads in (int[])[1, 2])
            {
                text.Append(Fastest(file, threads));
            }

            if (python is not null)
            {
                text.Append(Yardstick(file, folder, python));
            }

            return Machine.Write("dependence.md", text.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One survey; prints seconds of reading and judging and a digest of all verdicts.</summary>
    public static int Once(string file, int threads)
    {
        long began = Stopwatch.GetTimestamp();
        TradePanel panel = TradePanelReader.Read([file], new TradeReading { Threads = threads });
        double read = Stopwatch.GetElapsedTime(began).TotalSeconds;
        began = Stopwatch.GetTimestamp();
        DependenceRule[] rules = [.. DependenceRules.Names.Select(DependenceRules.Read)];
        var survey = DependenceSurvey.Of(panel, rules, threads: threads);
        double judged = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read:R} {judged:R} {DigestOf(survey)}"));
        return 0;
    }

    private static string DigestOf(DependenceSurvey survey)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        for (int r = 0; r < survey.Rules.Count; r++)
        {
            for (int b = 0; b < survey.Buyers.Count; b++)
            {
                line.Clear();
                for (int p = 0; p < survey.Products.Count; p++)
                {
                    SurveyVerdict verdict = survey.VerdictOf(r, new(b), new(p));
                    line.Append(
                        CultureInfo.InvariantCulture,
                        $"{verdict.IsDependent}{verdict.Margin:R}{verdict.YearsHeld}{verdict.YearsKnown}\n"
                    );
                }

                hash.AppendData(Encoding.UTF8.GetBytes(line.ToString()));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string Fastest(string file, int threads)
    {
        (double Wall, double Read, double Judge, double Processor, long Peak, string Digest) best = (
            double.PositiveInfinity,
            0,
            0,
            0,
            0,
            string.Empty
        );
        for (int run = 0; run < Runs; run++)
        {
            (double wall, double processor, long peak, string said) = Child(
                "dotnet",
                [typeof(DependenceSurveys).Assembly.Location, "dependence-once", file, $"{threads}"]
            );
            string[] parts = said.Trim().Split(' ');
            peak = Math.Max(peak, best.Peak);
            best =
                wall < best.Wall
                    ? (
                        wall,
                        double.Parse(parts[0], CultureInfo.InvariantCulture),
                        double.Parse(parts[1], CultureInfo.InvariantCulture),
                        processor,
                        peak,
                        parts[2]
                    )
                    : best with
                    {
                        Peak = peak,
                    };
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {threads} thread{(threads == 1 ? string.Empty : "s")} | 30 s, 1.5 GB | {best.Wall:0.0} s | {best.Read:0.0} s | "
                + $"{best.Judge:0.0} s | {best.Processor:0.0} s | {best.Peak / 1e9:0.00} GB | `{best.Digest}` |\n"
        );
    }

    /// <summary>Pandas on the same flows as arrays in memory: its grouping and its arithmetic, without any reading.</summary>
    private static string Yardstick(string file, string folder, string python)
    {
        TradePanel panel = TradePanelReader.Read([file], new TradeReading { Threads = 2 });
        string records = Path.Combine(folder, "flows.bin");
        WriteRecords(panel, records);
        string script = Path.Combine(Path.GetDirectoryName(Here())!, "..", "dependence.py");
        (double wall, double processor, long peak, string said) = Child(python, [script, records]);
        string[] parts = said.Trim().Split('|');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\n{parts[0]}, the same rules on the same flows, already in memory as arrays of whole numbers: judging "
                + $"{double.Parse(parts[1], CultureInfo.InvariantCulture):0.0} s, "
                + $"whole process {wall:0.0} s, processor time {processor:0.0} s, peak memory {peak / 1e9:0.00} GB; it flags "
                + $"{parts[2]} pairs, the survey {CountsOf(panel)}.\n"
        );
    }

    /// <summary>One record a flow: places of year, product, exporter and importer as 16-bit numbers, and the value as a double.</summary>
    private static void WriteRecords(TradePanel panel, string path)
    {
        using var writer = new BinaryWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20));
        for (int y = 0; y < panel.Years.Count; y++)
        {
            for (int p = 0; p < panel.Products.Count; p++)
            {
                ProductFlows flows = panel.FlowsOf(y, p);
                for (int f = 0; f < flows.Count; f++)
                {
                    writer.Write((short)y);
                    writer.Write((short)p);
                    writer.Write((short)flows.Exporter(f));
                    writer.Write((short)flows.Importer(f));
                    writer.Write(flows.Values[f]);
                }
            }
        }
    }

    private static string CountsOf(TradePanel panel)
    {
        DependenceRule[] rules = [.. DependenceRules.Names.Select(DependenceRules.Read)];
        var survey = DependenceSurvey.Of(panel, rules, threads: 2);
        return string.Join(
            ", ",
            rules.Select(
                (rule, r) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rule.Name} {Enumerable.Range(0, survey.Buyers.Count).Sum(b => survey.CountOf(r, new(b)))}"
                    )
            )
        );
    }

    private static (double Wall, double Processor, long Peak, string Said) Child(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        (long peak, double processor) = (0, 0);
        while (!process.WaitForExit(2))
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        string said = output.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? (wall, processor, peak, said)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    /// <summary>About one in 24 of all possible flows, more between economies and products of low number; values over many sizes.</summary>
    internal static long Make(string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            COPY (
              SELECT 2018 + y AS year, 'E' || lpad(e::VARCHAR, 3, '0') AS exporter,
                     'E' || lpad(i::VARCHAR, 3, '0') AS importer, lpad((10000 + p * 17)::VARCHAR, 6, '0') AS product,
                     round(exp((hash(p, e, i, y, 1) % 1000000) / 1000000.0 * 9 + (hash(p, e) % 1000) / 200.0), 3) AS value
              FROM range(3) years(y), range({Products}) products(p), range({Economies}) exporters(e), range({Economies}) importers(i)
              WHERE e <> i AND (hash(p, e, i) % 100000) / 100000.0 < 0.405 * exp(-(e + i) / 80.0) AND hash(p, e, i, y) % 20 > 0
            ) TO '{file}' (FORMAT parquet, COMPRESSION zstd)
            """
        );
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT count(*) FROM '{file}'";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The number of processes that wanted a processor in the minute before.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Here([CallerFilePath] string path = "") => path;
}
