using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Storage;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>
/// Keeps a made table of the ICIO's size in a workspace, and times how long it takes to have it again, files in the cache.
/// </summary>
internal static class WorkspaceReopening
{
    private const int Regions = 77;
    private const int Industries = 45;
    private const int Uses = 6;
    private const int Runs = 11;

    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("rootscope-bench").FullName;
        try
        {
            FlowTable table = Made();
            var library = new TableLibrary(folder);
            double keep = Seconds(() => library.Import(table, replace: true));
            double[] reopen = [.. Enumerable.Range(0, Runs).Select(_ => Seconds(() => new TableLibrary(folder).Read("icio-made")))];
            Array.Sort(reopen);
            using var packed = new MemoryStream();
            double pack = Seconds(() => TableCodec.Write(table, packed, step: 1));
            double unpack = Seconds(() =>
            {
                packed.Position = 0;
                TableCodec.Read(packed, "packed");
            });
            string blob = Directory.GetFiles(Path.Combine(folder, "blobs")).Single();
            var text = new StringBuilder("# Re-opening a table of the ICIO's size\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Machine.Line()}\n\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"A made table of {table.Size} sectors and {table.FinalDemandCategories.Count} columns of final demand, every cell an "
                    + $"arbitrary figure, files in the cache. "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"Median of {Runs} runs in one process, the list looked up and the SHA-256 of every byte checked each time. Bar: 0.3 s.\n\n"
            );
            text.Append("| what | time | size |\n| --- | ---: | ---: |\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| re-open from the workspace | {reopen[Runs / 2]:0.00} s (slowest {reopen[^1]:0.00} s) | "
                    + $"{new FileInfo(blob).Length / 1048576.0:0} MiB |\n"
            );
            text.Append(CultureInfo.InvariantCulture, $"| keep in the workspace, flushed to the disk | {keep:0.00} s | |\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| unpack the form of the first version (Brotli) | {unpack:0.00} s | {packed.Length / 1048576.0:0} MiB |\n"
            );
            text.Append(CultureInfo.InvariantCulture, $"| pack it | {pack:0.00} s | |\n");
            File.WriteAllText(Path.Combine(Here(), "..", "results", "workspace-reopening.md"), text.ToString());
            Console.Write(text);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static double Seconds(Action action)
    {
        GC.Collect();
        long began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static FlowTable Made()
    {
        const int Sectors = Regions * Industries;
        const int Columns = Regions * Uses;
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = new TableMetadata
                {
                    Id = "icio-made",
                    Title = "Made for a measurement",
                    Year = 2020,
                    Currency = "USD",
                    UnitScale = 1e6,
                    Unit = "million USD",
                    Prices = "basic prices",
                    Source = "made up",
                    Licence = "none needed",
                    Classification = "own",
                },
                Sectors = new SectorIndex(
                    [.. Enumerable.Range(0, Regions).Select(r => new Region($"R{r}", $"Region {r}"))],
                    [.. Enumerable.Range(0, Industries).Select(i => new Industry($"i{i}", $"Industry {i}"))]
                ),
                FinalDemandCategories =
                [
                    .. Enumerable
                        .Range(0, Columns)
                        .Select(c => new FinalDemandCategory($"F{c % Uses}", $"Use {c % Uses}", FinalDemandKind.Households, new(c / Uses))),
                ],
                ValueAddedCategories = [new ValueAddedCategory("VA", "Value added", ValueAddedKind.Total)],
                Flows = Figures((long)Sectors * Sectors),
                FinalDemand = Figures((long)Sectors * Columns),
                ValueAdded = Figures(Sectors),
            }
        );
    }

    private static double[] Figures(long count)
    {
        var figures = new double[count];
        ulong state = 20;
        for (int i = 0; i < figures.Length; i++)
        {
            // Knuth's linear congruential generator: any figures without a pattern do.
            state = (state * 6364136223846793005) + 1442695040888963407;
            figures[i] = (state >> 11) * 1e-12;
        }

        return figures;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
