using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Uplifts;

/// <summary>Industries of a region make more of the same inputs.</summary>
public sealed record UpliftShock : IShock
{
    /// <inheritdoc/>
    public string Kind => UpliftKind.Name;

    /// <inheritdoc/>
    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Growth of productivity, above -1: 0.2 for a fifth more output of the same inputs. Unit: share.</summary>
    public required double Productivity { get; init; }

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [new("product", ShockText.Canonical(Products)), new("region", Region), new("productivity", ShockText.Canonical(Productivity))];

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"Productivity {(Productivity < 0 ? string.Empty : "+")}{ShockText.Percent(Productivity)} in {table.InWords(Products)} "
            + $"of {table.RegionsInWords([Region])}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RegionNumber region = table.NumbersOf([Region])[0];
        return [.. Products.SelectMany(table.NumbersOf).Distinct().Select(p => new ProductivityShift(p, region, 1 + Productivity))];
    }
}
