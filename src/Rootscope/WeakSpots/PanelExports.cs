using Rootscope.Complexity;
using Rootscope.Dependence.Panels;
using Rootscope.Tables.Economies;

namespace Rootscope.WeakSpots;

/// <summary>What each economy of a panel of trade sells to all others: the matrix from which complexity is computed.</summary>
public static class PanelExports
{
    /// <summary>The exports of a year.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="year">A year of the panel.</param>
    /// <returns>Exports by economy and product, over all economies and products of the panel, in its unit; sums in the order of the
    /// panel. Areas not elsewhere specified are no economies and are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The panel does not hold the year.</exception>
    public static ExportMatrix Of(TradePanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int place = panel.FindYear(year);
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(year));
        int products = panel.Products.Count;
        string[] economies = [.. panel.Economies.Where(e => !IsRest(e))];
        int[] row = [.. panel.Economies.Select(e => Array.BinarySearch(economies, e, StringComparer.Ordinal))];
        var values = new double[economies.Length * products];
        for (int p = 0; p < products; p++)
        {
            ProductFlows flows = panel.FlowsOf(place, p);
            for (int f = 0; f < flows.Count; f++)
            {
                if (row[flows.Exporter(f)] is >= 0 and int seller)
                {
                    values[(seller * products) + p] += flows.Values[f];
                }
            }
        }

        return new ExportMatrix(economies, panel.Products, values);
    }

    /// <summary>Codes in a panel that stand for areas not elsewhere specified.</summary>
    /// <param name="panel">The trade.</param>
    public static IReadOnlyList<string> LeftOutOf(TradePanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return [.. panel.Economies.Where(IsRest)];
    }

    private static bool IsRest(string economy) => EconomyIdentities.Find(economy) is { Kind: EconomyKind.Rest };
}
