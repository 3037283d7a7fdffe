using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>How far a sector stands from final use and from primary inputs, in stages of production.</summary>
/// <remarks>By power series; the inverse is never formed. A sector without output gets 1. Cost: about 50 passes over the coefficients.</remarks>
public static class ProductionStages
{
    /// <summary>Upstreamness, (I − B)⁻¹ 1: the average number of stages between a sector's output and final use. Unit: stages, at least 1. Shape: n.</summary>
    /// <remarks>
    /// One region: with the row correction for exports and imports (<see cref="DirectAllocation.OfDomesticUse"/>). Many regions: B as it is, which is
    /// the row sum of the Ghosh inverse. A row with negative final demand can push a value up. Source: Antràs, Chor, Fally and Hillberry (2012).
    /// </remarks>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static double[] Upstreamness(FlowTable table) => Upstreamness(DirectAllocation.OfDomesticUse(table));

    /// <summary>Upstreamness from given allocation coefficients.</summary>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static double[] Upstreamness(DirectAllocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return RequirementsSeries.SumOfOnes(allocation.Table, allocation.Values, byRow: true);
    }

    /// <summary>Downstreamness, 1'(I − A)⁻¹ with all inputs: the average number of stages between primary inputs and a sector's output. Unit: stages, at least 1. Shape: n.</summary>
    /// <remarks>
    /// In a one-region table imported inputs are taken to be made as at home. In a closed table Σ x U = Σ x D. Source: Fally (2012);
    /// Antràs and Chor (2013); Miller and Temurshoev (2017).
    /// </remarks>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Downstreamness(FlowTable table) => Multipliers.Output(DirectRequirements.Of(table, InputOrigin.All));
}
