using Rootscope.Numerics;

namespace Rootscope.Accounts.Extraction;

/// <summary>Losses when rows of A and of final demand are cut together: a small system instead of a new inverse.</summary>
/// <remarks>
/// Rows K lose the coefficients W and the final demand g: I − A becomes I − A + E_K W. Then x − x_new = L_K C⁻¹ (W x + g), with C = I + W
/// L_K; W x + g are the flows that are cut. Source: Woodbury (1950).
/// </remarks>
internal static class RowCut
{
    /// <param name="total">The inverse before the cut.</param>
    /// <param name="sellers">The rows K, m of them.</param>
    /// <param name="capacitance">C, m × m row-major; overwritten.</param>
    /// <param name="cutFlows">W x + g, m; overwritten by the scales of the columns of L.</param>
    /// <returns>Losses of output, n.</returns>
    public static double[] Losses(TotalRequirements total, ReadOnlySpan<int> sellers, double[] capacitance, double[] cutFlows)
    {
        BlockSystem.Solve(total, capacitance, cutFlows.Length, cutFlows, 1);
        int n = total.Size;
        var losses = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = total.Values.Slice(i * n, n);
            double sum = 0;
            for (int b = 0; b < sellers.Length; b++)
            {
                sum += row[sellers[b]] * cutFlows[b];
            }

            losses[i] = sum;
        }

        return losses;
    }

    /// <summary>I + W L_K.</summary>
    /// <param name="total">The inverse before the cut.</param>
    /// <param name="sellers">The rows K, m of them.</param>
    /// <param name="rows">W, m × width.</param>
    /// <param name="firstColumn">The sector that the first column of W stands for.</param>
    public static double[] Capacitance(TotalRequirements total, ReadOnlySpan<int> sellers, ReadOnlySpan<double> rows, int firstColumn)
    {
        int m = sellers.Length;
        int width = rows.Length / m;
        var capacitance = new double[m * m];
        var columns = new double[m];
        for (int b = 0; b < m; b++)
        {
            capacitance[(b * m) + b] = 1;
        }

        for (int j = 0; j < width; j++)
        {
            for (int b = 0; b < m; b++)
            {
                columns[b] = total[new(firstColumn + j), new(sellers[b])];
            }

            for (int a = 0; a < m; a++)
            {
                double coefficient = rows[(a * width) + j];
                if (coefficient != 0)
                {
                    DenseKernels.AddScaled(capacitance.AsSpan(a * m, m), coefficient, columns);
                }
            }
        }

        return capacitance;
    }
}
