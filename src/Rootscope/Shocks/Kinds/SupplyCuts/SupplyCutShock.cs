using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.SupplyCuts;

/// <summary>Part of what a region makes of a product, imports of it, or both, is no longer there.</summary>
public sealed record SupplyCutShock : IShock
{
    /// <inheritdoc/>
    public string Kind => SupplyCutKind.Name;

    /// <inheritdoc/>
    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Share of the supply that is cut, in (0, 1]. Unit: share.</summary>
    public required double Share { get; init; }

    /// <summary>Which supply is cut.</summary>
    public SupplyScope Supply { get; init; } = SupplyScope.Domestic;

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [
            new("product", ShockText.Canonical(Products)),
            new("region", Region),
            new("share", ShockText.Canonical(Share)),
            new("supply", Supply.ToString()),
        ];

    /// <inheritdoc/>
    public RegionCut? Cut => Region == ScenarioTable.AllWord ? null : new RegionCut(Region, Share, Supply, IsWhole: true);

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string what = Supply switch
        {
            SupplyScope.Domestic => "the domestic supply",
            SupplyScope.Imported => "the imports",
            _ => "all supply, domestic and imported,",
        };
        return $"Cut of {ShockText.Percent(Share)} of {what} of {table.InWords(Products)} in {table.RegionsInWords([Region])}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RegionNumber region = table.NumbersOf([Region])[0];
        IndustryNumber[] products = [.. Products.SelectMany(table.NumbersOf).Distinct()];
        RegionNumber[] others = table.IsOneRegion
            ? [ScenarioTable.Abroad]
            : [.. Enumerable.Range(0, table.Table.Sectors.Regions.Count).Where(r => r != region).Select(r => new RegionNumber(r))];
        return
        [
            .. Supply == SupplyScope.Imported ? [] : products.Select(p => (IChange)new OutputCut(p, region, Share)),
            .. Supply == SupplyScope.Domestic
                ? []
                : products.SelectMany(p => others.Select(o => (IChange)new DeliveryCut(p, o, region, Share))),
        ];
    }
}
