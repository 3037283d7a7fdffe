using System.Reflection;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.References;
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

    /// <summary>Where the evidence on a trait is from.</summary>
    public static string SourceOf(ProductTrait trait) => Sources.Value[NameOf(trait)];

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

    private static readonly Lazy<Dictionary<string, string>> Sources = new(ReadSources);

    /// <summary>The classifications whose products have evidence of their own, and the embedded table each was compiled with.</summary>
    private static readonly (string Classification, string Table)[] Compiled = [("bea2017", "usa-2017"), ("nbs2020", "china-2020")];

    /// <summary>Output by product of the embedded tables, by which products are weighed on the way to coarser classes.</summary>
    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, double>>> Sizes = Compiled.ToDictionary(
        c => c.Classification,
        c => new Lazy<IReadOnlyDictionary<string, double>>(() => SizesOf(EmbeddedTables.Read(c.Table))),
        StringComparer.Ordinal
    );

    /// <summary>Which tables' products are rated where nothing else is asked for.</summary>
    public static RatingReach DefaultReach => RatingReach.OwnClassifications;

    /// <summary>What is known of the products of a table, whatever its classification.</summary>
    /// <param name="table">The table, before it was split.</param>
    /// <param name="region">Number of the region whose economy is meant; null for all regions together.</param>
    /// <returns>
    /// Of usa-2017 and china-2020 the embedded evidence. Of other tables what belongs to the things, through concordances from both as far
    /// as there are any, and what belongs to the economy, from the table; of a table of unknown classification the latter alone.
    /// </returns>
    public static ProductEvidence EvidenceOf(FlowTable table, RegionNumber? region = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        string classification = table.Metadata.Classification;
        if (Compiled.Contains((classification, table.Metadata.Id)))
        {
            return ProductEvidence.Of(Read(classification), table.Metadata.Id);
        }

        var witnesses = new List<TraitWitness>();
        foreach ((string from, string name) in Compiled)
        {
            if (ReferenceRoutes.TargetsOf(from).Contains(classification, StringComparer.Ordinal))
            {
                IReadOnlyDictionary<string, double> sizes = Sizes[from].Value;
                if (ReferenceRoutes.Find(from, table, [.. sizes.Keys]) is { } way)
                {
                    witnesses.Add(new TraitWitness(name, Read(from), sizes, way));
                }
            }
        }

        return ProductEvidence.Of(table, region, witnesses);
    }

    /// <summary>What ratings of a table were made from, by the reach that they were made with.</summary>
    /// <param name="table">The table, before it was split.</param>
    /// <param name="reach">The reach; null for <see cref="DefaultReach"/>.</param>
    public static ProductEvidence EvidenceBehind(FlowTable table, RatingReach? reach = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        string classification = table.Metadata.Classification;
        return (reach ?? DefaultReach) == RatingReach.AnyTable || !Classifications.Contains(classification, StringComparer.Ordinal)
            ? EvidenceOf(table, region: null)
            : ProductEvidence.Of(Read(classification), Compiled.First(c => c.Classification == classification).Table);
    }

    /// <summary>Whether ratings make a difference: whether the set takes them and the table's products are rated.</summary>
    public static bool CanRate(ElasticitySet set, FlowTable table, RatingReach? reach = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        return set.TakesRatings
            && (
                (reach ?? DefaultReach) == RatingReach.AnyTable
                || Classifications.Contains(table.Metadata.Classification, StringComparer.Ordinal)
            );
    }

    /// <summary>
    /// A set of elasticities with values for the products of a table, where the set takes ratings and the table's products are rated; the
    /// set as it is otherwise.
    /// </summary>
    /// <remarks>
    /// A product that the evidence does not know, such as a part of a class that was split, is rated as the class that its code begins
    /// with, or as the median.
    /// </remarks>
    /// <param name="set">The set.</param>
    /// <param name="table">The table, before it was split.</param>
    /// <param name="reach">Which tables' products are rated; null for <see cref="DefaultReach"/>.</param>
    public static ElasticitySet Rate(ElasticitySet set, FlowTable table, RatingReach? reach = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        return CanRate(set, table, reach) ? Rate(set, table, EvidenceBehind(table, reach)) : set;
    }

    /// <summary>The same from evidence at hand, such as that of one region of a world table.</summary>
    /// <param name="set">The set; it has to take ratings.</param>
    /// <param name="table">The table.</param>
    /// <param name="evidence">What is known of its products.</param>
    public static ElasticitySet Rate(ElasticitySet set, FlowTable table, ProductEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(evidence);
        var ratings = ProductRatings.Of(evidence.Products);
        return set.Rated(
            table.Sectors.Industries.ToDictionary(i => i.Code, i => ratings.Of(i.Code), StringComparer.Ordinal),
            table.Metadata.Classification
        );
    }

    private static Dictionary<string, double> SizesOf(FlowTable table) =>
        Enumerable
            .Range(0, table.Size)
            .ToDictionary(i => table.Sectors.IndustryOf(new(i)).Code, i => table.Output[i], StringComparer.Ordinal);

    private static ReplacementSpan ReadSpan()
    {
        using CsvFile csv = Open("replacement-years");
        int years = csv.Column("years");
        csv.Read();
        double shortest = csv.Number(years);
        csv.Read();
        return new ReplacementSpan(shortest, csv.Number(years));
    }

    /// <summary>Sources by trait; "as above" is said in full.</summary>
    private static Dictionary<string, string> ReadSources()
    {
        using CsvFile csv = Open("sources");
        (int trait, int source) = (csv.Column("trait"), csv.Column("source"));
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        string last = string.Empty;
        while (csv.Read())
        {
            last = csv.Text(source) == "As above" ? last : csv.Text(source);
            sources.TryAdd(csv.Text(trait), last);
        }

        return sources;
    }

    private static CsvFile Open(string name) =>
        CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.csv")!),
            $"embedded irreplaceability {name}"
        );
}

/// <summary>Which tables' products are rated.</summary>
public enum RatingReach
{
    /// <summary>Those whose classification has evidence of its own: bea2017 and nbs2020.</summary>
    OwnClassifications,

    /// <summary>
    /// All, through concordances and by what the table tells
    /// (<see cref="IrreplaceabilityData.EvidenceOf(FlowTable, RegionNumber?)"/>).
    /// </summary>
    AnyTable,
}
