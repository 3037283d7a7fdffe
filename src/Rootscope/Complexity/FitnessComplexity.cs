namespace Rootscope.Complexity;

/// <summary>How long the iteration of fitness runs.</summary>
public sealed record FitnessOptions
{
    /// <summary>The most steps; at least 1. Default: 200.</summary>
    public int MostSteps { get; init; } = 200;

    /// <summary>Stop once the order of the countries has stood still for so many steps; null to take all steps. Default: null.</summary>
    public int? StableSteps { get; init; }
}

/// <summary>Fitness of countries and quality of products: a product is as good as its least fit maker allows.</summary>
/// <remarks>
/// F = M Q and Q = 1 / (M' (1/F)), both from the step before, each divided by its mean, beginning at 1. In many matrices some countries
/// tend to 0 and never arrive, so values have no limit but their order has: that is what
/// <see cref="FitnessOptions.StableSteps"/> waits for. Values are kept from falling below 1e-150, which no order depends on before
/// thousands of steps. Source: Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012), eq. 1; Pugliese, Zaccaria and Pietronero
/// (2016) on convergence. Cost: two passes over the ones of the matrix a step.
/// </remarks>
public sealed class FitnessComplexity
{
    /// <summary>So small that sums of inverses stay finite.</summary>
    private const double Smallest = 1e-150;

    private FitnessComplexity(double[] fitness, double[] quality, int steps, bool isStable)
    {
        Fitness = fitness;
        Quality = quality;
        Steps = steps;
        IsStable = isStable;
    }

    /// <summary>Fitness by country. Unit: ratio to the mean country.</summary>
    public IReadOnlyList<double> Fitness { get; }

    /// <summary>Quality (complexity) by product. Unit: ratio to the mean product.</summary>
    public IReadOnlyList<double> Quality { get; }

    /// <summary>Number of steps taken.</summary>
    public int Steps { get; }

    /// <summary>Whether the order of the countries stood still for the steps asked for; false too where that was not asked.</summary>
    public bool IsStable { get; }

    /// <summary>Iterates.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="options">How long; null for the default.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is below 1.</exception>
    public static FitnessComplexity Of(AdvantageMatrix matrix, FitnessOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        options ??= new FitnessOptions();
        if (options.MostSteps < 1 || options.StableSteps is < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                $"Steps are {options.MostSteps} and {options.StableSteps}; each has to be at least 1."
            );
        }

        var fitness = new double[matrix.Countries.Count];
        var quality = new double[matrix.Products.Count];
        Array.Fill(fitness, 1);
        Array.Fill(quality, 1);
        var inverse = new double[fitness.Length];
        int[] order = Order(fitness);
        int still = 0;
        for (int step = 1; step <= options.MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Step(matrix, fitness, quality, inverse);
            if (options.StableSteps is { } wanted)
            {
                int[] now = Order(fitness);
                still = now.AsSpan().SequenceEqual(order) ? still + 1 : 0;
                order = now;
                if (still >= wanted)
                {
                    return new FitnessComplexity(fitness, quality, step, isStable: true);
                }
            }
        }

        return new FitnessComplexity(fitness, quality, options.MostSteps, isStable: false);
    }

    private static void Step(AdvantageMatrix matrix, double[] fitness, double[] quality, double[] inverse)
    {
        for (int c = 0; c < fitness.Length; c++)
        {
            inverse[c] = 1 / fitness[c];
            double sum = 0;
            foreach (int p in matrix.ProductsOf(new(c)))
            {
                sum += quality[p];
            }

            fitness[c] = sum;
        }

        for (int p = 0; p < quality.Length; p++)
        {
            double sum = 0;
            foreach (int c in matrix.CountriesOf(new(p)))
            {
                sum += inverse[c];
            }

            quality[p] = 1 / sum;
        }

        OverMean(fitness);
        OverMean(quality);
    }

    private static void OverMean(double[] values)
    {
        double mean = values.Sum() / values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Max(values[i] / mean, Smallest);
        }
    }

    /// <summary>Countries by fitness, the fittest first, equals by number.</summary>
    private static int[] Order(double[] fitness)
    {
        int[] order = [.. Enumerable.Range(0, fitness.Length)];
        Array.Sort(order, (a, b) => fitness[b] != fitness[a] ? fitness[b].CompareTo(fitness[a]) : a.CompareTo(b));
        return order;
    }
}
