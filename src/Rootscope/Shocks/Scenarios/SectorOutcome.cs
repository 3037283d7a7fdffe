namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// What a scenario does to one sector under one lens. Shares are of the state before; null where the lens does not know them.
/// </summary>
public sealed record SectorOutcome
{
    /// <summary>Number of the sector in <see cref="ScenarioTable.Table"/>.</summary>
    public required SectorNumber Sector { get; init; }

    /// <summary>Output before. Unit: the table's money.</summary>
    public required double Output { get; init; }

    /// <summary>Change of output that arrives, at prices before. Unit: share.</summary>
    public double? OutputChange { get; init; }

    /// <summary>Change of exports that arrive, at prices before; null also where there were none. Unit: share.</summary>
    public double? ExportsChange { get; init; }

    /// <summary>Change of unit cost, in units of the region's factor. Unit: share.</summary>
    public double? CostChange { get; init; }

    /// <summary>Value added that is lost, where the lens counts it. Unit: the table's money.</summary>
    public double? ValueAddedLost { get; init; }

    /// <summary>The change of output in money; null where the lens does not know it. Unit: the table's money.</summary>
    public double? OutputMoney => OutputChange * Output;
}

/// <summary>On which side of an uplifted industry another one stands.</summary>
public enum LiftDirection
{
    /// <summary>It buys from it, directly or through others: its unit cost falls.</summary>
    Downstream,

    /// <summary>It sells to it, directly or through others: its sales move with the uplifted industry's purchases.</summary>
    Upstream,
}

/// <summary>What an uplift does to one other sector.</summary>
/// <param name="Sector">Number of the sector in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="Direction">Downstream or upstream of what is uplifted.</param>
/// <param name="Change">Downstream: cost saved over output. Upstream: output behind the change of purchases, over output. Unit: share;
/// above 0 lifts.</param>
/// <param name="Money">The same in money. Unit: the table's money.</param>
public sealed record LiftedSector(SectorNumber Sector, LiftDirection Direction, double Change, double Money);
