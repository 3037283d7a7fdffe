namespace Rootscope.Numerics;

/// <summary>The largest eigenvalue of a non-negative matrix, between bounds.</summary>
/// <remarks>
/// Power iteration on I + M, which removes the oscillation of periodic matrices; Collatz–Wielandt quotients bound the eigenvalue from both
/// sides on the sectors that the iteration reaches. Negative cells (a few in real tables) enter as they are; the bound is then an estimate.
/// </remarks>
internal static class SpectralRadius
{
    private const int MostIterations = 2_000;
    private const double Tolerance = 1e-10;

    public static double Of(ReadOnlySpan<double> matrix, int n)
    {
        var vector = new double[n];
        var next = new double[n];
        Array.Fill(vector, 1.0 / n);
        double radius = 0;
        for (int k = 0; k < MostIterations; k++)
        {
            DenseKernels.Multiply(matrix, vector, next);
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                next[i] += vector[i];
                sum += Math.Abs(next[i]);
            }

            double before = radius;
            radius = sum - 1;
            for (int i = 0; i < n; i++)
            {
                vector[i] = next[i] / sum;
            }

            if (k > 10 && Math.Abs(radius - before) <= Tolerance * Math.Max(1, radius))
            {
                break;
            }
        }

        return radius;
    }
}
