using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Tariffs;

/// <summary>Regions collect a tariff, on top of what they collect already, on products from others.</summary>
public sealed record TariffShock : IShock
{
    /// <inheritdoc/>
    public string Kind => TariffKind.Name;

    /// <inheritdoc/>
    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Codes of the regions that sell; "all" and "abroad" as in <see cref="ScenarioTable"/>.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Codes of the regions that buy and collect.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>What is added to the rate, above 0. Unit: share of the value before tariff.</summary>
    public required double Rate { get; init; }

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
            new("rate", ShockText.Canonical(Rate)),
        ];

    /// <inheritdoc/>
    public string InWords(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"Tariff of {ShockText.Percent(Rate)} on {table.InWords(Products)} from {table.RegionsInWords(From)}, collected by "
            + $"{table.RegionsInWords(To)}";
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
            select new TariffChange(new(product), seller, buyer, Rate),
        ];
    }
}
