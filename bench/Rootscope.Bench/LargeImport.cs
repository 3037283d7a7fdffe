using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Icio;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Bench;

/// <summary>
/// Imports a made file of the size of the OECD ICIO (77 regions × 45 industries, 3465 × 3927 cells): the reader alone, and the whole
/// command.
/// </summary>
internal static class LargeImport
{
    private const int Regions = 77;
    private const int Industries = 45;
    private const int Uses = 6;
    private const int Runs = 5;

    public static int Run(string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-import").FullName;
        string file = Path.Combine(folder, "2020_SML.csv");
        int decimals = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 8;
        Write(file, decimals);
        var text = new StringBuilder("# Import of a table of the size of the OECD ICIO\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\nMade file: {Regions} × {Industries} sectors, {Regions * Uses} final uses, "
                + $"{new FileInfo(file).Length / 1e6:0} MB, {decimals} decimals.\n\n"
        );
        text.Append("| what | bar | median | fastest | slowest | peak memory |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        text.Append(Row("reader alone, in one process", "", () => ReadOnce(file), null));
        FlowTable table = TableFormats.Known.Read("icio", [file], "large");
        text.Append(
            Row("check that it is productive", "", () => TableCheck.Of(table, IcioReader.DefaultTolerance).RequireProductive(file), null)
        );
        text.Append(
            Row(
                "content hash and writing to a workspace",
                "",
                () => new TableLibrary(Path.Combine(folder, "library")).Import(table.With(table.Metadata), replace: true),
                null
            )
        );
        string root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
        string program = Path.Combine(root, "src", "Rootscope.Cli", "bin", "Release", "net10.0", "rootscope.dll");
        if (File.Exists(program))
        {
            string[] add = ["data", "add", "icio", file, "--name", "large", "--replace", "--workspace", Path.Combine(folder, "workspace")];
            long peak = 0;
            text.Append(
                Row("`data add icio`, whole process", "4 s, 700 MB", () => peak = Math.Max(peak, Command(program, add)), () => peak)
            );
        }

        string report = text.ToString();
        File.WriteAllText(Path.Combine(root, "bench", "results", "large-import.md"), report);
        Console.Write(report);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static long Command(string program, string[] arguments)
    {
        WholeProcess.Once(program, arguments, out long peak);
        return peak;
    }

    private static void ReadOnce(string file)
    {
        FlowTable table = TableFormats.Known.Read("icio", [file], "large");
        if (table.Size != Regions * Industries)
        {
            throw new InvalidOperationException("the made file was not read whole");
        }
    }

    private static string Row(string name, string bar, Action action, Func<long>? peak)
    {
        action();
        var times = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long began = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        Array.Sort(times);
        string memory = peak is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{peak() / 1e6:0} MB");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {bar} | {times[Runs / 2]:0.00} s | {times[0]:0.00} s | {times[^1]:0.00} s | {memory} |\n"
        );
    }

    /// <summary>A balanced table with figures of every size: value added closes the columns.</summary>
    private static void Write(string file, int decimals)
    {
        int n = Regions * Industries;
        int width = n + (Regions * Uses);
        string[] uses = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"];
        string[] sectors = [.. Enumerable.Range(0, n).Select(k => $"R{k / Industries:00}_S{k % Industries:00}")];
        var random = new Random(20_260_725);
        var columns = new double[n];
        var output = new double[n];
        string format = $"F{decimals}";
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        IEnumerable<string> purchases = Enumerable.Range(0, Regions).SelectMany(r => uses.Select(u => $"R{r:00}_{u}"));
        writer.Write($"V1,{string.Join(',', sectors)},{string.Join(',', purchases)},OUT\n");
        for (int i = 0; i < n; i++)
        {
            writer.Write(sectors[i]);
            for (int j = 0; j < width; j++)
            {
                double size = i / Industries == (j < n ? j / Industries : (j - n) / Uses) ? 1000 : 10;
                double value = Math.Round(size * Math.Pow(random.NextDouble(), 4), Math.Min(15, decimals)) * (j < n ? 1 : 40);
                output[i] += value;
                if (j < n)
                {
                    columns[j] += value;
                }

                writer.Write(',');
                writer.Write(value.ToString(format, CultureInfo.InvariantCulture));
            }

            writer.Write(',');
            writer.Write(output[i].ToString(format, CultureInfo.InvariantCulture));
            writer.Write('\n');
        }

        string rest = new(',', width - n + 1);
        writer.Write($"TLS,{string.Join(',', columns.Select(_ => "0"))}{rest}\n");
        writer.Write(
            $"VA,{string.Join(',', columns.Select((c, j) => (output[j] - c).ToString(format, CultureInfo.InvariantCulture)))}{rest}\n"
        );
        writer.Write($"OUT,{string.Join(',', output.Select(o => o.ToString(format, CultureInfo.InvariantCulture)))}{rest}\n");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
