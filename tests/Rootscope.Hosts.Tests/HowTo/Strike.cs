using Rootscope.Shocks.Scenarios;

namespace Rootscope.Hosts.Tests.HowTo;

/// <summary>The kind "strike": industries of a region stand still for some days of the year.</summary>
public sealed class StrikeKind : IShockKind
{
    internal const string Name = "strike";

    public string Word => Name;

    public string Meaning => "Industries of a region stand still for some days of the year.";

    public bool NeedsCarrier => true;

    public IReadOnlyList<ShockField> Fields { get; } =
    [
        ShockFields.Product,
        new("region", ShockFieldType.Region, "The region whose industries they are.") { IsRequired = true },
        new("days", ShockFieldType.Number, "Days on which nothing is made.")
        {
            IsRequired = true,
            Unit = "days",
            Range = new ShockRange(0, 365, "14"),
        },
        .. ShockFields.OfProducts,
    ];

    public ShockFault? FaultOf(ShockValues values) => null;

    public IShock Create(ShockValues values) =>
        new StrikeShock
        {
            Products = values.Products,
            Region = values.Texts("region")[0],
            Days = values.Number("days", 0),
            Timing = values.Timing,
            Note = values.Note,
        };
}

/// <summary>Industries of a region stand still for some days of the year.</summary>
public sealed record StrikeShock : IShock
{
    public string Kind => StrikeKind.Name;

    public required IReadOnlyList<ScenarioProduct> Products { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Days on which nothing is made, above 0 and at most 365. Unit: days.</summary>
    public required double Days { get; init; }

    public ShockTiming Timing { get; init; }

    public string Note { get; init; } = string.Empty;

    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [
            new("product", string.Join(' ', Products.Select(p => p.WorkingCode).Distinct().Order(StringComparer.Ordinal))),
            new("region", Region),
            new("days", Days.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        ];

    public string InWords(ScenarioTable table) => $"Strike in {table.InWords(Products)} of {table.RegionsInWords([Region])}";

    public IReadOnlyList<IChange> ChangesIn(ScenarioTable table)
    {
        RegionNumber region = table.NumbersOf([Region])[0];
        return [.. Products.SelectMany(table.NumbersOf).Distinct().Select(p => new OutputCut(p, region, Days / 365))];
    }
}
