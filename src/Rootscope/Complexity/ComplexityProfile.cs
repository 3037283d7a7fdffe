namespace Rootscope.Complexity;

/// <summary>What is computed of a matrix of exports, and by which conventions.</summary>
public sealed record ComplexityOptions
{
    /// <summary>Which countries are compared. Default: <see cref="CountryFilter.Default"/>.</summary>
    public CountryFilter Filter { get; init; } = CountryFilter.Default;

    /// <summary>The revealed comparative advantage at which a country counts as a maker. Unit: ratio. Default: 1.</summary>
    public double Threshold { get; init; } = 1;

    /// <summary>How long fitness is iterated.</summary>
    public FitnessOptions Fitness { get; init; } = new();

    /// <summary>The conventions of the outlook.</summary>
    public OutlookOptions Outlook { get; init; } = new();

    /// <summary>Most threads; results are the same on any number.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>All measures of complexity of one year's exports: advantage, indices, fitness, density and outlook.</summary>
/// <remarks>
/// The filter comes first: shares, advantages and all that follows are among the countries that are compared. Rows and columns are those of
/// <see cref="Advantage"/>, which leaves out and names countries and products that have no advantage. Cost: 230 × 5 000 takes a fraction of
/// a second.
/// </remarks>
public sealed class ComplexityProfile
{
    private readonly double[] _advantages;

    private ComplexityProfile(
        ComplexityOptions options,
        ExportMatrix exports,
        IReadOnlyList<CountryLeftOut> leftOut,
        double[] advantages,
        AdvantageMatrix matrix,
        CancellationToken cancellation
    )
    {
        Options = options;
        Exports = exports;
        CountriesLeftOut = [.. leftOut, .. matrix.CountriesLeftOut.Select(c => new CountryLeftOut(c, CountryLeftOut.NothingExported))];
        _advantages = advantages;
        Advantage = matrix;
        Complexity = EconomicComplexity.Of(matrix);
        Fitness = FitnessComplexity.Of(matrix, options.Fitness, cancellation);
        Density = ProductDensity.Of(matrix, withOwn: true, options.Threads, cancellation);
        Outlook = ComplexityOutlook.Of(Density, Complexity, options.Outlook, options.Threads, cancellation);
    }

    /// <summary>The options.</summary>
    public ComplexityOptions Options { get; }

    /// <summary>The exports of the countries that are compared.</summary>
    public ExportMatrix Exports { get; }

    /// <summary>Countries that are not compared, with the reason.</summary>
    public IReadOnlyList<CountryLeftOut> CountriesLeftOut { get; }

    /// <summary>Who has an advantage in what.</summary>
    public AdvantageMatrix Advantage { get; }

    /// <summary>ECI and PCI, or why there are none.</summary>
    public EconomicComplexity Complexity { get; }

    /// <summary>Fitness and quality.</summary>
    public FitnessComplexity Fitness { get; }

    /// <summary>Densities.</summary>
    public ProductDensity Density { get; }

    /// <summary>The outlook; null where the indices are not defined.</summary>
    public ComplexityOutlook? Outlook { get; }

    /// <summary>Computes everything.</summary>
    /// <param name="exports">Exports of one year.</param>
    /// <param name="options">The conventions; null for the default.</param>
    /// <param name="populations">Number of people by country code, for the filter; null where it is not known.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ModelException">No country passes the filter, or nobody sells anything.</exception>
    public static ComplexityProfile Of(
        ExportMatrix exports,
        ComplexityOptions? options = null,
        IReadOnlyDictionary<string, double>? populations = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(exports);
        options ??= new ComplexityOptions();
        CountryFilterResult filtered = options.Filter.Apply(exports, populations);
        if (filtered.Kept.Count == 0)
        {
            throw new ModelException(
                $"None of the {exports.Countries.Count} countries passes the filter; of '{filtered.LeftOut[0].Country}', "
                    + $"{filtered.LeftOut[0].Reason}. Compare all of them with {Repair.Option("filter", "none")}."
            );
        }

        ExportMatrix compared = filtered.LeftOut.Count == 0 ? exports : exports.WithCountries(filtered.Kept);
        double[] advantages = RevealedAdvantage.Of(compared);
        var matrix = AdvantageMatrix.Of(compared, advantages, options.Threshold);
        return matrix.Count > 0
            ? new ComplexityProfile(options, compared, filtered.LeftOut, advantages, matrix, cancellation)
            : throw new ModelException(
                "No country has an advantage in any product: there are no exports, or the threshold is above every ratio. Check the values."
            );
    }

    /// <summary>The revealed comparative advantage, by number in <see cref="Advantage"/>. Unit: ratio.</summary>
    public double AdvantageOf(CountryNumber country, ProductNumber product) =>
        _advantages[(Advantage.CountryNumbers[country] * Exports.Products.Count) + Advantage.ProductNumbers[product]];

    /// <summary>Exports, by number in <see cref="Advantage"/>. Unit: that of the source.</summary>
    public double ValueOf(CountryNumber country, ProductNumber product) =>
        Exports[new(Advantage.CountryNumbers[country]), new(Advantage.ProductNumbers[product])];
}
