namespace Rootscope.Accounts.Centrality;

/// <summary>How evenly a sector's linkages are spread over the others: the coefficient of variation of its column or row of L.</summary>
/// <remarks>
/// Standard deviation (divisor n − 1) over mean. A low value with a high linkage marks a sector that pulls on many; a high one leans on
/// few. Unit: ratio. Shape: n; null where the mean is not positive, or in a table of one sector. Source: Rasmussen (1956); Miller and Blair
/// (2009), section 12.2. Cost: one pass over L.
/// </remarks>
public static class LinkageVariation
{
    /// <summary>Variation of each column of L, backward. Unit: ratio. Shape: n.</summary>
    public static IReadOnlyList<double?> Backward(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return Of(total.Size, (i, k) => total[new(i), new(k)]);
    }

    /// <summary>Variation of each row of L, forward in Rasmussen's reading. Unit: ratio. Shape: n.</summary>
    public static IReadOnlyList<double?> Forward(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return Of(total.Size, (j, k) => total[new(k), new(j)]);
    }

    private static double?[] Of(int n, Func<int, int, double> cell)
    {
        var variations = new double?[n];
        for (int k = 0; k < n; k++)
        {
            double mean = 0;
            for (int i = 0; i < n; i++)
            {
                mean += cell(i, k) / n;
            }

            double squares = 0;
            for (int i = 0; i < n; i++)
            {
                squares += (cell(i, k) - mean) * (cell(i, k) - mean);
            }

            variations[k] = mean > 0 && n > 1 ? Math.Sqrt(squares / (n - 1)) / mean : null;
        }

        return variations;
    }
}
