using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>The order of the root ranking: collapses first, then by the measure, then what has no figure; ties in table order.</summary>
internal static class RootOrder
{
    public static IReadOnlyList<RootRow> Sort(IEnumerable<RootRow> rows, RootOptions options, FlowTable table)
    {
        IEnumerable<RootRow> sorted =
            options.EffectiveSort == RootSort.Output
                ? rows.OrderByDescending(r => table.Output[r.Product]).ThenBy(r => r.Product)
                : rows.OrderBy(r => Place(r, Measure(r, options.EffectiveSort)))
                    .ThenByDescending(r => Measure(r, options.EffectiveSort))
                    .ThenBy(r => r.Product);
        return [.. sorted.Select((row, i) => row with { Rank = i + 1 })];
    }

    public static double? Measure(RootRow row, RootSort sort) =>
        sort switch
        {
            RootSort.Gap => row.Gap,
            RootSort.Loss => row.Loss,
            RootSort.Excess => row.ExcessLoss,
            RootSort.Reach => row.Reach,
            RootSort.Output => row.OutputShare,
            _ => row.Leverage,
        };

    private static int Place(RootRow row, double? measure) =>
        row.Status switch
        {
            CutStatus.Collapse => 0,
            CutStatus.NoUse => 3,
            _ => measure is null ? 2 : 1,
        };
}
