using Rootscope.Answers.Reports;
using Rootscope.Roots.Measures;

namespace Rootscope.Answers.Roots;

/// <summary>The columns of what is known about a product, the same for the command line, the API and assistants.</summary>
internal static class ProductPartColumns
{
    public static readonly Column<ProductPart> Leverage = Of(RootMeasures.Leverage);

    public static readonly Column<ProductPart> Loss = Of(RootMeasures.Loss);

    public static readonly Column<ProductPart> Gap = Of(RootMeasures.Gap);

    public static readonly Column<ProductPart> Supported = new(
        "supported",
        Column.Money,
        "Value added that the tier's industries, or the chain's last industry, make.",
        ColumnStyle.Money,
        "supported",
        p => p.Supported
    );

    public static readonly Column<ProductPart> Share = new(
        "share",
        "share",
        "Rank among products, 1 hardest to replace (rating); of the last industry's output (chain), of the product's inputs "
            + "(supplier) or of its use (buyer); of draws in which the rank holds (band); of the variance (tornado).",
        ColumnStyle.Share,
        "share",
        p => p.Share
    );

    public static IReadOnlyList<Column<ProductPart>> All { get; } =
    [
        new(
            "part",
            string.Empty,
            "figures, band, tornado, rating, pyramid, chain, path, supplier or buyer.",
            ColumnStyle.Text,
            "part",
            p => p.Part
        ),
        new(
            "item",
            string.Empty,
            "The lens, the figure of the band, the source of the tornado, the ingredient of the rating, the tier, the place of the path, "
                + "or the code of the neighbour.",
            ColumnStyle.Text,
            "item",
            p => p.Item
        ),
        new(
            "name",
            string.Empty,
            "What the row is about; for a tier its largest industries, for a chain or a path its steps.",
            ColumnStyle.Text,
            "name",
            p => p.Name
        ),
        Leverage,
        Loss,
        Gap,
        new(
            "value",
            Column.Money,
            "The supply that is cut (figures), sales carried (pyramid, path), product that arrives (chain) or flow (supplier, buyer).",
            ColumnStyle.Money,
            "value",
            p => p.Value
        ),
        Supported,
        Share,
        new("status", string.Empty, "Status of a lens's figures.", ColumnStyle.Text, "status", p => p.Figures?.Status),
        new("low", "of the item", "Lower end of the 90% band over draws.", ColumnStyle.Number, "low", p => p.Band?.Low),
        new("median", "of the item", "Median over draws.", ColumnStyle.Number, "median", p => p.Band?.Median),
        new("high", "of the item", "Upper end of the 90% band over draws.", ColumnStyle.Number, "high", p => p.Band?.High),
    ];

    private static Column<ProductPart> Of(RootMeasure measure) =>
        RootRowColumns.Of(measure).Within<ProductPart>(p => p.Figures) with
        {
            Dispensable = 0,
        };
}
