using Rootscope.Networks;

namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>Which networks an ensemble is made of, and what is asked of each.</summary>
public sealed record EnsembleOptions
{
    /// <summary>How networks are made; its seed is that of the first.</summary>
    public required ReconstructionOptions Reconstruction { get; init; }

    /// <summary>How losses spread.</summary>
    public required CascadeOptions Cascade { get; init; }

    /// <summary>Number of networks, at least 1.</summary>
    public required int Draws { get; init; }

    /// <summary>
    /// Number of firms that are made anew for each network; the same identifier is then the firm of the same rank by size in the same
    /// sector. Unit: firms.
    /// </summary>
    public int FirmCount { get; init; }

    /// <summary>The firms of all networks; null where they are made.</summary>
    public FirmList? Firms { get; init; }

    /// <summary>
    /// The firms that fail, one at a time: those of the first network, and in the others those with the same identifiers. Null for none.
    /// </summary>
    public FirmSelection? Failing { get; init; }

    /// <summary>The firms that are cut out all at once; chosen likewise. Null for none.</summary>
    public FirmSelection? Listed { get; init; }
}
