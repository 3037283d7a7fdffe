using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>How far stocks of inputs let sectors make what they want to.</summary>
/// <remarks>
/// An input limits a sector once its stock is below ψ of the intended one: output ≤ wanted × stock / (ψ × days × use). Never can more be
/// used in a day than lies in stock. Cost: one pass over products × sectors a day.
/// </remarks>
internal sealed class InputLimits
{
    private readonly DailyFlows _flows;
    private readonly double[] _cover;
    private readonly double[] _need;
    private readonly double[] _weights;
    private readonly double[] _most;

    public InputLimits(DailyFlows flows, InventoryOptions options, double[] cover)
    {
        (_flows, _cover) = (flows, cover);
        _need = [.. cover.Select(days => options.StockThreshold * days)];
        _weights = new double[flows.Products * flows.Buyers];
        _most = new double[flows.Buyers];
        Binding = new int[flows.Buyers];
        for (int product = 0; product < flows.Products; product++)
        {
            for (int buyer = 0; buyer < flows.Buyers; buyer++)
            {
                int cell = (product * flows.Buyers) + buyer;
                bool counts =
                    double.IsFinite(cover[product]) && flows.InputUse[cell] > options.LeastInputShare * flows.Output[flows.SellerOf(buyer)];
                _weights[cell] = counts ? WeightOf(flows.Sectors, options, product, buyer % flows.Products) : 0;
            }
        }
    }

    /// <summary>Number of the product whose stock holds a sector back; -1 for none.</summary>
    public int[] Binding { get; }

    /// <summary>Lowers output to what stocks allow.</summary>
    /// <param name="stock">Stocks less those before, products × sectors. Unit: days of use before.</param>
    /// <param name="wanted">What sellers want to make over output before, less 1.</param>
    /// <param name="made">What they make, likewise; lowered.</param>
    public void Apply(double[] stock, double[] wanted, double[] made)
    {
        int n = _flows.Buyers;
        for (int buyer = 0; buyer < n; buyer++)
        {
            _most[buyer] = made[_flows.SellerOf(buyer)];
            Binding[buyer] = -1;
        }

        for (int product = 0; product < _flows.Products; product++)
        {
            if (!double.IsFinite(_cover[product]))
            {
                continue;
            }

            for (int buyer = 0; buyer < n; buyer++)
            {
                double weight = _weights[(product * n) + buyer];
                if (weight == 0)
                {
                    continue;
                }

                double wants = 1 + wanted[_flows.SellerOf(buyer)];
                double inStock = _cover[product] + stock[(product * n) + buyer];
                double shareInStock = wants > 0 ? inStock / (_need[product] * wants) : 1;
                double most = (shareInStock < 1 ? wants * (1 - (weight * (1 - shareInStock))) : wants) - 1;
                most = weight == 1 ? Math.Min(most, inStock - 1) : most;
                if (most < _most[buyer])
                {
                    (_most[buyer], Binding[buyer]) = (most, product);
                }
            }
        }

        for (int buyer = 0; buyer < n; buyer++)
        {
            made[_flows.SellerOf(buyer)] = _most[buyer];
        }
    }

    /// <summary>How much of a lack of the input output loses: 1 for a critical one, 0 for one that it goes on without.</summary>
    private static double WeightOf(SectorIndex sectors, InventoryOptions options, int product, int industry)
    {
        const double HalfOfTheLack = 0.5;
        if (options.Essentiality is not { } ratings)
        {
            return 1;
        }

        string supplier = sectors.Industries[product].Code;
        string buyer = sectors.Industries[industry].Code;
        return ratings.RatingOf(supplier, buyer) switch
        {
            InputRating.Essential => 1,
            InputRating.Negligible => 0,
            _ => options.Important switch
            {
                ImportantInputs.Critical => 1,
                ImportantInputs.Half => HalfOfTheLack,
                _ => 0,
            },
        };
    }
}
