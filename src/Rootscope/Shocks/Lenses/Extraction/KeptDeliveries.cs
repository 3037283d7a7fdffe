using Rootscope.Accounts;
using Rootscope.Accounts.Trade;
using Rootscope.Numerics;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Extraction;

/// <summary>The deliveries that changes leave over, and the outputs that go with them.</summary>
internal sealed class KeptDeliveries
{
    private readonly FlowTable _table;
    private readonly double[] _requirements;
    private readonly double[] _kept;
    private readonly double[] _keptAbroad;
    private readonly RegionalDeliveries _deliveries;
    private readonly double[] _final;
    private readonly int _regions;
    private readonly int _industries;

    private KeptDeliveries(FlowTable source, FlowTable table)
    {
        Source = source;
        _table = table;
        _regions = table.Sectors.Regions.Count;
        _industries = table.Sectors.Industries.Count;
        _requirements = DirectRequirements.Of(table, InputOrigin.Domestic).Values.ToArray();
        _deliveries = RegionalDeliveries.Of(table);
        _kept = [.. Enumerable.Repeat(1.0, table.Size * _regions)];
        _keptAbroad = [.. Enumerable.Repeat(1.0, table.Size)];
        _final = new double[table.Size];
    }

    /// <summary>The table of the scenario.</summary>
    public FlowTable Source { get; }

    /// <summary>The same table; of one region, net of own use.</summary>
    public FlowTable Table => _table;

    /// <summary>All deliveries of a table.</summary>
    public static KeptDeliveries Of(ScenarioTable table) =>
        new(table.Table, table.IsOneRegion ? OwnUse.NettedOut(table.Table).Table : table.Table);

    /// <summary>Cuts what a region makes of a product, whoever buys it.</summary>
    public void Cut(OutputCut cut)
    {
        int maker = (cut.Region * _industries) + cut.Product;
        for (int buyer = 0; buyer < _regions; buyer++)
        {
            _kept[(maker * _regions) + buyer] *= 1 - cut.Share;
        }

        _keptAbroad[maker] *= 1 - cut.Share;
    }

    /// <summary>Cuts what one region delivers to another.</summary>
    public void Cut(DeliveryCut cut)
    {
        int maker = (cut.From * _industries) + cut.Product;
        if (cut.To == ScenarioTable.Abroad)
        {
            _keptAbroad[maker] *= 1 - cut.Share;
            return;
        }

        _kept[(maker * _regions) + cut.To] *= 1 - cut.Share;
    }

    /// <summary>Cuts what one industry buys from a region.</summary>
    public void Cut(PurchaseCut cut)
    {
        int buyer = (cut.Region * _industries) + cut.Industry;
        for (int maker = cut.From * _industries; maker < (cut.From + 1) * _industries; maker++)
        {
            _requirements[(maker * _table.Size) + buyer] *= 1 - cut.Share;
        }
    }

    /// <summary>One pass of x ← A' x + f', in place; returns the sum of what moved.</summary>
    public double Pass(double[] output)
    {
        double moved = 0;
        for (int i = 0; i < output.Length; i++)
        {
            double next = DenseKernels.Dot(_requirements.AsSpan(i * output.Length, output.Length), output) + _final[i];
            moved += Math.Abs(next - output[i]);
            output[i] = next;
        }

        return moved;
    }

    /// <summary>
    /// Exports and imports of each region before and after; imports of a one-region table are not deliveries of the table and are 0.
    /// </summary>
    public (double[] ExportsBefore, double[] ExportsAfter, double[] ImportsBefore, double[] ImportsAfter) Trade(
        double[] before,
        double[] after
    )
    {
        var exportsBefore = new double[_regions];
        var exportsAfter = new double[_regions];
        var importsBefore = new double[_regions];
        var importsAfter = new double[_regions];
        for (int i = 0; i < _table.Size; i++)
        {
            int seller = i / _industries;
            if (_regions == 1)
            {
                exportsBefore[0] += _deliveries.Exports[i];
                exportsAfter[0] += _deliveries.Exports[i] * _keptAbroad[i];
                continue;
            }

            for (int buyer = 0; buyer < _regions; buyer++)
            {
                if (buyer == seller)
                {
                    continue;
                }

                double flow = _deliveries.Of(new(i), new(buyer));
                double left = _deliveries.Final[(i * _regions) + buyer] * _kept[(i * _regions) + buyer];
                int first = (i * _table.Size) + (buyer * _industries);
                left += DenseKernels.Dot(_requirements.AsSpan(first, _industries), after.AsSpan(buyer * _industries, _industries));
                exportsBefore[seller] += flow;
                exportsAfter[seller] += left;
                importsBefore[buyer] += flow;
                importsAfter[buyer] += left;
            }
        }

        return (exportsBefore, exportsAfter, importsBefore, importsAfter);
    }

    /// <summary>Takes what is cut out of the rows of A and out of final demand.</summary>
    public void Shrink()
    {
        for (int i = 0; i < _table.Size; i++)
        {
            _final[i] = _regions == 1 ? _deliveries.Exports[i] * _keptAbroad[i] : 0;
            for (int buyer = 0; buyer < _regions; buyer++)
            {
                double kept = _kept[(i * _regions) + buyer];
                _final[i] += _deliveries.Final[(i * _regions) + buyer] * kept;
                Span<double> row = _requirements.AsSpan((i * _table.Size) + (buyer * _industries), _industries);
                for (int j = 0; j < row.Length && kept != 1; j++)
                {
                    row[j] *= kept;
                }
            }
        }
    }
}
