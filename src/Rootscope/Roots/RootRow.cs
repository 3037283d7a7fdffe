using Rootscope.Roots.Measures;
using Rootscope.Shocks;

namespace Rootscope.Roots;

/// <summary>One product or industry in the root ranking. What is undefined is null, with the status that says why.</summary>
public sealed record RootRow : ICutFigures
{
    /// <summary>Place in the ranking, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Number of the product in the table.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>Its code in the table's classification.</summary>
    public required string Code { get; init; }

    /// <summary>Its English name.</summary>
    public required string Name { get; init; }

    /// <summary>Its output over the output of all industries, own use included. Unit: share.</summary>
    public required double OutputShare { get; init; }

    /// <summary>
    /// The supply that is cut, s: output and imports, output, or imports; net of own use where the options say so. Unit: the table's money.
    /// </summary>
    public required double Supply { get; init; }

    /// <summary>Supply over GDP. Unit: ratio.</summary>
    public required double DomarWeight { get; init; }

    /// <summary>First-order elasticity of the lens, e. Unit: ratio.</summary>
    public required double? Elasticity { get; init; }

    /// <summary>1 − (1 − φ)^e: what the revenue view expects. Unit: share.</summary>
    public required double? FirstOrderLoss { get; init; }

    /// <summary>
    /// What the lens says is lost. Unit: share of real final spending (equilibrium, first order) or of value added (extraction).
    /// </summary>
    public required double? Loss { get; init; }

    /// <summary>Loss less first-order loss. Unit: share.</summary>
    public required double? ExcessLoss { get; init; }

    /// <summary>Money lost per unit of money of supply cut. Unit: ratio.</summary>
    public required double? Leverage { get; init; }

    /// <summary>ln(1 − loss) / (e ln(1 − φ)): 1 where Hulten's theorem holds, above 1 where revenue understates. Unit: ratio.</summary>
    public required double? Gap { get; init; }

    /// <summary>Share of value added in industries whose output falls by more than 5% of φ. Unit: share.</summary>
    public required double? Reach { get; init; }

    /// <summary>Whether the figures hold, and if not, why.</summary>
    public required CutStatus Status { get; init; }

    /// <inheritdoc />
    double ICutFigures.Size => OutputShare;
}
