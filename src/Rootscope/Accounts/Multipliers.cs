using Rootscope.Accounts.Trade;

namespace Rootscope.Accounts;

/// <summary>What one unit of final demand for each sector's product sets in motion.</summary>
/// <remarks>
/// By series: no inverse is formed. Cost: 12 to 60 passes over the coefficients. Source: Miller and Blair (2009), chapter 6.
/// </remarks>
public static class Multipliers
{
    /// <summary>Output multipliers, 1'L: output of all sectors in one unit of final demand. Unit: ratio, at least 1. Shape: n.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Output(DirectRequirements direct) => OutputWithBound(direct).ToArray();

    /// <summary>Output multipliers with a bound on their error. Unit: ratio.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static SeriesSum OutputWithBound(DirectRequirements direct)
    {
        ArgumentNullException.ThrowIfNull(direct);
        return RequirementsSeries.SumOfOnes(direct.Table, direct.Values, byRow: false);
    }

    /// <summary>c'L: what coefficients per unit of output add up to in one unit of final demand. Unit: that of c. Shape: n.</summary>
    /// <param name="direct">The direct requirements.</param>
    /// <param name="coefficients">Something per unit of output of each sector, n: value added, persons, emissions.</param>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] PerUnitOfFinalDemand(DirectRequirements direct, ReadOnlySpan<double> coefficients) =>
        PerUnitOfFinalDemandWithBound(direct, coefficients).ToArray();

    /// <summary>c'L with a bound on its error. Unit: that of c.</summary>
    /// <param name="direct">The direct requirements.</param>
    /// <param name="coefficients">Something per unit of output of each sector, n.</param>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static SeriesSum PerUnitOfFinalDemandWithBound(DirectRequirements direct, ReadOnlySpan<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(direct);
        return coefficients.Length == direct.Size
            ? RequirementsSeries.SumWithBound(direct.Table, direct.Values, coefficients, byRow: false)
            : throw new ArgumentException($"There are {coefficients.Length} coefficients for {direct.Size} sectors.", nameof(coefficients));
    }

    /// <summary>
    /// L f, the output of every sector that a final demand calls for, with a bound on its error: one solve without an inverse.
    /// </summary>
    /// <param name="direct">The direct requirements.</param>
    /// <param name="finalDemand">Final demand by product, n. Unit: the table's money or any other, which is the result's.</param>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static SeriesSum OutputFor(DirectRequirements direct, ReadOnlySpan<double> finalDemand)
    {
        ArgumentNullException.ThrowIfNull(direct);
        return finalDemand.Length == direct.Size
            ? RequirementsSeries.SumWithBound(direct.Table, direct.Values, finalDemand, byRow: true)
            : throw new ArgumentException($"There are {finalDemand.Length} final demands for {direct.Size} sectors.", nameof(finalDemand));
    }

    /// <summary>Value-added multipliers, v'L. Unit: ratio; 1 throughout a closed table when all inputs count. Shape: n.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] ValueAdded(DirectRequirements direct)
    {
        ArgumentNullException.ThrowIfNull(direct);
        return PerUnitOfFinalDemand(direct, ValueAddedShares.Of(direct.Table).Values);
    }

    /// <summary>
    /// Type I ratios: what a unit of final demand sets in motion over what its own producer contributes, (c'L)_j / c_j. Shape: n.
    /// </summary>
    /// <remarks>Null where the coefficient is 0: there the ratio is undefined.</remarks>
    public static IReadOnlyList<double?> TypeOneRatios(ReadOnlySpan<double> multipliers, ReadOnlySpan<double> coefficients)
    {
        var ratios = new double?[multipliers.Length];
        for (int j = 0; j < ratios.Length; j++)
        {
            ratios[j] = coefficients[j] == 0 ? null : multipliers[j] / coefficients[j];
        }

        return ratios;
    }

    /// <summary>The part of the output multipliers that falls on sectors of the product's own region. Unit: ratio. Shape: n.</summary>
    /// <remarks>The rest, output multiplier less this, is the spillover to other regions.</remarks>
    public static double[] OwnRegion(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        var ones = new double[total.Size];
        Array.Fill(ones, 1);
        return RegionContent.Own(total, ones);
    }

    /// <summary>Output of all sectors per unit of a sector's own output, 1'L_j / l_jj. Unit: ratio, at least 1. Shape: n.</summary>
    /// <remarks>Source: Miller and Blair (2009), chapter 6, output-to-output multipliers.</remarks>
    public static double[] OutputToOutput(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return [.. Enumerable.Range(0, total.Size).Select(j => total.Multipliers[j] / total[new(j), new(j)])];
    }
}
