namespace Rootscope.Roots.Measures;

/// <summary>Root leverage.</summary>
internal static class LeverageMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Leverage)
        {
            Word = "leverage",
            Column = "leverage",
            Name = "Root leverage",
            ChineseName = "根杠杆",
            Unit = "ratio",
            ReadIn = ("money per money", "元/元"),
            Meaning = "Money lost per unit of money of supply cut.",
        };
}
