namespace Rootscope.Roots.Irreplaceability;

/// <summary>How hard a product is to replace.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Irreplaceability">From 0, easiest to replace of all products, to 1, hardest. Unit: rank as a share of products, in steps of
/// 0.1.</param>
/// <param name="Missing">Traits without evidence, which count as the median.</param>
public sealed record ProductRating(string Code, double Irreplaceability, IReadOnlyList<ProductTrait> Missing)
{
    /// <summary>Years to replace a lost source of the product, by the same scale of ratios as elasticities. Unit: years.</summary>
    /// <param name="span">The years of the easiest and of the hardest product.</param>
    public double ReplacementYears(ReplacementSpan span) => span.Shortest * Math.Pow(span.Longest / span.Shortest, Irreplaceability);
}

/// <summary>How long it takes to replace a lost source.</summary>
/// <param name="Shortest">Of a product whose irreplaceability is 0. Unit: years.</param>
/// <param name="Longest">Of a product whose irreplaceability is 1. Unit: years.</param>
public readonly record struct ReplacementSpan(double Shortest, double Longest);

/// <summary>Ratings of all products of a classification, by one formula from their traits.</summary>
/// <remarks>
/// The mean over ingredients, each the mean of its traits' ranks, a trait without evidence counting as the median, 0.5; then the rank of
/// that mean among all products, equal means sharing the middle of their ranks, rounded to 0.1. No weights, nothing fitted:
/// docs/methods/irreplaceability.md.
/// </remarks>
public sealed class ProductRatings
{
    /// <summary>
    /// A trait without evidence, and the rating of a product that nothing is known of: neither hard nor easy to replace. Unit: share,
    /// from 0 to 1.
    /// </summary>
    public const double Median = 0.5;

    /// <summary>Ratings are no finer than the evidence.</summary>
    private const double Steps = 10;

    /// <summary>Means that differ by rounding alone are equal.</summary>
    private const double Rounding = 1e-12;

    private static readonly ProductTrait[] Traits = Enum.GetValues<ProductTrait>();

    private readonly Dictionary<string, ProductRating> _byCode;

    private readonly double[] _means;

    private ProductRatings(IReadOnlyList<ProductRating> all, double[] means)
    {
        All = all;
        _means = means;
        _byCode = all.ToDictionary(r => r.Code, StringComparer.Ordinal);
    }

    /// <summary>One rating a product, in the order given.</summary>
    public IReadOnlyList<ProductRating> All { get; }

    /// <summary>Rates products.</summary>
    /// <param name="products">The traits of every product of the classification.</param>
    /// <param name="ingredients">The ingredients that count; null for all. Leaving one out shows what it adds.</param>
    /// <exception cref="ArgumentException">There are fewer than two products, no ingredient, or a rank is not between 0 and 1.</exception>
    public static ProductRatings Of(IReadOnlyList<ProductTraits> products, IReadOnlyList<Ingredient>? ingredients = null) =>
        Of(products, ingredients, weights: null);

    /// <summary>
    /// The rating of a product, or of the class that its code begins with; the median where neither is known. Unit: share, from 0 to 1.
    /// </summary>
    /// <param name="code">The code; parts of a class that was split begin with that of the class.</param>
    public double Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        for (int length = code.Length; length > 0; length--)
        {
            if (Find(code[..length]) is { } rating)
            {
                return rating.Irreplaceability;
            }
        }

        return Median;
    }

    /// <summary>
    /// The rating that a product of other traits would have among these, all ingredients counting the same: its place among their means.
    /// </summary>
    internal double RatingOf(ProductTraits product)
    {
        double mean = Mean(product, Ingredient.All, weights: null);
        double below = _means.Count(m => m < mean - Rounding);
        double equal = _means.Count(m => Math.Abs(m - mean) <= Rounding);
        return Stepped((below + (0.5 * equal)) / _means.Length);
    }

    /// <summary>A rating on the grid of ratings.</summary>
    internal static double Stepped(double rating) => Math.Round(Math.Clamp(rating, 0, 1) * Steps) / Steps;

    /// <summary>Rates products where ingredients do not weigh the same; weights sum to 1, and null is equal ones.</summary>
    internal static ProductRatings Of(IReadOnlyList<ProductTraits> products, IReadOnlyList<Ingredient>? ingredients, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(products);
        ingredients ??= Ingredient.All;
        if (products.Count < 2 || ingredients.Count == 0)
        {
            throw new ArgumentException(
                $"Ratings are ranks: they need two products and an ingredient, not {products.Count} and {ingredients.Count}.",
                nameof(products)
            );
        }

        if (products.FirstOrDefault(p => p.Ranks.Values.Any(v => !(v is >= 0 and <= 1))) is { } wrong)
        {
            throw new ArgumentException($"A trait of '{wrong.Code}' is not between 0 and 1.", nameof(products));
        }

        double[] means = [.. products.Select(p => Mean(p, ingredients, weights))];
        double[] sorted = [.. means.Order()];
        return new ProductRatings([.. products.Select((p, i) => new ProductRating(p.Code, Rank(sorted, means[i]), Missing(p)))], means);
    }

    /// <summary>The rating of a product; null where there is none.</summary>
    public ProductRating? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Irreplaceability by code. Unit: share, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> ByCode() => All.ToDictionary(r => r.Code, r => r.Irreplaceability, StringComparer.Ordinal);

    private static double Mean(ProductTraits product, IReadOnlyList<Ingredient> ingredients, double[]? weights)
    {
        double sum = 0;
        for (int i = 0; i < ingredients.Count; i++)
        {
            double ingredient = ingredients[i].Traits.Average(t => product.Ranks.TryGetValue(t, out double rank) ? rank : Median);
            sum += (weights?[i] ?? 1.0 / ingredients.Count) * ingredient;
        }

        return sum;
    }

    private static ProductTrait[] Missing(ProductTraits product) =>
        product.Ranks.Count == Traits.Length ? [] : [.. Traits.Where(t => !product.Ranks.ContainsKey(t))];

    /// <summary>
    /// The rank of a value among values in ascending order; those that differ by rounding alone share the middle of theirs.
    /// </summary>
    private static double Rank(double[] sorted, double value)
    {
        double below = First(sorted, v => v >= value - Rounding);
        double equal = First(sorted, v => v - value > Rounding) - First(sorted, v => value - v <= Rounding);
        return Stepped((below + (0.5 * (equal - 1))) / (sorted.Length - 1));
    }

    /// <summary>The first place from which on a condition holds; the length where it holds nowhere.</summary>
    private static int First(double[] sorted, Predicate<double> holds)
    {
        int from = 0;
        int to = sorted.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = holds(sorted[middle]) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
