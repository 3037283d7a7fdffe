using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Capital;

/// <summary>The kind "capital": a cut of capital, or more of it.</summary>
internal sealed class CapitalKind : IShockKind
{
    internal const string Name = "capital";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning =>
        "Investment of technologies or industries of a region changes: what they order of capital goods now, what they can make later.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("region", ShockFieldType.Region, "The region in which is invested.") { IsRequired = true },
        new("investment", ShockFieldType.Number, "Growth of investment.")
        {
            IsRequired = true,
            Unit = "share",
            Range = new ShockRange(-1, 10, "-0.3", IncludesLeast: true),
        },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) =>
        values is not null && values.Number("investment", 0) == 0
            ? new ShockFault("investment", "'investment' is 0, which changes nothing. Give a growth such as -0.3, or leave the shock out.")
            : null;

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new CapitalShock
        {
            Products = values.Products,
            Region = values.Texts("region")[0],
            Investment = values.Number("investment", 0),
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
