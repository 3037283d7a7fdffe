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
            processor = Fact("model name") ?? processor;

            // Virtual machines often name the maker alone.
            if (Fact("cpu family") is { } family && Fact("model\t") is { } model)
            {
                processor += $" (family {family}, model {model})";
            }
        }

        static string? Fact(string name) =>
            File.ReadLines(Facts).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':')[1].Trim();

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

    /// <summary>Writes what a run found where the program reads it from.</summary>
    /// <param name="path">The path from the root of the repository.</param>
    /// <param name="text">What is written.</param>
    public static void Keep(string path, string text) =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", path), text);

    private static string Here([CallerFilePath] string path = "") => path;
}
