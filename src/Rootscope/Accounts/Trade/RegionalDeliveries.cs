using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Accounts.Trade;

/// <summary>What every sector delivers to every region, as inputs and for final use, domestic goods only.</summary>
/// <remarks>
/// Unit: the table's. Shape of each part: n × regions, row-major. Sales to a sector without output, which has no recipe, count as final. In
/// a one-region table with exports these are deliveries to nobody in the table and stand in <see cref="Exports"/> only; where imports stand
/// in a column, exports are taken to be of domestic origin (<see cref="ImportShares"/>). Cost: one pass over the table. Immutable.
/// </remarks>
public sealed class RegionalDeliveries
{
    private readonly double[] _intermediate;
    private readonly double[] _final;
    private readonly double[] _exports;
    private readonly int _regions;

    private RegionalDeliveries(FlowTable table, double[] intermediate, double[] final)
    {
        _regions = table.Sectors.Regions.Count;
        _intermediate = intermediate;
        _final = final;
        _exports = _regions == 1 ? OneRegionExports(table) : new double[table.Size];
        for (int k = 0; k < table.Size && _regions > 1; k++)
        {
            for (int r = 0; r < _regions; r++)
            {
                _exports[k] += r == table.Sectors.RegionNumberOf(new(k)) ? 0 : Of(new(k), new(r));
            }
        }
    }

    /// <summary>Deliveries that become inputs, n × regions. Unit: the table's.</summary>
    public ReadOnlySpan<double> Intermediate => _intermediate;

    /// <summary>Deliveries for final use, n × regions. Unit: the table's. May be negative.</summary>
    public ReadOnlySpan<double> Final => _final;

    /// <summary>Deliveries to all other regions, or the exports of domestic goods of a one-region table, n. Unit: the table's.</summary>
    public ReadOnlySpan<double> Exports => _exports;

    /// <summary>All that sector <paramref name="seller"/> delivers to a region. Unit: the table's.</summary>
    public double Of(SectorNumber seller, RegionNumber region) =>
        _intermediate[(seller * _regions) + region] + _final[(seller * _regions) + region];

    /// <summary>Sums a table's rows by buying region.</summary>
    public static RegionalDeliveries Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        int regions = table.Sectors.Regions.Count;
        ReadOnlySpan<double> flows = table.HasImports ? DomesticFlows.Of(table) : table.Flows;
        ReadOnlySpan<double> output = table.Output;
        int industries = table.Sectors.Industries.Count;
        var intermediate = new double[n * regions];
        var final = new double[n * regions];
        for (int k = 0; k < n; k++)
        {
            Span<double> inputs = intermediate.AsSpan(k * regions, regions);
            Span<double> finals = final.AsSpan(k * regions, regions);
            for (int r = 0; r < regions; r++)
            {
                ReadOnlySpan<double> row = flows.Slice((k * n) + (r * industries), industries);
                for (int j = 0; j < row.Length; j++)
                {
                    (output[(r * industries) + j] == 0 ? ref finals[r] : ref inputs[r]) += row[j];
                }
            }

            AddFinalDemand(table, k, finals);
        }

        return new RegionalDeliveries(table, intermediate, final).WithoutExports(table);
    }

    private static void AddFinalDemand(FlowTable table, int k, Span<double> finals)
    {
        ReadOnlySpan<double> row = table.FinalDemandFor(new(k));
        for (int c = 0; c < row.Length; c++)
        {
            finals[table.FinalDemandCategories[c].Region] += row[c];
        }
    }

    /// <summary>
    /// In a one-region table final demand holds imported goods and exports: what stays is output less inputs and exports.
    /// </summary>
    private RegionalDeliveries WithoutExports(FlowTable table)
    {
        if (_regions > 1)
        {
            return this;
        }

        for (int k = 0; k < _final.Length; k++)
        {
            _final[k] = table.Output[k] - _intermediate[k] - _exports[k];
        }

        return this;
    }

    private static double[] OneRegionExports(FlowTable table)
    {
        double[] exports = TableTotals.Exports(table);
        int categories = table.FinalDemandCategories.Count;
        for (int c = 0; c < table.ImportedFinalDemand.Length; c++)
        {
            exports[c / categories] -=
                table.FinalDemandCategories[c % categories].Kind == FinalDemandKind.Exports ? table.ImportedFinalDemand[c] : 0;
        }

        return exports;
    }
}
