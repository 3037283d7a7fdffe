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
/// there, no longer gets through. The share is one for all firms (<see cref="Share"/>) or one for each (<see cref="Holdings"/>; shares of
/// one product and region add up). Without either nothing can be said of a table.
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
    public IReadOnlyList<ScenarioProduct> Products
    {
        get => Holdings.Count == 0 ? field : [.. Holdings.Select(h => h.Product).DistinctBy(p => p.WorkingCode)];
        init;
    } = [];

    /// <summary>Code of the region in which they make it; null where it is not said.</summary>
    public string? Region { get; init; }

    /// <summary>Share of what the region makes of it that is theirs; null where it is not said. Unit: share.</summary>
    public double? Share { get; init; }

    /// <summary>
    /// What each firm is of which product of which region, where that is known firm by firm; it then goes before <see cref="Share"/>.
    /// </summary>
    public IReadOnlyList<FirmHolding> Holdings { get; init; } = [];

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
            .. Holdings.Count > 0
                ? (KeyValuePair<string, string>[])
                    [
                        new("holdings", string.Join(' ', Holdings.Select(Canonical).Order(StringComparer.Ordinal))),
                        new("by", By is null ? ScenarioTable.AllWord : ShockText.Canonical(By)),
                    ]
            : Share is { } share
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
    public IShock Of(IReadOnlyList<string> firms) =>
        this with
        {
            Firms = firms,
            Holdings = [.. Holdings.Where(h => firms.Contains(h.Firm, StringComparer.Ordinal))],
        };

    /// <inheritdoc/>
    public IShock Holding(IReadOnlyList<FirmHolding> holdings) => this with { Holdings = holdings };

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
        string where = By is null ? " abroad" : $" in {table.RegionsInWords(By)}";
        string[] industries =
        [
            .. Industries()
                .Select(i => $"{ShockText.Percent(i.Share)} of {table.InWords(i.Products)} of {table.RegionsInWords([i.Region])}"),
        ];
        string who = industries.Length > 0 ? $", {string.Join(" and ", industries)}, {what}{where}" : $" {what}";
        return $"{ScenarioTable.Listed(Firms)} on the list '{List}'{who}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ListedIndustry[] industries = [.. Industries()];
        return industries.Length == 0 ? [new FirmListing(Firms, List)] : [.. industries.SelectMany(i => ChangesOf(table, i))];
    }

    /// <summary>What firms together are of each product of each region.</summary>
    private IEnumerable<ListedIndustry> Industries() =>
        Holdings.Count > 0
            ? Holdings
                .GroupBy(h => (h.Product, h.Region))
                .Select(g => new ListedIndustry([g.Key.Product], g.Key.Region, Math.Min(1, g.Sum(h => h.Share))))
                .OrderBy(i => i.Products[0].WorkingCode, StringComparer.Ordinal)
                .ThenBy(i => i.Region, StringComparer.Ordinal)
        : Share is { } share && Region is { } region ? [new ListedIndustry(Products, region, share)]
        : [];

    private IEnumerable<IChange> ChangesOf(ScenarioTable table, ListedIndustry listed)
    {
        (IReadOnlyList<ScenarioProduct> products, string home, double share) = listed;
        RegionNumber region = table.NumbersOf([home])[0];
        RegionNumber[] listers =
        [
            .. table
                .NumbersOf(By ?? [table.IsOneRegion ? ScenarioTable.AbroadWord : ScenarioTable.AllWord], [home])
                .Where(r => r != region),
        ];
        return from product in products.SelectMany(table.NumbersOf).Distinct()
            from other in listers
            from change in Scope switch
            {
                ListScope.Imports => (IChange[])[new PurchaseCut(product, region, other, share)],
                ListScope.Exports => [new DeliveryCut(product, region, other, share)],
                _ => [new DeliveryCut(product, region, other, share), new PurchaseCut(product, region, other, share)],
            }
            select change;
    }

    private static string Canonical(FirmHolding holding) =>
        $"{holding.Firm}={ShockText.Canonical(holding.Share)}*{ShockText.Canonical([holding.Product])}@{holding.Region}";

    /// <summary>What listed firms together are of an industry.</summary>
    private sealed record ListedIndustry(IReadOnlyList<ScenarioProduct> Products, string Region, double Share);
}
