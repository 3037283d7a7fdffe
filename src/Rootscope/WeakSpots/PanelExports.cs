using Rootscope.Complexity;
using Rootscope.Dependence.Panels;

namespace Rootscope.WeakSpots;

/// <summary>What each economy of a panel of trade sells to all others: the matrix from which complexity is computed.</summary>
public static class PanelExports
{
    /// <summary>The exports of a year.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="year">A year of the panel.</param>
    /// <returns>Exports by economy and product, over all economies and products of the panel, in its unit; sums in the order of the
    /// panel.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The panel does not hold the year.</exception>
    public static ExportMatrix Of(TradePanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int place = panel.FindYear(year);
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(year));
        int products = panel.Products.Count;
        var values = new double[panel.Economies.Count * products];
        for (int p = 0; p < products; p++)
        {
            ProductFlows flows = panel.FlowsOf(place, p);
            for (int f = 0; f < flows.Count; f++)
            {
                values[(flows.Exporter(f) * products) + p] += flows.Values[f];
            }
        }

        return new ExportMatrix(panel.Economies, panel.Products, values);
    }
}
