using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.SupplyCuts;

/// <summary>The kind "supply_cut": an outage, a strike, a disaster, or the loss of a source.</summary>
internal sealed class SupplyCutKind : IShockKind
{
    internal const string Name = "supply_cut";

    private static readonly (string Word, SupplyScope Scope)[] Scopes =
    [
        ("domestic", SupplyScope.Domestic),
        ("imported", SupplyScope.Imported),
        ("all", SupplyScope.All),
    ];

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Part of a region's supply of a product is no longer there: what it makes, what it imports, or both.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("region", ShockFieldType.Region, "The region whose supply is cut.") { IsRequired = true },
        new("share", ShockFieldType.Number, "Share of the supply that is cut.")
        {
            IsRequired = true,
            Unit = "share",
            Range = new ShockRange(0, 1, "0.5"),
        },
        new("supply", ShockFieldType.Word, "Which supply: what the region makes, what it imports, or both.")
        {
            Default = Scopes[0].Word,
            Words = [.. Scopes.Select(s => s.Word)],
        },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) => null;

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string supply = values.Text("supply", Scopes[0].Word);
        return new SupplyCutShock
        {
            Products = values.Products,
            Region = values.Texts("region")[0],
            Share = values.Number("share", 0),
            Supply = Array.Find(Scopes, s => s.Word == supply).Scope,
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
