using Rootscope.Web.Figures;
using Rootscope.Web.Figures.World;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Regions;

/// <summary>The economies of every table: one page each.</summary>
internal sealed class RegionsSection : ISiteSection
{
    public static readonly Phrase Title = new("Regions", "地区");

    public NavigationEntry Navigation { get; } = new(Title, "/regions");

    public IReadOnlyList<IFigureSource> Figures { get; } =
    [new RegionRootsFigure(), new ImportsFigure(), new OriginsFigure(), new WorldFigure()];
}
