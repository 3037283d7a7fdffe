namespace Rootscope.Numerics;

/// <summary>How an iteration ended.</summary>
public enum SolveStatus
{
    /// <summary>The residual is within the tolerance.</summary>
    Converged,

    /// <summary>The limit of iterations was reached first; the figures are not to be used.</summary>
    NotConverged,

    /// <summary>No solution exists; the result says for whom. The figures are not to be used.</summary>
    Infeasible,
}

/// <summary>Sums (I + M + M² + …) b without forming an inverse: u ← b + M u until nothing moves.</summary>
/// <remarks>Cost: one pass over the matrix a term; about 40 terms for real tables (spectral radius 0.5 to 0.6) and 1e-13.</remarks>
internal static class PowerSeries
{
    private const int MostTerms = 5_000;

    /// <summary>Solves u = b + M u, or u' = b' + u' M where <paramref name="transposed"/>; M is non-negative.</summary>
    public static SolveStatus Solve(
        ReadOnlySpan<double> matrix,
        ReadOnlySpan<double> constant,
        bool transposed,
        double tolerance,
        Span<double> solution,
        out int passes
    )
    {
        var term = constant.ToArray();
        var next = new double[term.Length];
        constant.CopyTo(solution);

        // Terms of both signs may add up to nothing: what ends the series is their size beside the sizes added up.
        var size = new double[term.Length];
        for (int i = 0; i < size.Length; i++)
        {
            size[i] = Math.Abs(term[i]);
        }

        for (passes = 1; passes <= MostTerms; passes++)
        {
            if (transposed)
            {
                DenseKernels.MultiplyTransposed(matrix, term, next);
            }
            else
            {
                DenseKernels.Multiply(matrix, term, next);
            }

            (term, next) = (next, term);
            double largest = 0;
            for (int i = 0; i < term.Length; i++)
            {
                solution[i] += term[i];
                size[i] += Math.Abs(term[i]);
                largest = Math.Max(largest, Math.Abs(term[i]) / Math.Max(size[i], double.Epsilon));
            }

            if (largest <= tolerance)
            {
                return SolveStatus.Converged;
            }

            if (!double.IsFinite(largest))
            {
                return SolveStatus.NotConverged;
            }
        }

        return SolveStatus.NotConverged;
    }
}
