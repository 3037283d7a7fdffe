using Microsoft.AspNetCore.Routing;
using Rootscope.Answers.Questions;
using Rootscope.Web.Addresses;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Compare;

/// <summary>Two economies, or two runs of scenarios, side by side.</summary>
internal sealed class CompareSection : ISiteSection
{
    public static readonly Phrase Title = new("Compare", "比较");

    public NavigationEntry Navigation { get; } = new(Title, "/compare");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new CompareStakeFigure(), new CompareFigure()];

    public void Map(IEndpointRouteBuilder routes) => CompareRunsEndpoints.Map(routes);

    /// <summary>The state with something to compare with, where the address names nothing.</summary>
    public static PageState WithOther(PageState state) =>
        state.With is not null
            ? state
            : state with
            {
                With = state.Table == EconomyQuestion.DefaultTable ? "usa-2017" : EconomyQuestion.DefaultTable,
            };
}
