using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rootscope.Bench;

/// <summary>What a report says about where it was measured, and where it is kept.</summary>
internal static class Machine
{
    /// <summary>Processor, system and runtime in one line.</summary>
    public static string Line()
    {
        string processor = RuntimeInformation.ProcessArchitecture.ToString();
        const string Facts = "/proc/cpuinfo";
        if (File.Exists(Facts))
        {
            string? line = File.ReadLines(Facts).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
            processor = line?.Split(':')[1].Trim() ?? processor;
        }

        return $"Machine: {processor}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription.Trim()}, "
            + $"{RuntimeInformation.FrameworkDescription}.";
    }

    /// <summary>Writes a report to bench/results and to the console.</summary>
    public static int Write(string name, string report)
    {
        string target = Path.Combine(Path.GetDirectoryName(Here())!, "..", "results", name);
        File.WriteAllText(target, report);
        Console.Write(report);
        return 0;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
