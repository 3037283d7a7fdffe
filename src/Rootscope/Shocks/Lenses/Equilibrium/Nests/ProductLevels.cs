namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>Products in the order of their own elasticities, so that powers of prices are taken once for all products of a level.</summary>
/// <param name="Order">Products, those of one level side by side; those without an elasticity of their own last.</param>
/// <param name="Levels">The levels in that order.</param>
internal sealed record ProductLevels(int[] Order, IReadOnlyList<ProductLevel> Levels)
{
    /// <summary>Lays out products; null where none has an elasticity of its own.</summary>
    public static ProductLevels? Of(double?[] elasticities)
    {
        if (Array.TrueForAll(elasticities, e => e is null))
        {
            return null;
        }

        int[] order = [.. Enumerable.Range(0, elasticities.Length).OrderBy(k => elasticities[k] is null).ThenBy(k => elasticities[k])];
        var levels = new List<ProductLevel>();
        for (int at = 0; at < order.Length; at += levels[^1].Length)
        {
            double? elasticity = elasticities[order[at]];
            levels.Add(new ProductLevel(at, order.Skip(at).TakeWhile(k => elasticities[k] == elasticity).Count(), elasticity));
        }

        return new ProductLevels(order, levels);
    }

    /// <summary>All products on one level, that of their buyer.</summary>
    public static ProductLevels One(int products) => new([.. Enumerable.Range(0, products)], [new ProductLevel(0, products, null)]);

    /// <summary>The shares of a buyer in this order.</summary>
    public double[] Arrange(ReadOnlySpan<double> shares)
    {
        var result = new double[shares.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = shares[Order[i]];
        }

        return result;
    }
}

/// <summary>Products that share an elasticity.</summary>
/// <param name="Start">The first of them in the order.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Elasticity">Their elasticity; null where that of their buyer holds.</param>
internal sealed record ProductLevel(int Start, int Length, double? Elasticity);
