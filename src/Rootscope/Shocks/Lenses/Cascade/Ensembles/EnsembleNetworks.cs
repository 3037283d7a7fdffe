using Rootscope.Networks;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>The networks of an ensemble, each of which can be made and measured by itself.</summary>
/// <remarks>Network i is made from the seed of its own number, so that its figures are the same wherever and after whichever
/// others.</remarks>
public sealed class EnsembleNetworks
{
    private readonly FlowTable _table;
    private readonly EnsembleOptions _options;

    private EnsembleNetworks(FlowTable table, EnsembleOptions options, Reconstruction first)
    {
        (_table, _options, First) = (table, options, first);
        (Failing, Listed) = (IdsOf(options.Failing, first.Network), IdsOf(options.Listed, first.Network));
    }

    /// <summary>The first network.</summary>
    public Reconstruction First { get; }

    /// <summary>Identifiers of the firms that fail one at a time; null for none.</summary>
    public IReadOnlyList<string>? Failing { get; }

    /// <summary>Identifiers of the firms that are cut out all at once; null for none.</summary>
    public IReadOnlyList<string>? Listed { get; }

    /// <summary>Number of networks.</summary>
    public int Count => _options.Draws;

    /// <summary>Makes the first network and checks what is asked of all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Which networks, and what is asked of each.</param>
    /// <param name="cancellation">Stops between sweeps of the scaling.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    /// <exception cref="TableException">A firm does not fit the table, or a sector is not rated.</exception>
    /// <exception cref="UnknownNameException">An identifier that was selected is no firm's.</exception>
    public static EnsembleNetworks Of(FlowTable table, EnsembleOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        Reconstruction first = Made(table, options, 0, cancellation);
        _ = CascadeModel.Of(first.Network, options.Cascade);
        return new EnsembleNetworks(table, options, first);
    }

    /// <summary>Makes and measures some of the networks.</summary>
    /// <param name="range">Which.</param>
    /// <param name="threads">Most threads to use, at least 1.</param>
    /// <param name="progress">Told how many networks are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <returns>One entry a network, in their order.</returns>
    public IReadOnlyList<NetworkDraw> Measure(
        PieceRange range,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var draws = new NetworkDraw[range.Count];
        int done = 0;
        Parallel.For(
            0,
            draws.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                int draw = range.First + i;
                Reconstruction made = draw == 0 ? First : Made(_table, _options, draw, cancellation);
                draws[i] = NetworkDraw.Of(made, _options.Cascade, Failing, Listed, cancellation);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return draws;
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
