namespace Rootscope.Complexity;

/// <summary>The method of reflections: averages of averages of diversity and ubiquity.</summary>
/// <remarks>
/// k_c,0 is diversity, k_p,0 ubiquity; k_c,n is the mean of k_p,n-1 over a country's products, k_p,n the mean of k_c,n-1 over a product's
/// makers. Not standardised: far steps all lie close together. Source: Hidalgo and Hausmann (2009), eq. 3 and 4. Cost: two passes over the
/// ones of the matrix a step.
/// </remarks>
public sealed class Reflections
{
    private readonly double[] _countries;
    private readonly double[] _products;

    private Reflections(double[] countries, double[] products, int steps)
    {
        _countries = countries;
        _products = products;
        Steps = steps;
    }

    /// <summary>Number of steps taken.</summary>
    public int Steps { get; }

    /// <summary>
    /// k_c by country. Unit: products where <see cref="Steps"/> is even, countries where it is odd; at least 1, as every mean of shares of
    /// counts is.
    /// </summary>
    public IReadOnlyList<double> Countries => _countries;

    /// <summary>
    /// k_p by product. Unit: countries where <see cref="Steps"/> is even, products where it is odd; at least 1, as every mean of shares of
    /// counts is.
    /// </summary>
    public IReadOnlyList<double> Products => _products;

    /// <summary>Takes a number of steps.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="steps">How many; at least 0.</param>
    public static Reflections Of(AdvantageMatrix matrix, int steps)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        double[] countries = [.. Enumerable.Range(0, matrix.Countries.Count).Select(c => (double)matrix.Diversity(new(c)))];
        double[] products = [.. Enumerable.Range(0, matrix.Products.Count).Select(p => (double)matrix.Ubiquity(new(p)))];
        for (int step = 0; step < steps; step++)
        {
            double[] before = countries;
            double[] beside = products;
            countries = [.. Enumerable.Range(0, before.Length).Select(c => Mean(matrix.ProductsOf(new(c)).Integers(), beside))];
            products = [.. Enumerable.Range(0, beside.Length).Select(p => Mean(matrix.CountriesOf(new(p)).Integers(), before))];
        }

        return new Reflections(countries, products, steps);
    }

    private static double Mean(ReadOnlySpan<int> members, double[] values)
    {
        double sum = 0;
        foreach (int member in members)
        {
            sum += values[member];
        }

        return sum / members.Length;
    }
}
