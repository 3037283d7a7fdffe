using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Shocks.Lenses.Cascade.Sectors;

/// <summary>What a scenario makes fall short in a table, and how that spreads.</summary>
internal sealed class SectorShortage(ScenarioTable table)
{
    private readonly List<(Func<SectorNodes, int> Node, double Share)> _cuts = [];
    private readonly List<Border> _borders = [];

    /// <summary>Cuts what a region makes of a product.</summary>
    public void Cut(OutputCut cut)
    {
        int sector = table.Table.Sectors.SectorOf(cut.Region, cut.Product);
        _cuts.Add((_ => sector, cut.Share));
    }

    /// <summary>Cuts what is imported, or what crosses a border of the table.</summary>
    public void Cut(DeliveryCut cut)
    {
        if (cut.From == ScenarioTable.Abroad)
        {
            _cuts.Add((nodes => nodes.ImportsOf(cut.Product)!.Value, cut.Share));
            return;
        }

        var border = new Border(
            table.Table.Sectors.SectorOf(new(cut.From), cut.Product),
            cut.To == ScenarioTable.Abroad ? SectorNodes.Abroad : cut.To
        );
        _borders.Add(border);
        _cuts.Add((nodes => nodes.NodeOf(border), cut.Share));
    }

    /// <summary>Cuts what one industry buys from a region: it loses as much output as that is of all its cost.</summary>
    public void Cut(PurchaseCut cut)
    {
        int buyer = table.Table.Sectors.SectorOf(cut.Region, cut.Industry);
        double bought = PurchasesOf(buyer, cut.From);
        double output = table.Table.Output[buyer];
        if (bought > 0 && output > 0)
        {
            _cuts.Add((_ => buyer, Math.Min(1, cut.Share * bought / output)));
        }
    }

    /// <summary>What a sector buys of all products of a region, or from abroad. Unit: the table's money.</summary>
    private double PurchasesOf(int buyer, RegionNumber from)
    {
        FlowTable flows = table.Table;
        int n = flows.Size;
        double[]? domestic = from == ScenarioTable.Abroad ? DomesticFlows.Of(flows) : null;
        double sum = 0;
        for (int seller = 0; seller < n; seller++)
        {
            int cell = (seller * n) + buyer;
            sum +=
                domestic is not null ? flows.Flows[cell] - domestic[cell]
                : seller / table.ProductCount == from ? flows.Flows[cell]
                : 0;
        }

        return sum;
    }

    public LensFigures Solve(CancellationToken cancellation)
    {
        Border[] borders = [.. _borders.Distinct()];
        var cascade = SectorCascade.Of(table.Table, table.Essentiality, borders);

        // Cuts of the same thing leave over what each of them leaves of it.
        Shortfall[] shortfalls =
        [
            .. _cuts
                .Select(c => (Node: c.Node(cascade.Nodes), c.Share))
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

    private static string NoteOn(EssentialityMatrix? ratings)
    {
        string how = ratings is null
            ? "what is missing lowers output by its share of all cost"
            : $"inputs count as '{ratings.Name}' rates them";
        return $"Cascade: {how}; nothing is replaced and nothing is in stock.";
    }
}
