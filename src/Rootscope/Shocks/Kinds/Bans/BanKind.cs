using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Bans;

/// <summary>The kind "ban": an export ban or an import ban, in whole or in part.</summary>
internal sealed class BanKind : IShockKind
{
    internal const string Name = "ban";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Products may no longer be delivered from some regions to others.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("from", ShockFieldType.Regions, "The regions that no longer sell.") { IsRequired = true },
        new("to", ShockFieldType.Regions, "The regions that can no longer buy.") { IsRequired = true },
        new("share", ShockFieldType.Number, "Share of the deliveries that is banned.")
        {
            Unit = "share",
            Default = "1",
            Range = new ShockRange(0, 1, "0.9"),
        },
        new(
            "outside_price",
            ShockFieldType.Number,
            "Factor on the price at which buyers whom a full ban leaves without the product can have it by other ways."
        )
        {
            Unit = "ratio",
            Range = new ShockRange(1, 1000, "5"),
        },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Has("outside_price") && values.Number("share", 1) < 1
            ? new ShockFault(
                "outside_price",
                "'outside_price' goes with a ban of everything; where 'share' is below 1, what still gets through costs 1/(1 - share) "
                    + "times as much. Keep one of the two."
            )
            : RegionPairs.FaultOf(values);
    }

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new BanShock
        {
            Products = values.Products,
            From = values.Texts("from"),
            To = values.Texts("to"),
            Share = values.Number("share", 1),
            OutsidePrice = values.Has("outside_price") ? values.Number("outside_price", 1) : null,
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
