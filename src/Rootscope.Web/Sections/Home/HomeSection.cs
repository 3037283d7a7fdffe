using Rootscope.Web.Figures;
using Rootscope.Web.Figures.Tree;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Home;

/// <summary>The economy as a tree in one picture, and the ranking beside it.</summary>
internal sealed class HomeSection : ISiteSection
{
    public static readonly Phrase Title = new("Roots", "根技术");

    public NavigationEntry Navigation { get; } = new(Title, "/");

    public IReadOnlyList<IFigureSource> Figures { get; } =
    [new TreeFigure(), new StakeMapFigure(), new StakeBarsFigure(), new StakePathFigure(), new EconomyFigure()];
}
