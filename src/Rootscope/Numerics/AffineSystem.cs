using Rootscope.Numerics.Dense;

namespace Rootscope.Numerics;

/// <summary>The zero of a function that is known to be affine but only by its values.</summary>
/// <remarks>Cost: n + 4 evaluations and 2n³/3.</remarks>
internal static class AffineSystem
{
    private const int Refinements = 3;

    /// <summary>The last step of refinement, relative to the largest value.</summary>
    private const double LastStep = 1e-11;

    /// <summary>Solves by factors; false where the system is singular or refinement does not end.</summary>
    /// <param name="point">Where the function is evaluated; receives the zero.</param>
    /// <param name="value">Values at the point, n; the array may be the same at every call.</param>
    public static bool Solve(double[] point, Func<double[]> value)
    {
        int n = point.Length;
        var matrix = new double[n * n];
        Array.Clear(point);
        double[] given = [.. value()];
        for (int i = 0; i < n; i++)
        {
            point[i] = 1;
            double[] at = value();
            point[i] = 0;
            for (int row = 0; row < n; row++)
            {
                matrix[(row * n) + i] = given[row] - at[row];
            }
        }

        var workspace = new DenseWorkspace(n, threads: 1);
        var factors = LuFactors.Of(matrix, n, workspace);
        double step = double.PositiveInfinity;
        double largest = 1;
        for (int pass = 0; pass < Refinements && !factors.IsSingular; pass++)
        {
            double[] missed = [.. value()];
            factors.Solve(missed, 1, workspace);
            step = 0;
            largest = 1;
            for (int i = 0; i < n; i++)
            {
                point[i] += missed[i];
                step = Math.Max(step, Math.Abs(missed[i]));
                largest = Math.Max(largest, Math.Abs(point[i]));
            }
        }

        return step <= LastStep * largest;
    }
}
