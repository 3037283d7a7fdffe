using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.References;

/// <summary>Published shares of technologies in their carriers, by economy: data/references/shares.csv.</summary>
internal static class PublishedShares
{
    /// <summary>A share that is carried to a smaller industry has to leave most of it to the rest.</summary>
    private const double MostCarried = 0.5;

    private static readonly Lazy<IReadOnlyList<PublishedShare>> All = new(Read);

    /// <summary>The shares of a part of an industry in an economy; null where nothing is published.</summary>
    /// <param name="country">Code of the economy, of three letters.</param>
    /// <param name="table">The table that is split.</param>
    /// <param name="parent">The industry of the table.</param>
    /// <param name="part">The part, without the code of its parent.</param>
    /// <remarks>
    /// A share in a class of nbs2020 is carried to a wider class of another edition in proportion to what the class is of it in china-2020.
    /// </remarks>
    public static PublishedShare? Find(string country, FlowTable table, string parent, string part)
    {
        PublishedShare[] known = [.. All.Value.Where(s => s.Part == part && s.Country == country)];
        string wanted = $"{table.Metadata.Classification}:{parent}";
        return known.FirstOrDefault(s => s.Classes.Contains(wanted, StringComparer.Ordinal))
            ?? known.Select(s => Carried(s, table, parent)).FirstOrDefault(s => s is not null);
    }

    /// <summary>
    /// The American share of a part that the reference has no class of: published for the table's own classes, or inside the class that
    /// holds it, carried by the reference's sizes. Null where nothing is published.
    /// </summary>
    /// <param name="table">The table that is split.</param>
    /// <param name="parent">The industry of the table.</param>
    /// <param name="part">The part, without the code of its parent.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="parentOf">The industry of the table that each class of the reference belongs to.</param>
    public static PublishedShare? American(
        FlowTable table,
        string parent,
        string part,
        FlowTable reference,
        IReadOnlyDictionary<string, string> parentOf
    )
    {
        const string Country = "USA";
        if (Find(Country, table, parent, part) is { } own)
        {
            return own with { Grade = "C" };
        }

        double all = parentOf.Where(p => p.Value == parent).Sum(p => reference.Output[reference.Sectors.FindIndustry(p.Key)]);
        return All
            .Value.Where(s => s.Part == part && s.Country == Country && all > 0)
            .Select(s => (Share: s, Holder: OutputOf(s.Classes[0], reference)))
            .Where(s => s.Holder > 0)
            .Select(s => s.Share with { Output = s.Share.Output * s.Holder / all, Imports = null, Exports = null, Grade = "C" })
            .FirstOrDefault(s => s.Output < MostCarried);
    }

    /// <summary>
    /// By region of a table of many: the part with the shares published for that economy, unless the user gave one for all.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="given">Codes of parts whose size the user gave.</param>
    public static Func<RegionNumber, SplitPart, SplitPart> For(FlowTable table, IReadOnlySet<string> given) =>
        (region, part) =>
            !given.Contains(part.Code) && Find(table.Sectors.Regions[region].Code, table, part.Parent, NameOf(part)) is { } share
                ? part with
                {
                    OutputShare = share.Output,
                    ImportShare = share.Imports,
                    ExportShare = share.Exports,
                }
                : part;

    /// <summary>The name of a part without the code of its parent.</summary>
    public static string NameOf(SplitPart part) =>
        part.Code.StartsWith(part.Parent + "-", StringComparison.Ordinal) ? part.Code[(part.Parent.Length + 1)..] : part.Code;

    /// <summary>What the reference makes of a class, its own or one that a concordance leads to; 0 where none does.</summary>
    private static double OutputOf(string named, FlowTable reference)
    {
        string[] words = named.Split(':');
        if (words[0] == reference.Metadata.Classification)
        {
            return reference.Output[reference.Sectors.FindIndustry(words[1])];
        }

        string way = $"{reference.Metadata.Classification}-{words[0]}";
        return ConcordanceLibrary.Embedded.Any(c => c.Name == way)
            ? ConcordanceLibrary
                .Read(way)
                .Links.Where(l => l.To == words[1] && reference.Sectors.TryFindIndustry(l.From, out _))
                .Sum(l => reference.Output[reference.Sectors.FindIndustry(l.From)])
            : 0;
    }

    private static PublishedShare? Carried(PublishedShare share, FlowTable table, string parent)
    {
        const string Edition = "nbs2020";
        string prefix = Edition + ":";
        if (share.Classes is not [{ } only] || !only.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        FlowTable china = EmbeddedTables.Read("china-2020");
        string[] codes = [.. china.Sectors.Industries.Select(i => i.Code)];
        if (
            !ReferenceRoutes.TargetsOf(Edition).Contains(table.Metadata.Classification, StringComparer.Ordinal)
            || ReferenceRoutes.Find(Edition, table, codes) is not { } way
        )
        {
            return null;
        }

        int[] members = [.. way.Links.Where(l => l.To == parent).Select(l => china.Sectors.FindIndustry(l.From))];
        int own = china.Sectors.FindIndustry(only[prefix.Length..]);
        double[] exports = TableTotals.Exports(china);
        return members.Contains(own)
            ? share with
            {
                Output = share.Output * china.Output[own] / members.Sum(m => china.Output[m]),
                Imports = share.Imports is { } i ? i * china.Imports[own] / members.Sum(m => china.Imports[m]) : null,
                Exports = share.Exports is { } e ? e * exports[own] / members.Sum(m => exports[m]) : null,
                Grade = "C",
                Source = $"{share.Source}; carried from {only}",
            }
            : null;
    }

    private static List<PublishedShare> Read()
    {
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("data/references/shares.csv")!),
            "embedded shares"
        );
        var shares = new List<PublishedShare>();
        while (csv.Read())
        {
            shares.Add(
                new PublishedShare(
                    csv.Text(0),
                    csv.Text(1),
                    csv.Text(2).Split(' '),
                    csv.Number(3),
                    NumberOrNone(csv, 4),
                    NumberOrNone(csv, 5),
                    csv.Text(6),
                    (int)csv.Number(7),
                    csv.Text(8)
                )
            );
        }

        return shares;

        static double? NumberOrNone(CsvFile csv, int column) => csv.Text(column).Length > 0 ? csv.Number(column) : null;
    }
}

/// <summary>A published share of a part in its industry.</summary>
/// <param name="Part">The part.</param>
/// <param name="Country">The economy.</param>
/// <param name="Classes">The industries that it is a share of, each with its classification.</param>
/// <param name="Output">Of output.</param>
/// <param name="Imports">Of imports; null where nothing is published, which counts as output.</param>
/// <param name="Exports">Of exports; null where nothing is published, which counts as output.</param>
/// <param name="Grade">How well it is known.</param>
/// <param name="Year">The year of the figure.</param>
/// <param name="Source">Where from.</param>
internal sealed record PublishedShare(
    string Part,
    string Country,
    string[] Classes,
    double Output,
    double? Imports,
    double? Exports,
    string Grade,
    int Year,
    string Source
);
