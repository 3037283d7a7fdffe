using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Networks;

/// <summary>The cascades of many firms, kept as they are found.</summary>
internal sealed class RiskRun(CascadeModel model, IReadOnlyList<FirmNumber> firms, int threads, IProgress<AnswerProgress>? progress)
{
    /// <summary>Outcomes in the order of the firms; those of an earlier run that was broken off are taken from its checkpoint.</summary>
    /// <param name="file">The checkpoint; null for none.</param>
    /// <param name="run">What the run is of, in one line.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    public IReadOnlyList<CascadeOutcome> Outcomes(string? file, string run, CancellationToken cancellation)
    {
        using RiskCheckpoint? checkpoint = file is null ? null : RiskCheckpoint.Open(file, run);
        var found = new Dictionary<FirmNumber, CascadeOutcome>(checkpoint?.Found ?? new Dictionary<FirmNumber, CascadeOutcome>());
        FirmNumber[] left = [.. firms.Where(f => !found.ContainsKey(f))];
        var told = new Told(checkpoint, progress, firms.Count - left.Length, firms.Count);
        IReadOnlyList<CascadeOutcome> outcomes = SystemicRisk.OfEach(model, left, threads, told, cancellation);
        for (int i = 0; i < left.Length; i++)
        {
            found[left[i]] = outcomes[i];
        }

        return [.. firms.Select(f => found[f])];
    }

    /// <summary>Keeps and counts what is found, at once and on the thread that found it.</summary>
    private sealed class Told : IProgress<RiskPortion>
    {
        private readonly RiskCheckpoint? _checkpoint;
        private readonly IProgress<AnswerProgress>? _listener;
        private readonly int _all;
        private int _done;

        public Told(RiskCheckpoint? checkpoint, IProgress<AnswerProgress>? listener, int done, int all)
        {
            (_checkpoint, _listener, _done, _all) = (checkpoint, listener, done, all);
            Tell(done);
        }

        public void Report(RiskPortion value)
        {
            _checkpoint?.Add(value.Firms, value.Outcomes);
            Tell(Interlocked.Add(ref _done, value.Firms.Count));
        }

        private void Tell(int done) => _listener?.Report(new AnswerProgress(AnswerProgress.Firms, done, _all));
    }
}
