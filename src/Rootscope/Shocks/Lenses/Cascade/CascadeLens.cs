using Rootscope.Accounts;
using Rootscope.Shocks.Cascade;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>The shortage lens: what is missing stops those who need it, and those who sold to them.</summary>
/// <remarks>
/// The cascade of firm networks with the sectors of the table as nodes (docs/methods/cascade.md), at its limit, for all cuts at once:
/// nothing is replaced, nothing is in stock, shares stay as they are. Every input counts by its share of all cost, unless the scenario has
/// ratings. Loss: value added, each sector's in proportion to its output. Cost: some dozens of passes over the table.
/// </remarks>
public sealed class CascadeScenario : IScenarioLens
{
    private const string NoPrices = "A cascade knows no prices and keeps all shares, so";

    /// <inheritdoc/>
    public string Word => "cascade";

    /// <inheritdoc/>
    public string Meaning => "Shortage: what is missing stops those who need it, in turn, and nobody finds a replacement.";

    /// <inheritdoc/>
    public string Horizon => "weeks to months";

    /// <inheritdoc/>
    public string LossOf => "value added";

    /// <inheritdoc/>
    public string? ReasonAgainst(IChange change, ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(table);
        return change switch
        {
            DeliveryCut { From: ScenarioTable.Abroad } when !table.Table.HasImports && !table.Table.HasImportedFlows =>
                "The table has no imports that could fall short.",
            DeliveryCut or OutputCut => null,
            TariffChange => $"{NoPrices} a tariff changes nothing in it.",
            ProductivityShift => $"{NoPrices} a gain in productivity changes nothing in it; give a loss of output as supply_cut.",
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
        Border[] borders =
        [
            .. changes.OfType<DeliveryCut>().Where(c => c.From != ScenarioTable.Abroad).Select(c => BorderOf(table, c)).Distinct(),
        ];
        var cascade = SectorCascade.Of(table.Table, table.Essentiality, borders);
        Shortfall[] shortfalls =
        [
            .. changes
                .Select(c => (Node: NodeOf(table, cascade.Nodes, c), Share: ShareOf(c)))
                .GroupBy(p => p.Node)
                .Select(g => new Shortfall(g.Key, 1 - g.Aggregate(1.0, (kept, p) => kept * (1 - p.Share)))),
        ];
        FirmLosses losses = cascade.Lose(shortfalls, cancellation);
        return losses.Total.Status == CascadeStatus.StepLimit
            ? new LensFigures
            {
                Status = ScenarioStatus.NotConverged,
                Iterations = losses.Total.Steps,
                Residual = losses.Total.Residual,
            }
            : new CascadeFigures(
                table.Table,
                cascade.BySector(losses),
                borders,
                [.. borders.Select(b => losses.Downstream[cascade.Nodes.NodeOf(b)])]
            ).Of(losses.Total, NoteOn(table.Essentiality));
    }

    private static string NoteOn(EssentialityMatrix? ratings) =>
        $"Cascade: {(ratings is null ? "what is missing lowers output by its share of all cost" : $"inputs count as '{ratings.Name}' rates them")}; nothing is replaced and nothing is in stock.";

    private static Border BorderOf(ScenarioTable table, DeliveryCut cut) =>
        new(table.Table.Sectors.SectorOf(cut.From, cut.Product), cut.To == ScenarioTable.Abroad ? SectorNodes.Abroad : cut.To);

    private static int NodeOf(ScenarioTable table, SectorNodes nodes, IChange change) =>
        change switch
        {
            OutputCut cut => table.Table.Sectors.SectorOf(cut.Region, cut.Product),
            DeliveryCut { From: ScenarioTable.Abroad } cut => nodes.ImportsOf(cut.Product)!.Value,
            DeliveryCut cut => nodes.NodeOf(BorderOf(table, cut)),
            _ => throw new ArgumentException($"A cascade does not represent {change.Subject}.", nameof(change)),
        };

    private static double ShareOf(IChange change) =>
        change switch
        {
            OutputCut cut => cut.Share,
            DeliveryCut cut => cut.Share,
            _ => 0,
        };
}
