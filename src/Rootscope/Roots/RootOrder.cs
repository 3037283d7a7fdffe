using Rootscope.Roots.Measures;
using Rootscope.Shocks;

namespace Rootscope.Roots;

/// <summary>The order of the root ranking: collapses first, then by the measure, then what has no figure; ties in table order.</summary>
internal static class RootOrder
{
    public static IReadOnlyList<RootRow> Sort(IEnumerable<RootRow> rows, RootOptions options)
    {
        RootMeasure measure = options.EffectiveSort;
        IEnumerable<RootRow> sorted = rows.OrderBy(r => measure.IsModelled ? Place(r.Status, measure.Of(r)) : 0)
            .ThenByDescending(measure.Order)
            .ThenBy(r => r.Product);
        return [.. sorted.Select((row, i) => row with { Rank = i + 1 })];
    }

    /// <summary>The group that a row stands in, before measures are compared.</summary>
    public static int Place(CutStatus status, double? measure) =>
        status switch
        {
            CutStatus.Collapse => 0,
            CutStatus.NoUse => 3,
            _ => measure is null ? 2 : 1,
        };
}
