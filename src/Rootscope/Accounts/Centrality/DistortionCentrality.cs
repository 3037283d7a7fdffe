using Rootscope.Tables;

namespace Rootscope.Accounts.Centrality;

/// <summary>How much more a unit of subsidy does in a sector than on average, where all purchases of inputs carry one wedge.</summary>
/// <remarks>
/// ξ_i = s μ_i / γ_i with influence μ' = β'(I − (1 + χ)Ω)⁻¹ and Domar weights γ' = β'(I − Ω)⁻¹; Ω is the share of revenue spent on each
/// input, β the shares of final use, χ the wedge, and s such that the mean over sectors, weighted by value added, is 1. Where imports
/// stand in a column, Ω has domestic inputs and β exports too, so that γ is what the table shows. Unit: ratio. Shape: n. Source: Liu
/// (2019), "Industrial Policies in Production Networks", Quarterly Journal of Economics 134(4), sections III and IV.
/// </remarks>
public static class DistortionCentrality
{
    /// <summary>Computes the centralities. Unit: ratio; above 1 a subsidy does more than on average. Shape: n.</summary>
    /// <param name="direct">The direct requirements; domestic inputs where imports stand in a column.</param>
    /// <param name="wedge">By what part of the seller's price inputs are dearer to their buyers, χ. Unit: share, at least 0.</param>
    /// <returns>One value a sector; null where it has no output.</returns>
    /// <exception cref="ArgumentException">The wedge is below 0 or not finite.</exception>
    /// <exception cref="ModelException">The table is not productive with inputs dearer by the wedge, or value added is not
    /// positive.</exception>
    public static IReadOnlyList<double?> Of(DirectRequirements direct, double wedge)
    {
        ArgumentNullException.ThrowIfNull(direct);
        if (!(wedge >= 0) || !double.IsFinite(wedge))
        {
            throw new ArgumentException($"The wedge has to be at least 0, not {wedge}.", nameof(wedge));
        }

        double[] dearer = direct.Values.ToArray();
        for (int c = 0; c < dearer.Length; c++)
        {
            dearer[c] *= 1 + wedge;
        }

        // Final use in money instead of shares: the scale drops out, and (I - A) f is then output itself.
        SeriesSum influence = RequirementsSeries.SumWithBound(direct.Table, dearer, direct.FinalDemand(), byRow: true);
        ReadOnlySpan<double> output = direct.Table.Output;
        double[] valueAdded = TableTotals.ValueAdded(direct.Table);
        var ratios = new double?[direct.Size];
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < ratios.Length; i++)
        {
            if (output[i] != 0)
            {
                ratios[i] = influence.Values[i] / output[i];
                weights += valueAdded[i];
                sum += valueAdded[i] * influence.Values[i] / output[i];
            }
        }

        return weights > 0 && sum > 0
            ? [.. ratios.Select(r => r * weights / sum)]
            : throw new ModelException(
                $"table '{direct.Table.Metadata.Id}': value added sums to {weights:G6}, so that a mean over it has no meaning. "
                    + "Check that output and flows are in the same unit."
            );
    }
}
