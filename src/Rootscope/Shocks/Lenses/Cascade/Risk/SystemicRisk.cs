using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Shocks.Lenses.Cascade.Spreading;

namespace Rootscope.Shocks.Lenses.Cascade.Risk;

/// <summary>Some firms whose cascades have just been computed.</summary>
/// <param name="Firms">Their numbers.</param>
/// <param name="Outcomes">Their outcomes, in the same order.</param>
public sealed record RiskPortion(IReadOnlyList<FirmNumber> Firms, IReadOnlyList<CascadeOutcome> Outcomes);

/// <summary>What it costs a network that each of its firms fails, one at a time: the Economic Systemic Risk Index of every firm.</summary>
/// <remarks>Every cascade is computed by one thread in a fixed order, so that results are the same on any number of threads.</remarks>
public static class SystemicRisk
{
    /// <summary>Most firms that a thread takes at a time: few enough that threads end together.</summary>
    private const int Portion = 16;

    /// <summary>Closes each of some firms in turn.</summary>
    /// <param name="model">The network and how losses spread in it.</param>
    /// <param name="firms">Numbers of firms.</param>
    /// <param name="threads">Most threads to use, at least 1.</param>
    /// <param name="progress">Told of each portion that is done, from any thread, before the next is begun on it.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <returns>One outcome a firm, in the order of <paramref name="firms"/>.</returns>
    /// <remarks>Memory: about 40 bytes a firm of the network for each thread.</remarks>
    public static IReadOnlyList<CascadeOutcome> OfEach(
        CascadeModel model,
        IReadOnlyList<FirmNumber> firms,
        int threads = 1,
        IProgress<RiskPortion>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var outcomes = new CascadeOutcome[firms.Count];
        int portions = (firms.Count + Portion - 1) / Portion;
        int next = -1;
        void Work()
        {
            var state = new CascadeState(model.Graph);
            for (int portion = Interlocked.Increment(ref next); portion < portions; portion = Interlocked.Increment(ref next))
            {
                PieceRange range = new WorkShare(portion + 1, portions).In(firms.Count);
                for (int i = range.First; i < range.End; i++)
                {
                    outcomes[i] = model.Run(state, [new CapacityLoss(firms[i], 1)], cancellation);
                }

                progress?.Report(
                    new RiskPortion([.. firms.Skip(range.First).Take(range.Count)], [.. outcomes.AsSpan(range.First, range.Count)])
                );
            }
        }

        int workers = Math.Max(1, Math.Min(threads, portions));
        if (workers == 1)
        {
            Work();
            return outcomes;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => Work());
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellation);
        }

        return outcomes;
    }
}
