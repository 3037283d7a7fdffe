using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Storage.Downloads;

namespace Rootscope.Cli.Output;

/// <summary>Tells how far a download is: how much has come, how fast, and about how long it will take.</summary>
internal sealed class DownloadLine : IProgress<DownloadProgress>, IDisposable
{
    private readonly ProgressLine _line;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private DownloadProgress? _last;
    private long _first;

    /// <summary>Begins to tell about a file.</summary>
    public DownloadLine(ParseResult parsed, string file) => _line = new ProgressLine(parsed, () => Line(file));

    /// <summary>One line: what has come of how much, the rate, and the time left at that rate.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="first">What was there before it began.</param>
    /// <param name="elapsed">How long it goes on.</param>
    public static string Line(string file, DownloadProgress progress, long first, TimeSpan elapsed)
    {
        const double Megabyte = 1e6;
        double rate = elapsed > TimeSpan.Zero ? (progress.Received - first) / elapsed.TotalSeconds : 0;
        string of = progress.Total is { } total
            ? string.Create(CultureInfo.InvariantCulture, $" of {total / Megabyte:0.0} MB ({(double)progress.Received / total:P0})")
            : " MB";
        string left =
            progress.Total is not { } all || rate <= 0
                ? string.Empty
                : string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling((all - progress.Received) / rate):0} s left");
        string again = progress.Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $", attempt {progress.Attempt}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {progress.Received / Megabyte:0.0}{of}, {rate / Megabyte:0.0} MB/s{left}{again}"
        );
    }

    public void Report(DownloadProgress value)
    {
        lock (_lock)
        {
            _first = _last is null ? value.Received : _first;
            _last = value;
        }
    }

    public void Dispose() => _line.Dispose();

    private string? Line(string file)
    {
        lock (_lock)
        {
            return _last is { } now ? Line(file, now, _first, Stopwatch.GetElapsedTime(_began)) : null;
        }
    }
}
