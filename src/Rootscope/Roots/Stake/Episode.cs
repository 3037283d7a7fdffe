using Rootscope.Numerics;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>How short a product is while it is replaced: what is missing of its flow, and of the services of its stock.</summary>
/// <remarks>
/// f(t) = φ m(t), with m = 1 until the product is replaced and 0 after, or falling in a straight line. The stock wears out at the rate δ and
/// is renewed as far as the flow goes: ds/dt = δ (f − s), s(0) = 0, in closed form.
/// </remarks>
/// <param name="Cut">Share that goes missing, φ.</param>
/// <param name="Years">Years to replace, T.</param>
/// <param name="Depreciation">δ; 0 also where capital goods have no services of their own.</param>
/// <param name="Recovery">How it comes back.</param>
internal sealed record Episode(double Cut, double Years, double Depreciation, StakeRecovery Recovery)
{
    /// <summary>When nothing is missing of the flow any more, in years.</summary>
    public double End => Recovery == StakeRecovery.Linear ? 1.5 * Years : Years;

    private double Turn => Recovery == StakeRecovery.Linear ? 0.5 * Years : Years;

    /// <summary>Moments between which the shortage is smooth.</summary>
    public IReadOnlyList<double> Breaks => Recovery == StakeRecovery.Linear ? [Turn, End] : [End];

    /// <summary>What is missing at a moment.</summary>
    /// <param name="years">The moment.</param>
    /// <param name="ended">Whether the moment counts as after the end, where it is the end itself.</param>
    public Shortage At(double years, bool ended) => new(ended ? 0 : Flow(years), Services(years), ended);

    private double Flow(double years) =>
        Recovery == StakeRecovery.Sudden || years <= Turn ? Cut : Cut * Math.Max(0, 1 - ((years - Turn) / Years));

    private double Services(double years)
    {
        if (years <= Turn)
        {
            return Cut * Worn(years);
        }

        double atTurn = Cut * Worn(Turn);
        if (Recovery == StakeRecovery.Sudden)
        {
            return atTurn * Math.Exp(-Depreciation * (years - Turn));
        }

        double since = Math.Min(years, End) - Turn;
        double worn = Worn(since);
        double lag = Depreciation > 0 ? since - (worn / Depreciation) : 0;
        double short_ = (atTurn * (1 - worn)) + (Cut * (worn - (lag / Years)));
        return years <= End ? short_ : short_ * Math.Exp(-Depreciation * (years - End));
    }

    /// <summary>Share of a stock that wears out in some years: 1 − e^(−δ t).</summary>
    private double Worn(double years) => -AccurateExponentials.ExpMinusOne(-Depreciation * years);
}
