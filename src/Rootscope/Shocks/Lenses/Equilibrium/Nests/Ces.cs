using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>Price indices with constant elasticity of substitution, on logs of prices relative to the base.</summary>
/// <remarks>
/// ln P = ln(1 + Σ w (P_k^(1-e) − 1)) / (1 − e) with weights that sum to 1: exactly 0 where no price moved, exact at e = 0, accurate
/// however close e is to 1, and Σ w ln P at e = 1.
/// </remarks>
internal static class Ces
{
    /// <summary>A log price that stands for one that grows without bound: e^60 is 10^26 times the base price.</summary>
    public const double HighestLogPrice = 60;

    /// <summary>
    /// Where every price is beyond sight, rounding must not push the sum of terms to -1 and below: the last number above it.
    /// </summary>
    private const double NothingLeft = -1 + 1.2e-16;

    /// <summary>Below this a sum of terms is better taken as one of powers.</summary>
    private const double NearlyNothing = -0.9;

    /// <summary>The term that a log price adds to an index, before its weight.</summary>
    public static double Term(double logPrice, double elasticity) =>
        elasticity == 1 ? logPrice : AccurateExponentials.ExpMinusOne((1 - elasticity) * logPrice);

    /// <summary>The log index from the weighted sum of terms.</summary>
    public static double Index(double weightedSum, double elasticity) =>
        elasticity == 1 ? weightedSum : AccurateExponentials.LogOnePlus(Math.Max(weightedSum, NothingLeft)) / (1 - elasticity);

    /// <summary>The log index of two prices.</summary>
    public static double Pair(double firstShare, double firstLogPrice, double secondLogPrice, double elasticity)
    {
        if (firstShare == 1)
        {
            return firstLogPrice;
        }

        if (firstShare == 0)
        {
            return secondLogPrice;
        }

        double sum = (firstShare * Term(firstLogPrice, elasticity)) + ((1 - firstShare) * Term(secondLogPrice, elasticity));
        if (elasticity == 1 || sum >= NearlyNothing)
        {
            return Index(sum, elasticity);
        }

        // Little is left of 1: the powers themselves keep the digits.
        double power = 1 - elasticity;
        double left = (firstShare * Math.Exp(power * firstLogPrice)) + ((1 - firstShare) * Math.Exp(power * secondLogPrice));
        return left > 0 ? Math.Log(left) / power : Index(sum, elasticity);
    }
}
