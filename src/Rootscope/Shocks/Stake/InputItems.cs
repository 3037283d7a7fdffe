using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Numerics;

namespace Rootscope.Shocks.Stake;

/// <summary>
/// What buyers have in their bundles of inputs, a row an item, items of one level of elasticity side by side. Shared by all threads.
/// </summary>
/// <remarks>
/// An item is a product, or the imported own use of industries that was netted out. A product without an elasticity of its own has an item
/// for each group of buyers with one elasticity among inputs. Buyers are columns, so that powers of prices are taken once an item, and sums
/// by level go over all buyers at once: no n² powers.
/// </remarks>
internal sealed class InputItems
{
    private readonly int[] _groupOf;
    private readonly int[] _groupOfRow;

    private InputItems(
        int size,
        IReadOnlyList<Item> items,
        (double, double, double)[] levels,
        int[] groupOf,
        Func<int, int, double> share,
        bool[] hasInputs
    )
    {
        Size = size;
        Stride = WeightedRows.Padded(size + 1);
        _groupOf = groupOf;
        _groupOfRow = [.. items.Select(i => i.Group)];
        Product = [.. items.Select(i => i.Product)];
        Level = [.. items.Select(i => Array.IndexOf(levels, i.Elasticities))];
        LevelCount = levels.Length;
        LevelElasticities =
        [
            [.. levels.Select(l => l.Item1)],
            [.. levels.Select(l => l.Item2)],
            [.. levels.Select(l => l.Item3)],
        ];
        LevelStart = [.. Enumerable.Range(0, LevelCount + 1).Select(g => Level.Count(l => l < g))];
        RowsOf = [.. Enumerable.Range(0, size + 1).Select(p => Enumerable.Range(0, items.Count).Where(r => Product[r] == p).ToArray())];
        Shares = new double[items.Count * Stride];
        Weights = new double[LevelCount * Stride];
        for (int r = 0; r < items.Count; r++)
        {
            for (int j = 0; j < size; j++)
            {
                if (IsBoughtBy(r, j))
                {
                    double value = share(Product[r], j);
                    Shares[(r * Stride) + j] = value;
                    Weights[(Level[r] * Stride) + j] += value;
                }
            }
        }

        // A buyer of nothing has a bundle of price 1 all the same.
        for (int j = 0; j < Stride; j++)
        {
            if (j >= size || !hasInputs[j])
            {
                Weights[j] = 1;
            }
        }
    }

    /// <summary>Number of products, n; also the number that stands for imported own use.</summary>
    public int Size { get; }

    /// <summary>Length of a row: buyers, padded; at least n + 1.</summary>
    public int Stride { get; }

    /// <summary>Product of each row.</summary>
    public int[] Product { get; }

    /// <summary>Level of each row.</summary>
    public int[] Level { get; }

    public int LevelCount { get; }

    /// <summary>First row of each level, and the number of rows at the end.</summary>
    public int[] LevelStart { get; }

    /// <summary>Elasticity by horizon and level.</summary>
    public double[][] LevelElasticities { get; }

    /// <summary>The rows of each product, and those of imported own use at n.</summary>
    public int[][] RowsOf { get; }

    /// <summary>Share in a buyer's inputs, rows × stride.</summary>
    public double[] Shares { get; }

    /// <summary>Shares summed by level, levels × stride.</summary>
    public double[] Weights { get; }

    public int Count => Product.Length;

    /// <summary>Whether a row is of a buyer.</summary>
    public bool IsBoughtBy(int row, int buyer) => _groupOfRow[row] < 0 || _groupOfRow[row] == _groupOf[buyer];

    /// <summary>Lays out the inputs of an economy under the elasticities of three horizons.</summary>
    public static InputItems Of(RegionEconomy economy, HorizonElasticities elasticities)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        NestElasticities[] nests = [.. elasticities.Sets.Select(set => NestElasticities.Of(economy.Table, set))];
        (double, double, double)[] among =
        [
            .. Enumerable.Range(0, n).Select(j => (nests[0].AmongInputs[j], nests[1].AmongInputs[j], nests[2].AmongInputs[j])),
        ];
        (double, double, double)[] groups = [.. among.Distinct().Order()];
        var items = new List<Item>();
        for (int k = 0; k <= n; k++)
        {
            double?[] own = k == n ? [null, null, null] : [.. nests.Select(nest => nest.ProductInputs[k])];
            if (own is [{ } half, { } three, { } ten])
            {
                items.Add(new Item(k, -1, (half, three, ten)));
                continue;
            }

            for (int h = 0; h < groups.Length; h++)
            {
                (double a, double b, double c) = groups[h];
                items.Add(new Item(k, h, (own[0] ?? a, own[1] ?? b, own[2] ?? c)));
            }
        }

        Item[] sorted = [.. items.OrderBy(i => i.Elasticities).ThenBy(i => i.Product)];
        return new InputItems(
            n,
            sorted,
            [.. sorted.Select(i => i.Elasticities).Distinct()],
            [.. among.Select(a => Array.IndexOf(groups, a))],
            (k, j) => k == n ? shares.OwnImportShare[j] : shares.InputShares[(j * n) + k],
            [.. shares.Inputs.Select(i => i > 0)]
        );
    }

    private readonly record struct Item(int Product, int Group, (double, double, double) Elasticities);
}
