namespace Rootscope.Complexity;

/// <summary>How close a product is to what a country makes: the share of its proximities that go to products of the country.</summary>
/// <remarks>
/// d_cp = Σ_q M_cq φ_qp / Σ_q φ_qp over all products q, p itself included unless asked otherwise. Unit: share. Shape: countries × products
/// of the matrix. Source: Hidalgo, Klinger, Barabási and Hausmann (2007), eq. 2.
/// Cost: two sweeps over the products (<see cref="ProximitySums"/>); the matrix of proximities is never formed.
/// </remarks>
public sealed class ProductDensity
{
    private readonly double[] _values;

    private ProductDensity(AdvantageMatrix matrix, double[] values, double[] proximities)
    {
        Matrix = matrix;
        _values = values;
        Proximities = proximities;
    }

    /// <summary>The matrix it was computed from.</summary>
    public AdvantageMatrix Matrix { get; }

    /// <summary>Σ_q φ_qp by product, p itself included. Unit: ratio, at least 1.</summary>
    public IReadOnlyList<double> Proximities { get; }

    /// <summary>
    /// The density of a country around a product. Unit: share. Null only where p itself is left out and no other product is near it.
    /// </summary>
    public double? this[CountryNumber country, ProductNumber product] =>
        ValueAt(country, product) is var value && double.IsNaN(value) ? null : value;

    /// <summary>Computes all densities.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="withOwn">Whether a product counts as near to itself, as in the Atlas and py-ecomplexity (true), or not, as in
    /// EconGeo.</param>
    /// <param name="threads">Most threads; the bits are the same on any number.</param>
    /// <param name="cancellation">Stops between two products.</param>
    public static ProductDensity Of(AdvantageMatrix matrix, bool withOwn = true, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int countries = matrix.Countries.Count;
        var held = new double[matrix.Products.Count * countries];
        var all = new double[matrix.Products.Count];
        ProximitySums.Compute(matrix, [], held, all, threads, cancellation);
        for (int p = 0; p < all.Length; p++)
        {
            Span<double> row = held.AsSpan(p * countries, countries);
            if (!withOwn)
            {
                foreach (int c in matrix.CountriesOf(new(p)))
                {
                    row[c]--;
                }
            }

            double over = withOwn ? all[p] : all[p] - 1;
            for (int c = 0; c < countries; c++)
            {
                // The sums round in different orders: a country that makes every near product must not come out above 1.
                row[c] = over > LeastProximity ? Math.Clamp(row[c] / over, 0, 1) : double.NaN;
            }
        }

        return new ProductDensity(matrix, held, all);
    }

    /// <summary>
    /// Proximities to all other products below this are none but for rounding: the smallest that can be is one over the number of
    /// countries.
    /// </summary>
    private const double LeastProximity = 1e-9;

    internal double ValueAt(int country, int product) => _values[(product * Matrix.Countries.Count) + country];
}
