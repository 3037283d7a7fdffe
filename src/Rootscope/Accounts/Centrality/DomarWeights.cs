using Rootscope.Tables;

namespace Rootscope.Accounts.Centrality;

/// <summary>Sales over gross domestic product: to first order, what a sector's productivity is worth (Hulten 1978).</summary>
/// <remarks>
/// x_k / Σ value added, of the whole table; in a table of many regions the denominator is world product. Sums to more than 1, because
/// intermediate sales count. Unit: ratio. Shape: n. Source: Domar (1961); Hulten (1978).
/// </remarks>
public static class DomarWeights
{
    /// <summary>Computes the weights.</summary>
    /// <exception cref="ModelException">Value added of the whole table is not positive.</exception>
    public static double[] Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double product = TableTotals.GrossDomesticProduct(table);
        if (product <= 0)
        {
            throw new ModelException(
                $"table '{table.Metadata.Id}': value added sums to {product:G6}, so that shares of it have no meaning. "
                    + "Check that output and flows are in the same unit."
            );
        }

        return [.. table.Output.ToArray().Select(x => x / product)];
    }
}
