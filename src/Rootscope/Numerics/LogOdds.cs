namespace Rootscope.Numerics;

/// <summary>Shares moved on the scale on which they have no ends.</summary>
internal static class LogOdds
{
    /// <summary>A share whose log odds are moved; 0 and 1 stay what they are.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <param name="shift">By how much. Unit: log odds.</param>
    public static double Moved(double share, double shift)
    {
        double odds = Math.Exp(shift);
        return share * odds / (1 - share + (share * odds));
    }

    /// <summary>A ratio whose distance from 1 is moved: a fall as a share, a rise by its log.</summary>
    /// <param name="ratio">The ratio, at least 0.</param>
    /// <param name="shift">By how much. Unit: log points.</param>
    public static double MovedRatio(double ratio, double shift) =>
        ratio < 1 ? 1 - Moved(1 - ratio, shift) : 1 + ((ratio - 1) * Math.Exp(shift));
}
