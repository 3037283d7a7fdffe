namespace Rootscope.Storage.Formats.Bea;

/// <summary>The industry-technology assumption: an industry makes all of its products with the same inputs.</summary>
/// <remarks>
/// With inputs U (rows × industries), make matrix V (industries × commodities) and industry output g, the inputs of commodity j are
/// Σ_i U_ri / g_i · V_ij, that is U ĝ⁻¹ V. In the notation of Miller and Blair (2009, ch. 5): B = U ĝ⁻¹, D = V q̂⁻¹, A = B D, and
/// U ĝ⁻¹ V = A q̂. Since Σ_j V_ij = g_i, every row keeps its sum. Cost: the cells of U times the products that an industry makes.
/// </remarks>
internal sealed class IndustryTechnology
{
    private readonly int _industries;
    private readonly int _commodities;
    private readonly double[] _shares;
    private readonly int[][] _products;

    /// <param name="make">V, industries × commodities, row-major.</param>
    /// <param name="commodities">Number of commodities.</param>
    public IndustryTechnology(double[] make, int commodities)
    {
        _commodities = commodities;
        _industries = make.Length / commodities;
        IndustryOutput = new double[_industries];
        CommodityOutput = new double[commodities];
        _shares = new double[make.Length];
        _products = new int[_industries][];
        for (int i = 0; i < _industries; i++)
        {
            Span<double> row = make.AsSpan(i * commodities, commodities);
            double sum = 0;
            for (int j = 0; j < commodities; j++)
            {
                sum += row[j];
                CommodityOutput[j] += row[j];
            }

            IndustryOutput[i] = sum;
            _products[i] = [.. Enumerable.Range(0, commodities).Where(j => make[(i * commodities) + j] != 0)];
            foreach (int j in _products[i])
            {
                _shares[(i * commodities) + j] = row[j] / sum;
            }
        }
    }

    /// <summary>g, the sum of what each industry makes.</summary>
    public double[] IndustryOutput { get; }

    /// <summary>q, the sum of what is made of each commodity.</summary>
    public double[] CommodityOutput { get; }

    /// <summary>Inputs by industry (rows × industries) as inputs by commodity (rows × commodities), both row-major.</summary>
    public double[] ByCommodity(double[] inputs)
    {
        int rows = inputs.Length / _industries;
        var result = new double[rows * _commodities];
        for (int r = 0; r < rows; r++)
        {
            Span<double> row = result.AsSpan(r * _commodities, _commodities);
            for (int i = 0; i < _industries; i++)
            {
                double input = inputs[(r * _industries) + i];
                if (input == 0)
                {
                    continue;
                }

                foreach (int j in _products[i])
                {
                    row[j] += input * _shares[(i * _commodities) + j];
                }
            }
        }

        return result;
    }
}
