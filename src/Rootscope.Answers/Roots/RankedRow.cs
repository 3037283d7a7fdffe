using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;

namespace Rootscope.Answers.Roots;

/// <summary>A row of a ranking as every face shows it: an industry, or a technology through the industry that carries it.</summary>
internal sealed record RankedRow
{
    /// <summary>Its place, from 1; technologies that share an industry share it. Null where the table cannot show it.</summary>
    public required int? Rank { get; init; }

    /// <summary>Identifier of the technology, or code of the industry.</summary>
    public required string Code { get; init; }

    /// <summary>Its English name.</summary>
    public required string Name { get; init; }

    /// <summary>Its area of the catalogue; null where it has none.</summary>
    public required string? Area { get; init; }

    /// <summary>The industry whose figures these are; null where the table has none.</summary>
    public required RootRow? Root { get; init; }

    /// <summary>Whether the figures hold, and if not, why.</summary>
    public required CutStatus Status { get; init; }

    /// <summary>The share of supply that is cut. Unit: share.</summary>
    public required double Cut { get; init; }

    /// <summary>Bands over draws; null where none were drawn.</summary>
    public RootBand? Band { get; init; }

    /// <summary>The technology with its carrier; null for an industry.</summary>
    public TechnologyRow? Technology { get; init; }

    /// <summary>Whose buyers a technology's buyers are, in words; null for an industry, and where nothing is told.</summary>
    public string? Buyers { get; init; }

    /// <summary>Share of its parent's output that a split part is; null for a whole industry. Unit: share.</summary>
    public double? ShareOfParent { get; init; }

    /// <summary>What is lost in money; null where no figure is known. Unit: the table's money.</summary>
    public double? ValueAtStake => Root?.Leverage * Root?.Supply * Cut;

    /// <summary>What spreads the measure most when it alone is drawn.</summary>
    public SourceSpread? Driver => Band?.Sources is [var first, ..] ? first : null;

    /// <summary>The same without the cut.</summary>
    public SourceSpread? DriverButCut => Band?.Sources.FirstOrDefault(s => s.Source != BandSource.Cut);

    /// <summary>The rows that an answer tells.</summary>
    public static IEnumerable<RankedRow> Of(RootAnswer answer, TechnologyCatalogue catalogue) =>
        answer.Question.By == RootSubject.Technology ? Technologies(answer) : Industries(answer, catalogue);

    private static IEnumerable<RankedRow> Industries(RootAnswer answer, TechnologyCatalogue catalogue)
    {
        IReadOnlyDictionary<IndustryNumber, RootBand> bands = answer.BandByProduct;
        IReadOnlyDictionary<string, string> areas = answer.Areas(catalogue);
        return answer.Rows.Select(r => new RankedRow
        {
            Rank = r.Rank,
            Code = r.Code,
            Name = r.Name,
            Area = areas.GetValueOrDefault(r.Code),
            Root = r,
            Status = r.Status,
            Cut = answer.Ranking.Options.Cut,
            Band = bands.GetValueOrDefault(r.Product),
        });
    }

    private static IEnumerable<RankedRow> Technologies(RootAnswer answer)
    {
        IReadOnlyDictionary<IndustryNumber, RootBand> bands = answer.BandByProduct;
        return answer.Technologies.Select(r => new RankedRow
        {
            Rank = r.Rank,
            Code = r.Technology.Id,
            Name = r.Technology.Name,
            Area = r.Technology.Area.Id,
            Root = r.Root,
            Status = r.Status,
            Cut = answer.Ranking.Options.Cut,
            Band = r.Root is null ? null : bands.GetValueOrDefault(r.Root.Product),
            Technology = r,
            ShareOfParent = answer.ShareOfParent(r),
            Buyers = r.Carrier is null ? null : answer.Economy.Bridge?.BuyersOf(r.Technology.Id),
        });
    }
}
