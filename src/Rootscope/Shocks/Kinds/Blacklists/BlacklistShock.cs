using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Blacklists;

/// <summary>Firms are put on a list and cut off from what the list forbids.</summary>
public sealed record BlacklistShock : IShock
{
    /// <inheritdoc/>
    public string Kind => BlacklistKind.Name;

    /// <summary>Names of the firms as the list or the register writes them.</summary>
    public required IReadOnlyList<string> Firms { get; init; }

    /// <summary>The list, such as "csl".</summary>
    public required string List { get; init; }

    /// <summary>What is forbidden: "imports", "exports" or "both".</summary>
    public required string Scope { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<ScenarioProduct> Products => [];

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public string Note { get; init; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [new("firms", string.Join('|', Firms.Order(StringComparer.Ordinal))), new("list", List), new("scope", Scope)];

    /// <inheritdoc/>
    public string InWords(ScenarioTable table) => $"{ScenarioTable.Listed(Firms)} on the list '{List}', {Scope}";

    /// <inheritdoc/>
    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table) => [new FirmListing(Firms, List)];
}
