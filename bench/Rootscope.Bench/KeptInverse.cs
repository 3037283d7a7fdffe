using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Accounts;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>What a second question about a large table costs, its inverse being kept in the workspace, files in the cache.</summary>
internal static class KeptInverse
{
    private const int Industries = 5;
    private const int Runs = 5;
    private static readonly int[] Sizes = [1000, 1435, 2000, 3465, 4915];

    public static int Run()
    {
        string program = Path.GetFullPath(
            Path.Combine(Here(), "..", "..", "src", "Rootscope.Cli", "bin", "Release", "net10.0", "rootscope.dll")
        );
        var text = new StringBuilder("# A second question about a table\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Line()}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Made tables, dense; {Environment.ProcessorCount} threads; files in the cache; medians of {Runs} in turn. Processor time "
                + $"in brackets. "
        );
        text.Append(
            "*Compute*: the inverse and the check that the table is productive. *Keep*: writing it to the workspace, flushed to the "
                + "disk. *Find*: looking it up, "
        );
        text.Append(
            "mapping its file and checking the SHA-256 of every byte. All three are given the content hash of the table, which a "
                + "report names anyway.\n\n"
        );
        text.Append(
            "| sectors | file | compute | keep | find | find once more in the same process |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (int n in Sizes)
        {
            InProcess(n, text);
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\nNothing is kept below {KeptInverses.FewestSectors} sectors, the embedded tables among them: it would save a tenth of a "
                + $"second or two, at the price of a file that nobody asked for.\n"
        );
        text.Append("\nWhole processes, `accounts made --measure extraction-total --top 5`, of which reading the table is the most:\n\n");
        text.Append("| sectors | first question | second question | peak memory, first | second |\n| ---: | ---: | ---: | ---: | ---: |\n");
        foreach (int n in Sizes.Where(n => n >= KeptInverses.FewestSectors))
        {
            Processes(program, n, text);
        }

        return Machine.Write("kept-inverse.md", text.ToString());
    }

    private static void InProcess(int n, StringBuilder text)
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        FlowTable table = MadeTable.Of(n / Industries, Industries, density: 1);
        new TableLibrary(folder).Import(table);
        var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
        _ = table.ContentHash;
        var options = new InverseOptions { Threads = Environment.ProcessorCount };
        TotalRequirements total = TotalRequirements.Of(direct, options);
        var times = new List<Measured>[] { [], [], [], [] };
        for (int i = 0; i < Runs; i++)
        {
            times[0].Add(Measured.Of(() => total = TotalRequirements.Of(direct, options)));
            using (var writer = new KeptInverses(new FolderWorkspace(folder), fewestSectors: 1))
            {
                times[1].Add(Measured.Of(() => writer.Keep(total)));
            }

            using var reader = new KeptInverses(new FolderWorkspace(folder), fewestSectors: 1);
            times[2].Add(Measured.Of(() => Require(reader.Find(direct), total)));
            times[3].Add(Measured.Of(() => Require(reader.Find(direct), total)));
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {n} | {(long)n * n * 8 / 1048576.0:0} MiB | {string.Join(" | ", times.Select(Measured.Median))} |\n"
        );
        Directory.Delete(folder, recursive: true);
    }

    private static void Processes(string program, int n, StringBuilder text)
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        FlowTable table = MadeTable.Of(n / Industries, Industries, density: 1);
        string[] question = ["accounts", "made", "--measure", "extraction-total", "--top", "5", "-f", "csv", "--workspace", folder];
        var first = new List<double>();
        var second = new List<double>();
        long peakFirst = 0;
        long peakSecond = 0;
        for (int i = 0; i < Runs; i++)
        {
            new TableLibrary(folder).Workspace.Remove("made");
            new TableLibrary(folder).Import(table);
            first.Add(WholeProcess.Once(program, question, out long before));
            second.Add(WholeProcess.Once(program, question, out long after));
            peakFirst = Math.Max(peakFirst, before);
            peakSecond = Math.Max(peakSecond, after);
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {n} | {first.Order().ElementAt(Runs / 2):0.00} s | {second.Order().ElementAt(Runs / 2):0.00} s | "
                + $"{peakFirst / 1048576.0:0} MiB | {peakSecond / 1048576.0:0} MiB |\n"
        );
        Directory.Delete(folder, recursive: true);
    }

    private static void Require(ReadOnlyMemory<double>? found, TotalRequirements expected)
    {
        if (found?.Length != expected.Values.Length)
        {
            throw new InvalidOperationException("The inverse was not found again.");
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
