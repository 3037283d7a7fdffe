using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections;

/// <summary>A part of the site in a folder of its own: its place in the navigation and the figures that it shows.</summary>
/// <remarks>
/// Pages are Razor components with a route in the same folder. Adding a section means adding a folder and a line in
/// <see cref="Hosting.SiteSections"/>.
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
internal sealed record NavigationEntry(Phrase Title, string Address)
{
    /// <summary>The policy of who sees it; null is for everybody.</summary>
    public string? Policy { get; init; }
}
