using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>The long-run lens: prices, the mix of inputs and sources adjust by elasticity.</summary>
/// <remarks>
/// Many regions: nested CES with trade between all of them (docs/methods/world-equilibrium.md). One region: docs/methods/equilibrium.md,
/// with imports that exports pay for and own use netted out, as the root ranking has them. A share that is cut makes the flow 1/(1 − φ)
/// dearer; all of it is a weight of 0.
/// </remarks>
public sealed class EquilibriumScenario : IScenarioLens
{
    /// <inheritdoc/>
    public string Word => "equilibrium";

    /// <inheritdoc/>
    public string Meaning => "Prices, the mix of inputs and sources adjust by elasticity.";

    /// <inheritdoc/>
    public string Horizon => "years";

    /// <inheritdoc/>
    public string LossOf => "real final spending";

    /// <inheritdoc/>
    public string? ReasonAgainst(IChange change, ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(table);
        return change switch
        {
            OutputCut { Share: >= 1 } => "A cut of all that is made has no price; give a share below 1, such as 0.99.",
            DeliveryCut { Share: >= 1 } when table.IsOneRegion =>
                "A cut of all imports has no price in a one-region table; give a share below 1, such as 0.99.",
            DeliveryCut { To: ScenarioTable.Abroad } =>
                "In a one-region table exports keep their composition; take a table of many regions.",
            TariffChange when table.IsOneRegion =>
                "A tariff needs those who sell and those who buy as regions; take a table of many regions.",
            DeliveryCut or OutputCut or TariffChange or ProductivityShift => null,
            _ => Unknown.Reason(change),
        };
    }

    /// <inheritdoc/>
    public LensFigures Solve(
        ScenarioTable table,
        IReadOnlyList<IChange> changes,
        ElasticitySet elasticities,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(changes);
        return table.IsOneRegion
            ? new RegionScenario(table, elasticities).Solve(changes, cancellation)
            : new WorldScenario(table, elasticities).Solve(changes, cancellation);
    }
}
