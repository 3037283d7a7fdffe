using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The price of a bundle whose products each have an elasticity of substitution of their own.</summary>
/// <remarks>
/// Σ_k w_k ((P_k/C)^(1−θ_k) − 1)/(1 − θ_k) = 0 with base shares w that sum to 1 defines C: implicitly additive, homogeneous of degree one,
/// concave for θ ≥ 0, and the CES index where all θ are equal. A product with a small share has the own-price elasticity −θ_k; two products
/// substitute with θ_i + θ_j − Σ s θ. Source: Hanoch (1975), Econometrica 43(3), "Production and demand models with direct or indirect
/// implicit additivity".
/// </remarks>
internal static class ImplicitIndex
{
    private const int MostSteps = 200;

    /// <summary>Newton's method doubles the digits with each step: after one this small, rounding is left.</summary>
    private const double LastStep = 1e-8;

    /// <summary>((P)^(1−θ) − 1)/(1 − θ) of a log price: exactly 0 where it did not move, the log price itself at θ = 1.</summary>
    public static double Term(double logPrice, double elasticity) =>
        elasticity == 1 ? logPrice : AccurateExponentials.ExpMinusOne((1 - elasticity) * logPrice) / (1 - elasticity);

    /// <summary>Solves for ln C.</summary>
    /// <param name="powers">1 − θ by level.</param>
    /// <param name="terms">Weighted sum of <see cref="Term"/> by level.</param>
    /// <param name="weights">Sum of base shares by level.</param>
    /// <param name="start">A guess.</param>
    /// <param name="exactSum">Whether the sum is wanted to the last digit even where the guess was off; otherwise it lags by the last
    /// step.</param>
    /// <returns>ln C, and Σ w (P/C)^(1−θ), by which quantities are divided.</returns>
    public static (double LogPrice, double Sum) Solve(
        ReadOnlySpan<double> powers,
        ReadOnlySpan<double> terms,
        ReadOnlySpan<double> weights,
        double start,
        bool exactSum
    )
    {
        double at = start;
        double below = double.NegativeInfinity,
            above = double.PositiveInfinity;
        (double value, double slope) = Evaluate(powers, terms, weights, at);
        for (int step = 0; step < MostSteps && value != 0; step++)
        {
            double newton = value / slope;
            if (Math.Abs(newton) <= LastStep)
            {
                at += newton;
                break;
            }

            below = value > 0 ? at : below;
            above = value < 0 ? at : above;
            double next = at + newton;
            if (!(next > below && next < above))
            {
                next = double.IsFinite(below) && double.IsFinite(above) ? 0.5 * (below + above) : at + Math.CopySign(1, value);
            }

            at = next;
            (value, slope) = Evaluate(powers, terms, weights, at);
        }

        return (at, exactSum ? Evaluate(powers, terms, weights, at).Slope : slope);
    }

    private static (double Value, double Slope) Evaluate(
        ReadOnlySpan<double> powers,
        ReadOnlySpan<double> terms,
        ReadOnlySpan<double> weights,
        double at
    )
    {
        double value = 0;
        double slope = 0;
        for (int g = 0; g < powers.Length; g++)
        {
            double b = powers[g];
            double less = b == 0 ? 0 : AccurateExponentials.ExpMinusOne(-b * at);
            value += ((1 + less) * terms[g]) + (weights[g] * (b == 0 ? -at : less / b));
            slope += (1 + less) * ((b * terms[g]) + weights[g]);
        }

        return (value, slope);
    }
}
