using Rootscope.Numerics;

namespace Rootscope.Accounts.Paths;

/// <summary>The full downstream potential of every sector, (I − M)⁻¹ c, summed term by term without an inverse.</summary>
internal sealed class PathPotentials
{
    /// <summary>Far below the figures' last place: what the series leaves out is of the size of rounding.</summary>
    private const double Tolerance = 1e-16;

    private const int MostTerms = 5_000;

    private PathPotentials(double[] values, double[] beyond)
    {
        Values = values;
        Beyond = beyond;
    }

    /// <summary>The potentials, n.</summary>
    public double[] Values { get; }

    /// <summary>The part of them that lies beyond the limit of tiers, n.</summary>
    public double[] Beyond { get; }

    /// <summary>Sums the series; null where it has no end. Ones are summed beside c, whose zeros could hide that.</summary>
    public static PathPotentials? Of(CompressedRows next, double[] contributions, int? mostTiers, CancellationToken cancellation)
    {
        int n = next.Size;
        double[] term = [.. contributions];
        var control = new double[n];
        Array.Fill(control, 1);
        var result = new PathPotentials([.. contributions], new double[n]);
        double[] sumOfOnes = [.. control];
        var nextTerm = new double[n];
        var nextControl = new double[n];
        for (int k = 1; k <= MostTerms; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            next.Multiply(term, control, nextTerm, nextControl);
            (term, nextTerm) = (nextTerm, term);
            (control, nextControl) = (nextControl, control);
            if (k > mostTiers)
            {
                DenseKernels.AddScaled(result.Beyond, 1, term);
            }

            double largest = Math.Max(Add(term, result.Values), Add(control, sumOfOnes));
            if (largest <= Tolerance)
            {
                return result;
            }

            if (!double.IsFinite(largest))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Adds a term to its sum and returns the largest term relative to its sum.</summary>
    private static double Add(double[] term, double[] sum)
    {
        double largest = 0;
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += term[i];
            largest = Math.Max(largest, Math.Abs(term[i]) / Math.Max(Math.Abs(sum[i]), double.Epsilon));
        }

        return largest;
    }
}
