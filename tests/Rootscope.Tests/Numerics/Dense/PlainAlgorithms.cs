using Rootscope.Numerics.Dense;

namespace Rootscope.Tests.Numerics.Dense;

/// <summary>What the dense kernels are held to: definitions in the plainest loops, sums in twice the digits, and random matrices.</summary>
internal static class PlainAlgorithms
{
    /// <summary>The unit of rounding of a double.</summary>
    public const double Unit = 1.0 / (1L << 53);

    /// <summary>Uniform numbers in [−1, 1).</summary>
    public static double[] Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>I − A of a productive table: column sums of A between 0.2 and 0.8, one cell in seven empty.</summary>
    public static double[] Productive(int n, int seed)
    {
        var random = new Random(seed);
        var a = new double[n * n];
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                a[(i * n) + j] = random.Next(7) == 0 ? 0 : Math.Pow(random.NextDouble(), 4);
                sum += a[(i * n) + j];
            }

            double inputs = 0.2 + (0.6 * random.NextDouble());
            for (int i = 0; i < n; i++)
            {
                a[(i * n) + j] = (i == j ? 1 : 0) - (sum > 0 ? a[(i * n) + j] * inputs / sum : 0);
            }
        }

        return a;
    }

    /// <summary>c_ij := fma(± a_ik, b_kj, c_ij) for k in order.</summary>
    public static void Product(double[] c, double[] a, double[] b, int rows, int depth, int columns, bool subtract)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = c[(i * columns) + j];
                for (int k = 0; k < depth; k++)
                {
                    double factor = a[(i * depth) + k];
                    sum = FusedRows.Subtract(sum, subtract ? factor : -factor, b[(k * columns) + j]);
                }

                c[(i * columns) + j] = sum;
            }
        }
    }

    /// <summary>Golub and Van Loan, algorithm 3.4.1, with fused steps; returns the row exchanged at each step.</summary>
    public static int[] Factor(double[] a, int n)
    {
        var pivots = new int[n];
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                pivot = Math.Abs(a[(i * n) + k]) > Math.Abs(a[(pivot * n) + k]) ? i : pivot;
            }

            pivots[k] = pivot;
            for (int c = 0; pivot != k && c < n; c++)
            {
                (a[(k * n) + c], a[(pivot * n) + c]) = (a[(pivot * n) + c], a[(k * n) + c]);
            }

            for (int i = k + 1; i < n; i++)
            {
                double factor = a[(i * n) + k] /= a[(k * n) + k];
                for (int c = k + 1; c < n; c++)
                {
                    a[(i * n) + c] = FusedRows.Subtract(a[(i * n) + c], factor, a[(k * n) + c]);
                }
            }
        }

        return pivots;
    }

    /// <summary>start + Σ a_i b_i as if in twice the digits. Ogita, Rump and Oishi (2005), algorithm 5.3 (Dot2).</summary>
    public static double CompensatedDot(double start, IEnumerable<(double A, double B)> pairs)
    {
        double sum = start;
        double lost = 0;
        foreach ((double a, double b) in pairs)
        {
            double product = a * b;
            double next = sum + product;
            double part = next - sum;
            lost += (sum - (next - part)) + (product - part) - FusedRows.Subtract(product, a, b);
            sum = next;
        }

        return sum + lost;
    }

    /// <summary>The largest row sum of |A|.</summary>
    public static double Norm(double[] a, int n) =>
        Enumerable.Range(0, n).Max(i => Enumerable.Range(0, n).Sum(j => Math.Abs(a[(i * n) + j])));

    /// <summary>The largest row sum of |X A − I|, each cell compensated.</summary>
    public static double Residual(double[] x, double[] a, int n) =>
        Enumerable
            .Range(0, n)
            .Max(i =>
                Enumerable
                    .Range(0, n)
                    .Sum(j =>
                        Math.Abs(CompensatedDot(i == j ? -1 : 0, Enumerable.Range(0, n).Select(k => (x[(i * n) + k], a[(k * n) + j]))))
                    )
            );
}
