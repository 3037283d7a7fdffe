using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Rootscope.Bench;

/// <summary>
/// How long something took: by the clock, and of the processors, which tells more on a machine that is busy with other things.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measured(double Seconds, double ProcessorSeconds)
{
    public static Measured Of(Action action)
    {
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        action();
        return new Measured(Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    /// <summary>The medians of both, as a report writes them.</summary>
    public static string Median(IEnumerable<Measured> runs)
    {
        Measured[] all = [.. runs];
        double wall = all.Select(r => r.Seconds).Order().ElementAt(all.Length / 2);
        double processor = all.Select(r => r.ProcessorSeconds).Order().ElementAt(all.Length / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{wall:0.000} s ({processor:0.000} s)");
    }
}
