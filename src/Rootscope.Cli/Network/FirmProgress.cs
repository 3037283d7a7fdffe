using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Network;

/// <summary>How far the cascades of many firms are: a line that is rewritten, and a word on what an earlier run has left.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="file">The checkpoint; null for none.</param>
internal sealed class FirmProgress(ParseResult parsed, string? file) : IProgress<AnswerProgress>
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _before = -1;
    private int _done;
    private int _all;

    public void Report(AnswerProgress value)
    {
        if (_before < 0)
        {
            (_before, _all) = (value.Done, value.All);
            if (value.Done > 0 && !parsed.GetValue(ReportWriter.Quiet))
            {
                parsed.InvocationConfiguration.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"going on with {file}: {value.Done} firms are done, {value.All - value.Done} are left"
                    )
                );
            }
        }

        Volatile.Write(ref _done, value.Done);
    }

    /// <summary>The line; null before anything is done.</summary>
    public string? Line()
    {
        int done = Volatile.Read(ref _done) - Math.Max(_before, 0);
        int left = _all - _before;
        double rate = done / Math.Max(1e-9, Stopwatch.GetElapsedTime(_began).TotalSeconds);
        return done <= 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{done} of {left} firms, {rate:0} a second, about {Math.Ceiling((left - done) / rate):0} s left"
            );
    }
}
