namespace Rootscope.Upgrading;

/// <summary>What is at stake when a share of imports goes missing, as it was solved.</summary>
/// <param name="Cut">Share of the base year's imports that goes missing, above 0 and below 1.</param>
/// <param name="AtStake">What is lost until it is replaced. Unit: share of a year's final spending.</param>
/// <param name="Strain">
/// How far the economy is from its base at the worst moment, <see cref="Roots.Stake.StakeRow.Strain"/>. Unit: share.
/// </param>
public readonly record struct StakePoint(double Cut, double AtStake, double Strain = 0);

/// <summary>Where one technology of an economy starts from.</summary>
public sealed record UpgradingStart
{
    private readonly StakeCurve? _curve;

    /// <summary>Identifier of the technology.</summary>
    public required string Id { get; init; }

    /// <summary>What home buys of it in a year, from home and abroad. Unit: the table's money.</summary>
    public required double HomeMarket { get; init; }

    /// <summary>Share of that which is made at home. Unit: share.</summary>
    public required double HomeShare { get; init; }

    /// <summary>What home sells of it abroad in a year. Unit: the table's money.</summary>
    public required double Exports { get; init; }

    /// <summary>What is at stake at several cuts of imports, by ascending cut; empty where it is not known.</summary>
    public IReadOnlyList<StakePoint> Stake
    {
        get;
        init
        {
            field = value;
            _curve = StakeCurve.Of(value);
        }
    } = [];

    /// <summary>Share of imports that the foreign cut asked about takes. Unit: share.</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>How near it is to what the economy makes already. Unit: share; null where no complexity data are at hand.</summary>
    public double? Feasibility { get; init; }

    /// <summary>The law of its cost where a series of it is at hand; null for the general parameters.</summary>
    public ExperienceCurve? Experience { get; init; }

    /// <summary>
    /// What is at stake when a share of the base year's imports goes missing: what was solved where it was, a monotone curve between, the
    /// square of the cut below, and beyond the largest cut solved what is at stake there.
    /// </summary>
    /// <param name="cut">Share of the base year's imports.</param>
    /// <returns>Unit: share of a year's final spending; null without points.</returns>
    public double? AtStake(double cut) => Stake.Count == 0 ? null : _curve?.At(cut) ?? 0;

    /// <summary>How far the economy is from its base at a cut, straight between what was solved. Unit: share; 0 without points.</summary>
    /// <param name="cut">Share of the base year's imports.</param>
    public double StrainAt(double cut) => _curve?.StrainAt(cut) ?? 0;
}
