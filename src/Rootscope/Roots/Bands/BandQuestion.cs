using Rootscope.Roots.Irreplaceability;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Roots.Bands;

/// <summary>A root ranking and what of it is drawn.</summary>
public sealed record BandQuestion
{
    /// <summary>The table that is ranked, of one region; where it was split, the split one.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>The question, with the elasticities of the point figures.</summary>
    public required RootOptions Options { get; init; }

    /// <summary>Numbers of the products that are cut and ranked among themselves; null for all.</summary>
    public IReadOnlyList<IndustryNumber>? Products { get; init; }

    /// <summary>
    /// How many rows of the list each of them stands for, such as technologies that one industry carries, in the same order; null for one
    /// each.
    /// </summary>
    public IReadOnlyList<int>? RowsPerProduct { get; init; }

    /// <summary>The traits that ratings are made of; null where products are not rated.</summary>
    public IReadOnlyList<ProductTraits>? Traits { get; init; }

    /// <summary>The splits that <see cref="Table"/> is one of; null where it was not split.</summary>
    public SplitFamily? Splits { get; init; }

    /// <summary>What can be drawn here: the lens has to know elasticities, products to be rated, and industries to be split.</summary>
    public IReadOnlyList<BandSource> Sources =>
        [
            BandSource.Cut,
            .. Options.Lens.Cuts.UsesElasticities ? (BandSource[])[BandSource.Elasticities] : [],
            .. Options.Lens.Cuts.UsesElasticities && Traits is not null ? (BandSource[])[BandSource.Ratings] : [],
            .. Splits is not null ? (BandSource[])[BandSource.Splits] : [],
        ];
}
