using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.About;

/// <summary>What the site measures, how, and how to cite it.</summary>
internal sealed class AboutSection : ISiteSection
{
    public NavigationEntry Navigation { get; } = new(Phrases.About, "/about");

    public IReadOnlyList<IFigureSource> Figures { get; } = [];
}
