using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Api;
using Rootscope.Web.Figures;
using Rootscope.Web.Sections;
using Rootscope.Web.Sections.About;
using Rootscope.Web.Sections.Compare;
using Rootscope.Web.Sections.Data;
using Rootscope.Web.Sections.Home;
using Rootscope.Web.Sections.Industries;
using Rootscope.Web.Sections.Lab;
using Rootscope.Web.Sections.Planning;
using Rootscope.Web.Sections.Regions;
using Rootscope.Web.Sections.Screening;
using Rootscope.Web.Sections.Technologies;
using Rootscope.Web.Sections.Upgrading;
using Rootscope.Web.Sections.WeakSpots;

namespace Rootscope.Web.Hosting;

/// <summary>The sections of the site in the order of the navigation.</summary>
internal static class SiteSections
{
    public static IReadOnlyList<ISiteSection> All { get; } =
    [
        new HomeSection(),
        new TechnologiesSection(),
        new IndustriesSection(),
        new RegionsSection(),
        new WeakSpotsSection(),
        new UpgradingSection(),
        new PlanningSection(),
        new CompareSection(),
        new LabSection(),
        new ScreeningSection(),
        new DataSection(),
        new ApiSection(),
        new AboutSection(),
    ];

    /// <summary>The lines of the navigation.</summary>
    public static IReadOnlyList<NavigationEntry> Navigation { get; } = [.. All.Select(s => s.Navigation).OfType<NavigationEntry>()];

    /// <summary>The figures that have addresses of their own.</summary>
    public static IReadOnlyList<IFigureSource> Figures { get; } = [.. All.SelectMany(s => s.Figures)];

    /// <summary>Adds the addresses of every section and of every figure.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        FigureEndpoints.Map(routes, Figures);
        foreach (ISiteSection section in All)
        {
            section.Map(routes);
        }
    }
}
