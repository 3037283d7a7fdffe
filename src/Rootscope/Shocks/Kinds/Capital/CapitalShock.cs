using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Capital;

/// <summary>Investment of technologies or industries of a region changes.</summary>
public sealed record CapitalShock : IShock
{
    /// <inheritdoc/>
    public string Kind => CapitalKind.Name;

    /// <inheritdoc/>
    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Growth of investment, at least -1. Unit: share.</summary>
    public required double Investment { get; init; }

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [new("product", ShockText.Canonical(Products)), new("region", Region), new("investment", ShockText.Canonical(Investment))];

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"Investment {(Investment < 0 ? string.Empty : "+")}{ShockText.Percent(Investment)} in {table.InWords(Products)} "
            + $"of {table.RegionsInWords([Region])}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RegionNumber region = table.NumbersOf([Region])[0];
        return [.. Products.SelectMany(table.NumbersOf).Distinct().Select(p => new InvestmentChange(p, region, 1 + Investment))];
    }
}
