using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;
using Rootscope.Tables;

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

    /// <summary>Share of its parent's output that a split part is; null for a whole industry. Unit: share.</summary>
    public double? ShareOfParent { get; init; }

    /// <summary>What is lost in money; null where no figure is known. Unit: the table's money.</summary>
    public double? ValueAtStake => Root?.Leverage * Root?.Supply * Cut;

    /// <summary>What spreads the measure most when it alone is drawn.</summary>
    public SourceSpread? Driver => Band?.Sources is [var first, ..] ? first : null;

    /// <summary>The same without the cut.</summary>
    public SourceSpread? DriverButCut => Band?.Sources.FirstOrDefault(s => s.Source != BandSource.Cut);

    /// <summary>The industries of a ranking.</summary>
    public static IEnumerable<RankedRow> Industries(
        RootRanking ranking,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge = null,
        RootBands? bands = null
    )
    {
        Dictionary<int, RootBand> byProduct = (bands?.Rows ?? []).ToDictionary(r => r.Point.Product);
        IReadOnlyDictionary<string, string> areas = TechnologyRanking.AreasOf(ranking.Table.Metadata, catalogue, bridge);
        return ranking.Rows.Select(r => new RankedRow
        {
            Rank = r.Rank,
            Code = r.Code,
            Name = r.Name,
            Area = areas.GetValueOrDefault(r.Code),
            Root = r,
            Status = r.Status,
            Cut = ranking.Options.Cut,
            Band = byProduct.GetValueOrDefault(r.Product),
        });
    }

    /// <summary>The technologies of a ranking.</summary>
    public static IEnumerable<RankedRow> Technologies(
        IEnumerable<TechnologyRow> rows,
        RootRanking ranking,
        TechnologyBridge? bridge = null,
        RootBands? bands = null
    )
    {
        Dictionary<int, RootBand> byProduct = (bands?.Rows ?? []).ToDictionary(r => r.Point.Product);
        return rows.Select(r => new RankedRow
        {
            Rank = r.Rank,
            Code = r.Technology.Id,
            Name = r.Technology.Name,
            Area = r.Technology.Area.Id,
            Root = r.Root,
            Status = r.Status,
            Cut = ranking.Options.Cut,
            Band = r.Root is null ? null : byProduct.GetValueOrDefault(r.Root.Product),
            Technology = r,
            ShareOfParent = r.Part is { } part ? ShareOf(part, r.Root!.Product, ranking.Table, bridge!) : null,
        });
    }

    private static double ShareOf(BridgePart part, int product, FlowTable table, TechnologyBridge bridge)
    {
        string parent = part.Split.Parent;
        string[] siblings = [parent, .. bridge.Parts.Where(p => p.Split.Parent == parent).Select(p => p.Split.Code)];
        return table.Output[product] / siblings.Sum(code => table.Sectors.TryFindIndustry(code, out int i) ? table.Output[i] : 0);
    }
}
