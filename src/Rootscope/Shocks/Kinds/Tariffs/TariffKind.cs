using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Tariffs;

/// <summary>The kind "tariff".</summary>
internal sealed class TariffKind : IShockKind
{
    internal const string Name = "tariff";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Regions collect a tariff, on top of what they collect already, on products from others.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("from", ShockFieldType.Regions, "The regions that sell.") { IsRequired = true },
        new("to", ShockFieldType.Regions, "The regions that buy and collect.") { IsRequired = true },
        new("rate", ShockFieldType.Number, "What is added to the rate.")
        {
            IsRequired = true,
            Unit = "share of the value before tariff",
            Range = new ShockRange(0, 10, "0.25"),
        },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) =>
        values is not null && values.Texts("to").Contains(ScenarioTable.AbroadWord, StringComparer.Ordinal)
            ? new ShockFault(
                "to",
                "'to' is 'abroad', but who collects a tariff has to be a region of the table. Use a table of many regions, such as "
                    + "world-2011."
            )
            : RegionPairs.FaultOf(values!);

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new TariffShock
        {
            Products = values.Products,
            From = values.Texts("from"),
            To = values.Texts("to"),
            Rate = values.Number("rate", 0),
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
