using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;
using Sylvan.Data.Csv;

namespace Rootscope.Bench;

/// <summary>A file of a million names through the SDN list: rows a second, and a run that is killed and goes on.</summary>
internal static class ScreeningFiles
{
    /// <summary>A row in so many is a name of the list with a letter changed.</summary>
    private const int ListedEvery = 50;

    /// <summary>Measures, and writes the report.</summary>
    /// <param name="folder">The folder with yente_candidate_generation and watchman.</param>
    /// <param name="given">How many rows; a million where none is given.</param>
    public static int Run(string folder, string[] given)
    {
        int rows = given is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 1_000_000;
        string place = Path.Combine(Path.GetTempPath(), $"screening-file-{Environment.ProcessId}");
        Directory.CreateDirectory(place);
        try
        {
            string input = Path.Combine(place, "rows.csv");
            Make(folder, input, rows);
            string whole = Path.Combine(place, "whole.csv");
            TimeSpan start = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            BatchSummary summary = Once(folder, input, whole);
            double wall = watch.Elapsed.TotalSeconds;
            double processor = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            string broken = Path.Combine(place, "broken.csv");
            long atKill = Killed(folder, input, broken, new FileInfo(whole).Length / 2);
            BatchSummary resumed = Once(folder, input, broken);
            bool isSame = HashOf(whole) == HashOf(broken);
            var report = new StringBuilder("# Screening a file\n\n");
            report.Append(Machine.Line()).Append("\n\n");
            report.Append(
                CultureInfo.InvariantCulture,
                $"{rows} rows: made-up people (opensanctions/yente), and every {ListedEvery}th a name of OFAC's SDN list with its first\n"
            );
            report.Append(
                CultureInfo.InvariantCulture,
                $"letter doubled. Algorithm {NameScore.Algorithm}, {Environment.ProcessorCount} threads.\n\n"
                    + $"| what | figure | bar |\n| --- | ---: | --- |\n"
            );
            report.Append(CultureInfo.InvariantCulture, $"| rows a second, loading the list included, wall | {rows / wall:0} | 3,000 |\n");
            report.Append(CultureInfo.InvariantCulture, $"| rows a second of processors | {rows / processor:0} | |\n");
            report.Append(CultureInfo.InvariantCulture, $"| rows with a match | {summary.Matches} | |\n");
            report.Append(CultureInfo.InvariantCulture, $"| bytes there when the process was killed (kill -9) | {atKill} | |\n");
            report.Append(CultureInfo.InvariantCulture, $"| rows not asked again | {resumed.Resumed} | |\n");
            report.Append(CultureInfo.InvariantCulture, $"| the same bytes as a whole run | {(isSame ? "yes" : "NO")} | yes |\n");
            Machine.Write("screening-file.md", report.ToString());
            return isSame ? 0 : 1;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>One run over a file, for a process that is killed.</summary>
    public static BatchSummary Once(string folder, string input, string output)
    {
        string bench = Path.Combine(folder, "watchman", "bench");
        StoredList sdn = new ScreeningStore(Path.GetTempPath()).ReadFiles(
            ListLayouts.Find("sdn"),
            "sdn",
            [.. new[] { "sdn.csv", "alt.csv", "add.csv" }.Select(f => Path.Combine(bench, f))],
            new ListChoice(),
            default
        );
        return ScreeningBatch.Run(
            new BatchOptions(input, output) { Threads = Environment.ProcessorCount },
            [sdn.List],
            _ => null,
            DecisionLog.Read([], new LogHead(0, new string('0', 64))),
            null,
            default
        );
    }

    private static void Make(string folder, string path, int rows)
    {
        string yente = Path.Combine(folder, "yente_candidate_generation");
        string[] made = [.. Names(Path.Combine(yente, "negatives_global.csv")), .. Names(Path.Combine(yente, "negatives_us.csv"))];
        string[] listed =
        [
            .. File.ReadLines(Path.Combine(folder, "watchman", "bench", "sdn.csv"))
                .Select(l => l.Split('"').ElementAtOrDefault(1))
                .OfType<string>()
                .Where(n => n.Length > 4),
        ];
        using var file = new StreamWriter(path);
        file.Write("id,name,country,amount\n");
        for (int i = 0; i < rows; i++)
        {
            string name = i % ListedEvery == 0 ? listed[i / ListedEvery % listed.Length] : made[i % made.Length];
            name = i % ListedEvery == 0 ? name[0] + name : name;
            file.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i},\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",XX,{i % 997}\n"
                )
            );
        }
    }

    private static IEnumerable<string> Names(string path)
    {
        using var rows = CsvDataReader.Create(path);
        while (rows.Read())
        {
            yield return rows.GetString(0);
        }
    }

    /// <summary>Runs in a process of its own that is killed once it has written so much.</summary>
    private static long Killed(string folder, string input, string output, long bytes)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!)
            {
                ArgumentList = { typeof(ScreeningFiles).Assembly.Location, "screening-file-once", folder, input, output },
            }
        )!;
        long there = 0;
        while (!process.HasExited && there < bytes)
        {
            Thread.Sleep(20);
            there = Directory
                .EnumerateFiles(Path.GetDirectoryName(output)!, Path.GetFileName(output) + "*")
                .Select(f => new FileInfo(f).Length)
                .DefaultIfEmpty(0)
                .Max();
        }

        process.Kill();
        process.WaitForExit();
        return there;
    }

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
