using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Blacklists;

/// <summary>What a list forbids to firms.</summary>
public enum ListScope
{
    /// <summary>To buy.</summary>
    Imports,

    /// <summary>To sell.</summary>
    Exports,

    /// <summary>To buy and to sell.</summary>
    Both,
}

/// <summary>Firms are put on a list and cut off from what the list forbids.</summary>
/// <remarks>
/// In a table they are their share of an industry: that share of what it sells to the regions that keep to the list, and of what it buys
/// there, no longer gets through. Without product, region and share nothing can be said of a table.
/// </remarks>
public sealed record BlacklistShock : IShock
{
    /// <inheritdoc/>
    public string Kind => BlacklistKind.Name;

    /// <summary>Names of the firms as the list or the register writes them.</summary>
    public required IReadOnlyList<string> Firms { get; init; }

    /// <summary>The list, such as "csl".</summary>
    public required string List { get; init; }

    /// <summary>
    /// Where firms are looked up in the list before the scenario is run: whether a match counts without a decision; null where it is not
    /// said. It shapes no figure by itself: firms that do not count are taken out before.
    /// </summary>
    public bool? AcceptMatches { get; init; }

    /// <summary>What is forbidden.</summary>
    public ListScope Scope { get; init; } = ListScope.Both;

    /// <summary>What the firms make; empty where it is not said.</summary>
    public IReadOnlyList<ScenarioProduct> Products { get; init; } = [];

    /// <summary>Code of the region in which they make it; null where it is not said.</summary>
    public string? Region { get; init; }

    /// <summary>Share of what the region makes of it that is theirs; null where it is not said. Unit: share.</summary>
    public double? Share { get; init; }

    /// <summary>Codes of the regions that keep to the list; null for every other one, or abroad.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [
            new("firms", string.Join('|', Firms.Order(StringComparer.Ordinal))),
            new("list", List),
            new("scope", Scope.ToString()),
            .. Share is { } share
                ? (KeyValuePair<string, string>[])
                    [
                        new("product", ShockText.Canonical(Products)),
                        new("region", Region!),
                        new("share", ShockText.Canonical(share)),
                        new("by", By is null ? ScenarioTable.AllWord : ShockText.Canonical(By)),
                    ]
                : [],
        ];

    /// <inheritdoc/>
    public FirmsOfList? OnList => new(Firms, List, AcceptMatches, Share is not null);

    /// <inheritdoc/>
    public IShock Of(IReadOnlyList<string> firms) => this with { Firms = firms };

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string what = Scope switch
        {
            ListScope.Imports => "may not buy",
            ListScope.Exports => "may not sell",
            _ => "may neither buy nor sell",
        };
        string who = Share is { } share
            ? $", {ShockText.Percent(share)} of {table.InWords(Products)} of {table.RegionsInWords([Region!])}, {what}"
                + (By is null ? " abroad" : $" in {table.RegionsInWords(By)}")
            : $" {what}";
        return $"{ScenarioTable.Listed(Firms)} on the list '{List}'{who}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Share is not { } share || Region is null)
        {
            return [new FirmListing(Firms, List)];
        }

        RegionNumber region = table.NumbersOf([Region])[0];
        IndustryNumber[] products = [.. Products.SelectMany(table.NumbersOf).Distinct()];
        RegionNumber[] listers =
        [
            .. table
                .NumbersOf(By ?? [table.IsOneRegion ? ScenarioTable.AbroadWord : ScenarioTable.AllWord], [Region])
                .Where(r => r != region),
        ];
        return
        [
            .. from product in products
            from other in listers
            from change in Scope switch
            {
                ListScope.Imports => (IChange[])[new PurchaseCut(product, region, other, share)],
                ListScope.Exports => [new DeliveryCut(product, region, other, share)],
                _ => [new DeliveryCut(product, region, other, share), new PurchaseCut(product, region, other, share)],
            }
            select change,
        ];
    }
}
