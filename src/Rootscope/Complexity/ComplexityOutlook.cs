namespace Rootscope.Complexity;

/// <summary>Which product index the outlook weighs with.</summary>
public enum OutlookWeights
{
    /// <summary>The PCI as it is published, shifted by the mean of the ECI.</summary>
    Standardised,

    /// <summary>
    /// The PCI before it is shifted, as py-ecomplexity takes it: a ranking by it correlates with the other by about 0.95.
    /// </summary>
    Unshifted,
}

/// <summary>What a gain counts.</summary>
public enum OutlookGain
{
    /// <summary>What the new product brings near.</summary>
    Whole,

    /// <summary>
    /// The same less density times PCI of the new product, which leaves the outlook once it is made: the definition of the Atlas.
    /// </summary>
    LessOwn,
}

/// <summary>Conventions of the outlook; print them with every figure, because rankings depend on them.</summary>
public sealed record OutlookOptions
{
    /// <summary>The weights. Default: standardised.</summary>
    public OutlookWeights Weights { get; init; }

    /// <summary>The gain. Default: whole.</summary>
    public OutlookGain Gain { get; init; }
}

/// <summary>
/// The complexity outlook: what a country does not make yet, by how near and how complex it is (COI), and what a new product would bring
/// near (COG).
/// </summary>
/// <remarks>
/// COI_c = Σ_p (1 − M_cp) d_cp PCI_p. COG_cp = Σ_q (φ_qp / Σ_r φ_qr) (1 − M_cq) PCI_q for products p that c does not make, with q = p among
/// them; <see cref="OutlookGain.LessOwn"/> takes d_cp PCI_p off.
/// Source: Hausmann et al. (2014), technical box 5.4, in the conventions of the golden vectors. Cost: as <see cref="ProductDensity"/>.
/// </remarks>
public sealed class ComplexityOutlook
{
    private readonly AdvantageMatrix _matrix;
    private readonly double[] _gains;

    private ComplexityOutlook(AdvantageMatrix matrix, OutlookOptions options, double[] index, double[] gains)
    {
        _matrix = matrix;
        Options = options;
        _gains = gains;
        Index = index;
        double mean = index.Sum() / index.Length;
        double deviation = Math.Sqrt(index.Sum(i => (i - mean) * (i - mean)) / index.Length);
        StandardisedIndex = deviation > 0 ? [.. index.Select(i => (i - mean) / deviation)] : null;
    }

    /// <summary>The conventions.</summary>
    public OutlookOptions Options { get; }

    /// <summary>COI by country. Unit: standard deviations of the ECI, weighted and added up; not bounded.</summary>
    public IReadOnlyList<double> Index { get; }

    /// <summary>
    /// COI with mean 0 and population standard deviation 1 over countries. Unit: standard deviations, a number between about -3 and 3. Null
    /// where all are the same.
    /// </summary>
    public IReadOnlyList<double>? StandardisedIndex { get; }

    /// <summary>
    /// COG of a product for a country. Unit: standard deviations of the ECI. Null where the country makes the product: nothing is to be
    /// gained.
    /// </summary>
    public double? this[CountryNumber country, ProductNumber product] =>
        _matrix[country, product] ? null : _gains[(product * _matrix.Countries.Count) + country];

    /// <summary>Computes the outlook; null where the indices of complexity are not defined, because then nothing is.</summary>
    /// <param name="density">Densities, with own proximity or without, as computed.</param>
    /// <param name="complexity">The indices of the same matrix.</param>
    /// <param name="options">The conventions; null for the default.</param>
    /// <param name="threads">Most threads; the bits are the same on any number.</param>
    /// <param name="cancellation">Stops between two products.</param>
    public static ComplexityOutlook? Of(
        ProductDensity density,
        EconomicComplexity complexity,
        OutlookOptions? options = null,
        int threads = 1,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(density);
        ArgumentNullException.ThrowIfNull(complexity);
        options ??= new OutlookOptions();
        IReadOnlyList<double>? weights =
            options.Weights == OutlookWeights.Standardised ? complexity.Products : complexity.UnshiftedProducts;
        if (weights is null)
        {
            return null;
        }

        if (weights.Count != density.Matrix.Products.Count)
        {
            throw new ArgumentException(
                $"The indices are of {weights.Count} products, the densities of {density.Matrix.Products.Count}.",
                nameof(complexity)
            );
        }

        AdvantageMatrix matrix = density.Matrix;
        int countries = matrix.Countries.Count;
        var gains = new double[matrix.Products.Count * countries];
        var all = new double[matrix.Products.Count];
        ProximitySums.Compute(matrix, [.. weights.Select((w, q) => w / density.Proximities[q])], gains, all, threads, cancellation);
        var index = new double[countries];
        for (int p = 0; p < all.Length; p++)
        {
            Span<double> row = gains.AsSpan(p * countries, countries);
            for (int c = 0; c < countries; c++)
            {
                double near = matrix[new(c), new(p)] || density[new(c), new(p)] is not { } d ? 0 : d * weights[p];
                index[c] += near;
                row[c] = all[p] - row[c] - (options.Gain == OutlookGain.LessOwn ? near : 0);
            }
        }

        return new ComplexityOutlook(matrix, options, index, gains);
    }
}
