using Rootscope.Tables;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Sections.Industries;

/// <summary>The industry that a page or figure is about.</summary>
internal static class IndustryOfPage
{
    /// <summary>Its number in the economy's table.</summary>
    /// <exception cref="UnknownNameException">The table has no such industry.</exception>
    public static int NumberOf(PageState state, FlowTable economy) =>
        economy.Sectors.FindIndustry(state.Subject(economy.Sectors.Industries[0].Code));
}
