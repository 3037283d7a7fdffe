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

/// <summary>Finds technologies, industries and regions by a part of their name, in English or Chinese, by code, or by what evidence tells
/// of them; where
/// nothing is found, by the nearest names.</summary>
internal static class SiteSearch
{
    public const int LongestQuery = 100;

    private const int MostHits = 50;

    /// <summary>Shorter words occur in any text. Unit: characters.</summary>
    private const int ShortestInText = 2;

    private static readonly Phrase Told = new("technology, in its definition or evidence", "技术：见其定义或证据");

    private static readonly Phrase Nearest = new("nearest name", "相近的名称");

    public static IReadOnlyList<SearchHit> Find(string query, SiteAnswers economies, PageState state)
    {
        if (query.Length == 0)
        {
            return [];
        }

        (SearchHit Hit, string[] Names)[] all = [.. Known(economies, state)];
        SearchHit[] found =
        [
            .. all.Select(c => (c.Hit, Place: c.Names.Min(n => PlaceOf(n, query))))
                .Where(c => c.Place < int.MaxValue)
                .OrderBy(c => c.Place)
                .Select(c => c.Hit),
        ];
        SearchHit[] told = [.. found.Concat(InEvidence(query, economies)).DistinctBy(h => h.Address).Take(MostHits)];
        return told.Length > 0 ? told : [.. Near(query, all).Take(MostHits)];
    }

    private static IEnumerable<(SearchHit Hit, string[] Names)> Known(SiteAnswers economies, PageState state)
    {
        foreach (Technology t in economies.Catalogue.Technologies)
        {
            yield return (
                new SearchHit(new Phrase(t.Name, t.ChineseName), Phrases.Technology, $"/technology/{t.Id}"),
                [t.Id, t.Name, t.ChineseName]
            );
        }

        foreach (Region r in economies.Tables.SelectMany(t => economies.Table(t.Name).Sectors.Regions).DistinctBy(r => r.Code))
        {
            yield return (
                new SearchHit(EconomyNames.Of(r), Phrases.Region, $"/region/{Uri.EscapeDataString(r.Code)}"),
                [r.Code, r.Name, EconomyNames.Of(r).Chinese]
            );
        }

        FlowTable table = economies.Table(state.Table);
        foreach (Industry i in table.Sectors.Industries)
        {
            Phrase name = ProductNames.Of(table, i);
            yield return (
                new SearchHit(name, Phrases.Industry, $"/industry/{Uri.EscapeDataString(i.Code)}"),
                [i.Code, i.Name, name.Chinese]
            );
        }
    }

    /// <summary>Technologies whose definition or evidence has the words: companies, machines, materials.</summary>
    private static IEnumerable<SearchHit> InEvidence(string query, SiteAnswers economies) =>
        query.Length < ShortestInText
            ? []
            : economies
                .Catalogue.Technologies.Where(t =>
                    economies
                        .Catalogue.EvidenceOf(t)
                        .SelectMany(e => (string[])[e.Claim, ChineseTexts.Of(e.Claim)[Tongue.Chinese]])
                        .Append(t.Definition)
                        .Any(text => text.Contains(query, StringComparison.OrdinalIgnoreCase))
                )
                .Select(t => new SearchHit(new Phrase(t.Name, t.ChineseName), Told, $"/technology/{t.Id}"));

    /// <summary>What a slip of the keyboard explains.</summary>
    private static IEnumerable<SearchHit> Near(string query, (SearchHit Hit, string[] Names)[] all) =>
        NearestNames
            .Of(query, all.SelectMany(c => c.Names))
            .SelectMany(name => all.Where(c => c.Names.Contains(name, StringComparer.Ordinal)))
            .Select(c => c.Hit with { Kind = Nearest })
            .DistinctBy(h => h.Address);

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
