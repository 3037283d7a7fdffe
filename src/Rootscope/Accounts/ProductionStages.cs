using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>Both distances of every sector.</summary>
/// <param name="Upstreamness">Stages between a sector's output and final use.</param>
/// <param name="Downstreamness">Stages between primary inputs and a sector's output.</param>
public sealed record StageSums(SeriesSum Upstreamness, SeriesSum Downstreamness);

/// <summary>How far a sector stands from final use and from primary inputs, in stages of production.</summary>
/// <remarks>By series; the inverse is never formed. A sector without output gets 1. Cost: 12 to 20 passes over the flows.</remarks>
public static class ProductionStages
{
    /// <summary>
    /// Upstreamness, (I − B)⁻¹ 1: the average number of stages between a sector's output and final use. Unit: stages, at least 1. Shape: n.
    /// </summary>
    /// <remarks>
    /// One region: with the row correction for exports and imports (<see cref="DirectAllocation.OfDomesticUse"/>). Many regions: B as it
    /// is, which is the row sum of the Ghosh inverse. A row with negative final demand can push a value up. Source: Antràs, Chor, Fally and
    /// Hillberry (2012).
    /// </remarks>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static double[] Upstreamness(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return RequirementsSeries
            .SumOfOnes(table, Reciprocals(DirectAllocation.DomesticUse(table, netOfInventories: false, [])), byRow: true)
            .ToArray();
    }

    /// <summary>Upstreamness from given allocation coefficients.</summary>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static double[] Upstreamness(DirectAllocation allocation) => UpstreamnessWithBound(allocation).ToArray();

    /// <summary>Upstreamness from given allocation coefficients, with a bound on its error. Unit: stages.</summary>
    /// <exception cref="ModelException">The series does not converge.</exception>
    public static SeriesSum UpstreamnessWithBound(DirectAllocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return RequirementsSeries.SumOfOnes(allocation.Table, allocation.Values, byRow: true);
    }

    /// <summary>Upstreamness and downstreamness together, each with a bound on its error. Unit: stages.</summary>
    /// <remarks>
    /// Both in the same passes over the flows, of which no copy is made: half the cost of one after the other. In a table of many regions,
    /// or a closed one, downstreamness is the output multiplier.
    /// </remarks>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static StageSums WithBounds(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] perUse = Reciprocals(DirectAllocation.DomesticUse(table, netOfInventories: false, []));
        (SeriesSum up, SeriesSum down) = RequirementsSeries.SumOfOnes(table, perUse, Reciprocals(table.Output));
        return new StageSums(up, down);
    }

    /// <summary>
    /// Downstreamness, 1'(I − A)⁻¹ with all inputs: the average number of stages between primary inputs and a sector's output. Unit:
    /// stages, at least 1. Shape: n.
    /// </summary>
    /// <remarks>
    /// In a one-region table imported inputs are taken to be made as at home. In a closed table Σ x U = Σ x D. Source: Fally (2012);
    /// Antràs and Chor (2013); Miller and Temurshoev (2017).
    /// </remarks>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Downstreamness(FlowTable table) => DownstreamnessWithBound(table).ToArray();

    /// <summary>Downstreamness with a bound on its error. Unit: stages.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static SeriesSum DownstreamnessWithBound(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return RequirementsSeries.SumOfOnes(table, Reciprocals(table.Output), byRow: false);
    }

    private static double[] Reciprocals(ReadOnlySpan<double> values)
    {
        var result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[i] == 0 ? 0 : 1 / values[i];
        }

        return result;
    }
}
