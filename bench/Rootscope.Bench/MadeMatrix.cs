namespace Rootscope.Bench;

/// <summary>Seeded matrices I − A of any size, productive by construction.</summary>
internal static class MadeMatrix
{
    /// <summary>I − A of a made table.</summary>
    public static double[] Leontief(int n, int seed)
    {
        double[] a = Coefficients(n, seed);
        for (int cell = 0; cell < a.Length; cell++)
        {
            a[cell] = (cell % (n + 1) == 0 ? 1 : 0) - a[cell];
        }

        return a;
    }

    /// <summary>Coefficients of a made table: dense, columns that sum to 0.8.</summary>
    private static double[] Coefficients(int n, int seed)
    {
        var random = new Random(seed);
        double[] a = GC.AllocateUninitializedArray<double>(n * n);
        var sums = new double[n];
        for (int cell = 0; cell < a.Length; cell++)
        {
            a[cell] = random.NextDouble();
            sums[cell % n] += a[cell];
        }

        for (int cell = 0; cell < a.Length; cell++)
        {
            a[cell] *= 0.8 / sums[cell % n];
        }

        return a;
    }
}
