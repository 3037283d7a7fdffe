namespace Rootscope.Shocks.Scenarios;

/// <summary>Sums and ratios that lenses share.</summary>
internal static class Figures
{
    /// <summary>New over old less 1; null where there was nothing before, or where the result is no number.</summary>
    public static double? Change(double before, double after)
    {
        double change = (after / before) - 1;
        return before > 0 && double.IsFinite(change) ? change : null;
    }

    /// <summary>Whether every figure is a number.</summary>
    public static bool AreFinite(IEnumerable<RegionOutcome> regions) =>
        regions.All(r => double.IsFinite(r.Loss) && double.IsFinite(r.Base));
}
