using System.Globalization;
using Rootscope.Dependence.Panels;
using Rootscope.Tables;

namespace Rootscope.Dependence.Indicators;

/// <summary>The place of one economy in the trade network of a product.</summary>
/// <param name="Economy">Code of the economy.</param>
/// <param name="OutDegree">The share of all other economies that it sells to, from 0 to 1.</param>
/// <param name="InDegree">The share of all other economies that it buys from, from 0 to 1.</param>
/// <param name="ExportShare">Its share in world exports, from 0 to 1: its weighted degree as an exporter.</param>
/// <param name="ImportShare">Its share in world imports, from 0 to 1.</param>
public readonly record struct EconomyCentrality(string Economy, double OutDegree, double InDegree, double ExportShare, double ImportShare);

/// <summary>The network of one product's trade in one year: who is central, and how closely it is knit.</summary>
/// <remarks>
/// Source: Korniyenko, Pinat and Dew (2017), IMF working paper 17/30, for the choice of measures; Fagiolo (2007) for clustering.
/// </remarks>
public sealed class ProductNetwork
{
    private ProductNetwork(IReadOnlyList<EconomyCentrality> economies, double deviation, double clustering)
    {
        (Economies, ExporterShareDeviation, MeanClustering) = (economies, deviation, clustering);
    }

    /// <summary>Every economy of the panel, in its order; all zero for those that do not trade the product.</summary>
    public IReadOnlyList<EconomyCentrality> Economies { get; }

    /// <summary>Standard deviation over all economies of their shares in world exports; unit: share.</summary>
    public double ExporterShareDeviation { get; }

    /// <summary>Mean clustering over all economies, a ratio from 0 to 1; an economy without two neighbours counts as 0.</summary>
    public double MeanClustering { get; }

    /// <summary>The network of a product in a year.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="year">The year.</param>
    /// <param name="product">Code of the product.</param>
    /// <exception cref="UnknownNameException">There is no such product in the data.</exception>
    /// <exception cref="ModelException">Nobody trades it in that year.</exception>
    /// <remarks>Cost: n³ operations for n economies.</remarks>
    public static ProductNetwork Of(TradePanel panel, int year, string product)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int place = panel.FindProduct(product);
        int at = panel.FindYear(year);
        ProductFlows flows = at < 0 ? default : panel.FlowsOf(at, place);
        if (flows.Count == 0)
        {
            throw new ModelException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"nobody trades '{product}' in {year} in {panel.Metadata.Title}: a network without links has no measures. Ask for "
                        + $"another year; the data have {string.Join(", ", panel.Years)}."
                )
            );
        }

        int n = panel.Economies.Count;
        (double[] sold, double[] bought, int[] customers, int[] sources) = (new double[n], new double[n], new int[n], new int[n]);
        double world = 0;
        for (int f = 0; f < flows.Count; f++)
        {
            (int exporter, int importer, double value) = (flows.Exporter(f), flows.Importer(f), flows.Values[f]);
            sold[exporter] += value;
            bought[importer] += value;
            customers[exporter]++;
            sources[importer]++;
            world += value;
        }

        EconomyCentrality[] economies =
        [
            .. panel.Economies.Select(
                (e, i) =>
                    new EconomyCentrality(
                        e,
                        (double)customers[i] / (n - 1),
                        (double)sources[i] / (n - 1),
                        sold[i] / world,
                        bought[i] / world
                    )
            ),
        ];
        double spread = economies.Sum(e => (e.ExportShare - (1.0 / n)) * (e.ExportShare - (1.0 / n)));
        return new ProductNetwork(economies, Math.Sqrt(spread / n), new NetworkClustering(n).Mean(flows));
    }
}
