using Rootscope.Roots.Measures;

namespace Rootscope.Tests.HowTo;

/// <summary>Unseen share: the part of a loss that revenue does not show.</summary>
internal static class UnseenMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Loss > 0 ? r.ExcessLoss / r.Loss : null)
        {
            Word = "unseen",
            Column = "unseenShare",
            Name = "Unseen share",
            ChineseName = "未见份额",
            Unit = "share",
            Meaning = "Excess loss over loss: the part of it that revenue does not show.",
        };
}
