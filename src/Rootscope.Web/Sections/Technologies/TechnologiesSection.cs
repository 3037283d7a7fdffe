using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>The core technologies: one page each, and their list.</summary>
internal sealed class TechnologiesSection : ISiteSection
{
    public static readonly Phrase Title = new("Technologies", "技术");

    public NavigationEntry Navigation { get; } = new(Title, "/technologies");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new LensesFigure(), new BandsFigure(), new SuppliersFigure()];
}
