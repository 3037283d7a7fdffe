using Rootscope.Numerics;

namespace Rootscope.Accounts.Trade;

/// <summary>Who uses in the end what every sector makes.</summary>
/// <remarks>
/// Source: Miller and Blair (2009), chapter 6; Johnson and Noguera (2012). Final use of a region is that of the goods of this table;
/// exports of a one-region table belong to nobody in it and are left out. Cost: one pass over L for each region.
/// </remarks>
public static class Footprints
{
    /// <summary>
    /// Output of every sector that each region's final use sets in motion, L Y. Unit: the table's. Shape: n × regions, row-major.
    /// </summary>
    public static double[] OutputFor(TotalRequirements total, RegionalDeliveries deliveries)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(deliveries);
        int n = total.Size;
        int regions = total.Table.Sectors.Regions.Count;
        var output = new double[n * regions];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> requirements = total.Values.Slice(i * n, n);
            Span<double> row = output.AsSpan(i * regions, regions);
            for (int k = 0; k < n; k++)
            {
                if (requirements[k] != 0)
                {
                    DenseKernels.AddScaled(row, requirements[k], deliveries.Final.Slice(k * regions, regions));
                }
            }
        }

        return output;
    }

    /// <summary>ĉ L Y: what coefficients make of it. Unit: that of c times the table's. Shape: n × regions, row-major.</summary>
    /// <param name="total">Total requirements.</param>
    /// <param name="coefficients">Something per unit of output of each sector, n: value added, persons, emissions.</param>
    public static double[] Of(TotalRequirements total, ReadOnlySpan<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(total);
        if (coefficients.Length != total.Size)
        {
            throw new ArgumentException($"There are {coefficients.Length} coefficients for {total.Size} sectors.", nameof(coefficients));
        }

        double[] footprint = OutputFor(total, RegionalDeliveries.Of(total.Table));
        int regions = total.Table.Sectors.Regions.Count;
        for (int at = 0; at < footprint.Length; at++)
        {
            footprint[at] *= coefficients[at / regions];
        }

        return footprint;
    }

    /// <summary>
    /// Value added of each region that is finally used in each region, exporters by row. Unit: the table's. Shape: regions × regions.
    /// </summary>
    /// <remarks>Off the diagonal it is the value-added exports (VAX) of Johnson and Noguera (2012).</remarks>
    public static double[] ValueAddedExports(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        double[] footprint = Of(total, ValueAddedShares.Of(total.Table).Values);
        int regions = total.Table.Sectors.Regions.Count;
        var exports = new double[regions * regions];
        for (int k = 0; k < total.Size; k++)
        {
            DenseKernels.AddScaled(
                exports.AsSpan(total.Table.Sectors.RegionNumberOf(new(k)) * regions, regions),
                1,
                footprint.AsSpan(k * regions, regions)
            );
        }

        return exports;
    }
}
