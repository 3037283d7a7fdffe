using Rootscope.Roots.Measures;
using Rootscope.Shocks;

namespace Rootscope.Roots;

/// <summary>
/// One product of one origin in the ranking of what an economy loses by partner. What is undefined is null, with the status that says why.
/// </summary>
public sealed record OriginRow : ICutFigures
{
    /// <summary>Place in the ranking, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Number of the origin in the table.</summary>
    public required RegionNumber Origin { get; init; }

    /// <summary>Its code.</summary>
    public required string OriginCode { get; init; }

    /// <summary>Its English name.</summary>
    public required string OriginName { get; init; }

    /// <summary>Number of the product among the table's industries.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>Its code in the table's classification.</summary>
    public required string Code { get; init; }

    /// <summary>Its English name.</summary>
    public required string Name { get; init; }

    /// <summary>What the economy buys of it. Unit: the table's money.</summary>
    public required double Supply { get; init; }

    /// <summary>The origin's share in all that the economy uses of the product, home supply included. Unit: share.</summary>
    public required double ShareOfUse { get; init; }

    /// <summary>The origin's share in the economy's imports of the product. Unit: share.</summary>
    public required double ShareOfImports { get; init; }

    /// <summary>Supply over the economy's value added. Unit: ratio.</summary>
    public required double DomarWeight { get; init; }

    /// <summary>Derivative of log real income to log supply, in the same model. Unit: ratio.</summary>
    public required double? Elasticity { get; init; }

    /// <summary>1 − (1 − φ)^e: what a small cut suggests. Unit: share.</summary>
    public required double? FirstOrderLoss { get; init; }

    /// <summary>What is lost; below 0 for a gain. Unit: share of real income.</summary>
    public required double? Loss { get; init; }

    /// <summary>Loss less first-order loss. Unit: share.</summary>
    public required double? ExcessLoss { get; init; }

    /// <summary>Money lost per unit of money of supply cut. Unit: ratio.</summary>
    public required double? Leverage { get; init; }

    /// <summary>ln(1 − loss) / (e ln(1 − φ)). Unit: ratio.</summary>
    public required double? Gap { get; init; }

    /// <summary>Share of value added in the economy's industries whose output falls by more than 5% of φ. Unit: share.</summary>
    public required double? Reach { get; init; }

    /// <summary>Whether the figures hold, and if not, why.</summary>
    public required CutStatus Status { get; init; }

    /// <inheritdoc />
    double ICutFigures.Size => Supply;
}
