using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.References;

/// <summary>The divisions of ISIC Rev. 4 that industries of a table belong to, as far as embedded concordances lead there.</summary>
public static class IsicDivisions
{
    private const string Division = "isic4-division";
    private const string Section = "isic4-section";

    /// <summary>Classifications whose industries are made of whole divisions, with the concordance that says of which.</summary>
    private static readonly Dictionary<string, string> CoarseClasses = new(StringComparer.Ordinal)
    {
        ["wiod2013"] = "isic4-wiod2013",
        ["wiod2016"] = "isic4-wiod2016",
        ["icio-36"] = "isic4-icio2018",
        ["icio-45"] = "isic4-icio2021",
        ["figaro-64"] = "isic4-figaro",
    };

    private static readonly Lazy<Concordance> Divisions = new(() => ConcordanceLibrary.Read(Division));
    private static readonly Lazy<IReadOnlyList<(string From, string To)>> AmericanClasses = new(() =>
        ConcordanceLibrary.LinksOf("naics2017-isic4")
    );

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

    /// <summary>
    /// All divisions that each industry holds, in the order of the table's industries; none where they are not known. Of a fine
    /// classification that is the division that an industry belongs to, of a coarse one every division that goes to it.
    /// </summary>
    /// <param name="table">The table.</param>
    public static IReadOnlyList<IReadOnlyList<string>> HeldBy(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (CoarseClasses.GetValueOrDefault(table.Metadata.Classification) is not { } way)
        {
            return [.. Of(table).Select(d => d is null ? (IReadOnlyList<string>)[] : [d])];
        }

        ILookup<string, string> divisions = ConcordanceLibrary.Read(way).Links.ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        return [.. table.Sectors.Industries.Select(i => (IReadOnlyList<string>)[.. divisions[i.Code].Order(StringComparer.Ordinal)])];
    }

    /// <summary>
    /// The industries that hold a class of ISIC Rev. 4, as far as embedded concordances tell: of those in its division, the ones whose
    /// codes, without closing zeros, begin those of NAICS classes that belong to it, where there are such; otherwise all of the division.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="isicClass">The class, such as "4791".</param>
    /// <returns>Numbers of industries in order; none where the table has no industry of that division.</returns>
    public static IReadOnlyList<IndustryNumber> HoldersOf(FlowTable table, string isicClass)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(isicClass);
        string? division = Divisions.Value.Links.FirstOrDefault(l => l.From == isicClass)?.To;
        IReadOnlyList<string?> divisions = Of(table);
        IndustryNumber[] inside =
        [
            .. Enumerable
                .Range(0, divisions.Count)
                .Where(i => division is not null && divisions[i] == division)
                .Select(i => new IndustryNumber(i)),
        ];
        string[] american = [.. AmericanClasses.Value.Where(l => l.To == isicClass).Select(l => l.From)];
        IndustryNumber[] holders =
        [
            .. inside.Where(i =>
                table.Sectors.Industries[i].Code.TrimEnd('0') is { Length: > 0 } stem && american.Any(a => Begins(a, stem))
            ),
        ];
        return holders.Length > 0 && inside.Length > 1 ? holders : inside;
    }

    private static bool Begins(string code, string stem) => code.StartsWith(stem, StringComparison.Ordinal);

    /// <summary>The English name of a division.</summary>
    public static string NameOf(string division) => Divisions.Value.NameOf(division);

    /// <summary>The section of ISIC that a division belongs to, from "A" to "U"; null where there is no such division.</summary>
    public static string? SectionOf(string division) => Sections.Value.Links.FirstOrDefault(l => l.From == division)?.To;
}
