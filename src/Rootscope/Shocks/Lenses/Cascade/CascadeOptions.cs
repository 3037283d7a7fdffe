namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>When the spreading of losses is taken to have ended.</summary>
public enum CascadeStop
{
    /// <summary>
    /// When no firm's level of production changes by more than ε in one step: the rule of the published packages, far from the limit at
    /// their ε.
    /// </summary>
    Legacy,

    /// <summary>
    /// When the network's loss grows by no more than the factor 1 + ε in one step: the other rule of the published packages.
    /// </summary>
    LegacyRelative,

    /// <summary>At the limit, found with acceleration; the residual is reported.</summary>
    FixedPoint,
}

/// <summary>Among whom a firm's customers find a replacement.</summary>
public enum CascadeMarket
{
    /// <summary>Nobody: what a supplier no longer delivers is missing in full.</summary>
    None,

    /// <summary>Firms of the same sector, in proportion to their sales.</summary>
    Sector,

    /// <summary>Firms of the same market, as the column of the firms' file says.</summary>
    Column,
}

/// <summary>What a firm counts in the network's loss.</summary>
public enum CascadeWeight
{
    /// <summary>Its sales to other firms of the network, as in the published packages.</summary>
    Sales,

    /// <summary>Its total sales, final demand included; where they are unknown, its sales to other firms.</summary>
    Revenue,
}

/// <summary>How losses spread, and when that ends.</summary>
public sealed record CascadeOptions
{
    /// <summary>The ε of the published packages.</summary>
    public const double LegacyTolerance = 1e-2;

    /// <summary>Residual of a fixed point: a share of capacity that no figure can show.</summary>
    public const double FixedPointTolerance = 1e-13;

    /// <summary>How essential inputs are.</summary>
    public required EssentialityMatrix Essentiality { get; init; }

    /// <summary>When it ends. Default: the rule of the published packages.</summary>
    public CascadeStop Stop { get; init; }

    /// <summary>
    /// ε, a share of capacity (a ratio for the relative rule); null is <see cref="LegacyTolerance"/> or <see cref="FixedPointTolerance"/>.
    /// </summary>
    public double? Epsilon { get; init; }

    /// <summary>Who can replace a firm. Default: firms of its sector.</summary>
    public CascadeMarket Market { get; init; } = CascadeMarket.Sector;

    /// <summary>What a firm counts in the total. Default: its sales in the network.</summary>
    public CascadeWeight Weight { get; init; }

    /// <summary>
    /// Whether lost sales are measured against total sales where they are known. Without it, or where they are not known, sales to firms
    /// are all sales, and losses that travel up the chain never fade: the limit is then near collapse whatever fails.
    /// </summary>
    public bool UseRevenue { get; init; } = true;

    /// <summary>Whether missing inputs are measured against total costs where they are known.</summary>
    public bool UseCosts { get; init; } = true;

    /// <summary>
    /// Most steps of a cascade; more end it with <see cref="CascadeStatus.StepLimit"/>. The published packages have no limit, and on some
    /// networks never end.
    /// </summary>
    public int MostSteps { get; init; } = 100_000;

    /// <summary>The ε in force, a share of capacity.</summary>
    public double Tolerance => Epsilon ?? (Stop == CascadeStop.FixedPoint ? FixedPointTolerance : LegacyTolerance);

    /// <summary>What is wrong with the values; empty if nothing is.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. Tolerance > 0 && Tolerance < 1 ? Array.Empty<string>() : [$"ε is above 0 and below 1, not {Tolerance:R}"],
            .. MostSteps >= 1 ? Array.Empty<string>() : [$"the most steps are at least 1, not {MostSteps}"],
        ];
}
