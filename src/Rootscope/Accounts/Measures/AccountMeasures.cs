using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>All measures of one table that can be asked for by name.</summary>
public static class AccountMeasures
{
    /// <summary>The measures, in the order in which they are listed.</summary>
    public static IReadOnlyList<AccountMeasure> All { get; } =
    [
        .. MultiplierMeasures.All(),
        .. LinkageMeasures.All(),
        .. InfluenceMeasures.All(),
        .. DistortionMeasures.All(),
        .. ExtractionMeasures.All(),
        .. DeliveryExtractionMeasures.All(),
        .. TradeMeasures.All(),
        .. BilateralTradeMeasures.All(),
        .. ExposureMeasures.All(),
    ];

    /// <summary>Finds a measure by its name (any case).</summary>
    /// <exception cref="UnknownNameException">There is none of that name; the message has the nearest.</exception>
    public static AccountMeasure Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return All.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownNameException(
                "measure",
                name,
                NearestNames.Of(name, All.Select(m => m.Name)),
                $"See {Repair.Step(RepairStep.ListMeasures)}."
            );
    }
}
