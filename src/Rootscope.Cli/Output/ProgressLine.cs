using System.CommandLine;

namespace Rootscope.Cli.Output;

/// <summary>Tells on the error stream, from time to time, how far something long is.</summary>
/// <remarks>
/// On a terminal one line is written over and over; elsewhere a line every few seconds. What is short says nothing, nor does anything under
/// <c>--quiet</c>.
/// </remarks>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly Func<string?> _line;
    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly Lock _writing = new();
    private readonly Timer? _timer;
    private int _shown;
    private bool _isOver;

    /// <summary>Begins to tell.</summary>
    /// <param name="parsed">The command line, for where and whether to tell.</param>
    /// <param name="line">What there is to tell now; null for nothing.</param>
    public ProgressLine(ParseResult parsed, Func<string?> line)
    {
        _line = line;
        _error = parsed.InvocationConfiguration.Error;
        _isTerminal = ReferenceEquals(_error, Console.Error) && !Console.IsErrorRedirected;
        TimeSpan period = _isTerminal ? OnTerminal : Elsewhere;
        _timer = parsed.GetValue(ReportWriter.Quiet) ? null : new Timer(_ => Say(), state: null, period, period);
    }

    /// <summary>Does something and tells meanwhile how far it is.</summary>
    /// <param name="parsed">The command line, for where and whether to tell.</param>
    /// <param name="line">What there is to tell now; null for nothing.</param>
    /// <param name="work">What is done.</param>
    public static T During<T>(ParseResult parsed, Func<string?> line, Func<T> work)
    {
        using (new ProgressLine(parsed, line))
        {
            return work();
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _timer?.Dispose();
            if (_isTerminal && _shown > 0 && !_isOver)
            {
                _error.Write($"\r{new string(' ', _shown)}\r");
            }

            _isOver = true;
        }
    }

    private void Say()
    {
        lock (_writing)
        {
            if (_isOver || _line() is not { } line)
            {
                return;
            }

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
