using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Home;

/// <summary>One technology or industry of the picture.</summary>
internal sealed record EconomyMark
{
    public required int? Rank { get; init; }

    public required string Code { get; init; }

    public required Phrase Names { get; init; }

    /// <summary>The area that it stands for; empty where none.</summary>
    public required string AreaId { get; init; }

    public required Phrase AreaNames { get; init; }

    public required string Carrier { get; init; }

    public required RootRow? Root { get; init; }

    public required string Address { get; init; }

    public string Name(Tongue tongue) => Names[tongue];

    public static IEnumerable<EconomyMark> Of(RootAnswer answer, SiteAnswers economies) =>
        answer.Question.By == RootSubject.Industry ? Industries(answer, economies) : Technologies(answer);

    private static IEnumerable<EconomyMark> Technologies(RootAnswer answer) =>
        answer.AllTechnologies.Select(row => new EconomyMark
        {
            Rank = row.Rank,
            Code = row.Technology.Id,
            Names = new Phrase(row.Technology.Name, row.Technology.ChineseName),
            AreaId = row.Technology.Area.Id,
            AreaNames = new Phrase(row.Technology.Area.Name, row.Technology.Area.ChineseName),
            Carrier = row.Carrier?.Code ?? string.Empty,
            Root = row.Root,
            Address = $"/technology/{row.Technology.Id}",
        });

    private static IEnumerable<EconomyMark> Industries(RootAnswer answer, SiteAnswers economies)
    {
        TechnologyCatalogue catalogue = economies.Catalogue;
        IReadOnlyDictionary<string, string> areas = answer.Areas(catalogue);
        foreach (RootRow row in answer.Ranking.Rows)
        {
            Area? area = areas.TryGetValue(row.Code, out string? id) ? catalogue.FindArea(id) : null;
            yield return new EconomyMark
            {
                Rank = row.Rank,
                Code = row.Code,
                Names = ProductNames.Of(answer.Ranking.Table.Metadata, row.Code, row.Name),
                AreaId = area?.Id ?? string.Empty,
                AreaNames = area is null ? new Phrase(string.Empty, string.Empty) : new Phrase(area.Name, area.ChineseName),
                Carrier = row.Code,
                Root = row,
                Address = $"/industry/{Uri.EscapeDataString(row.Code)}",
            };
        }
    }
}
