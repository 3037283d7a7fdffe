using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Bans;

/// <summary>Products may no longer be delivered from some regions to others, in whole or in part.</summary>
public sealed record BanShock : IShock
{
    /// <inheritdoc/>
    public string Kind => BanKind.Name;

    /// <inheritdoc/>
    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Codes of the regions that no longer sell; "all" and "abroad" as in <see cref="ScenarioTable"/>.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Codes of the regions that can no longer buy; "all" and "abroad" likewise.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Share of the deliveries that is banned, in (0, 1]. Unit: share.</summary>
    public double Share { get; init; } = 1;

    /// <summary>
    /// Factor on the price at which buyers whom a full ban leaves without any way to have the product can have it all the same; null for no
    /// such way. Unit: ratio, above 1.
    /// </summary>
    public double? OutsidePrice { get; init; }

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [
            new("product", ShockText.Canonical(Products)),
            new("from", ShockText.Canonical(From)),
            new("to", ShockText.Canonical(To)),
            new("share", ShockText.Canonical(Share)),
            new("outside_price", OutsidePrice is { } price ? ShockText.Canonical(price) : "none"),
        ];

    /// <inheritdoc/>
    public RegionCut? Cut =>
        To is not [not (ScenarioTable.AllWord or ScenarioTable.AbroadWord)]
            ? null
            : new RegionCut(
                To[0],
                Share,
                SupplyScope.Imported,
                From is [ScenarioTable.AllWord or ScenarioTable.AbroadWord] && OutsidePrice is null
            );

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string how = Share < 1 ? $"{ShockText.Percent(Share)} of " : string.Empty;
        string outside = OutsidePrice is { } price
            ? FormattableString.Invariant($", to be had by other ways at {price} times the price")
            : string.Empty;
        return $"Ban on {how}{table.InWords(Products)} from {table.RegionsInWords(From)} to {table.RegionsInWords(To)}{outside}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return
        [
            .. from product in Products.SelectMany(table.NumbersOf).Distinct()
            from seller in table.NumbersOf(From, To)
            from buyer in table.NumbersOf(To, From)
            where seller != buyer
            select new DeliveryCut(new(product), seller, buyer, Share) { OutsidePrice = OutsidePrice },
        ];
    }
}
