using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Upgrading;

/// <summary>How an economy catches up in technologies, year by year.</summary>
internal sealed class UpgradingSection : ISiteSection
{
    public static readonly Phrase Title = new("Upgrading", "升级");

    public NavigationEntry Navigation { get; } = new(Title, "/upgrade");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new CoursesFigure(), new FanFigure()];
}
