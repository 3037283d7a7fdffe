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

        // Terms of both signs may add up to nothing: what ends the series is their size beside the sizes added up.
        double[] size = [.. contributions];
        for (int i = 0; i < n; i++)
        {
            size[i] = Math.Abs(size[i]);
        }

        double[] sizeOfOnes = [.. control];
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

            DenseKernels.AddScaled(result.Values, 1, term);
            double largest = Math.Max(Add(term, size), Add(control, sizeOfOnes));
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

    /// <summary>Adds a term's size to those before it and returns the largest relative to their sum.</summary>
    private static double Add(double[] term, double[] size)
    {
        double largest = 0;
        for (int i = 0; i < size.Length; i++)
        {
            size[i] += Math.Abs(term[i]);
            largest = Math.Max(largest, Math.Abs(term[i]) / Math.Max(size[i], double.Epsilon));
        }

        return largest;
    }
}
