using Rootscope.Answers.Roots;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Sections.Industries;

/// <summary>The industry or technology that a page or figure is about.</summary>
internal static class IndustryOfPage
{
    /// <summary>What is known of it: by the table's code or name, or by a technology of the catalogue.</summary>
    /// <exception cref="UnknownNameException">There is neither.</exception>
    public static TechnologyAnswer Of(PageState state, SiteAnswers economies) =>
        economies.Technology(state, state.Subject(economies.Economy(state).Sectors.Industries[0].Code));
}
