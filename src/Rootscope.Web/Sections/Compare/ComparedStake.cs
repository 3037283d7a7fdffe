using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Compare;

/// <summary>One technology, or one industry of a common classification, by what is at stake with it in two economies.</summary>
internal sealed record ComparedStake
{
    /// <summary>Identifier of the technology, or code of the industry.</summary>
    public required string Code { get; init; }

    public required Phrase Name { get; init; }

    /// <summary>The area that it stands for; null for none.</summary>
    public Area? Area { get; init; }

    /// <summary>What is at stake in the first economy. Unit: share of a year's final spending.</summary>
    public required double First { get; init; }

    /// <summary>The same in the second.</summary>
    public required double Second { get; init; }

    /// <summary>How many times as much is at stake in the second economy. Unit: ratio; null where nothing is in the first.</summary>
    public double? Times => First > 0 ? Second / First : null;

    public required string Address { get; init; }

    /// <summary>What both economies have, most at stake in the first one first.</summary>
    public static IReadOnlyList<ComparedStake> Of(PageState state, SiteAnswers economies)
    {
        StakeAnswer first = economies.Stakes.Of(state, state.Supply);
        StakeAnswer second = economies.Stakes.Of(state.Other, state.Supply);
        IEnumerable<ComparedStake> rows = state.ByIndustry
            ? Industries(first, second, economies)
            : Technologies(first, second, economies.Catalogue);
        return [.. rows.OrderByDescending(r => r.First)];
    }

    private static IEnumerable<ComparedStake> Technologies(StakeAnswer first, StakeAnswer second, TechnologyCatalogue catalogue)
    {
        IReadOnlyDictionary<string, double> a = TechnologyStakes.Of(first, catalogue);
        IReadOnlyDictionary<string, double> b = TechnologyStakes.Of(second, catalogue);
        return catalogue
            .Technologies.Where(t => a.ContainsKey(t.Id) && b.ContainsKey(t.Id))
            .Select(t => new ComparedStake
            {
                Code = t.Id,
                Name = new Phrase(t.Name, t.ChineseName),
                Area = t.Area,
                First = a[t.Id],
                Second = b[t.Id],
                Address = $"/technology/{t.Id}",
            });
    }

    private static IEnumerable<ComparedStake> Industries(StakeAnswer first, StakeAnswer second, SiteAnswers economies)
    {
        TableMetadata about = first.Economy.Table.Metadata;
        if (!string.Equals(about.Classification, second.Economy.Table.Metadata.Classification, StringComparison.Ordinal))
        {
            return [];
        }

        IReadOnlyDictionary<string, string> areas = TechnologyRanking.AreasOf(about, economies.Catalogue, first.Economy.Bridge);
        var other = second.Ranking.Rows.Where(r => r.AtStakeShare is not null).ToDictionary(r => r.Code, StringComparer.Ordinal);
        return first
            .Ranking.Rows.Where(r => r.AtStakeShare is not null && other.ContainsKey(r.Code))
            .Select(r => new ComparedStake
            {
                Code = r.Code,
                Name = ProductNames.Of(about, r.Code, r.Name),
                Area = areas.TryGetValue(r.Code, out string? area) ? economies.Catalogue.FindArea(area) : null,
                First = r.AtStakeShare!.Value,
                Second = other[r.Code].AtStakeShare!.Value,
                Address = $"/industry/{Uri.EscapeDataString(r.Code)}",
            });
    }
}
