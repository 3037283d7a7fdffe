using Rootscope.Networks;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
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
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var networks = EnsembleNetworks.Of(table, options, cancellation);
        return Of(networks, networks.Measure(WorkShare.Whole.In(networks.Count), threads, progress, cancellation));
    }

    /// <summary>Adds up what each network of an ensemble comes to.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="draws">The figures of each, in their order.</param>
    /// <exception cref="ArgumentException">There are more or fewer entries than networks.</exception>
    public static NetworkEnsemble Of(EnsembleNetworks networks, IReadOnlyList<NetworkDraw> draws)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(draws);
        if (draws.Count != networks.Count)
        {
            throw new ArgumentException($"there are {networks.Count} networks and the figures of {draws.Count}", nameof(draws));
        }

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
            networks.First,
            draws.Count
        );
    }
}
