using Rootscope.Answers.Language;
using Rootscope.Planning;

namespace Rootscope.Answers.Planning;

/// <summary>What the parts of plans are called, in the languages that answers are told in.</summary>
internal static class PlanWords
{
    /// <summary>What a measure is called.</summary>
    public static Phrase Called(PlanMeasure measure) =>
        measure switch
        {
            PlanMeasure.Research => new("research", "研发"),
            PlanMeasure.Capacity => new("capacity", "产能"),
            PlanMeasure.Stockpile => new("stockpile", "储备"),
            PlanMeasure.SecondSource => new("second source", "第二来源"),
            _ => new("licence", "许可"),
        };
}
