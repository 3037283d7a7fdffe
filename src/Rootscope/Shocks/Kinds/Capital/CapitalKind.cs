using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Capital;

/// <summary>The kind "capital". It is read and checked; no lens represents investment yet.</summary>
internal sealed class CapitalKind : IShockKind
{
    internal const string Name = "capital";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Investment in technologies or industries of a region changes.";

    /// <inheritdoc/>
    public bool NeedsCarrier => false;

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
        .. ShockFields.Times,
        ShockFields.Note,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) => null;

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new CapitalShock
        {
            Targets = [.. values.Products.Select(p => p.Technology ?? p.Code)],
            Region = values.Texts("region")[0],
            Investment = values.Number("investment", 0),
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
