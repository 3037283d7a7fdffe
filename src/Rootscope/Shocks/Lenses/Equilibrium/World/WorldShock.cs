namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>What changes in a world economy. Null or empty leaves things as they are.</summary>
public sealed record WorldShock
{
    /// <summary>New tariffs in the layout of the trade shares. Unit: share of the value before tariff.</summary>
    public double[]? Tariffs { get; init; }

    /// <summary>
    /// Factor on the cost of moving each flow (iceberg), in the layout of the trade shares; 1 for no change. Unit: ratio.
    /// </summary>
    public double[]? TradeCosts { get; init; }

    /// <summary>Flows that are forbidden, in the layout of the trade shares: their weight is 0, not a large cost.</summary>
    public bool[]? Banned { get; init; }

    /// <summary>Factor on the productivity of each industry [n·N + k]; 1 for no change, above 1 for an uplift. Unit: ratio.</summary>
    public double[]? Productivity { get; init; }

    /// <summary>Cuts of the supply of single products, beside everything else.</summary>
    public IReadOnlyList<WorldCut> Cuts { get; init; } = [];

    /// <summary>Whether trade deficits are closed instead of kept (in units of world value added).</summary>
    public bool CloseDeficits { get; init; }

    /// <summary>
    /// Factor on the price at which buyers whom a ban leaves without a source they need can have its goods all the same, by other ways.
    /// </summary>
    /// <remarks>
    /// Unit: ratio to the price before, at least 1; null for no such way: these buyers are then infeasible. Other bans stay bans.
    /// </remarks>
    public double? OutsideOption { get; init; }
}

/// <summary>A cut of the supply of one product to one region.</summary>
/// <remarks>
/// A cost cut: the region's makers of the product, its imports of it, or both become 1/(1 − φ) dearer, so that the same money has 1 − φ of
/// it delivered.
/// </remarks>
/// <param name="Region">Number of the region whose supply is cut.</param>
/// <param name="Product">Number of the product.</param>
/// <param name="Share">Share that is cut, φ, below 1. Unit: share; below 0 for more supply.</param>
/// <param name="Supply">The region's makers, its imports, or both.</param>
/// <param name="Origin">Number of the only region whose deliveries are cut, with imported supply; null for all of them.</param>
public readonly record struct WorldCut(
    RegionNumber Region,
    IndustryNumber Product,
    double Share,
    SupplyScope Supply,
    RegionNumber? Origin = null
);
