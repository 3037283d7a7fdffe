using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Cli.Output;

/// <summary>Tells how far a long import is: how much is read, how fast, and about how long it will take.</summary>
internal sealed class ImportProgress : IDisposable
{
    private readonly ReadingProgress _reading;
    private readonly ProgressLine _line;

    private ImportProgress(ParseResult parsed, IEnumerable<string> files)
    {
        _reading = new ReadingProgress(files);
        long began = Stopwatch.GetTimestamp();
        _line = new ProgressLine(parsed, () => Line(_reading.Read, _reading.Total, Stopwatch.GetElapsedTime(began)));
    }

    /// <summary>Begins to tell about the reading of files.</summary>
    public static ImportProgress Of(ParseResult parsed, IEnumerable<string> files) => new(parsed, files);

    /// <summary>One line: what is read of how much, the rate, and the time left at that rate.</summary>
    public static string Line(long read, long total, TimeSpan elapsed)
    {
        const double Megabyte = 1e6;
        double rate = elapsed > TimeSpan.Zero ? read / elapsed.TotalSeconds : 0;
        string left =
            read >= total ? "checking and keeping the table"
            : rate == 0 ? "starting"
            : string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling((total - read) / rate):0} s left");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"read {Math.Min(read, total) / Megabyte:0} of {total / Megabyte:0} MB, {rate / Megabyte:0.#} MB/s, {left}"
        );
    }

    public void Dispose()
    {
        _line.Dispose();
        _reading.Dispose();
    }
}
