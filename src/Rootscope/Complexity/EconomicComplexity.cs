using Rootscope.Numerics;

namespace Rootscope.Complexity;

/// <summary>Whether indices of complexity are defined, and why not.</summary>
public enum ComplexityStatus
{
    /// <summary>They hold.</summary>
    Ok,

    /// <summary>Fewer than two countries or products are left: there is nothing to compare.</summary>
    TooFew,

    /// <summary>
    /// The matrix falls into groups that share nothing: the second eigenvalue is 1, and no index compares one group with another.
    /// </summary>
    Disconnected,

    /// <summary>All countries have an advantage in the same products: nothing tells them apart.</summary>
    NoVariation,

    /// <summary>
    /// The second and the third eigenvalue are equal within rounding, or the index has no correlation with diversity: direction or sign is
    /// arbitrary.
    /// </summary>
    Ambiguous,
}

/// <summary>The economic complexity index of countries (ECI) and of products (PCI).</summary>
/// <remarks>
/// Second eigenvector of D⁻¹ M U⁻¹ M', with diversity D and ubiquity U, solved in the symmetric form D^-½ M U⁻¹ M' D^-½ on the smaller of
/// the two sides. k_p is the mean of k_c over the makers of a product, k_c the mean of k_p over the products of a country. Both are shifted
/// and scaled by the mean and the population standard deviation of k_c, so that the ECI is the mean PCI of what a country makes and the PCI
/// has neither mean 0 nor standard deviation 1. Sign: positive correlation with diversity. Source: Hidalgo and Hausmann (2009); Hausmann et
/// al. (2014), technical box 2.2. Cost: 4/3 n³ on the smaller side n.
/// </remarks>
public sealed class EconomicComplexity
{
    /// <summary>
    /// The least distance between the second and the third eigenvalue at which a vector is still known to about seven digits.
    /// </summary>
    private const double LeastGap = 1e-9;

    /// <summary>A second eigenvalue below this is zero but for rounding.</summary>
    private const double LeastEigenvalue = 1e-12;

    private EconomicComplexity(ComplexityStatus status, double? second, double? third)
    {
        Status = status;
        SecondEigenvalue = second;
        ThirdEigenvalue = third;
    }

    /// <summary>Whether the indices are defined.</summary>
    public ComplexityStatus Status { get; }

    /// <summary>
    /// ECI by country of the matrix. Unit: standard deviations, a number between about -3 and 3. Null unless the status is
    /// <see cref="ComplexityStatus.Ok"/>.
    /// </summary>
    public IReadOnlyList<double>? Countries { get; private init; }

    /// <summary>
    /// PCI by product of the matrix. Unit: standard deviations of the countries' index. Null unless the status is
    /// <see cref="ComplexityStatus.Ok"/>.
    /// </summary>
    public IReadOnlyList<double>? Products { get; private init; }

    /// <summary>
    /// PCI before it is shifted, over the same standard deviation: what py-ecomplexity weighs its outlook with. Unit: standard deviations
    /// of the countries' index. Null as above.
    /// </summary>
    public IReadOnlyList<double>? UnshiftedProducts { get; private init; }

    /// <summary>The second eigenvalue: 1 where the matrix is disconnected. Unit: ratio. Null where it was not computed.</summary>
    public double? SecondEigenvalue { get; }

    /// <summary>
    /// The third eigenvalue; close to the second, a small change of the data turns the ranking. Unit: ratio. Null where it was not
    /// computed.
    /// </summary>
    public double? ThirdEigenvalue { get; }

    /// <summary>
    /// Correlation of the ECI with diversity, which gives it its sign. Unit: a number between 0 and 1. Null unless the status is
    /// <see cref="ComplexityStatus.Ok"/>.
    /// </summary>
    public double? DiversityCorrelation { get; private init; }

    /// <summary>Computes both indices.</summary>
    public static EconomicComplexity Of(AdvantageMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Countries.Count < 2 || matrix.Products.Count < 2)
        {
            return new EconomicComplexity(ComplexityStatus.TooFew, null, null);
        }

        if (Components.CountIn(matrix) > 1)
        {
            return new EconomicComplexity(ComplexityStatus.Disconnected, 1, null);
        }

        (double[] products, double second, double third) =
            matrix.Countries.Count <= matrix.Products.Count ? FromCountries(matrix) : FromProducts(matrix);
        if (second < LeastEigenvalue)
        {
            return new EconomicComplexity(ComplexityStatus.NoVariation, second, third);
        }

        return second - third < LeastGap
            ? new EconomicComplexity(ComplexityStatus.Ambiguous, second, third)
            : Standardised(matrix, products, second, third);
    }

    private static EconomicComplexity Standardised(AdvantageMatrix matrix, double[] products, double second, double third)
    {
        double[] countries = MeansByCountry(matrix, products);
        double[] diversity = [.. Enumerable.Range(0, countries.Length).Select(c => (double)matrix.Diversity(new(c)))];
        (double mean, double deviation) = Moments(countries);
        (double meanDiversity, double diversityDeviation) = Moments(diversity);
        double together = 0;
        for (int c = 0; c < countries.Length; c++)
        {
            together += (countries[c] - mean) * (diversity[c] - meanDiversity);
        }

        double correlation = diversityDeviation > 0 ? together / countries.Length / deviation / diversityDeviation : 0;
        if (Math.Abs(correlation) < LeastGap)
        {
            return new EconomicComplexity(ComplexityStatus.Ambiguous, second, third);
        }

        double scale = Math.Sign(correlation) / deviation;
        return new EconomicComplexity(ComplexityStatus.Ok, second, third)
        {
            Countries = Array.ConvertAll(countries, k => (k - mean) * scale),
            Products = Array.ConvertAll(products, k => (k - mean) * scale),
            UnshiftedProducts = Array.ConvertAll(products, k => k * scale),
            DiversityCorrelation = Math.Abs(correlation),
        };
    }

    private static (double[] Products, double Second, double Third) FromCountries(AdvantageMatrix matrix)
    {
        int n = matrix.Countries.Count;
        var gram = new double[n * n];
        for (int p = 0; p < matrix.Products.Count; p++)
        {
            AddOuter(gram, n, matrix.CountriesOf(new(p)).Integers(), 1.0 / matrix.Ubiquity(new(p)));
        }

        double[] degrees = [.. Enumerable.Range(0, n).Select(c => (double)matrix.Diversity(new(c)))];
        (double[] countries, double second, double third) = SecondVector(gram, degrees);
        return (MeansByProduct(matrix, countries), second, third);
    }

    private static (double[] Products, double Second, double Third) FromProducts(AdvantageMatrix matrix)
    {
        int n = matrix.Products.Count;
        var gram = new double[n * n];
        for (int c = 0; c < matrix.Countries.Count; c++)
        {
            AddOuter(gram, n, matrix.ProductsOf(new(c)).Integers(), 1.0 / matrix.Diversity(new(c)));
        }

        double[] degrees = [.. Enumerable.Range(0, n).Select(p => (double)matrix.Ubiquity(new(p)))];
        return SecondVector(gram, degrees);
    }

    private static void AddOuter(double[] gram, int n, ReadOnlySpan<int> members, double weight)
    {
        foreach (int i in members)
        {
            Span<double> row = gram.AsSpan(i * n, n);
            foreach (int j in members)
            {
                row[j] += weight;
            }
        }
    }

    /// <summary>
    /// Degree^-½ v for the second eigenvector v of degree^-½ gram degree^-½; the first, degree^½ with eigenvalue 1, is taken out
    /// beforehand.
    /// </summary>
    private static (double[] Values, double Second, double Third) SecondVector(double[] gram, double[] degrees)
    {
        int n = degrees.Length;
        double sum = degrees.Sum();
        double[] roots = Array.ConvertAll(degrees, Math.Sqrt);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                gram[(i * n) + j] = (gram[(i * n) + j] / (roots[i] * roots[j])) - (roots[i] * roots[j] / sum);
            }
        }

        var vector = new double[n];
        (double second, double third) = SymmetricEigenpairs.Largest(gram, vector);
        for (int i = 0; i < n; i++)
        {
            vector[i] /= roots[i];
        }

        return (vector, second, third);
    }

    private static double[] MeansByProduct(AdvantageMatrix matrix, double[] countries)
    {
        var means = new double[matrix.Products.Count];
        for (int p = 0; p < means.Length; p++)
        {
            foreach (int c in matrix.CountriesOf(new(p)))
            {
                means[p] += countries[c];
            }

            means[p] /= matrix.Ubiquity(new(p));
        }

        return means;
    }

    private static double[] MeansByCountry(AdvantageMatrix matrix, double[] products)
    {
        var means = new double[matrix.Countries.Count];
        for (int c = 0; c < means.Length; c++)
        {
            foreach (int p in matrix.ProductsOf(new(c)))
            {
                means[c] += products[p];
            }

            means[c] /= matrix.Diversity(new(c));
        }

        return means;
    }

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        double mean = values.Sum() / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }
}
