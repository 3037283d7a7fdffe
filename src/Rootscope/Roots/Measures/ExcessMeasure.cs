namespace Rootscope.Roots.Measures;

/// <summary>Excess loss.</summary>
internal static class ExcessMeasure
{
    public static RootMeasure Create() =>
        new(r => r.ExcessLoss)
        {
            Word = "excess",
            Column = "excessLoss",
            Name = "Excess loss",
            ChineseName = "超额损失",
            Unit = "share",
            Meaning = "Loss less first-order loss: what a revenue view misses.",
        };
}
