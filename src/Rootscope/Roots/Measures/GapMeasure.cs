namespace Rootscope.Roots.Measures;

/// <summary>Root gap.</summary>
internal static class GapMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Gap)
        {
            Word = "gap",
            Column = "gap",
            Name = "Root gap",
            ChineseName = "根缺口",
            Unit = "ratio",
            ReadIn = ("×", "×"),
            Meaning = "ln(1 - loss) / (elasticity ln(1 - cut)); 1 where Hulten holds, above 1 where revenue understates.",
        };
}
