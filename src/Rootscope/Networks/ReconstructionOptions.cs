namespace Rootscope.Networks;

/// <summary>How a firm network is made from a table.</summary>
public sealed record ReconstructionOptions
{
    /// <summary>
    /// Mean number of customers of a firm, above 0. Unit: links. Where the table has more cells than this allows links, each cell still
    /// gets one.
    /// </summary>
    public required double MeanDegree { get; init; }

    /// <summary>The seed; the same seed gives the same network.</summary>
    public required long Seed { get; init; }

    /// <summary>Tail exponent of made firms' sizes within a sector, above 1. Unit: none (a ratio of logarithms).</summary>
    public double SizeTail { get; init; } = 1.1;

    /// <summary>
    /// The power of what flows between two firms to which the odds of a link grow, above 0 and at most 1. A number; unit: none. 1 is the
    /// published model, in which numbers of links grow with size until they are many; below 1 large firms have fewer and larger links. What
    /// firms sell and buy is the same in expectation.
    /// </summary>
    public double FitnessExponent { get; init; } = 1;

    /// <summary>
    /// The options of one network of an ensemble: the seed moves on, far enough that ensembles of neighbouring seeds share no network.
    /// </summary>
    /// <param name="draw">Number of the network, from 0, which has the seed as it is.</param>
    public ReconstructionOptions ForDraw(int draw)
    {
        const long Apart = 1_000_003;
        return this with { Seed = unchecked(Seed + (draw * Apart)) };
    }

    /// <summary>What is wrong with the values; empty if nothing is.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. MeanDegree > 0 ? Array.Empty<string>() : [$"the mean degree is above 0, not {MeanDegree:R}"],
            .. FitnessExponent is > 0 and <= 1
                ? Array.Empty<string>()
                : [$"the exponent of what flows in the odds of a link is above 0 and at most 1, not {FitnessExponent:R}"],
            .. SizeTail > 1 ? Array.Empty<string>() : [$"the tail exponent of sizes is above 1, not {SizeTail:R}"],
        ];
}

/// <summary>A network made from a table, and how well it fits the table.</summary>
/// <param name="Network">The network.</param>
/// <param name="Density">The z at which the mean number of links is the one aimed at; a number, unit: one over money squared.</param>
/// <param name="ForcedLinks">Links that were added because a cell of the table had none by chance. Unit: links.</param>
/// <param name="LeftOut">Share of the table's domestic flows, those within sectors of one firm, that no two firms can carry.</param>
/// <param name="Misplaced">Share of all sales that stands with other firms than their shares of their sectors say, because too few links
/// were drawn for them. Cells are met exactly.</param>
public sealed record Reconstruction(SupplyNetwork Network, double Density, int ForcedLinks, double LeftOut, double Misplaced)
{
    /// <summary>
    /// Firms whose links are worth more than their share of what their sector buys: what they buy counts as their costs. Unit: firms.
    /// </summary>
    public int CostsRaised { get; init; }

    /// <summary>How many times the largest of them buys its share of what its sector buys; 1 where there are none. Unit: ratio.</summary>
    public double LargestRaise { get; init; } = 1;
}
