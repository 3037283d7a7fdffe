using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Roots.Stake;

/// <summary>What is at stake with a cut so small that solving it loses digits, from two cuts that can be solved.</summary>
/// <remarks>
/// What is lost over the square of the cut, and falls of outputs over the cut, are straight lines near 0: they err by the square of the
/// least cut that is solved, a millionth times what they bend, beside the digits of that cut.
/// </remarks>
internal static class SmallEpisode
{
    private const double Least = EquilibriumCuts.SmallQuantity;

    /// <summary>Whether a cut is too small to be solved.</summary>
    public static bool Is(double cut) => cut < Least;

    /// <summary>What a cut is solved as where only its kind matters: itself, or the least.</summary>
    public static double Solved(double cut) => Math.Max(cut, Least);

    /// <summary>Extrapolates sums to a small cut.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="solve">Solves a larger one; sums falls where it is given room for them.</param>
    /// <param name="falls">Receives falls at the cut; null where they are not asked for.</param>
    public static EpisodeSums Of(double cut, Func<double, double[]?, EpisodeSums> solve, double[]? falls)
    {
        double[]? nearFalls = falls is null ? null : new double[falls.Length];
        double[]? farFalls = falls is null ? null : new double[falls.Length];
        EpisodeSums far = solve(2 * Least, farFalls);
        EpisodeSums near = solve(Least, nearFalls);
        if (near.AtStake is null || far.AtStake is null)
        {
            return near.AtStake is null ? near : far;
        }

        for (int i = 0; i < falls?.Length; i++)
        {
            falls[i] += cut * Line(cut, nearFalls![i] / Least, farFalls![i] / (2 * Least));
        }

        return near with
        {
            AtStake = Square(cut, near.AtStake, far.AtStake),
            Tail = Square(cut, near.Tail, far.Tail),
            Strain = near.Strain is { } strain ? cut / Least * strain : null,
        };
    }

    /// <summary>A loss, which goes with the square of the cut, from those of the least and of twice the least.</summary>
    public static double? Square(double cut, double? near, double? far) =>
        near is { } small && far is { } large
            ? Math.Max(0, cut * cut * Line(cut, small / (Least * Least), large / (4 * Least * Least)))
            : null;

    /// <summary>A log price, which goes with the cut.</summary>
    public static double? Linear(double cut, double? near, double? far) =>
        near is { } small && far is { } large ? cut * Line(cut, small / Least, large / (2 * Least)) : null;

    /// <summary>The solved cuts, the least first.</summary>
    public static (double Near, double Far) Cuts => (Least, 2 * Least);

    private static double Line(double cut, double near, double far) => near + ((far - near) * (cut - Least) / Least);
}
