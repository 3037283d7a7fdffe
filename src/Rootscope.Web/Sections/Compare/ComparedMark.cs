using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Observing;
using Rootscope.Web.Sections.Home;

namespace Rootscope.Web.Sections.Compare;

/// <summary>One technology, or one industry of a common classification, in two rankings.</summary>
internal sealed record ComparedMark(EconomyMark First, EconomyMark Second)
{
    /// <summary>
    /// Places that it stands higher in the second ranking; below 0 where it stands lower. Unit: ranks; null where it is not in both.
    /// </summary>
    public int? Rise => First.Rank - Second.Rank;

    /// <summary>The marks of both rankings, in the order of the first; those of one alone last.</summary>
    public static IReadOnlyList<ComparedMark> Of(PageState state, ObservedEconomies economies)
    {
        Dictionary<string, EconomyMark> second = EconomyMark
            .Of(economies.Ranking(state.Other), economies, state.Other)
            .ToDictionary(m => m.Code, StringComparer.Ordinal);
        return
        [
            .. EconomyMark
                .Of(economies.Ranking(state), economies, state)
                .Where(m => second.ContainsKey(m.Code))
                .Select(m => new ComparedMark(m, second[m.Code]))
                .OrderBy(m => m.Rise is null),
        ];
    }

    /// <summary>The figure by which a ranking is ordered. Unit: that of the measure.</summary>
    public static double? ValueOf(RootRow? root, RootSort measure) => root is null ? null : (double?)ColumnOf(measure).Value(root);

    /// <summary>The column of that figure.</summary>
    public static Column<RootRow> ColumnOf(RootSort measure) =>
        measure switch
        {
            RootSort.Leverage => RootRowColumns.Leverage,
            RootSort.Gap => RootRowColumns.Gap,
            RootSort.Loss => RootRowColumns.Loss,
            RootSort.Excess => RootRowColumns.ExcessLoss,
            RootSort.Reach => RootRowColumns.Reach,
            _ => RootRowColumns.OutputShare,
        };

    /// <summary>Its unit as people read it; null where that follows from the column.</summary>
    public static Phrase? UnitOf(RootSort measure) =>
        measure switch
        {
            RootSort.Leverage => FigureColumns.MoneyPerMoney,
            RootSort.Gap => FigureColumns.Times,
            _ => null,
        };
}
