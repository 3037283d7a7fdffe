using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses;

/// <summary>An economy of one region whose supply is cut.</summary>
/// <param name="Table">The table, own use included.</param>
/// <param name="Calibrated">The same table as an economy of prices and quantities, with the choices that were made for it.</param>
/// <param name="Essentiality">How essential inputs are, for lenses that ask; null counts every input by its share of all cost.</param>
public sealed record CutEconomy(FlowTable Table, RegionEconomy Calibrated, EssentialityMatrix? Essentiality = null);

/// <summary>What a lens says about one cut, with what a ranking sets it against.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Elasticity">Derivative of the loss to the cut at no cut: what the first order builds on. Unit: ratio, at least 0.</param>
/// <param name="IsUsed">Whether anything that counts in the loss contains the product from this supply.</param>
public readonly record struct CutAnswer(CutOutcome Outcome, double Elasticity, bool IsUsed);

/// <summary>What a lens says about cuts.</summary>
/// <param name="Base">What losses are shares of, before any cut. Unit: the table's money.</param>
/// <param name="Answers">One answer a cut, in the order asked.</param>
public sealed record CutAnswers(double Base, IReadOnlyList<CutAnswer> Answers)
{
    /// <summary>An elasticity below which a product counts as not used. Unit: ratio.</summary>
    public const double LeastElasticity = 1e-9;

    /// <summary>The loss to first order, 1 − (1 − φ)^e, to the last digit also of a tiny cut. Unit: share.</summary>
    internal static double FirstOrderLoss(double share, double elasticity) =>
        elasticity == 0 ? 0
        : share >= 1 ? 1
        : -AccurateExponentials.ExpMinusOne(elasticity * AccurateExponentials.LogOnePlus(-share));
}
