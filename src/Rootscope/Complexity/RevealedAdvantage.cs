namespace Rootscope.Complexity;

/// <summary>Revealed comparative advantage: a product's share in a country's exports over its share in all exports.</summary>
/// <remarks>Unit: ratio. Source: Balassa (1965). Cost: one pass over the matrix.</remarks>
public static class RevealedAdvantage
{
    /// <summary>
    /// How far below the threshold still counts as reaching it: a share that equals the world's must not fail by a rounding.
    /// </summary>
    internal const double Rounding = 1e-12;

    /// <summary>
    /// (x_cp / x_c·) / (x_·p / x_··). Unit: ratio. Shape: countries × products, row-major; a country without exports or a product that
    /// nobody sells has 0.
    /// </summary>
    public static double[] Of(ExportMatrix exports)
    {
        ArgumentNullException.ThrowIfNull(exports);
        int products = exports.Products.Count;
        var shares = new double[products];
        for (int p = 0; p < products; p++)
        {
            shares[p] = exports.Total > 0 ? exports.ProductTotals[p] / exports.Total : 0;
        }

        var result = new double[exports.Values.Length];
        for (int c = 0; c < exports.Countries.Count; c++)
        {
            double total = exports.CountryTotals[c];
            ReadOnlySpan<double> row = exports.Values.Slice(c * products, products);
            Span<double> target = result.AsSpan(c * products, products);
            for (int p = 0; p < products; p++)
            {
                target[p] = row[p] > 0 ? row[p] / total / shares[p] : 0;
            }
        }

        return result;
    }
}
