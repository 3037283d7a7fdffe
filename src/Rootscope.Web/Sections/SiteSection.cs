using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections;

/// <summary>A part of the site in a folder of its own: its place in the navigation and the figures that it shows.</summary>
/// <remarks>
/// Pages are Razor components with a route in the same folder. Adding a section means adding a folder and a line in
/// <see cref="SiteSections"/>.
/// </remarks>
internal interface ISiteSection
{
    /// <summary>Its entry in the navigation; null keeps it out.</summary>
    NavigationEntry? Navigation { get; }

    /// <summary>The figures that have addresses of their own.</summary>
    IReadOnlyList<IFigureSource> Figures { get; }

    /// <summary>Adds the section's addresses that are neither pages nor figures; most have none.</summary>
    void Map(IEndpointRouteBuilder routes) { }
}

/// <summary>A line of the navigation.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record NavigationEntry(Phrase Title, string Address);

/// <summary>The sections of the site in the order of the navigation.</summary>
internal static class SiteSections
{
    public static IReadOnlyList<ISiteSection> All { get; } =
    [
        new Home.HomeSection(),
        new Technologies.TechnologiesSection(),
        new Industries.IndustriesSection(),
        new Regions.RegionsSection(),
        new WeakSpots.WeakSpotsSection(),
        new Compare.CompareSection(),
        new Lab.LabSection(),
        new Data.DataSection(),
        new Api.ApiSection(),
        new About.AboutSection(),
    ];

    /// <summary>Adds the addresses of every section.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (ISiteSection section in All)
        {
            section.Map(routes);
        }
    }

    /// <summary>The figure of that name; null when no section has it.</summary>
    public static IFigureSource? FindFigure(string id) =>
        All.SelectMany(s => s.Figures).FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.Ordinal));
}
