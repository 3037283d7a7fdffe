using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Industries;

/// <summary>The industries of a table: one page each.</summary>
internal sealed class IndustriesSection : ISiteSection
{
    public static readonly Phrase Title = new("Industries", "行业");

    public NavigationEntry Navigation { get; } = new(Title, "/industries");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new PyramidFigure(), new ChainsFigure()];
}
