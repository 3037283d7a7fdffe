namespace Rootscope.Roots.Measures;

/// <summary>Reach; no ranking where everything reaches everything.</summary>
internal static class ReachMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Reach)
        {
            Word = "reach",
            Column = "reach",
            Name = "Reach",
            ChineseName = "波及面",
            Unit = "share",
            Meaning = "Share of value added in industries whose output falls by more than 5% of the cut.",
            HasBand = false,
            NeedsReach = true,
            Refusal = RigidCascade.RefusalOfReach,
        };
}
