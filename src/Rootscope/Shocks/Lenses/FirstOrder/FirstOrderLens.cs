using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.FirstOrder;

/// <summary>Hulten's lens: every flow weighs what it is worth, nothing is replaced and nothing becomes scarce.</summary>
/// <remarks>
/// In one region the elasticity e of real final spending to the supply of a product, loss = 1 − Π (1 − φ)^e. With many regions the cost
/// content of each region's final spending at given wages: summed over the world that is Hulten's theorem, region by region it leaves out
/// how wages answer. Source: Hulten (1978); docs/methods/scenarios.md. No elasticity enters.
/// </remarks>
public sealed class FirstOrderScenario : IScenarioLens
{
    /// <inheritdoc/>
    public string Word => "first-order";

    /// <inheritdoc/>
    public string Meaning => "Hulten: every flow weighs what it is worth; nothing is replaced and nothing becomes scarce.";

    /// <inheritdoc/>
    public string Horizon => "infinitesimal";

    /// <inheritdoc/>
    public string LossOf => "real final spending";

    /// <inheritdoc/>
    public string? ReasonAgainst(IChange change, ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(table);
        return change switch
        {
            DeliveryCut { Share: >= 1 } or OutputCut { Share: >= 1 } =>
                "To first order the loss of everything is the logarithm of nothing; give a share below 1, such as 0.99.",
            DeliveryCut { To: ScenarioTable.Abroad } =>
                "In a one-region table what foreigners lose is not seen, and exports keep their composition; take a table of many regions.",
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
            ? OneRegion(table, changes, elasticities)
            : new CostContent(table, elasticities, cancellation).Solve(changes, cancellation);
    }

    private static LensFigures OneRegion(ScenarioTable table, IReadOnlyList<IChange> changes, ElasticitySet elasticities)
    {
        var lens = new EquilibriumLens(RegionEconomy.Of(table.Table, new EquilibriumOptions { Elasticities = elasticities }));
        double log = 0;
        foreach (IChange change in changes)
        {
            log += change switch
            {
                OutputCut cut => lens.ElasticityOf(cut.Product, SupplyScope.Domestic) * Math.Log(1 - cut.Share),
                DeliveryCut cut => lens.ElasticityOf(cut.Product, SupplyScope.Imported) * Math.Log(1 - cut.Share),
                ProductivityShift shift => lens.ElasticityOf(shift.Product, SupplyScope.Domestic) * Math.Log(shift.Factor),
                _ => 0,
            };
        }

        return new LensFigures
        {
            Status = ScenarioStatus.Ok,
            Regions =
            [
                new RegionOutcome
                {
                    Region = 0,
                    Loss = 1 - Math.Exp(log),
                    Base = lens.Economy.FinalSpending,
                },
            ],
            Notes = lens.Economy.Clamped,
        };
    }
}
