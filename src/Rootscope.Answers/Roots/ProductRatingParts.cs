using System.Globalization;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>How hard one product is to replace, and from what evidence: parts of what is known about it.</summary>
internal static class ProductRatingParts
{
    /// <summary>
    /// The rating first, then one part an ingredient; nothing where the table's products are not rated or ratings are off.
    /// </summary>
    public static IEnumerable<ProductPart> Of(FlowTable table, int product, ElasticitySet set, ProductEvidence? evidence)
    {
        if (evidence is null)
        {
            yield break;
        }

        string code = table.Sectors.IndustryOf(new(product)).Code;
        IReadOnlyList<ProductTraits> all = evidence.Products;
        if (ProductRatings.Of(all).Find(code) is not { } rating)
        {
            yield return Row(
                "irreplaceability",
                "no evidence of its own: rated as the class that its code begins with, or as the median",
                null
            );
            yield break;
        }

        double years = rating.ReplacementYears(IrreplaceabilityData.ReplacementSpan);
        yield return Row(
            "irreplaceability",
            string.Create(
                CultureInfo.InvariantCulture,
                $"elasticity {set.Of(Nest.ProductInputs, code):0.##}; about {years:0.#} years to replace a lost source"
            ),
            rating.Irreplaceability
        );
        ProductTraits traits = all.First(t => t.Code == code);
        foreach (Ingredient ingredient in Ingredient.All)
        {
            double?[] ranks = [.. ingredient.Traits.Select(t => traits.Ranks.TryGetValue(t, out double rank) ? rank : (double?)null)];
            string words = string.Join(", ", ingredient.Traits.Select((t, i) => $"{IrreplaceabilityData.NameOf(t)} {Shown(ranks[i])}"));
            yield return Row(ingredient.Name, words, ranks.All(r => r is null) ? null : ranks.Where(r => r is not null).Average());
        }
    }

    private static string Shown(double? rank) =>
        rank is { } r ? r.ToString("0.##", CultureInfo.InvariantCulture) : "unknown, counts as the median";

    private static ProductPart Row(string item, string name, double? share) => new("rating", item, name) { Share = share };
}
