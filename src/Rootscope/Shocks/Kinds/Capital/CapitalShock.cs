using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Capital;

/// <summary>Investment in technologies or industries of a region changes.</summary>
public sealed record CapitalShock : IShock
{
    /// <inheritdoc/>
    public string Kind => CapitalKind.Name;

    /// <summary>What is invested in: technologies by identifier, industries by code. Nothing is split off for them.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Growth of investment, at least -1. Unit: share.</summary>
    public required double Investment { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<ScenarioProduct> Products => [];

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [new("product", ShockText.Canonical(Targets)), new("region", Region), new("investment", ShockText.Canonical(Investment))];

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"Investment {(Investment < 0 ? string.Empty : "+")}{ShockText.Percent(Investment)} in {ScenarioTable.Listed(Targets)} "
            + $"of {table.RegionsInWords([Region])}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RegionNumber region = table.NumbersOf([Region])[0];
        return [.. Targets.Select(t => new InvestmentChange(region, t, 1 + Investment))];
    }
}
