using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// What a scenario does to one region under one lens. Shares are of the state before; null where the lens does not know them.
/// </summary>
public sealed record RegionOutcome
{
    /// <summary>Number of the region.</summary>
    public required RegionNumber Region { get; init; }

    /// <summary>What is lost of what the lens measures; below 0 for a gain. Unit: share.</summary>
    public required double Loss { get; init; }

    /// <summary>What the loss is a share of: real final spending, or value added, before. Unit: the table's money.</summary>
    public required double Base { get; init; }

    /// <summary>Change of all output, at prices before. Unit: share.</summary>
    public double? OutputChange { get; init; }

    /// <summary>Change of all exports that arrive, at prices before. Unit: share.</summary>
    public double? ExportsChange { get; init; }

    /// <summary>Change of all imports that arrive, at prices before. Unit: share.</summary>
    public double? ImportsChange { get; init; }

    /// <summary>Change of export prices over import prices, both at the seller's door. Unit: share.</summary>
    public double? TermsOfTradeChange { get; init; }

    /// <summary>Change of real GDP from the expenditure side, by Fisher's index. Unit: share.</summary>
    public double? RealGdpChange { get; init; }

    /// <summary>Change of the real wage: the price of the region's factors over that of its final demand. Unit: share.</summary>
    public double? RealWageChange { get; init; }

    /// <summary>
    /// The change of real final spending in parts that add up; null where the lens has none. Unit: log points, above 0 for a gain.
    /// </summary>
    public WelfareParts? Parts { get; init; }

    /// <summary>The loss in money. Unit: the table's money of the base year.</summary>
    public double Money => Loss * Base;
}
