using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Stake;

/// <summary>Why a product is hard to replace, trait by trait, in words.</summary>
internal static class TraitWords
{
    private static readonly Dictionary<ProductTrait, (string Hard, string Easy)> Meanings = new()
    {
        [ProductTrait.Complexity] = ("making it takes know-how that few economies have", "many economies know how to make it"),
        [ProductTrait.FewExporters] = ("few economies export it with advantage", "many economies export it with advantage"),
        [ProductTrait.Exports] = ("others come here for it: much of it is exported", "little of it is exported"),
        [ProductTrait.ValueAdded] = ("its makers add much of its value themselves", "most of its value is bought in"),
        [ProductTrait.Research] = ("much research goes into it", "little research goes into it"),
        [ProductTrait.CapitalGoods] = ("it is bought as a machine that others work with", "little of it is invested"),
        [ProductTrait.Imports] = ("much of what is used comes from abroad", "little of what is used comes from abroad"),
        [ProductTrait.Differentiation] = ("no exchange sets its price: makers differ", "it is traded at list or exchange prices"),
        [ProductTrait.Essential] = ("its buyers say they cannot work without it", "its buyers can work without it for a while"),
    };

    /// <summary>Every trait of a product; empty where products are not rated.</summary>
    /// <param name="economy">The economy.</param>
    /// <param name="code">Code of the product, or of the part.</param>
    /// <param name="ratedAs">Code of the class whose evidence it has.</param>
    public static IReadOnlyList<TraitOfOne> Of(EconomyUnderStudy economy, string code, string? ratedAs)
    {
        if (economy.Evidence is not { } evidence || evidence.Products.FirstOrDefault(p => p.Code == ratedAs) is not { } product)
        {
            return [];
        }

        IReadOnlyDictionary<ProductTrait, double?[]> told = TableTraits.Of(economy.Whole, region: null);
        bool isPart = code != ratedAs && economy.Table.Sectors.TryFindIndustry(code, out _);
        IReadOnlyDictionary<ProductTrait, double?[]> own = isPart ? TableTraits.Of(economy.Table, region: null) : told;
        bool isThere = economy.Whole.Sectors.TryFindIndustry(product.Code, out IndustryNumber number);
        return
        [
            .. Enum.GetValues<ProductTrait>()
                .Select(trait =>
                {
                    double? rank = product.Ranks.TryGetValue(trait, out double known) ? known : null;
                    double? value = isThere && told.TryGetValue(trait, out double?[]? values) ? values[number] : null;
                    if (!isPart || value is not { } ofClass || !own.TryGetValue(trait, out double?[]? parts))
                    {
                        return new TraitOfOne(trait, rank, value, Sentence(trait, rank), IrreplaceabilityData.SourceOf(trait));
                    }

                    // The value is the part's own; the rank stays that of the class, for which there is evidence.
                    string words = string.Create(
                        CultureInfo.InvariantCulture,
                        $"ranked as its class {product.Code}, {ofClass * 100:0.##}%: {Sentence(trait, rank)}"
                    );
                    _ = economy.Table.Sectors.TryFindIndustry(code, out IndustryNumber part);
                    return new TraitOfOne(trait, rank, parts[part], words, IrreplaceabilityData.SourceOf(trait));
                }),
        ];
    }

    /// <summary>Years to replace, and how far they move when one kind of evidence is left out.</summary>
    public static ReplacementYears Years(EconomyUnderStudy economy, string code, double years)
    {
        if (economy.Evidence is not { } evidence || RatedAs(evidence, code) is not { } ratedAs)
        {
            return new ReplacementYears(null, years, null, null, null);
        }

        double[] without =
        [
            .. Ingredient.All.Select(left =>
                StakeInputs.YearsFrom(ProductRatings.Of(evidence.Products, [.. Ingredient.All.Where(i => i != left)]).Of(ratedAs))
            ),
        ];
        double rating = ProductRatings.Of(evidence.Products).Of(ratedAs);
        return new ReplacementYears(rating, years, Math.Min(years, without.Min()), Math.Max(years, without.Max()), ratedAs);
    }

    /// <summary>The product whose evidence a code has: its own, or that of the class that it begins with.</summary>
    private static string? RatedAs(ProductEvidence evidence, string code) =>
        Enumerable
            .Range(0, code.Length)
            .Select(cut => code[..^cut])
            .FirstOrDefault(c => evidence.Products.Any(p => string.Equals(p.Code, c, StringComparison.Ordinal)));

    private static string Sentence(ProductTrait trait, double? rank)
    {
        const double Hard = 0.6;
        const double Easy = 0.4;
        (string hard, string easy) = Meanings[trait];
        const double Most = 0.995;
        return rank switch
        {
            null => "not known; counts as the median",
            > Most => $"{hard} (harder than all others)",
            < 1 - Most => $"{easy} (easier than all others)",
            > Hard => string.Create(CultureInfo.InvariantCulture, $"{hard} (harder than {rank * 100:0}% of products)"),
            < Easy => string.Create(CultureInfo.InvariantCulture, $"{easy} (easier than {(1 - rank) * 100:0}% of products)"),
            _ => "as most products",
        };
    }
}
