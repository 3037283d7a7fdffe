using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Data;

/// <summary>The tables behind every figure: sources, licences, checks.</summary>
internal sealed class DataSection : ISiteSection
{
    public NavigationEntry Navigation { get; } = new(Phrases.Data, "/data");

    public IReadOnlyList<IFigureSource> Figures { get; } = [];

    public void Map(IEndpointRouteBuilder routes) => TableFiles.Map(routes);
}
