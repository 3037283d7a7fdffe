using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>Where a budget goes.</summary>
internal sealed class PlanningSection : ISiteSection
{
    public static readonly Phrase Title = new("Plan", "规划");

    public NavigationEntry Navigation { get; } = new(Title, "/plan");

    public IReadOnlyList<IFigureSource> Figures { get; } =
    [new EffectsFigure(), new MeasuresFigure(), new FrontierFigure(), new RulesFigure()];
}
