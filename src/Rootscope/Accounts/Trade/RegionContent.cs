using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts.Trade;

/// <summary>Where what is in a unit of final demand comes from, by region.</summary>
public static class RegionContent
{
    /// <summary>Σ over sectors i of region r of c_i l_ij: region r's part of c'L. Shape: regions × n, row-major. Unit: that of c.</summary>
    /// <param name="total">The total requirements.</param>
    /// <param name="coefficients">Something per unit of output of each sector, n.</param>
    public static double[] ByRegion(TotalRequirements total, ReadOnlySpan<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(total);
        SectorIndex sectors = total.Table.Sectors;
        int n = total.Size;
        var content = new double[sectors.Regions.Count * n];
        for (int i = 0; i < n; i++)
        {
            DenseKernels.AddScaled(content.AsSpan(sectors.RegionNumberOf(new(i)) * n, n), coefficients[i], total.Values.Slice(i * n, n));
        }

        return content;
    }

    /// <summary>The product's own region's part of c'L. Shape: n. Unit: that of c.</summary>
    public static double[] Own(TotalRequirements total, ReadOnlySpan<double> coefficients)
    {
        double[] content = ByRegion(total, coefficients);
        int n = total.Size;
        return [.. Enumerable.Range(0, n).Select(j => content[(total.Table.Sectors.RegionNumberOf(new(j)) * n) + j])];
    }
}
