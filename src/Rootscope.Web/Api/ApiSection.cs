using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Sections;

namespace Rootscope.Web.Api;

/// <summary>The reference of what programs can ask for.</summary>
internal sealed class ApiSection : ISiteSection
{
    public static readonly Phrase Title = new("API", "接口");

    public NavigationEntry Navigation { get; } = new(Title, "/api");

    public IReadOnlyList<IFigureSource> Figures { get; } = [];
}
