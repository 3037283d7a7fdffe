namespace Rootscope.Roots.Measures;

/// <summary>Loss.</summary>
internal static class LossMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Loss)
        {
            Word = "loss",
            Column = "loss",
            Name = "Loss",
            ChineseName = "损失",
            Unit = "share",
            Meaning = "What the lens says is lost: share of what it counts, real final spending or value added.",
        };
}
