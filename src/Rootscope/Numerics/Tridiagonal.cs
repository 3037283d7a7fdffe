namespace Rootscope.Numerics;

/// <summary>Systems of a symmetric matrix with three diagonals.</summary>
internal static class Tridiagonal
{
    /// <summary>
    /// Solves (T − value·I) x = b in place, with exchanges of rows; a pivot of zero becomes the smallest that is not, as inverse iteration
    /// wants it.
    /// </summary>
    /// <remarks>Golub and Van Loan (2013), section 4.3.3, with partial pivoting.</remarks>
    public static void Solve(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside, double value, Span<double> b)
    {
        int n = diagonal.Length;
        var main = new double[n];
        var first = new double[n];
        var second = new double[n];
        double row0 = diagonal[0] - value;
        double row1 = n > 1 ? beside[0] : 0;
        for (int k = 0; k < n - 1; k++)
        {
            double next0 = beside[k];
            double next1 = diagonal[k + 1] - value;
            double next2 = k + 2 < n ? beside[k + 1] : 0;
            if (Math.Abs(next0) > Math.Abs(row0))
            {
                (main[k], first[k], second[k]) = (next0, next1, next2);
                (b[k], b[k + 1]) = (b[k + 1], b[k]);
                double factor = row0 / next0;
                (row0, row1) = (row1 - (factor * next1), -factor * next2);
                b[k + 1] -= factor * b[k];
            }
            else
            {
                (main[k], first[k], second[k]) = (NotZero(row0), row1, 0);
                double factor = next0 / main[k];
                (row0, row1) = (next1 - (factor * row1), next2);
                b[k + 1] -= factor * b[k];
            }
        }

        main[n - 1] = NotZero(row0);
        for (int k = n - 1; k >= 0; k--)
        {
            double sum = b[k] - (k + 1 < n ? first[k] * b[k + 1] : 0) - (k + 2 < n ? second[k] * b[k + 2] : 0);
            b[k] = sum / main[k];
        }
    }

    private static double NotZero(double pivot)
    {
        // The matrices here are of size 1: this is below every rounding and keeps quotients finite.
        const double Smallest = 1e-30;
        return Math.Abs(pivot) < Smallest ? Smallest : pivot;
    }
}
