using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Data;

/// <summary>The tables behind every figure: sources, licences, checks.</summary>
internal sealed class DataSection : ISiteSection
{
    public static readonly Phrase Title = new("Data", "数据");

    public NavigationEntry Navigation { get; } = new(Title, "/data");

    public IReadOnlyList<IFigureSource> Figures { get; } = [];

    public void Map(IEndpointRouteBuilder routes) => TableFiles.Map(routes);
}
