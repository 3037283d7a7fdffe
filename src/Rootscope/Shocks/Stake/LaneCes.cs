using System.Runtime.Intrinsics;
using Rootscope.Numerics;

namespace Rootscope.Shocks.Stake;

/// <summary>The terms of price indices, four at a time, each with an elasticity of its own.</summary>
internal static class LaneCes
{
    /// <summary>(P^power − 1)/power of log prices, power = 1 − elasticity; the log price where the power is 0.</summary>
    public static Vector256<double> Term(Vector256<double> logPrice, Vector256<double> power)
    {
        Vector256<double> none = Vector256.Equals(power, Vector256<double>.Zero);
        Vector256<double> divisor = Vector256.ConditionalSelect(none, Vector256<double>.One, power);
        return Vector256.ConditionalSelect(none, logPrice, LaneExponentials.ExpMinusOne(logPrice * power) / divisor);
    }

    /// <summary>The log index of a weighted sum of terms.</summary>
    public static Vector256<double> Index(Vector256<double> sum, Vector256<double> power)
    {
        Vector256<double> none = Vector256.Equals(power, Vector256<double>.Zero);
        Vector256<double> divisor = Vector256.ConditionalSelect(none, Vector256<double>.One, power);
        return Vector256.ConditionalSelect(none, sum, LaneExponentials.LogOnePlus(sum * power) / divisor);
    }

    /// <summary>e^x.</summary>
    public static Vector256<double> Exp(Vector256<double> x) => LaneExponentials.ExpMinusOne(x) + Vector256<double>.One;
}
