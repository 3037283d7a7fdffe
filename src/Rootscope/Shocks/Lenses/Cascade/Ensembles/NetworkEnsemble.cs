using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>Many networks that a table allows, and how far every figure of systemic risk differs between them.</summary>
/// <remarks>
/// A reconstruction draws its links, so that no figure of a single one is more than one of many. Network i is made from the seed of its own
/// number (<see cref="ReconstructionOptions.ForDraw"/>); the first is the one that the seed alone gives. Results are the same on any number
/// of threads. Bands say how much is not known for want of observed links, under the gravity model; they hold neither the uncertainty of
/// the table nor that of ratings. Cost: reconstructions and cascades of each network; memory: a network a thread.
/// </remarks>
public sealed class NetworkEnsemble
{
    private NetworkEnsemble(IReadOnlyList<EnsembleFigure> figures, Reconstruction first, int draws) =>
        (Figures, First, Draws) = (figures, first, draws);

    /// <summary>Every figure with its band, in the order of the first network.</summary>
    public IReadOnlyList<EnsembleFigure> Figures { get; }

    /// <summary>The first network.</summary>
    public Reconstruction First { get; }

    /// <summary>Number of networks.</summary>
    public int Draws { get; }

    /// <summary>Makes and measures the networks.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Which networks, and what is asked of each.</param>
    /// <param name="threads">Most threads to use, at least 1.</param>
    /// <param name="progress">Told how many networks are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    /// <exception cref="TableException">A firm does not fit the table, or a sector is not rated.</exception>
    /// <exception cref="UnknownNameException">An identifier that was selected is no firm's.</exception>
    public static NetworkEnsemble Of(
        FlowTable table,
        EnsembleOptions options,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Reconstruction first = Made(table, options, 0, cancellation);
        _ = CascadeModel.Of(first.Network, options.Cascade);
        string[]? failing = IdsOf(options.Failing, first.Network);
        string[]? listed = IdsOf(options.Listed, first.Network);
        var draws = new NetworkDraw[options.Draws];
        int done = 0;
        Parallel.For(
            0,
            draws.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            draw =>
            {
                Reconstruction made = draw == 0 ? first : Made(table, options, draw, cancellation);
                draws[draw] = NetworkDraw.Of(made, options.Cascade, failing, listed, cancellation);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        var ranks = EnsembleRanks.Of(draws);
        return new NetworkEnsemble(
            [
                .. draws[0]
                    .Figures.Select(f => new EnsembleFigure(
                        f.Key.Part,
                        f.Key.Name,
                        f.Key.Figure,
                        f.Value,
                        FigureBand.Of([.. draws.Select(d => d.Figures.GetValueOrDefault(f.Key))]),
                        ranks.ShareOf(f.Key)
                    )),
            ],
            first,
            draws.Length
        );
    }

    private static Reconstruction Made(FlowTable table, EnsembleOptions options, int draw, CancellationToken cancellation)
    {
        ReconstructionOptions own = options.Reconstruction.ForDraw(draw);
        return NetworkReconstruction.Of(
            table,
            options.Firms ?? NetworkReconstruction.Firms(table, options.FirmCount, own),
            own,
            cancellation
        );
    }

    private static string[]? IdsOf(FirmSelection? selection, SupplyNetwork network) =>
        selection is null ? null : [.. selection.In(network).Select(f => network.Firms.Ids[f])];
}
