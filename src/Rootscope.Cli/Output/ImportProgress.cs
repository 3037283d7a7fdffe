using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Storage;

namespace Rootscope.Cli.Output;

/// <summary>Tells on the error stream how far a long import is: how much is read, how fast, and about how long it will take.</summary>
/// <remarks>On a terminal one line is written over and over; elsewhere a line every few seconds. Short imports say nothing.</remarks>
internal sealed class ImportProgress : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly ReadingProgress _reading;
    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _writing = new();
    private readonly Timer? _timer;
    private int _shown;
    private bool _isOver;

    private ImportProgress(IEnumerable<string> files, TextWriter error, bool isQuiet, bool isTerminal)
    {
        _reading = new ReadingProgress(files);
        _error = error;
        _isTerminal = isTerminal;
        TimeSpan period = isTerminal ? OnTerminal : Elsewhere;
        _timer = isQuiet ? null : new Timer(_ => Say(), state: null, period, period);
    }

    /// <summary>Begins to tell about the reading of files.</summary>
    public static ImportProgress Of(ParseResult parsed, IEnumerable<string> files) => new(
        files, parsed.InvocationConfiguration.Error, parsed.GetValue(ReportWriter.Quiet), ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) && !Console.IsErrorRedirected);

    /// <summary>One line: what is read of how much, the rate, and the time left at that rate.</summary>
    public static string Line(long read, long total, TimeSpan elapsed)
    {
        const double Megabyte = 1e6;
        double rate = elapsed > TimeSpan.Zero ? read / elapsed.TotalSeconds : 0;
        string left = read >= total ? "checking and keeping the table"
            : rate == 0 ? "starting"
            : string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling((total - read) / rate):0} s left");
        return string.Create(CultureInfo.InvariantCulture, $"read {Math.Min(read, total) / Megabyte:0} of {total / Megabyte:0} MB, {rate / Megabyte:0.#} MB/s, {left}");
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _isOver = true;
            _timer?.Dispose();
            if (_isTerminal && _shown > 0)
            {
                _error.Write($"\r{new string(' ', _shown)}\r");
            }
        }

        _reading.Dispose();
    }

    private void Say()
    {
        lock (_writing)
        {
            if (_isOver)
            {
                return;
            }

            string line = Line(_reading.Read, _reading.Total, Stopwatch.GetElapsedTime(_began));
            if (_isTerminal)
            {
                _error.Write($"\r{line.PadRight(_shown)}");
                _shown = Math.Max(_shown, line.Length);
            }
            else
            {
                _error.WriteLine(line);
            }
        }
    }
}
