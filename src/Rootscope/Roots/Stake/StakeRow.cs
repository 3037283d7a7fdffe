using Rootscope.Shocks;

namespace Rootscope.Roots.Stake;

/// <summary>What is at stake with one product. What is undefined is null, with the status that says why.</summary>
public sealed record StakeRow
{
    /// <summary>Place in the ranking, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Number of the product in the table.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>Its code in the table's classification.</summary>
    public required string Code { get; init; }

    /// <summary>Its English name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Its output over the output of all industries, own use netted out of both, as in the economy that is solved; the older measures
    /// tell it with own use (<see cref="RootRow.OutputShare"/>). Unit: share.
    /// </summary>
    public required double OutputShare { get; init; }

    /// <summary>The yearly supply of which a share goes missing, own use netted out. Unit: the table's money.</summary>
    public required double Supply { get; init; }

    /// <summary>Years until it is replaced, T. Unit: years.</summary>
    public required double YearsToReplace { get; init; }

    /// <summary>Share of services as a capital good in its home use. Unit: share.</summary>
    public required double CapitalShareOfUse { get; init; }

    /// <summary>
    /// Losses until it is replaced, or until they count no more, V. Unit: share of one year's final spending of the base.
    /// </summary>
    public required double? AtStakeShare { get; init; }

    /// <summary>The same in money. Unit: the table's money.</summary>
    public required double? AtStake { get; init; }

    /// <summary>
    /// What worn-out capital goods cost after it was replaced, beside what is at stake; 0 where nothing wears out. Unit: share of one
    /// year's final spending; null where it was not asked for.
    /// </summary>
    public required double? TailShare { get; init; }

    /// <summary>V / (φ s): money lost, until the loss is made good, per unit of money of yearly supply cut. Unit: ratio.</summary>
    public required double? Leverage { get; init; }

    /// <summary>Leverage over the median leverage of the ranking. Unit: ratio.</summary>
    public required double? TimesTypical { get; init; }

    /// <summary>When its services first become scarce; null where they never do, or have no price of their own. Unit: years.</summary>
    public required double? ServicesScarceFromYears { get; init; }

    /// <summary>
    /// How far the economy is from its base at the worst moment: the larger of what is lost and of what users pay for what is left beyond
    /// its cost, both as shares of final spending. Unit: share; null without a solution.
    /// </summary>
    public required double? Strain { get; init; }

    /// <summary>
    /// Whether the figures hold, and if not, why; <see cref="CutStatus.Extrapolated"/> where <see cref="Strain"/> is above
    /// <see cref="StakeRanking.FarthestStrain"/>.
    /// </summary>
    public required CutStatus Status { get; init; }
}
