using Rootscope.Numerics;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Shocks.Scenarios;

/// <summary>The yearly use of capital goods that is among the flows of an economy, and how fast such goods wear.</summary>
/// <param name="Table">The table with that use among its flows.</param>
/// <param name="Cells">The use, n × n, row-major, in the order of the table's sectors. Unit: the table's money.</param>
/// <param name="Rates">Yearly rate at which a capital good wears, by the code of its industry. Unit: share a year.</param>
public sealed record CapitalInFlows(FlowTable Table, ReadOnlyMemory<double> Cells, IReadOnlyDictionary<string, double> Rates)
{
    /// <summary>The use of capital goods that was added to a table.</summary>
    public static CapitalInFlows Of(CapitalUse use, IReadOnlyDictionary<string, double> rates)
    {
        ArgumentNullException.ThrowIfNull(use);
        return new CapitalInFlows(use.Table, use.Cells.ToArray(), rates);
    }
}

/// <summary>The same for the table that lenses work on: a slice has the capital goods of its carrier, in proportion.</summary>
public sealed class ScenarioCapital
{
    private readonly CapitalInFlows _capital;
    private readonly int[] _before;
    private readonly double[] _rates;
    private readonly int _products;
    private readonly int _productsBefore;

    internal ScenarioCapital(CapitalInFlows capital, SectorIndex sectors, IReadOnlyDictionary<string, string> carriers)
    {
        _capital = capital;
        _products = sectors.Industries.Count;
        _productsBefore = capital.Table.Sectors.Industries.Count;
        string[] codes = [.. sectors.Industries.Select(i => carriers.GetValueOrDefault(i.Code, i.Code))];
        _before = [.. codes.Select(c => (int)capital.Table.Sectors.FindIndustry(c))];
        int n = capital.Table.Size;
        var used = new bool[_productsBefore];
        for (int cell = 0; cell < capital.Cells.Length; cell++)
        {
            used[cell / n % _productsBefore] |= capital.Cells.Span[cell] > 0;
        }

        _rates = [.. codes.Select((c, p) => used[_before[p]] ? capital.Rates.GetValueOrDefault(c) : 0)];
    }

    /// <summary>Rate at which a product wears as a capital good; 0 where nobody uses it so. Unit: share a year.</summary>
    public double RateOf(IndustryNumber product) => _rates[product];

    /// <summary>Share of the flow between two sectors that is the use of capital goods. Unit: share.</summary>
    public double ShareOf(SectorNumber seller, SectorNumber buyer)
    {
        int n = _capital.Table.Size;
        int cell = (Before(seller) * n) + Before(buyer);
        double flow = _capital.Table.Flows[cell];
        return flow > 0 ? Math.Clamp(_capital.Cells.Span[cell] / flow, 0, 1) : 0;
    }

    /// <summary>
    /// Share of a sector's capital that is worn out and not replaced when a share of its investment has been missing for some time; null
    /// where it uses no capital goods. Each good counts by its value in use: use a year over its rate of wear.
    /// </summary>
    /// <param name="buyer">The sector.</param>
    /// <param name="share">Share of investment that is missing. Unit: share.</param>
    /// <param name="years">For how long. Unit: years.</param>
    public double? MissingAfter(SectorNumber buyer, double share, double years)
    {
        int n = _capital.Table.Size;
        int column = Before(buyer);
        (double all, double missing) = (0, 0);
        for (int seller = 0; seller < n; seller++)
        {
            double rate = _capital.Rates.GetValueOrDefault(_capital.Table.Sectors.Industries[seller % _productsBefore].Code);
            double inUse = rate > 0 ? Math.Max(0, _capital.Cells.Span[(seller * n) + column]) / rate : 0;
            all += inUse;
            missing += inUse * -AccurateExponentials.ExpMinusOne(-rate * years);
        }

        return all > 0 ? share * missing / all : null;
    }

    private int Before(int sector) => (sector / _products * _productsBefore) + _before[sector % _products];
}
