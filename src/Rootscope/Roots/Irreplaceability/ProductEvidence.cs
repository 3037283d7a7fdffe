using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Roots.Irreplaceability;

/// <summary>How many products of a table have a trait.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Products">The number of products. Unit: products.</param>
/// <param name="IsOfTheTable">Whether the table itself tells it; otherwise it came through a concordance or with the ratings of the
/// table's own classification.</param>
public sealed record TraitCoverage(ProductTrait Trait, int Products, bool IsOfTheTable);

/// <summary>The traits of every product of a table, whatever its classification, and how much evidence that is.</summary>
/// <remarks>
/// What belongs to the thing (<see cref="TraitWitness.Carried"/>) comes from classifications whose products are rated, through
/// concordances: the mean rank of the products that meet in a class, weighed by output; of several such witnesses the mean; then the rank
/// among the table's products. What belongs to the economy comes from the table. docs/methods/irreplaceability.md.
/// </remarks>
public sealed class ProductEvidence
{
    /// <summary>Fewer traits than this say little: a ranking on them was near chance.</summary>
    private const int FewTraits = 6;

    private ProductEvidence(IReadOnlyList<ProductTraits> products, IReadOnlyList<TraitCoverage> coverage, IReadOnlyList<string> witnesses)
    {
        Products = products;
        Coverage = coverage;
        Witnesses = witnesses;
    }

    /// <summary>The traits of each product, in the order of the table's industries.</summary>
    public IReadOnlyList<ProductTraits> Products { get; }

    /// <summary>Every trait, with the number of products that have it.</summary>
    public IReadOnlyList<TraitCoverage> Coverage { get; }

    /// <summary>Where the traits of the things themselves come from; empty where nothing is known of them.</summary>
    public IReadOnlyList<string> Witnesses { get; }

    /// <summary>Number of traits that any product has. Unit: traits.</summary>
    public int Traits => Coverage.Count(c => c.Products > 0);

    /// <summary>Whether so little is known that a ranking must not be relied on.</summary>
    public bool IsThin => Traits < FewTraits;

    /// <summary>One sentence for whoever reads a ranking: how much evidence stands behind it.</summary>
    public string Sentence
    {
        get
        {
            string which = string.Join(
                ", ",
                Coverage
                    .Where(c => c.Products > 0)
                    .Select(c => string.Create(CultureInfo.InvariantCulture, $"{NameOf(c.Trait)} {c.Products}"))
            );
            string rest = string.Create(
                CultureInfo.InvariantCulture,
                $"Ratings rest on {Traits} of {Coverage.Count} traits of {Products.Count} products ({which})"
            );
            return IsThin
                ? $"{rest}: nothing is known of the products themselves, only of this economy's trade and value added, and a ranking on so "
                    + "little is near chance."
                : $"{rest}.";
        }
    }

    /// <summary>Draws the evidence together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="region">Number of the region whose economy is meant; null for all regions together.</param>
    /// <param name="witnesses">Classifications whose products are known, each with a way to the table's classes; may be empty.</param>
    public static ProductEvidence Of(FlowTable table, RegionNumber? region, IReadOnlyList<TraitWitness> witnesses)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(witnesses);
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        IReadOnlyDictionary<ProductTrait, double?[]> own = TableTraits.Of(table, region);
        var ranks = Enum.GetValues<ProductTrait>()
            .ToDictionary(t => t, t => TraitRanks.Of(own.TryGetValue(t, out double?[]? values) ? values : Carried(t, codes, witnesses)));
        ProductTraits[] products =
        [
            .. codes.Select(
                (code, i) =>
                    new ProductTraits(code, ranks.Where(r => r.Value[i] is not null).ToDictionary(r => r.Key, r => r.Value[i]!.Value))
            ),
        ];
        return new ProductEvidence(products, CoverageOf(products, own.ContainsKey), [.. witnesses.Select(w => w.Name)]);
    }

    /// <summary>The evidence of a classification whose products are rated as they are.</summary>
    /// <param name="products">Their traits.</param>
    /// <param name="witness">What they are of.</param>
    public static ProductEvidence Of(IReadOnlyList<ProductTraits> products, string witness)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentException.ThrowIfNullOrWhiteSpace(witness);
        return new ProductEvidence([.. products], CoverageOf(products, _ => false), [witness]);
    }

    private static TraitCoverage[] CoverageOf(IReadOnlyList<ProductTraits> products, Func<ProductTrait, bool> isOfTheTable) =>
        [.. Enum.GetValues<ProductTrait>().Select(t => new TraitCoverage(t, products.Count(p => p.Ranks.ContainsKey(t)), isOfTheTable(t)))];

    private static double?[] Carried(ProductTrait trait, string[] codes, IReadOnlyList<TraitWitness> witnesses)
    {
        double?[][] told = [.. witnesses.Select(w => w.MeanRanks(trait, codes))];
        return [.. Enumerable.Range(0, codes.Length).Select(i => told.Select(t => t[i]).Where(v => v is not null).Average())];
    }

    private static string NameOf(ProductTrait trait)
    {
        string name = trait.ToString();
        return string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString())
        );
    }
}
