using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>What is known about one product, part by part, in the order in which it is told.</summary>
/// <param name="answer">The answer.</param>
internal sealed class ProductParts(TechnologyAnswer answer)
{
    private const int MostPaths = 8;
    private const int MostChains = 8;
    private const int NamedPerTier = 3;

    private FlowTable Table => answer.Economy.Table;

    /// <summary>All parts.</summary>
    /// <param name="lens">The only lens whose figures are told; null for all.</param>
    public IEnumerable<ProductPart> All(ILens? lens = null) =>
        [
            .. answer.Lenses.Where(l => lens is null || l.Lens == lens).Select(l => Figures(l)),
            .. answer.Bands?.Rows.FirstOrDefault(r => r.Point.Product == answer.Product) is { } band ? Bands(answer.Bands, band) : [],
            .. ProductRatingParts.Of(Table, answer.Product, answer.Economy.Elasticities, answer.Economy.Evidence),
            .. answer.Pyramid.Tiers.Select(Tier),
            .. answer.Pyramid.Largest(MostChains).Select(Chain),
            .. DownstreamPaths.Strongest(answer.Support.Table, new((int)answer.Product), MostPaths).Select(Path),
            .. answer.Suppliers.Select(n => Neighbour(ProductPart.Supplier, n)),
            .. answer.Buyers.Select(n => Neighbour(ProductPart.Buyer, n)),
        ];

    private static ProductPart Figures(LensRow figures) =>
        new(ProductPart.Figure, figures.Lens.Word, figures.Row.Name) { Figures = figures.Row, Value = figures.Row.Supply };

    /// <summary>The bands of every figure, and what each source alone does to leverage.</summary>
    private static IEnumerable<ProductPart> Bands(RootBands bands, RootBand row)
    {
        yield return Band("leverage", row.Leverage);
        yield return Band("loss", row.Loss);
        yield return Band("excess loss", row.Excess);
        yield return Band("gap", row.Gap);
        yield return Band($"value at stake, {bands.Question.Table.Metadata.Unit}", row.ValueAtStake);
        yield return Band(string.Create(CultureInfo.InvariantCulture, $"rank among {bands.Length}"), row.Rank) with
        {
            Share = row.RankShare,
        };
        foreach (SourceSpread source in row.Sources)
        {
            yield return new ProductPart("tornado", StatusWords.Of(source.Source), "leverage where nothing else is drawn")
            {
                Band = source.Band,
                Share = source.VarianceShare,
            };
        }
    }

    private static ProductPart Band(string item, Band band) => new("band", item, null) { Band = band };

    private ProductPart Tier(PyramidTier tier)
    {
        IEnumerable<string> named = tier.Industries.Take(NamedPerTier).Select(s => Table.Sectors.IndustryOf(s.Industry).Name);
        string more = tier.Industries.Count > NamedPerTier ? $" and {tier.Industries.Count - NamedPerTier} more" : string.Empty;
        return new ProductPart(ProductPart.Pyramid, TierOf(tier.Tier), tier.Tier == 0 ? "its own output" : string.Join("; ", named) + more)
        {
            Value = tier.Carried,
            Supported = tier.Supported,
        };
    }

    private ProductPart Chain(SupportedIndustry supported) =>
        new("chain", TierOf(supported.Tier), Steps(supported.Path))
        {
            Value = supported.Carried,
            Supported = supported.ValueAdded,
            Share = supported.Strength,
        };

    private ProductPart Path(DownstreamPath path, int place) =>
        new("path", (place + 1).ToString(CultureInfo.InvariantCulture), Steps(path.Sectors)) { Value = path.Carried };

    private static ProductPart Neighbour(string part, Neighbour neighbour) =>
        new(part, neighbour.Code, neighbour.Name) { Value = neighbour.Value, Share = neighbour.Share };

    private static string TierOf(int tier) => string.Create(CultureInfo.InvariantCulture, $"tier {tier}");

    private string Steps(IReadOnlyList<SectorNumber> path) =>
        string.Join(" → ", path.Skip(1).Select(s => Table.Sectors.IndustryOf(s).Name));
}
