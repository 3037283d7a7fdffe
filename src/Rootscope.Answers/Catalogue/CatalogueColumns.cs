using Rootscope.Answers.Reports;
using Rootscope.Catalogue;

namespace Rootscope.Answers.Catalogue;

/// <summary>A technology with the catalogue that it is of.</summary>
internal sealed record CatalogueEntry(Technology Technology, TechnologyCatalogue Catalogue);

/// <summary>The columns of what the catalogue holds, the same for the command line, the API and assistants.</summary>
internal static class CatalogueColumns
{
    /// <summary>Of a technology in the list of all.</summary>
    public static IReadOnlyList<Column<CatalogueEntry>> Technologies { get; } =
    [
        Text<CatalogueEntry>("technology", "Identifier of the technology.", e => e.Technology.Id) with
        {
            Heading = "id",
        },
        Text<CatalogueEntry>("tier", "core or extended.", e => e.Technology.Tier) with
        {
            Heading = "tier",
        },
        Text<CatalogueEntry>("area", "Identifier of its area.", e => e.Technology.Area.Id) with
        {
            Heading = "area",
        },
        Text<CatalogueEntry>("areaName", "Name of its area.", e => e.Technology.Area.Name),
        Text<CatalogueEntry>("name", "Its English name.", e => e.Technology.Name) with
        {
            Heading = "name",
        },
        Text<CatalogueEntry>("chineseName", "Its Chinese name.", e => e.Technology.ChineseName) with
        {
            Heading = "Chinese name",
        },
        Text<CatalogueEntry>("definition", "What is meant by it.", e => e.Technology.Definition),
        Count(
            "codes",
            "classes",
            "Number of classes that hold it, over all classifications.",
            "codes",
            e => e.Catalogue.CodesOf(e.Technology).Count
        ),
        Count(
            "needs",
            "technologies",
            "Number of technologies it needs directly.",
            "needs",
            e => e.Catalogue.UpstreamOf(e.Technology).Count(s => s.Steps == 1)
        ),
        Count(
            "neededBy",
            "technologies",
            "Number of technologies that need it directly.",
            "needed by",
            e => e.Catalogue.DownstreamOf(e.Technology).Count(s => s.Steps == 1)
        ),
        Count("claims", "claims", "Number of claims recorded about it.", "claims", e => e.Catalogue.EvidenceOf(e.Technology).Count),
    ];

    /// <summary>Of a direct link.</summary>
    public static IReadOnlyList<Column<TechnologyLink>> Links { get; } =
    [
        Text<TechnologyLink>("upstream", "The technology that is needed.", l => l.Upstream.Id),
        Text<TechnologyLink>("downstream", "The technology that needs it.", l => l.Downstream.Id),
    ];

    /// <summary>Of a class that holds a technology.</summary>
    public static IReadOnlyList<Column<IndustryCode>> Codes { get; } =
    [
        Text<IndustryCode>("technology", "The technology.", c => c.Technology.Id),
        Text<IndustryCode>("classification", "The classification.", c => c.Classification.Id),
        Text<IndustryCode>("code", "The class.", c => c.Code),
        Text<IndustryCode>("grade", "A about half or more, B 10 to 50 percent, C less.", c => c.Grade.ToString()),
        Text<IndustryCode>("note", "What a reader must know; null for nothing.", c => OrNull(c.Note)),
    ];

    /// <summary>Of a claim.</summary>
    public static IReadOnlyList<Column<Evidence>> Evidence { get; } =
    [
        Text<Evidence>("technology", "The technology.", e => e.Technology.Id),
        Text<Evidence>("claim", "What is claimed.", e => e.Claim),
        new("value", "see unit", "The figure; null for a claim without one.", ColumnStyle.Number, null, e => e.Value),
        Text<Evidence>("unit", "The unit of the figure.", e => OrNull(e.Unit)),
        new("year", "year", "The year it is true of.", ColumnStyle.Whole, null, e => e.Year),
        Text<Evidence>("source", "Where it is from.", e => OrNull(e.Source)),
        Text<Evidence>("licence", "Under which terms it stands.", e => OrNull(e.Licence)),
        Text<Evidence>("kind", "The kind of source.", e => e.Kind),
        Text<Evidence>("status", "How well it was verified.", e => e.Status),
    ];

    /// <summary>A text, or nothing where it is empty.</summary>
    internal static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Column<TRow> Text<TRow>(string name, string meaning, Func<TRow, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<CatalogueEntry> Count(
        string name,
        string unit,
        string meaning,
        string heading,
        Func<CatalogueEntry, object?> value
    ) => new(name, unit, meaning, ColumnStyle.Whole, heading, value);
}
