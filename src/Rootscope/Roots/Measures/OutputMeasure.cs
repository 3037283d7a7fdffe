namespace Rootscope.Roots.Measures;

/// <summary>Output: the ranking by revenue, which no lens says anything about.</summary>
internal static class OutputMeasure
{
    public static RootMeasure Create() =>
        new(r => r.Size)
        {
            Word = "output",
            Column = "outputShare",
            Name = "Output (revenue ranking)",
            ChineseName = "产出（营收排名）",
            Unit = "share",
            Meaning = "Own output over the output of all industries.",
            IsModelled = false,
            HasBand = false,
        };
}
