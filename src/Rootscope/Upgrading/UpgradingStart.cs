namespace Rootscope.Upgrading;

/// <summary>What is at stake when a share of imports goes missing, at several shares.</summary>
/// <param name="Cut">Share of the base year's imports that goes missing.</param>
/// <param name="AtStake">What is lost until it is replaced. Unit: share of a year's final spending.</param>
public readonly record struct StakePoint(double Cut, double AtStake);

/// <summary>Where one technology of an economy starts from.</summary>
public sealed record UpgradingStart
{
    /// <summary>Identifier of the technology.</summary>
    public required string Id { get; init; }

    /// <summary>What home buys of it in a year, from home and abroad. Unit: the table's money.</summary>
    public required double HomeMarket { get; init; }

    /// <summary>Share of that which is made at home. Unit: share.</summary>
    public required double HomeShare { get; init; }

    /// <summary>What home sells of it abroad in a year. Unit: the table's money.</summary>
    public required double Exports { get; init; }

    /// <summary>What is at stake at several cuts of imports, by ascending cut; empty where it is not known.</summary>
    public IReadOnlyList<StakePoint> Stake { get; init; } = [];

    /// <summary>Share of imports that the foreign cut asked about takes. Unit: share.</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>How near it is to what the economy makes already. Unit: share; null where no complexity data are at hand.</summary>
    public double? Feasibility { get; init; }

    /// <summary>The law of its cost where a series of it is at hand; null for the general parameters.</summary>
    public ExperienceCurve? Experience { get; init; }

    /// <summary>
    /// What is at stake when a share of the base year's imports goes missing: up to the largest point along straight lines in logarithms,
    /// as losses grow from nothing like a power of the cut; beyond it in a straight line, as nothing is solved there.
    /// </summary>
    /// <param name="cut">Share of the base year's imports; may be above 1 where imports have grown.</param>
    /// <returns>Unit: share of a year's final spending; null without points.</returns>
    public double? AtStake(double cut)
    {
        if (Stake.Count == 0)
        {
            return null;
        }

        if (cut <= 0)
        {
            return 0;
        }

        if (Stake.Count == 1)
        {
            return Stake[0].AtStake * cut / Stake[0].Cut;
        }

        int upper = 1;
        while (upper < Stake.Count - 1 && Stake[upper].Cut < cut)
        {
            upper++;
        }

        (StakePoint low, StakePoint high) = (Stake[upper - 1], Stake[upper]);
        if (low.AtStake <= 0 || high.AtStake <= 0 || cut > high.Cut)
        {
            return Math.Max(0, low.AtStake + ((high.AtStake - low.AtStake) * (cut - low.Cut) / (high.Cut - low.Cut)));
        }

        double slope = Math.Log(high.AtStake / low.AtStake) / Math.Log(high.Cut / low.Cut);
        return low.AtStake * Math.Pow(cut / low.Cut, slope);
    }
}
