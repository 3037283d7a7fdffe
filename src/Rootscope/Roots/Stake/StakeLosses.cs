using Rootscope.Shocks;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>Who loses what while one product is missing: industries by what they make less, exports, and final users.</summary>
/// <remarks>
/// Of the equilibria that <see cref="StakeRanking"/> sums: fall(t) = 1 − x_j(t)/x_j(0) of each industry's real output, summed over the
/// years until the product is replaced, or until losses count no more, with the same weights, discount and nodes as what is at stake. One
/// year without any output is 1. Outputs count inputs again and again, so that falls do not add up to what is at stake: final users lose
/// that. Cost: as of one product of the ranking.
/// </remarks>
/// <param name="Status">Whether the figures hold, and if not, why.</param>
/// <param name="Output">
/// Fall of real output of each industry, in the order of the table; below 0 where it makes more, 0 where it makes nothing. Unit: share of a
/// year's output; null without a solution.
/// </param>
/// <param name="Exports">Fall of the volume of all exports. Unit: share of a year's exports; null without a solution.</param>
/// <param name="FinalSpending">What final users lose: what is at stake. Unit: share of a year's final spending; null without a solution.
/// </param>
public sealed record StakeLosses(CutStatus Status, IReadOnlyList<double>? Output, double? Exports, double? FinalSpending)
{
    /// <summary>Who loses what while a product is missing.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question; the tail is left aside.</param>
    /// <param name="product">Number of the product.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static StakeLosses Of(StakeInputs inputs, StakeOptions options, IndustryNumber product, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(product.Value, nameof(product));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product.Value, inputs.Table.Size, nameof(product));
        var solver = StakeSolver.Of(inputs, options);
        return solver.LossesOf(product, solver.NewWorkspace(), cancellation);
    }
}
