using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>How far stocks of inputs let sectors make what they want to.</summary>
/// <remarks>
/// An input limits a sector once its stock is below ψ of the intended one: output ≤ wanted × stock / (ψ × days × use). Never can more be
/// used in a day than lies in stock. Of capital goods capacity falls with what is left of them. Cost: one pass over inputs × sectors a day.
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
        _need = [.. cover.Select((days, input) => (input < flows.Products ? options.StockThreshold : 1) * days)];
        _weights = new double[flows.Inputs * flows.Buyers];
        _most = new double[flows.Buyers];
        Binding = new int[flows.Buyers];
        for (int input = 0; input < flows.Inputs; input++)
        {
            for (int buyer = 0; buyer < flows.Buyers; buyer++)
            {
                int cell = (input * flows.Buyers) + buyer;
                bool counts =
                    double.IsFinite(cover[input]) && flows.InputUse[cell] > options.LeastInputShare * flows.Output[flows.SellerOf(buyer)];
                bool wears = input >= flows.Products;
                _weights[cell] =
                    !counts ? 0
                    : wears ? 1
                    : WeightOf(flows.Sectors, options, input, buyer % flows.Products);
            }
        }
    }

    /// <summary>Number of the input whose stock holds a sector back; -1 for none.</summary>
    public int[] Binding { get; }

    /// <summary>Lowers output to what stocks allow.</summary>
    public void Apply(InventoryState state)
    {
        int n = _flows.Buyers;
        for (int buyer = 0; buyer < n; buyer++)
        {
            _most[buyer] = state.Made[_flows.SellerOf(buyer)];
            Binding[buyer] = -1;
        }

        for (int input = 0; input < _flows.Inputs; input++)
        {
            for (int buyer = 0; buyer < n && double.IsFinite(_cover[input]); buyer++)
            {
                double weight = _weights[(input * n) + buyer];
                if (weight == 0)
                {
                    continue;
                }

                int seller = _flows.SellerOf(buyer);
                double stock = _cover[input] + state.Stock[(input * n) + buyer];
                double most =
                    input < _flows.Products
                        ? ByStock(1 + state.Wanted[seller], stock, _need[input], weight)
                        : (state.Capacity[seller] * stock / _need[input]) - 1;
                if (most < _most[buyer])
                {
                    (_most[buyer], Binding[buyer]) = (most, input);
                }
            }
        }

        for (int buyer = 0; buyer < n; buyer++)
        {
            state.Made[_flows.SellerOf(buyer)] = _most[buyer];
        }
    }

    /// <summary>Most that a stock allows over output before, less 1.</summary>
    private static double ByStock(double wants, double stock, double need, double weight)
    {
        double share = wants > 0 ? stock / (need * wants) : 1;
        double most = (share < 1 ? wants * (1 - (weight * (1 - share))) : wants) - 1;
        return weight == 1 ? Math.Min(most, stock - 1) : most;
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
