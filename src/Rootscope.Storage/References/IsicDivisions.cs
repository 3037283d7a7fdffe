using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.References;

/// <summary>The divisions of ISIC Rev. 4 that industries of a table belong to, as far as embedded concordances lead there.</summary>
public static class IsicDivisions
{
    private const string Division = "isic4-division";
    private const string Section = "isic4-section";

    private static readonly Lazy<Concordance> Divisions = new(() => ConcordanceLibrary.Read(Division));
    private static readonly Lazy<Concordance> Sections = new(() => ConcordanceLibrary.Read(Section));

    /// <summary>The division of each industry, such as "26", in the order of the table's industries; null where it is not known.</summary>
    /// <param name="table">The table; of an industry that spreads over several divisions the one with the largest weight.</param>
    public static IReadOnlyList<string?> Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string way = $"{table.Metadata.Classification}-isic4";
        if (!ConcordanceLibrary.Embedded.Any(c => c.Name == way))
        {
            return [.. table.Sectors.Industries.Select(_ => (string?)null)];
        }

        var known = ConcordanceLibrary
            .Read(way)
            .Links.GroupBy(l => l.From, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(l => l.Weight).ThenBy(l => l.To, StringComparer.Ordinal).First().To,
                StringComparer.Ordinal
            );
        var divisions = Divisions.Value.Links.ToDictionary(l => l.From, l => l.To, StringComparer.Ordinal);
        return [.. table.Sectors.Industries.Select(i => divisions.GetValueOrDefault(known.GetValueOrDefault(i.Code, string.Empty)))];
    }

    /// <summary>The English name of a division.</summary>
    public static string NameOf(string division) => Divisions.Value.NameOf(division);

    /// <summary>The section of ISIC that a division belongs to, from "A" to "U"; null where there is no such division.</summary>
    public static string? SectionOf(string division) => Sections.Value.Links.FirstOrDefault(l => l.From == division)?.To;
}
