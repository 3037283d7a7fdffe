using Rootscope.Tables.Aggregation;

namespace Rootscope.Roots.Irreplaceability;

/// <summary>A classification whose products' traits are known, and the way from there to a table's classes.</summary>
/// <param name="Name">What it is called in notes, such as usa-2017.</param>
/// <param name="Products">The traits of its products.</param>
/// <param name="Sizes">Output by product, by which several that meet in one class are weighed. Unit: money, the same for all.</param>
/// <param name="ToTable">Sends its products to classes of the table.</param>
public sealed record TraitWitness(
    string Name,
    IReadOnlyList<ProductTraits> Products,
    IReadOnlyDictionary<string, double> Sizes,
    Concordance ToTable
)
{
    /// <summary>What belongs to a thing wherever it is made; the other traits belong to the economy that makes it.</summary>
    public static IReadOnlyList<ProductTrait> Carried { get; } =
    [ProductTrait.Complexity, ProductTrait.FewExporters, ProductTrait.Research, ProductTrait.Differentiation, ProductTrait.Essential];

    /// <summary>A trait's mean rank by class of the table, weighed by output and by the weights of the way; null where no product that
    /// goes there has it. Unit: share of products.</summary>
    internal double?[] MeanRanks(ProductTrait trait, IReadOnlyList<string> classes)
    {
        var place = classes.Select((code, i) => (code, i)).ToDictionary(c => c.code, c => c.i, StringComparer.Ordinal);
        var ranks = Products.Where(p => p.Ranks.ContainsKey(trait)).ToDictionary(p => p.Code, p => p.Ranks[trait], StringComparer.Ordinal);
        var sums = new double[classes.Count];
        var weights = new double[classes.Count];
        foreach (ConcordanceLink link in ToTable.Links)
        {
            if (ranks.TryGetValue(link.From, out double rank) && place.TryGetValue(link.To, out int at))
            {
                double weight = link.Weight * Math.Max(0, Sizes.GetValueOrDefault(link.From));
                sums[at] += weight * rank;
                weights[at] += weight;
            }
        }

        return [.. sums.Zip(weights, (s, w) => w > 0 ? s / w : (double?)null)];
    }
}
