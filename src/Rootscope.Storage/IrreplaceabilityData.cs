using System.Reflection;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>
/// The embedded evidence of how hard products are to replace, compiled by eng/traits.cs with sources in data/irreplaceability/sources.csv.
/// </summary>
public static class IrreplaceabilityData
{
    private const string Prefix = "data/irreplaceability/";

    private static readonly Dictionary<string, ProductTrait> Traits = new(StringComparer.Ordinal)
    {
        ["complexity"] = ProductTrait.Complexity,
        ["few-exporters"] = ProductTrait.FewExporters,
        ["exports"] = ProductTrait.Exports,
        ["value-added"] = ProductTrait.ValueAdded,
        ["research"] = ProductTrait.Research,
        ["capital-goods"] = ProductTrait.CapitalGoods,
        ["imports"] = ProductTrait.Imports,
        ["differentiation"] = ProductTrait.Differentiation,
        ["essential"] = ProductTrait.Essential,
    };

    /// <summary>The classifications whose products are rated.</summary>
    public static IReadOnlyList<string> Classifications { get; } = ["bea2017", "nbs2020"];

    /// <summary>Years to replace a lost source, of the product easiest and the one hardest to replace. Unit: years.</summary>
    public static ReplacementSpan ReplacementSpan { get; } = ReadSpan();

    /// <summary>The name by which a trait is called in data and reports.</summary>
    public static string NameOf(ProductTrait trait) => Traits.First(t => t.Value == trait).Key;

    /// <summary>The traits of every product of a classification.</summary>
    /// <exception cref="UnknownNameException">The classification is not rated.</exception>
    public static IReadOnlyList<ProductTraits> Read(string classification)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(classification);
        if (!Classifications.Contains(classification, StringComparer.Ordinal))
        {
            throw new UnknownNameException(
                "rated classification",
                classification,
                NearestNames.Of(classification, Classifications),
                $"Products of {string.Join(" and ", Classifications)} are rated."
            );
        }

        using CsvFile csv = Open(classification);
        int code = csv.Column("code");
        (ProductTrait Trait, int Column)[] columns = [.. Traits.Select(t => (t.Value, csv.Column(t.Key)))];
        var products = new List<ProductTraits>();
        while (csv.Read())
        {
            products.Add(
                new ProductTraits(
                    csv.Text(code),
                    columns.Where(c => csv.Text(c.Column).Length > 0).ToDictionary(c => c.Trait, c => csv.Number(c.Column))
                )
            );
        }

        return products;
    }

    /// <summary>Whether ratings make a difference: whether the set takes them and the table's products are rated.</summary>
    public static bool CanRate(ElasticitySet set, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        return set.TakesRatings && Classifications.Contains(table.Metadata.Classification, StringComparer.Ordinal);
    }

    /// <summary>
    /// A set of elasticities with values for the products of a table, where the set takes ratings and the table's products are rated; the
    /// set as it is otherwise.
    /// </summary>
    /// <remarks>
    /// A product that the evidence does not know, such as a part of a class that was split, is rated as the class that its code begins
    /// with, or as the median.
    /// </remarks>
    public static ElasticitySet Rate(ElasticitySet set, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        string classification = table.Metadata.Classification;
        if (!CanRate(set, table))
        {
            return set;
        }

        var ratings = ProductRatings.Of(Read(classification));
        return set.Rated(
            table.Sectors.Industries.ToDictionary(i => i.Code, i => ratings.Of(i.Code), StringComparer.Ordinal),
            classification
        );
    }

    private static ReplacementSpan ReadSpan()
    {
        using CsvFile csv = Open("replacement-years");
        int years = csv.Column("years");
        csv.Read();
        double shortest = csv.Number(years);
        csv.Read();
        return new ReplacementSpan(shortest, csv.Number(years));
    }

    private static CsvFile Open(string name) =>
        CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.csv")!),
            $"embedded irreplaceability {name}"
        );
}
