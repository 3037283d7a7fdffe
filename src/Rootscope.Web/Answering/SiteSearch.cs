using Rootscope.Catalogue;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Language;

namespace Rootscope.Web.Answering;

/// <summary>Something that a search has found.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where its page is.</param>
internal sealed record SearchHit(Phrase Name, Phrase Kind, string Address);

/// <summary>Finds technologies, industries and regions by a part of their name, in English or Chinese, or by code.</summary>
internal static class SiteSearch
{
    public const int LongestQuery = 100;

    private const int MostHits = 50;

    public static IReadOnlyList<SearchHit> Find(string query, SiteAnswers economies, PageState state)
    {
        if (query.Length == 0)
        {
            return [];
        }

        IEnumerable<(SearchHit Hit, string[] Names)> technologies = economies.Catalogue.Technologies.Select(t =>
            (
                new SearchHit(new Phrase(t.Name, t.ChineseName), Phrases.Technology, $"/technology/{t.Id}"),
                new[] { t.Id, t.Name, t.ChineseName }
            )
        );
        FlowTable table = economies.Table(state.Table);
        IEnumerable<(SearchHit Hit, string[] Names)> industries = table.Sectors.Industries.Select(i =>
            (
                new SearchHit(ProductNames.Of(table, i), Phrases.Industry, $"/industry/{Uri.EscapeDataString(i.Code)}"),
                new[] { i.Code, i.Name, ProductNames.Of(table, i).Chinese }
            )
        );
        IEnumerable<(SearchHit Hit, string[] Names)> regions = economies
            .Tables.SelectMany(t => economies.Table(t.Name).Sectors.Regions)
            .DistinctBy(r => r.Code)
            .Select(r =>
                (
                    new SearchHit(EconomyNames.Of(r), Phrases.Region, $"/region/{Uri.EscapeDataString(r.Code)}"),
                    new[] { r.Code, r.Name, EconomyNames.Of(r).Chinese }
                )
            );
        return
        [
            .. technologies
                .Concat(regions)
                .Concat(industries)
                .Select(c => (c.Hit, Place: c.Names.Min(n => PlaceOf(n, query))))
                .Where(c => c.Place < int.MaxValue)
                .OrderBy(c => c.Place)
                .Take(MostHits)
                .Select(c => c.Hit),
        ];
    }

    /// <summary>0 for the name itself, 1 for its beginning, 2 for a part; the largest number where it does not occur.</summary>
    private static int PlaceOf(string name, string query)
    {
        int at = name.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? int.MaxValue
            : at > 0 ? 2
            : name.Length == query.Length ? 0
            : 1;
    }
}
