using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Upgrading;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Upgrading;

/// <summary>One technology of an <see cref="UpgradeAnswer"/>.</summary>
public sealed record UpgradeLine
{
    /// <summary>The technology, with its dependence, feasibility and what is at stake.</summary>
    public required WeakSpot Spot { get; init; }

    /// <summary>Its course under the question's policy; null where it has none.</summary>
    public UpgradingCourse? Course { get; init; }

    /// <summary>The same draws where nothing is done; null where it has no course.</summary>
    public UpgradingCourse? Free { get; init; }

    /// <summary>The same draws where nothing foreign is sold to home any more.</summary>
    public UpgradingCourse? Banned { get; init; }

    /// <summary>The same draws where half of makers' research falls away for want of capital.</summary>
    public UpgradingCourse? Starved { get; init; }

    /// <summary>Why it has no course, as a sentence; empty where it has one.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The others asked about that the same industry or part carries: what is at stake with it is theirs too, once.</summary>
    public IReadOnlyList<Technology> SharedWith { get; init; } = [];

    /// <summary>How far its carrier stands from final use. Unit: stages; null where it has none.</summary>
    public double? Upstreamness { get; init; }

    /// <summary>How complex its carrier's product is, by rank among products. Unit: share; null where that is not known.</summary>
    public double? Complexity { get; init; }

    /// <summary>
    /// Code of the industry, or of the part split off it, whose figures stand for the technology; null where none does.
    /// </summary>
    public string? Carrier => Spot.Stake?.Part?.Split.Code ?? Spot.Stake?.Carrier?.Code;

    /// <summary>The technology.</summary>
    public Technology Technology => Spot.Technology;
}

/// <summary>How the order of catching up goes with a trait of technologies.</summary>
/// <param name="Trait">The trait in words.</param>
/// <param name="Technologies">Number of technologies that have it and a course.</param>
/// <param name="AtStart">Rank correlation of the trait and the cost gap of the base year; null where there is none.</param>
/// <param name="AtEnd">The same with the median gap of the last year.</param>
public sealed record UpgradeOrder(string Trait, int Technologies, double? AtStart, double? AtEnd);

/// <summary>What an <see cref="UpgradeQuestion"/> comes to.</summary>
public sealed record UpgradeAnswer
{
    /// <summary>Half of research falls away in the comparison that tells what a restriction of capital costs. Unit: share.</summary>
    public const double ComparedCapitalCut = 0.5;

    /// <summary>The question.</summary>
    public required UpgradeQuestion Question { get; init; }

    /// <summary>Dependence, feasibility and what is at stake, on which it rests.</summary>
    public required WeakSpotAnswer Spots { get; init; }

    /// <summary>What the loop rests on.</summary>
    public required UpgradingParameters Parameters { get; init; }

    /// <summary>The rate at which the gap closed over the dated tables that the question names; null where it names none.</summary>
    public UpgradingCalibration? Calibration { get; init; }

    /// <summary>The technologies asked about, the largest stake first.</summary>
    public required IReadOnlyList<UpgradeLine> Lines { get; init; }

    /// <summary>Wright's law fitted to every embedded series, with the error of the last years when they are held out.</summary>
    public required IReadOnlyList<(ExperienceCurve Curve, HoldOut HoldOut)> History { get; init; }

    /// <summary>Whether applications come before basics: the order against upstreamness and complexity.</summary>
    public required IReadOnlyList<UpgradeOrder> Order { get; init; }
}
