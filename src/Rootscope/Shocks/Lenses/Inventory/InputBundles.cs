using Rootscope.Shocks.Lenses.Cascade;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>
/// Inputs of a sector that stand together: what is short of one lowers output by its share of the bundle. Without ratings every product is
/// alone; ratings of divisions hold for all goods of a division together; capital goods are one bundle, by the value of what is in use.
/// </summary>
/// <remarks>
/// A rating that was made for 56 industries says that a builder needs mineral products, not that he needs each of a hundred of them. Shares
/// are of the year's use by the sector. Inputs too small to count, and those that never run out, are in no bundle. Immutable.
/// </remarks>
internal sealed class InputBundles
{
    private readonly double[] _shares;
    private readonly double[] _weights;
    private readonly int _buyers;

    public InputBundles(DailyFlows flows, InventoryOptions options, double[] cover)
    {
        _buyers = flows.Buyers;
        string[] codes = [.. flows.Sectors.Industries.Select(i => i.Code)];
        string[] names = [.. codes.Select(c => options.Essentiality?.BundleOf(c) ?? c)];
        string[] bundles = [.. names.Distinct(StringComparer.Ordinal)];
        Capital = bundles.Length;
        Inputs =
        [
            .. bundles.Select(b => Enumerable.Range(0, codes.Length).Where(p => names[p] == b && double.IsFinite(cover[p])).ToArray()),
            [.. Enumerable.Range(flows.Products, flows.Inputs - flows.Products)],
        ];
        _shares = new double[flows.Inputs * _buyers];
        _weights = new double[Inputs.Length * _buyers];
        for (int bundle = 0; bundle < Inputs.Length; bundle++)
        {
            SetShares(flows, options, cover, bundle);
            for (int buyer = 0; buyer < _buyers && Inputs[bundle].Length > 0; buyer++)
            {
                _weights[(bundle * _buyers) + buyer] =
                    bundle == Capital ? 1 : WeightOf(options, codes[Inputs[bundle][0]], codes[buyer % flows.Products]);
            }
        }
    }

    /// <summary>Number of the bundle of capital goods; the others are of what is used up.</summary>
    public int Capital { get; }

    /// <summary>The inputs of every bundle.</summary>
    public int[][] Inputs { get; }

    /// <summary>Share of an input in its bundle, for all sectors. Unit: share; 0 where it does not count.</summary>
    public ReadOnlySpan<double> SharesOf(int input) => _shares.AsSpan(input * _buyers, _buyers);

    /// <summary>What output loses of a lack of the whole bundle, for all sectors: 1 where it stops with it. Unit: ratio.</summary>
    public ReadOnlySpan<double> WeightsOf(int bundle) => _weights.AsSpan(bundle * _buyers, _buyers);

    private void SetShares(DailyFlows flows, InventoryOptions options, double[] cover, int bundle)
    {
        for (int buyer = 0; buyer < _buyers; buyer++)
        {
            double least = options.LeastInputShare * flows.Output[flows.SellerOf(buyer)];
            double all = 0;
            foreach (int input in Inputs[bundle])
            {
                double use = flows.InputUse[(input * _buyers) + buyer];
                double counted = use > least ? use * (bundle == Capital ? cover[input] : 1) : 0;
                _shares[(input * _buyers) + buyer] = counted;
                all += counted;
            }

            foreach (int input in Inputs[bundle])
            {
                int cell = (input * _buyers) + buyer;
                _shares[cell] =
                    Inputs[bundle].Length == 1 && _shares[cell] > 0 ? 1
                    : all > 0 ? _shares[cell] / all
                    : 0;
            }
        }
    }

    /// <summary>How much of a lack of an input output loses: 1 for a critical one, 0 for one that it goes on without.</summary>
    private static double WeightOf(InventoryOptions options, string supplier, string buyer)
    {
        const double HalfOfTheLack = 0.5;
        return options.Essentiality?.RatingOf(supplier, buyer) switch
        {
            null or InputRating.Essential => 1,
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
