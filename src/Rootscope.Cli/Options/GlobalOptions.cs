using System.CommandLine;
using Rootscope.Accounts;

namespace Rootscope.Cli.Options;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Sheet = new("--sheet")
    {
        Description = "The sheet of a workbook (.xlsx, .xlsb, .xls) that is read in the place of a CSV file.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<int?> Threads = new("--threads")
    {
        Description = "Most threads to use; results are the same on any number. Default: one a processor.",
        HelpName = "N",
        Recursive = true,
    };

    public static int ThreadsOf(ParseResult parsed)
    {
        int threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount;
        return threads >= 1 ? threads : throw new UsageException($"--threads cannot be {threads}: it is at least 1.");
    }

    /// <summary>Threads and memory for an inverse: what the machine, or the container this runs in, has left.</summary>
    public static InverseOptions InverseOf(ParseResult parsed)
    {
        long left = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false);
        return new InverseOptions { Threads = ThreadsOf(parsed), MemoryLimitBytes = Math.Max(left, 1) };
    }
}
