using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;
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
    public static IReadOnlyList<ComparedMark> Of(PageState state, SiteAnswers economies)
    {
        Dictionary<string, EconomyMark> second = EconomyMark
            .Of(economies.Roots(state.Other), economies)
            .ToDictionary(m => m.Code, StringComparer.Ordinal);
        return
        [
            .. EconomyMark
                .Of(economies.Roots(state), economies)
                .Where(m => second.ContainsKey(m.Code))
                .Select(m => new ComparedMark(m, second[m.Code]))
                .OrderBy(m => m.Rise is null),
        ];
    }

    /// <summary>The figure by which a ranking is ordered. Unit: that of the measure.</summary>
    public static double? ValueOf(RootRow? root, RootMeasure measure) => root is null ? null : measure.Of(root);
}
