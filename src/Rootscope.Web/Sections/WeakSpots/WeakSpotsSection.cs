using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.WeakSpots;

/// <summary>Dependence, feasibility and what rests on every technology, in four corners.</summary>
internal sealed class WeakSpotsSection : ISiteSection
{
    public static readonly Phrase Title = new("Weak spots", "薄弱环节");

    public NavigationEntry Navigation { get; } = new(Title, "/weak-spots");

    public IReadOnlyList<IFigureSource> Figures { get; } = [new WeakSpotsFigure()];
}
