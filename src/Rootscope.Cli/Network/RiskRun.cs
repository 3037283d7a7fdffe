using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary>The cascades of many firms, kept as they are found and told about as they go on.</summary>
internal static class RiskRun
{
    /// <summary>Outcomes in the order of the firms; those of an earlier run that was broken off are taken from its checkpoint.</summary>
    public static CascadeOutcome[] Of(
        ParseResult parsed,
        CascadeModel model,
        IReadOnlyList<FirmNumber> firms,
        string? file,
        string run,
        CancellationToken cancellation
    )
    {
        using RiskCheckpoint? checkpoint = file is null ? null : RiskCheckpoint.Open(file, run);
        var found = new Dictionary<FirmNumber, CascadeOutcome>(checkpoint?.Found ?? new Dictionary<FirmNumber, CascadeOutcome>());
        FirmNumber[] left = [.. firms.Where(f => !found.ContainsKey(f))];
        if (found.Count > 0 && !parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"going on with {file}: {found.Count} firms are done, {left.Length} are left")
            );
        }

        var told = new Told(checkpoint, left.Length);
        using (new ProgressLine(parsed, told.Line))
        {
            IReadOnlyList<CascadeOutcome> outcomes = SystemicRisk.OfEach(model, left, GlobalOptions.ThreadsOf(parsed), told, cancellation);
            for (int i = 0; i < left.Length; i++)
            {
                found[left[i]] = outcomes[i];
            }
        }

        return [.. firms.Select(f => found[f])];
    }

    /// <summary>Keeps and counts what is found, at once and on the thread that found it.</summary>
    private sealed class Told(RiskCheckpoint? checkpoint, int total) : IProgress<RiskPortion>
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private int _done;

        public void Report(RiskPortion value)
        {
            checkpoint?.Add(value.Firms, value.Outcomes);
            Interlocked.Add(ref _done, value.Firms.Count);
        }

        public string? Line()
        {
            int done = Volatile.Read(ref _done);
            double rate = done / Math.Max(1e-9, Stopwatch.GetElapsedTime(_began).TotalSeconds);
            return done == 0
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done} of {total} firms, {rate:0} a second, about {Math.Ceiling((total - done) / rate):0} s left"
                );
        }
    }
}
