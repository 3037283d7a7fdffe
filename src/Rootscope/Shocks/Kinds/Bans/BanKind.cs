using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Bans;

/// <summary>The kind "ban": an export ban or an import ban, in whole or in part.</summary>
public sealed class BanKind : IShockKind
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
        new("share", ShockFieldType.Number, "Share of the deliveries that is banned.") { Unit = "share", Default = "1", Range = new ShockRange(0, 1, "0.9") },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) => RegionPairs.FaultOf(values);

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
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
