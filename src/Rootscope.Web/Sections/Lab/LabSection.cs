using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Lab;

/// <summary>The scenario lab: what breaks when something is cut, in several models.</summary>
internal sealed class LabSection : ISiteSection
{
    public static readonly Phrase Title = new("Scenario lab", "情景实验室");

    public NavigationEntry Navigation { get; } = new(Title, "/lab");

    public IReadOnlyList<IFigureSource> Figures { get; } = [];
}
