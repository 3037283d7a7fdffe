using System.Diagnostics;

namespace Rootscope.Tables.Balancing;

/// <summary>One half-round of GRAS each: the factors of the rows for given ones of the columns, and the other way round.</summary>
/// <remarks>Notation of Lenzen, Wood and Gallego (2007): x = r p s − n / (r s). A factor of 0 stands for a line that vanishes.</remarks>
internal static class BiproportionalKernels
{
    public static void ScaleRows(ReadOnlySpan<double> cells, ReadOnlySpan<double> u, ReadOnlySpan<double> s, Span<double> r)
    {
        Debug.Assert(cells.Length == r.Length * s.Length, "one cell for every pair of factors");
        for (int i = 0; i < r.Length; i++)
        {
            ReadOnlySpan<double> row = cells.Slice(i * s.Length, s.Length);
            double p = 0;
            double n = 0;
            for (int j = 0; j < row.Length; j++)
            {
                double cell = row[j];
                if (cell > 0)
                {
                    p += cell * s[j];
                }
                else if (cell < 0 && s[j] > 0)
                {
                    n -= cell / s[j];
                }
            }

            r[i] = Factor(p, n, u[i]);
        }
    }

    public static void ScaleColumns(ReadOnlySpan<double> cells, ReadOnlySpan<double> v, ReadOnlySpan<double> r, Span<double> s)
    {
        var p = new double[s.Length];
        var n = new double[s.Length];
        for (int i = 0; i < r.Length; i++)
        {
            ReadOnlySpan<double> row = cells.Slice(i * s.Length, s.Length);
            double factor = r[i];
            for (int j = 0; j < row.Length; j++)
            {
                double cell = row[j];
                if (cell > 0)
                {
                    p[j] += cell * factor;
                }
                else if (cell < 0 && factor > 0)
                {
                    n[j] -= cell / factor;
                }
            }
        }

        for (int j = 0; j < s.Length; j++)
        {
            s[j] = Factor(p[j], n[j], v[j]);
        }
    }

    public static double[] Scaled(ReadOnlySpan<double> cells, ReadOnlySpan<double> r, ReadOnlySpan<double> s)
    {
        var values = new double[cells.Length];
        for (int i = 0; i < r.Length; i++)
        {
            int start = i * s.Length;
            for (int j = 0; j < s.Length; j++)
            {
                values[start + j] = Cell(cells[start + j], r[i], s[j]);
            }
        }

        return values;
    }

    public static double LargestRowGap(ReadOnlySpan<double> cells, ReadOnlySpan<double> u, ReadOnlySpan<double> r, ReadOnlySpan<double> s)
    {
        double largest = 0;
        for (int i = 0; i < r.Length; i++)
        {
            ReadOnlySpan<double> row = cells.Slice(i * s.Length, s.Length);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
            {
                sum += Cell(row[j], r[i], s[j]);
            }

            largest = Math.Max(largest, Math.Abs(sum - u[i]));
        }

        return largest;
    }

    public static double LargestColumnGap(ReadOnlySpan<double> values, ReadOnlySpan<double> v)
    {
        var sums = new double[v.Length];
        for (int c = 0; c < values.Length; c++)
        {
            sums[c % v.Length] += values[c];
        }

        double largest = 0;
        for (int j = 0; j < v.Length; j++)
        {
            largest = Math.Max(largest, Math.Abs(sums[j] - v[j]));
        }

        return largest;
    }

    private static double Cell(double cell, double r, double s)
    {
        double factor = r * s;
        return cell > 0 ? cell * factor
            : cell < 0 && factor > 0 ? cell / factor
            : 0;
    }

    /// <summary>Where no factors exist, they run away; the product of two, and a cell over it, stay finite.</summary>
    private static double Bounded(double factor) => factor == 0 ? 0 : Math.Clamp(factor, 1e-70, 1e70);

    /// <summary>The positive root of p f² − target f − n = 0.</summary>
    /// <remarks>
    /// For a negative target the usual form takes a small difference of large figures, so the other root's product n/p is used.
    /// </remarks>
    private static double Factor(double p, double n, double target)
    {
        if (p == 0)
        {
            // Negative cells alone: n / f = −target. Without cells, or where the sum cannot be reached, nothing is scaled.
            return n > 0 && target < 0 ? Bounded(n / -target) : 1;
        }

        double root = Math.Sqrt((target * target) + (4 * p * n));
        return Bounded(target >= 0 ? (target + root) / (2 * p) : 2 * n / (root - target));
    }
}
