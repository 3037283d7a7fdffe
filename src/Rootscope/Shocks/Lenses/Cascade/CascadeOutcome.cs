namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>How a cascade ended.</summary>
public enum CascadeStatus
{
    /// <summary>The stopping rule was met.</summary>
    Ok,

    /// <summary>The most steps allowed were taken first; the figures are lower bounds.</summary>
    StepLimit,

    /// <summary>The network's weights are all zero, so that a share of them is undefined.</summary>
    NoWeight,
}

/// <summary>One firm's loss of capacity at the start.</summary>
/// <param name="Firm">Number of the firm.</param>
/// <param name="Share">Share of its capacity that is lost, above 0 and at most 1.</param>
public readonly record struct CapacityLoss(FirmNumber Firm, double Share);

/// <summary>What a cascade costs the whole network.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Loss">Share of all weight lost, the worse of the two channels in every firm: the Economic Systemic Risk Index. Null where
/// undefined.</param>
/// <param name="Downstream">The same by missing inputs alone, a share. Null where undefined.</param>
/// <param name="Upstream">The same by lost sales alone, a share. Null where undefined.</param>
/// <param name="Steps">Steps taken; under the fixed-point rule, sweeps over the firms that were touched.</param>
/// <param name="Residual">Largest change of a firm's level of production in the last step: a share of capacity.</param>
/// <param name="Touched">Number of firms with any loss.</param>
public sealed record CascadeOutcome(
    CascadeStatus Status,
    double? Loss,
    double? Downstream,
    double? Upstream,
    int Steps,
    double Residual,
    int Touched
);

/// <summary>What a cascade costs each firm.</summary>
/// <param name="Total">What it costs the network.</param>
/// <param name="Downstream">Share of capacity each firm loses by missing inputs, in the order of the firms.</param>
/// <param name="Upstream">Share of capacity each firm loses by lost sales, in the order of the firms.</param>
public sealed record FirmLosses(CascadeOutcome Total, IReadOnlyList<double> Downstream, IReadOnlyList<double> Upstream);
