namespace Rootscope.Numerics;

/// <summary>e^x − 1 and ln(1 + x) without the cancellation near zero that the plain formulas have.</summary>
/// <remarks>Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.14.1 (after Kahan). Exactly 0 at 0.</remarks>
internal static class AccurateExponentials
{
    private const double NearZero = 0.5;

    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > NearZero)
        {
            return Math.Exp(x) - 1;
        }

        double u = Math.Exp(x);
        return u == 1 ? x : (u - 1) * x / Math.Log(u);
    }

    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > NearZero)
        {
            return Math.Log(1 + x);
        }

        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
