using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.References;

/// <summary>Published shares of technologies in their carriers, by economy: data/references/shares.csv.</summary>
internal static class PublishedShares
{
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

    /// <summary>By region of a table of many: the part with the shares published for that economy, where it has none given.</summary>
    public static Func<RegionNumber, SplitPart, SplitPart> For(FlowTable table) =>
        (region, part) =>
            part.OutputShare is null && Find(table.Sectors.Regions[region].Code, table, part.Parent, NameOf(part)) is { } share
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
                Imports = share.Imports * china.Imports[own] / members.Sum(m => china.Imports[m]),
                Exports = share.Exports * exports[own] / members.Sum(m => exports[m]),
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
                    csv.Number(4),
                    csv.Number(5),
                    csv.Text(6),
                    csv.Text(7)
                )
            );
        }

        return shares;
    }
}

/// <summary>A published share of a part in its industry.</summary>
/// <param name="Part">The part.</param>
/// <param name="Country">The economy.</param>
/// <param name="Classes">The industries that it is a share of, each with its classification.</param>
/// <param name="Output">Of output.</param>
/// <param name="Imports">Of imports.</param>
/// <param name="Exports">Of exports.</param>
/// <param name="Grade">How well it is known.</param>
/// <param name="Source">Where from.</param>
internal sealed record PublishedShare(
    string Part,
    string Country,
    string[] Classes,
    double Output,
    double Imports,
    double Exports,
    string Grade,
    string Source
);
