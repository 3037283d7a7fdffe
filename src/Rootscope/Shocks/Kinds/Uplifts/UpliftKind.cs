using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Uplifts;

/// <summary>The kind "uplift": a technology spreads through an industry and raises its productivity.</summary>
internal sealed class UpliftKind : IShockKind
{
    internal const string Name = "uplift";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Industries of a region make more of the same inputs.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("region", ShockFieldType.Region, "The region whose industries they are.") { IsRequired = true },
        new("productivity", ShockFieldType.Number, "Growth of productivity.")
        {
            IsRequired = true,
            Unit = "share",
            Range = new ShockRange(-1, 10, "+0.20"),
        },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) =>
        values is not null && values.Number("productivity", 0) == 0
            ? new ShockFault(
                "productivity",
                "'productivity' is 0, which changes nothing. Give a growth such as +0.20, or leave the shock out."
            )
            : null;

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new UpliftShock
        {
            Products = values.Products,
            Region = values.Texts("region")[0],
            Productivity = values.Number("productivity", 0),
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
