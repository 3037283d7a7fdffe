using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Rootscope.Cli.Output;

/// <summary>
/// Tells on the error stream what a long run is at. On a terminal one line is written over and over; elsewhere a line every few seconds.
/// Short runs say nothing.
/// </summary>
internal sealed class StepProgress : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _writing = new();
    private readonly Timer? _timer;
    private string _step = string.Empty;
    private int _shown;
    private bool _isOver;

    private StepProgress(TextWriter error, bool isQuiet, bool isTerminal)
    {
        _error = error;
        _isTerminal = isTerminal;
        TimeSpan period = isTerminal ? OnTerminal : Elsewhere;
        _timer = isQuiet ? null : new Timer(_ => Write(), state: null, period, period);
    }

    public static StepProgress Of(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Error, parsed.GetValue(ReportWriter.Quiet), IsTerminal(parsed));

    /// <summary>Says nothing but on a terminal.</summary>
    public static StepProgress OnTerminalOnly(ParseResult parsed)
    {
        bool isTerminal = IsTerminal(parsed);
        return new StepProgress(parsed.InvocationConfiguration.Error, parsed.GetValue(ReportWriter.Quiet) || !isTerminal, isTerminal);
    }

    private static bool IsTerminal(ParseResult parsed) =>
        ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>What is being done now.</summary>
    public void Say(string step)
    {
        lock (_writing)
        {
            _step = step;
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            if (!_isOver && _isTerminal && _shown > 0)
            {
                _error.Write($"\r{new string(' ', _shown)}\r");
            }

            _isOver = true;
            _timer?.Dispose();
        }
    }

    private void Write()
    {
        lock (_writing)
        {
            if (_isOver)
            {
                return;
            }

            string line = string.Create(CultureInfo.InvariantCulture, $"{_step}, {Stopwatch.GetElapsedTime(_began).TotalSeconds:0} s");
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
